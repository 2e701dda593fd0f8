/** Weights of a block with people in rows: in a row of their own, in the headers, or only in formulas. */
import type { Rect } from "../../model/a1";
import { headerPrint } from "../answers";
import type { Grid } from "../grid";
import { plays, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import { says } from "./lexicon";
import type { ItemWeight, Section } from "./model";
import { cellNumber, weightInText } from "./numbers";
import type { Region } from "./regions";
import { columnRects, rowRects } from "./rects";

export interface WeightRow {
  readonly row: number;
  /** What the row is called; "" where only its numbers tell. */
  readonly header: string;
}
export interface MatrixWeights {
  readonly header: string;
  readonly of: (column: Column) => ItemWeight;
  readonly cells: readonly Rect[];
}
const ROWS_AROUND = 4;
/** What weights are called that stand in the headers as full marks. */
const FULL_MARKS = "maximum points";
export const NO_WEIGHT: ItemWeight = { value: null, raw: "", cell: null };

/** Label of a row: the first text left of a column. */
export function labelLeftOf(grid: Grid, row: number, first: number): string {
  for (let column = grid.left; column < first; column += 1) {
    const text = grid.text(row, column);
    if (text !== "" && cellNumber(text) === null) return text;
  }
  return "";
}

/** "W1", "W2": one weight of several, beside its number. */
const ONE_WEIGHT = /^w\s*\d+$/i;

/** Whether a label names a row of weights, or of full marks. */
export const isWeightLabel = (text: string): boolean =>
  (says(text, "weight") && !ONE_WEIGHT.test(text.trim())) || says(text, "maximum", 0.8);

/** In larger blocks no row in the middle is asked whether the list ends there. */
const MOST_CELLS = 20_000;

/** Rows around a block in which weights are looked for: those under the data too. */
export function rowsAround(grid: Grid, { top, bottom, headerRows }: Region): number[] {
  const [first, last] = [Math.max(grid.top, top - ROWS_AROUND), Math.min(grid.bottom, bottom + ROWS_AROUND)];
  const header = headerRows.at(-1) ?? top;
  const near = Array.from({ length: header + 4 - first }, (_, i) => first + i).filter((row) => row <= last);
  const ends = Array.from({ length: 13 }, (_, i) => last - 12 + i).filter((row) => row > header + 3);
  const isBlank = (row: number): boolean => grid.columns.every((column) => grid.blank(row, column));
  // A row in the middle with an empty one under it ends the list, too: another table stands below.
  const middle: number[] = [];
  const isLarge = (last - header) * grid.columns.length > MOST_CELLS;
  for (let row = header + 4; row < last - 12 && !isLarge; row += 1) if (isBlank(row + 1)) middle.push(row);
  return [...near, ...middle, ...ends].filter((row) => !headerRows.includes(row));
}

/** Label of a row: of the texts before its first number one that speaks of weights, else the first. */
export function labelBeforeNumbers(grid: Grid, { left, right }: Pick<Region, "left" | "right">, row: number): string {
  let first = "";
  for (let column = left; column <= right; column += 1) {
    const value = grid.at(row, column);
    if (cellNumber(value) !== null) break;
    const text = grid.text(row, column);
    if (text !== "" && isWeightLabel(text)) return text;
    if (first === "") first = text;
    if (column === right) return "";
  }
  return first;
}

/** What an unnamed row that a person pointed at is called from then on. */
const SAID = "weight";

/** Text by which a row is known again: what stands before its first number. */
export const rowPrint = (
  grid: Grid,
  region: Pick<Region, "left" | "right" | "top" | "headerRows">,
  row: number,
): string => {
  const label = labelBeforeNumbers(grid, region, row);
  return label === "" ? `+${String(row - (region.headerRows.at(-1) ?? region.top))}` : headerPrint(label);
};

/** The row that a person said holds the weights: of several of that label the one nearest to the header. */
export function saidWeightRow(grid: Grid, region: Region): WeightRow | null {
  const answer = region.answers.find(({ role, line }) => role === "weight" && line === "row");
  if (answer === undefined) return null;
  const header = region.headerRows.at(-1) ?? region.top;
  const rows = Array.from({ length: grid.bottom - grid.top + 1 }, (_, i) => grid.top + i)
    .filter((row) => !region.headerRows.includes(row) && rowPrint(grid, region, row) === answer.print)
    .sort((a, b) => Math.abs(a - header) - Math.abs(b - header));
  const [row] = rows;
  return row === undefined ? null : { row, header: labelBeforeNumbers(grid, region, row) || SAID };
}

/** Numbers of a column in rows of a block. */
const valuesIn = (grid: Grid, from: number, to: number, column: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => cellNumber(grid.at(from + i, column))).flatMap(
    (value) => value ?? [],
  );

/** "Points", "Value": what each column is worth, where nobody has more. */
const POINTS =
  /^(points?|pts?\.?|marks?|values?|worth|full|punkte|punten|puan|wert|puntos|puntaje|valor|pontos|баллы?|分值|分数|poin|điểm|điểm số)$/i;

/** Numbers of a row, each with the scores of its column. */
const marksIn = (grid: Grid, row: number, from: number, to: number, right: readonly Column[]) =>
  right.flatMap(({ column }) => {
    const most = cellNumber(grid.at(row, column));
    return most === null ? [] : [{ most, own: valuesIn(grid, from, to, column) }];
  });

/**
 * The row that says what can be reached, though no word for it is there: no score is above it. Over the scores it stands under the
 * word for who is rated, or is called "Points", as it is under them; there it is no list of the best only where it is above some.
 */
function silentFullMarks(grid: Grid, region: Region, label: Column, right: readonly Column[]): number | null {
  const under = (region.headerRows.at(-1) ?? region.top) + 1;
  // How many there are of each may stand in between, as text.
  const isEmpty = (row: number): boolean => right.every(({ column }) => cellNumber(grid.at(row, column)) === null);
  const first = isEmpty(under) && grid.blank(under, label.column) ? under + 1 : under;
  const called = (row: number): string => grid.text(row, label.column);
  const areAbove = (marks: ReturnType<typeof marksIn>): boolean =>
    marks.length >= 2 && marks.every(({ most, own }) => own.length > 0 && own.every((value) => value <= most));
  const isCalled = POINTS.test(called(first));
  const over = marksIn(grid, first, first + 1, region.bottom, right);
  if ((isCalled || says(called(first), "person", 1)) && areAbove(over)) return first;
  // Called so, it may stand over columns that hardly anybody has a score in yet.
  if (isCalled && over.length > 2 && over.every(({ most, own }) => own.every((value) => value <= most))) return first;
  const last = region.bottom;
  if (last <= first || !POINTS.test(called(last))) return null;
  const marks = marksIn(grid, last, first, last - 1, right);
  const isMore = marks.some(({ most, own }) => own.every((value) => value < most));
  return areAbove(marks) && isMore && marks.every(({ own }) => own.length >= 2) ? last : null;
}

/** What nobody sets as full marks, though it can be divided by five. */
const ODD_MARKS: ReadonlySet<number> = new Set([55, 65, 85, 95]);

/**
 * Figures of a block typed under it: the most, the least, the mean or the sum of each column. What can be reached would be reached
 * by somebody in every column only by chance, and then in round numbers.
 */
function areFigures(grid: Grid, region: Region, row: number, right: readonly Column[]): boolean {
  const header = region.headerRows.at(-1) ?? region.top;
  if (row <= header + 1 || says(labelBeforeNumbers(grid, region, row), "weight")) return false;
  const ends = rowsAround(grid, region).filter((at) => at > header && at !== row);
  const isNamed = (at: number): boolean => isWeightLabel(labelBeforeNumbers(grid, region, at));
  const last = Math.min(row, ...ends.filter((at) => at > header + 1 && isNamed(at))) - 1;
  const marks = right.flatMap(({ column }) => {
    const shown = cellNumber(grid.at(row, column));
    return shown === null ? [] : [{ shown, own: valuesIn(grid, header + 1, last, column) }];
  });
  if (marks.length < 3 || marks.some(({ own }) => own.length < 3)) return false;
  const all = (of: (own: readonly number[]) => number): boolean =>
    marks.every(({ shown, own }) => Math.abs(of(own) - shown) < 0.06);
  const sum = (own: readonly number[]): number => own.reduce((total, value) => total + value, 0);
  const isOdd = marks.some(({ shown }) => shown % 5 !== 0 || ODD_MARKS.has(shown));
  return (isOdd && all((own) => Math.max(...own))) || all(sum) || all((own) => sum(own) / own.length);
}

/** Rows around a block that one label stands before. */
const MOST_OF_LABEL = 2;
/** More of the scores above their full marks than slips are. */
const TOO_MANY = 0.25;

/**
 * Somebody called "Max" in the middle of the list, or "Possibly" at its top: more than slips of the others' scores are above the numbers
 * of the row, and people stand over it and under it, or its word is only like one for full marks.
 */
export function isSomebody(grid: Grid, region: Region, row: number, right: readonly Column[]): boolean {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const label = labelBeforeNumbers(grid, region, row);
  if (row < first || row >= region.bottom || says(label, "weight")) return false;
  if (row === first && says(label, "maximum", 1)) return false;
  const marks = right.flatMap(({ column }) => {
    const most = cellNumber(grid.at(row, column));
    const own = [first, row + 1].map((from) => valuesIn(grid, from, from === first ? row - 1 : region.bottom, column));
    return most === null ? [] : [{ most, own }];
  });
  const [above, under] = [0, 1].map((side) => marks.flatMap(({ own }) => own[side] ?? []).length);
  const others = marks.flatMap(({ most, own }) => own.flat().map((value) => value > most));
  return (
    (above !== 0 || row === first) && under !== 0 && others.filter((isOver) => isOver).length > others.length * TOO_MANY
  );
}

/**
 * The row of weights: called so above, under or below; without a name only directly beside the header, where nobody is
 * named and the numbers are about 1 or 100 together.
 */
export function findWeightRow(grid: Grid, region: Region, label: Column, columns: readonly Column[]): WeightRow | null {
  const said = saidWeightRow(grid, region);
  if (said !== null) return said;
  const header = region.headerRows.at(-1) ?? region.top;
  const right = columns.filter(({ column }) => column > label.column);
  const numbers = (row: number): number[] => right.flatMap(({ column }) => cellNumber(grid.at(row, column)) ?? []);
  // The most and the least of a column, worked out under it, are no full marks.
  const isFigure = (row: number): boolean =>
    right.some(({ column }) =>
      factsOf(grid.formulaInCells(row, column)).references.some((rect) => rect.rows >= 2 && rect.column === column),
    );
  const rows = rowsAround(grid, region).filter((row) => numbers(row).length >= 2 && !isFigure(row));
  // A word that stands before row after row ("Possibly") is what they hold, and no label of one of them.
  const labels = rows.map((row) => labelBeforeNumbers(grid, region, row));
  const isAnswer = (row: number): boolean => {
    const own = labels[rows.indexOf(row)];
    return !says(own ?? "", "maximum", 1) && labels.filter((label) => label === own).length > MOST_OF_LABEL;
  };
  const named = rows.filter(
    (row) =>
      !isAnswer(row) &&
      isWeightLabel(labelBeforeNumbers(grid, region, row)) &&
      !areFigures(grid, region, row, right) &&
      !isSomebody(grid, region, row, right),
  );
  // Of weights and maximum points the weights decide; of several rows the nearest one with most numbers.
  const most = named.reduce((count, row) => Math.max(count, numbers(row).length), 0);
  const full = named.filter((row) => numbers(row).length * 2 > most);
  const weights = full.filter((row) => says(labelBeforeNumbers(grid, region, row), "weight"));
  const [row] = (weights.length > 0 ? weights : full).sort((a, b) => Math.abs(a - header) - Math.abs(b - header));
  if (row !== undefined) return { row, header: labelBeforeNumbers(grid, region, row) };
  const marks = silentFullMarks(grid, region, label, right);
  if (marks !== null) return { row: marks, header: FULL_MARKS };
  const silent = rows.find((candidate) => {
    const isBeside = candidate === header + 1 || candidate === (region.headerRows[0] ?? header) - 1;
    const values = numbers(candidate);
    const name = grid.text(candidate, label.column);
    const isAbove = candidate < header && name.length <= 2 && name !== "";
    if (!isBeside || values.length < 2 || !(isAbove || grid.blank(candidate, label.column))) return false;
    const isCount = values.every((value, i) => value === i + 1);
    if (isAbove && !isCount && numbers(header).length === 0 && values.every((value) => value > 0)) return true;
    const sum = values.reduce((all, value) => all + value, 0);
    return [1, 100, 2, 200].some((whole) => Math.abs(sum - whole) < (whole > 2 ? 20 : 0.2));
  });
  return silent === undefined ? null : { row: silent, header: "" };
}

/**
 * The row of full marks beside a row of weights, where they are not the same for all and no score is above its own: the scores
 * are shares of them. null for none.
 */
export function fullMarksRow(
  grid: Grid,
  region: Region,
  weightRow: WeightRow | null,
  people: readonly number[],
  scores: readonly Column[],
): number | null {
  if (weightRow === null || !says(weightRow.header, "weight") || scores.length < 2) return null;
  // Under the people it may be the most that somebody has.
  const row = rowsAround(grid, region).find((at) => {
    const label = labelBeforeNumbers(grid, region, at);
    return at < (people[0] ?? 0) && at !== weightRow.row && says(label, "maximum", 0.8) && !says(label, "weight");
  });
  if (row === undefined) return null;
  const marks = scores.map(({ column }) => cellNumber(grid.at(row, column)) ?? 0);
  if (marks.some((mark) => mark <= 0) || new Set(marks).size < 2) return null;
  const isOver = scores.some(({ column }, i) =>
    people.some((at) => (cellNumber(grid.at(at, column)) ?? 0) > (marks[i] ?? 0)),
  );
  return isOver ? null : row;
}

/** Whether a column has a weight of its own, and not the sum of all the others' (as a column of totals may). */
export function hasOwnWeight(grid: Grid, { row }: WeightRow, column: Column, columns: readonly Column[]): boolean {
  const own = cellNumber(grid.at(row, column.column));
  if (own === null) return false;
  const others = columns.reduce(
    (sum, other) => (other === column ? sum : sum + (cellNumber(grid.at(row, other.column)) ?? 0)),
    0,
  );
  const isWhole = plays(column, "total") || Math.abs(others - 100) < 0.01 || Math.abs(others - 1) < 1e-4;
  // "Final" at 50 beside 20 and 30: with it they make the whole, and it weighs as much as the others.
  const isShare = [1, 100].some((whole) => Math.abs(own + others - whole) <= whole * 1e-6);
  const isSum = isWhole && !isShare && Math.abs(own - others) < 1e-6;
  const { functions, references } = factsOf(grid.formulaInCells(row, column.column));
  return (
    !isSum &&
    !(functions.includes("SUM") && references.some((rect) => rect.columns > 1) && !hasDivision(grid, row, column))
  );
}
const hasDivision = (grid: Grid, row: number, { column }: Column): boolean =>
  grid.formulaInCells(row, column).includes("/");

/** Weights in the formula of one cell: by the column of the score, what it is multiplied with. */
function weightsInFormula(
  grid: Grid,
  row: number,
  column: number,
  scores: readonly Column[],
): ReadonlyMap<number, ItemWeight> {
  const found = new Map<number, ItemWeight>();
  const formula = grid.formulaInCells(row, column);
  if (formula === "") return found;
  const isScore = (cell: CellRef): boolean => cell.row === row && scores.some((c) => c.column === cell.column);
  const { products, scaled } = factsOf(formula);
  for (const [a, b] of products) {
    const [score, weight] = isScore(a) ? [a, b] : [b, a];
    if (!isScore(score) || isScore(weight) || weight.row === row) continue;
    const raw = grid.at(weight.row, weight.column);
    found.set(score.column, { value: cellNumber(raw), raw, cell: weight });
  }
  for (const { cell, by } of scaled) if (isScore(cell)) found.set(cell.column, { value: by, raw: by, cell: null });
  return found;
}

/** The column whose own formulas give the weights, where it is another one than that of the totals: a step before them. */
export function weighingColumn(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
  scores: readonly Column[],
): Column | undefined {
  const [row] = rows;
  return row === undefined
    ? undefined
    : columns.find((c) => {
        const found = weightsInFormula(grid, row, c.column, scores);
        return found.size === scores.length && scores.every(({ column }) => found.has(column));
      });
}

/** Rows whose formulas are asked for weights: most of them must say the same. */
const ROWS_ASKED = 9;

/** Weights that the rows' own formulas multiply with: cells outside the row, or constants. */
export function formulaWeights(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
  scores: readonly Column[],
  total: Column | undefined,
): ReadonlyMap<number, ItemWeight> {
  const asked = rows.slice(0, ROWS_ASKED);
  const ways = new Map<string, { readonly weights: ReadonlyMap<number, ItemWeight>; count: number }>();
  const note = (weights: ReadonlyMap<number, ItemWeight>): void => {
    if (weights.size < 2) return;
    const key = [...weights]
      .map(([column, { value }]) => `${String(column)}:${String(value)}`)
      .sort()
      .join(" ");
    const known = ways.get(key);
    if (known === undefined) ways.set(key, { weights, count: 1 });
    else known.count += 1;
  };
  if (total !== undefined) for (const row of asked) note(weightsInFormula(grid, row, total.column, scores));
  if (ways.size === 0)
    for (const row of asked) {
      const found = new Map<number, ItemWeight>();
      for (const { column } of columns)
        for (const [score, weight] of weightsInFormula(grid, row, column, scores)) found.set(score, weight);
      note(found);
    }
  const most = Math.max(0, ...[...ways.values()].map(({ count }) => count));
  return [...ways.values()].find(({ count }) => count === most)?.weights ?? new Map<number, ItemWeight>();
}

/** Cells of formula weights as ranges: down a column, along a row, or one by one. */
export function rangesOf(cells: readonly CellRef[]): readonly Rect[] {
  const [first] = cells;
  if (first === undefined) return [];
  if (cells.length > 1 && cells.every(({ column }) => column === first.column))
    return columnRects(
      first.column,
      cells.map(({ row }) => row),
    );
  return rowRects(
    first.row,
    1,
    cells.map(({ column }) => column),
  );
}

/**
 * Weights of the columns with scores.
 * @param areFull whether those of `byFormula` are full marks
 */
export function matrixWeights(
  grid: Grid,
  region: Region,
  weightRow: WeightRow | null,
  byFormula: ReadonlyMap<number, ItemWeight>,
  scores: readonly Column[],
  areFull: boolean,
): MatrixWeights {
  if (weightRow !== null) {
    const { row, header } = weightRow;
    const of = ({ column }: Column): ItemWeight => {
      const raw = grid.at(row, column);
      return { value: cellNumber(raw), raw, cell: { row, column } };
    };
    const wanted = scores.map(({ column }) => column);
    return { header, of, cells: rowRects(row, 1, wanted) };
  }
  const inHeaders = scores.filter(({ header }) => weightInText(header) !== null);
  if (inHeaders.length >= 2) {
    const of = ({ column, headerRow, header }: Column): ItemWeight => ({
      value: weightInText(header)?.value ?? null,
      raw: grid.at(headerRow, column),
      cell: { row: headerRow, column },
    });
    const places = inHeaders.map(({ column }) => column);
    const isFullMarks = inHeaders.every(({ header }) => weightInText(header)?.points === true);
    return {
      header: isFullMarks ? FULL_MARKS : "",
      of,
      cells: rowRects(inHeaders[0]?.headerRow ?? region.top, 1, places),
    };
  }
  if (byFormula.size < 2) return { header: "", of: () => NO_WEIGHT, cells: [] };
  const cells = [...byFormula.values()].flatMap(({ cell }) => cell ?? []);
  const header = areFull ? FULL_MARKS : "";
  return { header, of: ({ column }) => byFormula.get(column) ?? NO_WEIGHT, cells: rangesOf(cells) };
}

/**
 * Weights of merged headings over the criteria: in their texts ("Results (60%)") or in a weight row of their own that has
 * a number a heading. null where there are none.
 */
export function headingWeights(
  grid: Grid,
  region: Region,
  weightRow: WeightRow | null,
  scores: readonly Column[],
): readonly Section[] | null {
  const firsts = scores.filter(({ parent }, i) => parent !== "" && scores.findIndex((c) => c.parent === parent) === i);
  if (firsts.length < 2 || scores.some(({ parent }) => parent === "")) return null;
  const inTexts = firsts.map(({ parent, column, headerRow }): Section => {
    const value = weightInText(parent)?.value ?? null;
    return { name: parent, weight: { value, raw: parent, cell: { row: headerRow, column }, shared: true } };
  });
  if (inTexts.every(({ weight }) => weight.value !== null)) return inTexts;
  const row = rowsAround(grid, region).find(
    (candidate) =>
      candidate !== weightRow?.row &&
      isWeightLabel(labelBeforeNumbers(grid, region, candidate)) &&
      scores.every((column) => (cellNumber(grid.at(candidate, column.column)) !== null) === firsts.includes(column)),
  );
  if (row === undefined) return null;
  return firsts.map(({ parent, column }) => {
    const raw = grid.at(row, column);
    return { name: parent, weight: { value: cellNumber(raw), raw, cell: { row, column } } };
  });
}

/** Of columns without a weight only those among the weighted ones, or directly to their right, may lack one. */
export function besideWeights(grid: Grid, { row }: WeightRow, weighted: readonly Column[], others: readonly Column[]) {
  const [first, last] = [weighted[0]?.column ?? 0, weighted.at(-1)?.column ?? 0];
  // Behind weights that make a whole nothing lacks one.
  const sum = weighted.reduce((all, { column }) => all + (cellNumber(grid.at(row, column)) ?? 0), 0);
  const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 1e-6);
  return others.filter(
    (column) =>
      column.column >= first &&
      grid.blank(row, column.column) &&
      // Right of the last weight a criterion may lack its own; a column named "Score" there is the total.
      (column.column < last ||
        (!isWhole && column.column === last + 1 && !plays(column, "score") && !plays(column, "total"))),
  );
}
