/**
 * Weights that stand nowhere on the sheet: the formulas of the totals go to another one, over one step or several, or the totals are
 * typed. They are worked out from the sheet's own scores and totals, and taken only where all totals come out exactly with more of
 * them than there are weights; where totals are typed, with many more, and where the weights are whole per cents that make 100.
 */
import { tokenize } from "../../formulas/tokens";
import { solveSymmetric } from "../../model/symmetric";
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
/** Scores that differ from others by less than this share say nothing of their own. */
const SAME = 1e-9;

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

/** The weights with which the squares of what the totals are off are least; null where several would do. */
function leastSquares({ scores, totals }: Lines): readonly number[] | null {
  const columns = (scores[0] ?? []).map((_, i) => scores.map((line) => line[i] ?? 0));
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
  return solveSymmetric(
    columns.map((a) => columns.map((b) => dot(a, b))),
    columns.map((a) => dot(a, totals)),
    SAME,
  );
}

/** A whole together, or each written with a digit or two: what nobody types comes from something else. */
function areWritten(weights: readonly number[]): boolean {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 1e-5);
  return isWhole || weights.every((weight) => Math.abs(weight * 100 - Math.round(weight * 100)) < 1e-4);
}

/** Typed totals that say what their weights are: so many a weight, and so many more. */
const TYPED_EACH = 3;
const TYPED_MORE = 6;
/** How far typed totals lie apart at least, in what they may be off. */
const LEAST_SPREAD = 20;

/** What typed totals may be off: half a unit of the last digit that any of them shows. */
function shownTo(totals: readonly number[]): number {
  const digits = Math.max(...totals.map((total) => /\.(\d+)/.exec(String(total))?.[1]?.length ?? 0));
  return 0.5000001 * 10 ** -Math.min(digits, DIGITS);
}

/** The weights of typed totals, as whole per cents; null where they are no weights of a whole, or give other totals. */
function typedWeights(lines: Lines): readonly number[] | null {
  const [first] = lines.scores;
  const count = first?.length ?? 0;
  if (lines.totals.length < Math.max(TYPED_EACH * count, count + TYPED_MORE)) return null;
  const percents = leastSquares(lines)?.map((weight) => Math.round(weight * 100));
  if (percents === undefined || percents.some((percent) => percent <= 0)) return null;
  if (percents.reduce((sum, percent) => sum + percent, 0) !== 100) return null;
  const off = shownTo(lines.totals);
  // Totals of a few whole numbers would agree with many weights.
  if (Math.max(...lines.totals) - Math.min(...lines.totals) < off * LEAST_SPREAD) return null;
  const areAll = lines.scores.every((line, k) => {
    const made = line.reduce((sum, score, i) => sum + (score * (percents[i] ?? 0)) / 100, 0);
    return Math.abs(made - (lines.totals[k] ?? 0)) <= off;
  });
  return areAll && new Set(percents).size > 1 ? percents.map((percent) => percent / 100) : null;
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
  const isTyped = rows.every((row) => grid.formula(row, total.column) === "");
  if (isTyped) {
    const typed = typedWeights(linesOf(grid, rows, scores, total));
    if (typed === null) return none;
    return new Map(scores.map(({ column }, i) => [column, { value: typed[i] ?? 0, raw: typed[i] ?? 0, cell: null }]));
  }
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
