/**
 * Weights as numbers in the header row, each right of its criterion ("Name | Work | 30 | Care | 70"), with the weighted score or
 * nothing under them.
 */
import type { Grid } from "../grid";
import { isNumeric, plays, type Column } from "./columns";
import type { ItemWeight } from "./model";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

const LEAST = 2;
const ROWS_ASKED = 20;

const isWhole = (values: readonly number[]): boolean => {
  const sum = values.reduce((all, value) => all + value, 0);
  return values.every((value) => value > 0) && [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 0.005);
};

/** Columns of the numbers in a header row that may be such weights; none where they make no whole, or one has no name before it. */
export function numbersBetween(
  grid: Grid,
  row: number,
  texts: readonly number[],
  numbers: readonly number[],
): readonly number[] {
  const values = numbers.flatMap((column) => cellNumber(grid.at(row, column)) ?? []);
  const areNamed = numbers.every((column) => texts.includes(column - 1)) && texts.length > numbers.length;
  return numbers.length >= LEAST && areNamed && isWhole(values) ? numbers : [];
}

/** Whether what stands under a weight is the score before it times one factor, or nothing. */
function isProduct(grid: Grid, rows: readonly number[], column: number): boolean {
  const factors = rows.flatMap((row) => {
    const [score, product] = [cellNumber(grid.at(row, column - 1)), cellNumber(grid.at(row, column))];
    if (product === null) return [];
    return score === null || score === 0 ? (product === 0 ? [] : [NaN]) : [product / score];
  });
  const [first] = factors;
  return first === undefined || factors.every((factor) => Math.abs(factor / first - 1) <= 0.02);
}

/** Column of a score → its weight; empty where the header has none such. */
export function weightsBetween(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
): ReadonlyMap<number, ItemWeight> {
  const header = region.headerRows.at(-1) ?? region.top;
  const own = columns.filter(({ headerRow }) => headerRow === header);
  const isNumber = ({ column }: Column): boolean => cellNumber(grid.at(header, column)) !== null;
  const [numbers, texts] = [
    own.filter(isNumber),
    own.filter((c) => !isNumber(c) && grid.text(header, c.column) !== ""),
  ];
  const found = numbersBetween(
    grid,
    header,
    texts.map(({ column }) => column),
    numbers.map(({ column }) => column),
  );
  const rows = Array.from({ length: ROWS_ASKED }, (_, i) => header + 1 + i).filter((row) => row <= region.bottom);
  if (!found.every((column) => isProduct(grid, rows, column))) return new Map();
  return new Map(
    found.map((column): [number, ItemWeight] => {
      const raw = grid.at(header, column);
      return [column - 1, { value: cellNumber(raw), raw, cell: { row: header, column } }];
    }),
  );
}

/** Largest number of a column, 0 where it holds none. */
const topOf = (grid: Grid, rows: readonly number[], column: number): number =>
  rows.reduce((top, row) => Math.max(top, Math.abs(cellNumber(grid.at(row, column)) ?? 0)), 0);

const SCORES_APART = 2.5;
const VALUES_APART = 5;
const HIGHEST_SCORE = 100;

/** How many times the largest of some tops is the smallest. */
const spreadOf = (tops: readonly number[]): number => Math.max(...tops) / Math.max(1e-9, Math.min(...tops));

/** A column with a weight and the one right of it, which has none; null where there is no other column for the weight. */
interface Pair {
  readonly first: Column;
  readonly second: Column | null;
}

/** The columns with weights, each with the one right of it that has none; empty where hardly any has one. */
function pairsOf(grid: Grid, weightRow: number, columns: readonly Column[]): readonly Pair[] {
  const at = new Map(columns.map((c) => [c.column, c]));
  const firsts = columns.filter(({ column }) => cellNumber(grid.at(weightRow, column)) !== null);
  const pairs = firsts.map((first): Pair => {
    const next = at.get(first.column + 1);
    const isOpen = next !== undefined && grid.blank(weightRow, next.column) && isNumeric(next) && !plays(next, "total");
    return { first, second: isOpen ? next : null };
  });
  const paired = pairs.filter(({ second }) => second !== null).length;
  return paired >= LEAST && pairs.length - paired <= 1 ? pairs : [];
}

