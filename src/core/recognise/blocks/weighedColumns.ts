/** Which of a block's columns are multiplied with the weights, by its formulas or its values: those are ratings, the products are not. */
import type { Grid } from "../grid";
import { isNumeric, plays, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

/** A column of ratings, and that of their products with the weights where there is one. */
export interface Weighed {
  readonly score: Column;
  readonly weighted: Column | null;
}

/** How far a product may be off: what rounding to a digit or two leaves. */
const ROUNDED = 0.015;

/**
 * The column whose values, times the weights, are the given one ("Achievement" beside a "Score" that is weighted already);
 * null where there is none. One factor for all rows: weights and rates may be per cent or fractions.
 */
export function rateBehind(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  weight: Column | undefined,
  product: Column,
): Column | null {
  if (weight === undefined) return null;
  const header = region.headerRows.at(-1) ?? region.top;
  const rows = Array.from({ length: Math.max(0, region.bottom - header) }, (_, i) => header + 1 + i);
  const at = (row: number, { column }: Column): number | null => cellNumber(grid.at(row, column));
  const behind = columns.filter((c) => c !== product && c !== weight && isNumeric(c) && !plays(c, "total"));
  const isProduct = (rate: Column): boolean => {
    const lines = rows
      .map((row) => ({ w: at(row, weight), s: at(row, product), a: at(row, rate) }))
      .filter(({ w, s }) => w !== null && w > 0 && s !== null);
    // A line of totals has a weight and a product, and no rate.
    const known = lines.filter(({ a }) => a !== null);
    if (known.length < 3 || lines.length - known.length > 1) return false;
    if (new Set(known.map(({ w }) => w)).size < 2 || new Set(known.map(({ a }) => a)).size < 2) return false;
    const factors = known.map(({ w, s, a }) => (s ?? 0) / ((w ?? 1) * (a === 0 ? 1 : (a ?? 1))));
    const [first = 0] = factors;
    const isUsual = [1, 0.01, 100, 0.1, 10].some((usual) => Math.abs(first / usual - 1) <= ROUNDED);
    return isUsual && factors.every((factor) => Math.abs(factor / first - 1) <= ROUNDED);
  };
  return behind.find(isProduct) ?? null;
}

/** The column that formulas of the sheet multiply with the weights, also while it is empty. */
export function partnerOf(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  weight: Column | undefined,
): Column | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  for (let row = region.top; row <= region.bottom + 2; row += 1)
    for (const { column } of columns) {
      const pair = factsOf(grid.formulaInCells(row, column)).products.find((cells) =>
        cells.some((cell) => cell.column === weight.column && cell.row > region.top && cell.row <= region.bottom),
      );
      const other = pair?.find((cell) => cell.column !== weight.column);
      const found = columns.find((c) => c.column === other?.column);
      if (found !== undefined) return found;
    }
  return null;
}

/** The empty column that a column's own formulas multiply with the weights: that one waits for the scores. */
export function multipliedBehind(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  weight: Column | undefined,
  product: Column,
): Column | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1) {
    const pair = factsOf(grid.formulaInCells(row, product.column)).products.find((cells) =>
      cells.some((cell) => cell.row === row && cell.column === weight.column),
    );
    const other = pair?.find((cell) => cell.row === row && cell.column !== weight.column);
    const found = columns.find((c) => c.column === other?.column && c.numbers + c.texts === 0);
    if (found !== undefined) return found;
  }
  return null;
}

/** Remarks, signatures and the like right of a form's result. */
const MOST_RIGHT = 8;

