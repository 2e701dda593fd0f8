/**
 * Weights that stand on another sheet: the formulas of the totals go there, over one step or several. They are worked out from the
 * sheet's own scores and totals, and taken only where all totals come out exactly with more of them than there are weights.
 */
import { tokenize } from "../../formulas/tokens";
import { roundHalfAway } from "../../scoring/round";
import type { Grid } from "../grid";
import type { Column } from "./columns";
import type { ItemWeight } from "./model";
import { cellNumber } from "./numbers";

const MOST_SCORES = 30;
const ROWS_ASKED = 200;
const LEAST_WEIGHTS = 2;
/** Totals that are off by more than this share do not come from these weights. */
const EXACT = 1e-7;
const DIGITS = 6;

/** Whether a formula takes something from another sheet, or by a name. */
const goesElsewhere = (formula: string): boolean =>
  formula !== "" && tokenize(formula.replace(/^=/, "")).some(({ kind }) => kind === "sheet" || kind === "name");

interface Lines {
  readonly scores: readonly (readonly number[])[];
  readonly totals: readonly number[];
}

/** Scores and totals of the rows that have them all. */
function linesOf(grid: Grid, rows: readonly number[], scores: readonly Column[], total: Column): Lines {
  const found: { scores: number[]; total: number }[] = [];
  for (const row of rows.slice(0, ROWS_ASKED)) {
    const own = scores.flatMap(({ column }) => cellNumber(grid.at(row, column)) ?? []);
    const shown = grid.at(row, total.column);
    if (own.length === scores.length && typeof shown === "number") found.push({ scores: own, total: shown });
  }
  return { scores: found.map((line) => line.scores), totals: found.map((line) => line.total) };
}

/** The weights with which the squares of what the totals are off are least; null where several would do. Gaussian elimination. */
function leastSquares({ scores, totals }: Lines): readonly number[] | null {
  const size = scores[0]?.length ?? 0;
  const dot = (i: number, j: number): number => scores.reduce((sum, line) => sum + (line[i] ?? 0) * (line[j] ?? 0), 0);
  const table = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (__, j) => dot(i, j)),
    scores.reduce((sum, line, k) => sum + (line[i] ?? 0) * (totals[k] ?? 0), 0),
  ]);
  for (let at = 0; at < size; at += 1) {
    let best = at;
    for (let row = at + 1; row < size; row += 1)
      if (Math.abs(table[row]?.[at] ?? 0) > Math.abs(table[best]?.[at] ?? 0)) best = row;
    const [pivot, other] = [table[best], table[at]];
    if (pivot === undefined || other === undefined || Math.abs(pivot[at] ?? 0) < 1e-9 * (dot(at, at) + 1)) return null;
    [table[at], table[best]] = [pivot, other];
    for (let row = 0; row < size; row += 1) {
      const line = table[row];
      if (row === at || line === undefined) continue;
      const factor = (line[at] ?? 0) / (pivot[at] ?? 1);
      for (let k = at; k <= size; k += 1) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return table.map((line, i) => (line[size] ?? 0) / (line[i] ?? 1));
}

/** A whole together, or each written with a digit or two: what nobody types comes from something else. */
function areWritten(weights: readonly number[]): boolean {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 1e-5);
  return isWhole || weights.every((weight) => Math.abs(weight * 100 - Math.round(weight * 100)) < 1e-4);
}

/** Column of a score → its weight; empty where the totals go nowhere else or do not say it without doubt. */
export function solvedWeights(
  grid: Grid,
  rows: readonly number[],
  scores: readonly Column[],
  total: Column | undefined,
): ReadonlyMap<number, ItemWeight> {
  const none: ReadonlyMap<number, ItemWeight> = new Map();
  if (total === undefined || scores.length < LEAST_WEIGHTS || scores.length > MOST_SCORES) return none;
  const elsewhere = rows.filter((row) => goesElsewhere(grid.formula(row, total.column))).length;
  if (elsewhere === 0 || elsewhere * 2 < rows.length) return none;
  const lines = linesOf(grid, rows, scores, total);
  if (lines.totals.length <= scores.length) return none;
  const solved = leastSquares(lines)?.map((weight) => roundHalfAway(weight, DIGITS));
  if (solved === undefined || solved.some((weight) => weight < 0)) return none;
  const isExact = lines.scores.every((line, k) => {
    const shown = lines.totals[k] ?? 0;
    const made = line.reduce((sum, score, i) => sum + score * (solved[i] ?? 0), 0);
    const size = line.reduce((sum, score) => sum + Math.abs(score), 0);
    return Math.abs(made - shown) <= EXACT * Math.max(1, Math.abs(shown)) + size * 10 ** -DIGITS;
  });
  const counted = solved.filter((weight) => weight > 0);
  // A mean of all has no weights.
  const isMean = new Set(counted).size < 2;
  if (!isExact || isMean || counted.length < LEAST_WEIGHTS || !areWritten(counted)) return none;
  return new Map(
    scores.flatMap(({ column }, i): [number, ItemWeight][] => {
      const value = solved[i] ?? 0;
      return value > 0 ? [[column, { value, raw: value, cell: null }]] : [];
    }),
  );
}