/** Of each pair the column that is called a score and the other one is not; null where one has none such. */
function calledScores(pairs: readonly Pair[]): readonly Column[] | null {
  const found = pairs.flatMap(({ first, second }) => {
    const called = [first, second].flatMap((c) => (c !== null && plays(c, "score") ? [c] : []));
    return called.length === 1 ? called : [];
  });
  return found.length === pairs.length ? found : null;
}

/** The second column of each pair, where all of them are on one scale and the first ones are not. */
function likelyScores(grid: Grid, rows: readonly number[], pairs: readonly Pair[]): readonly Column[] | null {
  const seconds = pairs.flatMap(({ second }) => second ?? []);
  if (seconds.length < pairs.length) return null;
  const scores = seconds.map(({ column }) => topOf(grid, rows, column));
  const values = pairs.map(({ first }) => topOf(grid, rows, first.column));
  const areScores = scores.every((top) => top > 0 && top <= HIGHEST_SCORE) && spreadOf(scores) <= SCORES_APART;
  const areValues = pairs.some(({ first }) => !isNumeric(first)) || spreadOf(values) > VALUES_APART;
  return areScores && areValues ? seconds : null;
}

/**
 * Weights over two columns for each criterion, its value and the score for it ("Price 1200 | 8"), where the scores stand in the second:
 * they are called so, or alone are numbers, or are on one scale while the values are not. Column of a score → its weight; empty where
 * the weights stand otherwise, or it is not plain which of the two counts.
 */
export function weightsOverPairs(
  grid: Grid,
  region: Region,
  weightRow: number,
  columns: readonly Column[],
): ReadonlyMap<number, ItemWeight> {
  const pairs = pairsOf(grid, weightRow, columns);
  if (pairs.length === 0) return new Map();
  const header = region.headerRows.at(-1) ?? region.top;
  const rows = Array.from({ length: region.bottom - header }, (_, i) => header + 1 + i).filter((r) => r !== weightRow);
  const scores = calledScores(pairs) ?? likelyScores(grid, rows, pairs) ?? [];
  return new Map(
    scores.map(({ column }, i): [number, ItemWeight] => {
      const cell = { row: weightRow, column: pairs[i]?.first.column ?? column };
      const raw = grid.at(cell.row, cell.column);
      return [column, { value: cellNumber(raw), raw, cell }];
    }),
  );
}

/** A column of one number, typed in every row or taken from one cell. */
function constantOf(grid: Grid, rows: readonly number[], column: number): number | null {
  const formulas = new Set(rows.map((row) => grid.formulaInCells(row, column)));
  if (formulas.size > 1) return null;
  const values = rows.map((row) => cellNumber(grid.at(row, column)));
  const [first = null] = values;
  return first !== null && first > 0 && values.every((value) => value === first) ? first : null;
}

/** "Quality weight", "quality_p" beside "quality"; "Weight"; nothing at all. */
const belongsTo = (weight: Column, score: Column): boolean => {
  const [own, other] = [weight.header.trim().toLowerCase(), score.header.trim().toLowerCase()];
  return own === "" || plays(weight, "weight") || (other.length > 1 && own.startsWith(other) && own !== other);
};

/**
 * Weights that stand in every row, each right of the score it is for ("Quality | Weight | Speed | Weight"), the same for all and
 * a whole together: column of a score → its weight. Empty where there are none.
 * @param rows rows of those who are rated, 0-based
 */