/** Another column of scores that a column's own formulas multiply with the weights in most rows, by whatever else besides. */
export function ratedBehind(
  grid: Grid,
  region: Region,
  scores: readonly Column[],
  weight: Column | undefined,
  product: Column,
): Column | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  // Of two columns with one name the second is what many others, of people say, are compared with.
  const isReference = region.right - product.column > MOST_RIGHT;
  const rates = scores.filter(
    (c) => c !== product && c !== weight && !(isReference && c.header !== "" && c.header === product.header),
  );
  const multiplied = new Map<Column, number>();
  let formulas = 0;
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1) {
    const formula = grid.formulaInCells(row, product.column);
    if (formula === "" || grid.number(row, weight.column) === null) continue;
    formulas += 1;
    const isOwn = (cell: CellRef, { column }: Column): boolean => cell.row === row && cell.column === column;
    const { products } = factsOf(formula);
    const rate = rates.find((c) =>
      products.some((pair) => pair.some((cell) => isOwn(cell, weight)) && pair.some((cell) => isOwn(cell, c))),
    );
    if (rate !== undefined) multiplied.set(rate, (multiplied.get(rate) ?? 0) + 1);
  }
  const found = [...multiplied].find(([, count]) => count >= LEAST_RATED && count * 2 > formulas);
  return found?.[0] ?? null;
}

/** The column whose formulas do nothing but multiply another column with the weights, and that column; null where none does. */
export function multipliedLines(
  grid: Grid,
  region: Region,
  numeric: readonly Column[],
  weight: Column | undefined,
  said: Column | null,
): Weighed | null {
  for (const weighted of said === null ? numeric : [said]) {
    const others = numeric.filter((c) => c !== weighted && !plays(c, "target"));
    const score = ratedBehind(grid, region, others, weight, weighted);
    if (score !== null && multipliesOnly(grid, region, weighted)) return { score, weighted };
  }
  return null;
}

/**
 * Formulas that multiply two cells, and perhaps a number, and do nothing else: "Actual / target * weight" multiplies the weight with a
 * target, which is no score, and what is capped on the way is no plain product.
 */
const multipliesOnly = (grid: Grid, region: Region, { column }: Column): boolean =>
  Array.from({ length: Math.max(0, region.bottom - region.top) }, (_, i) => region.top + 1 + i)
    .map((row) => ({ row, formula: grid.formulaInCells(row, column) }))
    .filter(({ row, formula }) => formula !== "" && !addsDown(grid, row, column))
    .every(
      ({ formula }) =>
        /^=\s*[$A-Z0-9.]+%?(?:\s*[*/]\s*(?:\$?[A-Z]{1,3}\$?\d+|[\d.]+%?))+\s*$/i.test(formula) &&
        !DIVIDES.test(formula),
    );
const DIVIDES = /\/\s*\$?[A-Z]{1,3}\$?\d/i;

const LEAST_RATED = 2;

/** Whether a cell adds up, or otherwise names, several cells under one another. */
export const addsDown = (grid: Grid, row: number, column: number): boolean =>
  factsOf(grid.formulaInCells(row, column)).references.some((rect) => rect.rows > 1);

/** The one column that formulas multiply with the weights, line by line or in a total; null where several are, or none. */
export function onlyMultiplied(
  grid: Grid,
  region: Region,
  numeric: readonly Column[],
  weight: Column | undefined,
): Weighed | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  const found = new Set<Column>();
  for (let row = region.top; row <= region.bottom + 2; row += 1)
    for (const { column } of numeric)
      for (const pair of factsOf(grid.formulaInCells(row, column)).products) {
        if (!pair.some((cell) => cell.column === weight.column && cell.row > region.top)) continue;
        const other = pair.find((cell) => cell.column !== weight.column);
        const rated = numeric.find((c) => c.column === other?.column);
        if (rated !== undefined) found.add(rated);
      }
  const [score] = found;
  if (score === undefined || found.size > 1) return null;
  const lines = multipliedLines(grid, region, numeric, weight, null);
  if (lines === null && !addsProductsOf(grid, region, numeric, weight, score)) return null;
  return { score, weighted: lines?.weighted ?? null };
}

/** A total under a column that multiplies it with the weights, row by row. */
const addsProductsOf = (
  grid: Grid,
  region: Region,
  numeric: readonly Column[],
  weight: Column,
  score: Column,
): boolean =>
  numeric.some(({ column }) =>
    [region.bottom, region.bottom + 1, region.bottom + 2].some(
      (row) =>
        factsOf(grid.formulaInCells(row, column)).products.filter(
          (pair) =>
            pair.some((cell) => cell.column === weight.column) && pair.some((cell) => cell.column === score.column),
        ).length >= LEAST_RATED,
    ),
  );
