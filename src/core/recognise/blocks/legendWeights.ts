/**
 * Weights in a list of their own on the same sheet: the names of the criteria stand there again, down a column or along a
 * row, each with a number. Such a list needs no header; it is known by the names, and by its sum or a word for weights.
 */
import type { Grid } from "../grid";
import type { Rect } from "../../model/a1";
import { holdsScores, isNumeric, plays, type Column } from "./columns";
import type { CellRef } from "./formulaFacts";
import { headerForm, says } from "./lexicon";
import type { ItemWeight } from "./model";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

/** Larger sheets are not searched for lists. */
const MOST_CELLS = 40_000;
/** How far to the right of the names their weights may stand. */
const REACH = 8;

const isInside = ({ row, column }: CellRef, rect: Rect): boolean =>
  row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;

const isWhole = (values: readonly number[]): boolean => {
  const sum = values.reduce((all, value) => all + value, 0);
  return values.every((value) => value >= 0) && [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 0.005);
};

/** Where each name stands outside the block; null where one stands nowhere. */
function placesOf(grid: Grid, names: readonly string[], rect: Rect): readonly (readonly CellRef[])[] | null {
  const rows = Math.max(0, grid.bottom - grid.top + 1);
  if (rows * grid.columns.length > MOST_CELLS) return null;
  const wanted = new Map(names.map((name, i) => [headerForm(name), i]));
  if (wanted.size < names.length || wanted.has("")) return null;
  const places = names.map((): CellRef[] => []);
  for (let row = grid.top; row <= grid.bottom; row += 1)
    for (const column of grid.columns) {
      const value = grid.at(row, column);
      if (typeof value !== "string" || value === "" || isInside({ row, column }, rect)) continue;
      const at = wanted.get(headerForm(value));
      if (at !== undefined) places[at]?.push({ row, column });
    }
  return places.every((own) => own.length > 0) ? places : null;
}

/** A word for weights over the numbers, or before them in their row. */
function isCalledWeight(grid: Grid, cells: readonly CellRef[], isDown: boolean): boolean {
  const [first] = cells;
  if (first === undefined) return false;
  for (let up = 1; up <= 3; up += 1) if (says(grid.text(first.row - up, first.column), "weight", 0.8)) return true;
  if (isDown) return false;
  for (let back = 1; back <= 3; back += 1)
    if (says(grid.text(first.row, first.column - back), "weight", 0.8)) return true;
  return false;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Beside numbers that make a whole no others do: of several such lists each holds shares of something else. */
function isOnlyWhole(grid: Grid, cells: readonly CellRef[], isDown: boolean): boolean {
  const own = cells.map(({ row, column }) => cellNumber(grid.at(row, column)) ?? 0);
  return [-1, 1].every((step) => {
    const beside = cells.map(({ row, column }) =>
      cellNumber(isDown ? grid.at(row, column + step) : grid.at(row + step, column)),
    );
    const known = beside.flatMap((value) => value ?? []);
    if (known.length < cells.length || !isWhole(known)) return true;
    // The same weights once more, as per cents beside their shares.
    return known.every((value, i) => Math.abs(value / total(known) - (own[i] ?? 0) / total(own)) < 1e-4);
  });
}

/** The numbers beside names that stand in one line, a step to the side; null where one is missing. */
function numbersBeside(
  grid: Grid,
  line: readonly CellRef[],
  step: CellRef,
  isDown: boolean,
): readonly ItemWeight[] | null {
  const cells = line.map(({ row, column }) => ({ row: row + step.row, column: column + step.column }));
  const values = cells.map(({ row, column }) => cellNumber(grid.at(row, column)));
  const known = values.flatMap((value) => value ?? []);
  if (known.length < cells.length) return null;
  if (!isCalledWeight(grid, cells, isDown) && !(isWhole(known) && isOnlyWhole(grid, cells, isDown))) return null;
  return cells.map((cell, i) => ({ value: values[i] ?? null, raw: grid.at(cell.row, cell.column), cell }));
}

/** Weights of criteria by their names, for a block that has none; null where no list on the sheet has them all. */
export function legendWeights(grid: Grid, names: readonly string[], rect: Rect): readonly ItemWeight[] | null {
  const places = names.length < 2 ? null : placesOf(grid, names, rect);
  if (places === null) return null;
  const [starts = []] = places;
  const lines = starts.map((start) => ({
    down: places.flatMap((own) => own.find(({ column, row }) => column === start.column && row >= start.row) ?? []),
    along: places.flatMap((own) => own.find(({ row }) => row === start.row) ?? []),
  }));
  const isWholeLine = (line: readonly CellRef[]): boolean => line.length === names.length;
  // Of several lists the one whose numbers are nearest to the names.
  for (let step = 1; step <= REACH; step += 1)
    for (const { down, along } of lines) {
      const isDown = isWholeLine(down) && new Set(down.map(({ row }) => row)).size === names.length;
      const beside = isDown ? numbersBeside(grid, down, { row: 0, column: step }, true) : null;
      if (beside !== null) return beside;
      if (step > 1 || !isWholeLine(along)) continue;
      for (const row of [1, -1]) {
        const under = numbersBeside(grid, along, { row, column: 0 }, false);
        if (under !== null) return under;
      }
    }
  return null;
}

/** What a header says that is a name of a criterion as often: the rank in class, the final exam. */
const EITHER = ["rank", "total", "band"] as const;

/**
 * Columns with those that a list on the sheet names, with a weight, among the criteria: "Ranking" beside "Tests" and "Attendance" is
 * one of them there, and no place. The weights of all of them make a whole, so that none can be left out.
 */
export function withListedCriteria(grid: Grid, region: Region, columns: readonly Column[]): readonly Column[] {
  const open = (c: Column): boolean => c.said === null && isNumeric(c) && EITHER.some((role) => plays(c, role));
  const scores = columns.filter(holdsScores);
  if (scores.length === 0 || !columns.some(open)) return columns;
  const [row, last] = [region.headerRows[0] ?? region.top, region.headerRows.at(-1) ?? region.top];
  const heads = { row, column: region.left, rows: last - row + 1, columns: region.right - region.left + 1 };
  const isListed = (c: Column): boolean => {
    const named = columns.filter((other) => other === c || scores.includes(other)).map(({ header }) => header);
    const listed = legendWeights(grid, named, heads);
    return listed !== null && isWhole(listed.flatMap(({ value }) => value ?? []));
  };
  return columns.map((c) => (open(c) && isListed(c) ? { ...c, roles: [], sure: 0 } : c));
}