export function weightsBeside(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
): ReadonlyMap<number, ItemWeight> {
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_ROWS) return new Map();
  const found = new Map<number, ItemWeight>();
  for (const [i, weight] of columns.entries()) {
    const score = columns[i - 1];
    if (score === undefined || found.has(score.column) || !isNumeric(score) || !isNumeric(weight)) continue;
    if (score.column !== weight.column - 1 || score.header === "" || !belongsTo(weight, score)) continue;
    const value = constantOf(grid, rows, weight.column);
    if (value === null) continue;
    const cell = { row: first, column: weight.column };
    found.set(score.column, { value, raw: grid.at(first, weight.column), cell });
  }
  return isWhole([...found.values()].map(({ value }) => value ?? 0)) && found.size >= LEAST ? found : new Map();
}
const LEAST_ROWS = 2;

/** Rows that share their weights, with these: column of a score → its weight. */
export interface OwnWeights {
  readonly rows: readonly number[];
  readonly weights: ReadonlyMap<number, ItemWeight>;
  /** They are what each column can bring. */
  readonly areFullMarks?: true;
}

/**
 * Weights that stand beside the scores and differ from row to row ("Task A | Weight | Task B | Weight"), a whole together in most
 * rows: the rows by their weights. Empty where there are none, or where all rows have the same.
 * @param rows rows of those who are rated, 0-based
 */
export function weightsOfRows(grid: Grid, rows: readonly number[], columns: readonly Column[]): readonly OwnWeights[] {
  const isNamedAfter = (c: Column, i: number): boolean => {
    const before = columns[i - 1];
    return before?.column === c.column - 1 && c.header.trim() !== "" && isNumeric(before) && belongsTo(c, before);
  };
  const weights = columns.filter((c, i) => isNumeric(c) && (plays(c, "weight") || isNamedAfter(c, i)));
  if (weights.length < LEAST || rows.length < LEAST_ROWS) return [];
  const pairs = weights.flatMap((weight) => {
    const score = columns[columns.indexOf(weight) - 1];
    const isScore = score?.column === weight.column - 1 && isNumeric(score) && !weights.includes(score);
    return isScore ? [{ score, weight }] : [];
  });
  if (pairs.length < weights.length) return [];
  const plans = new Map<string, { rows: number[]; weights: ReadonlyMap<number, ItemWeight> }>();
  let wholes = 0;
  for (const row of rows) {
    const own = pairs.map(({ score, weight }): [number, ItemWeight] => {
      const raw = grid.at(row, weight.column);
      return [score.column, { value: cellNumber(raw), raw, cell: { row, column: weight.column } }];
    });
    const values = own.map(([, { value }]) => value ?? 0);
    if (isWhole(values)) wholes += 1;
    const plan = plans.get(values.join(" ")) ?? { rows: [], weights: new Map(own) };
    plan.rows.push(row);
    plans.set(values.join(" "), plan);
  }
  return plans.size > 1 && wholes * 2 > rows.length ? [...plans.values()] : [];
}

/** Whether no score of a column is above a number. */
const areUpTo = (grid: Grid, rows: readonly number[], { column }: Column, most: number): boolean =>
  rows.every((row) => (cellNumber(grid.at(row, column)) ?? 0) <= most);

/**
 * Full marks that stand in every row beside the marks ("Full | Mark" under each task), the same for all: column of a mark → its
 * full marks. Empty where there are none.
 * @param rows rows of those who are rated, 0-based
 */
export function fullMarksBeside(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
): ReadonlyMap<number, ItemWeight> {
  const [first] = rows;
  const found = new Map<number, ItemWeight>();
  const full = columns.filter((c) => plays(c, "maximum") && isNumeric(c));
  if (first === undefined || rows.length < LEAST_ROWS || full.length < LEAST) return found;
  for (const most of full) {
    const value = constantOf(grid, rows, most.column);
    const isMark = (c: Column | undefined): c is Column =>
      c !== undefined && !full.includes(c) && isNumeric(c) && !found.has(c.column) && c.parent === most.parent;
    const at = columns.indexOf(most);
    const mark = [columns[at + 1], columns[at - 1]].find(isMark);
    if (value === null || mark === undefined || !areUpTo(grid, rows, mark, value)) return new Map();
    const cell = { row: first, column: most.column };
    found.set(mark.column, { value, raw: grid.at(first, most.column), cell });
  }
  return found;
}
