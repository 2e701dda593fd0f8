/** How the sheet's own totals are made of scores and weights: their unit, and whether they follow the weights at all. */
import { roundHalfAway, roundTotal } from "../../scoring/round";
import type { Grid } from "../grid";
import type { BlockFamily } from "./family";
import { factsOf, type CellRef } from "./formulaFacts";
import type { Beside, Subject, Understood } from "./model";
import { cellNumber } from "./numbers";
import { scoreNumbers } from "./scoreCells";

export interface Measure {
  /** What a weighted mean (of shares of full marks: a percent) is multiplied with to be in the unit of the own totals. */
  readonly unit: number;
  /** The sheet's own totals follow no weights, although there are some. */
  readonly isUnweighted: boolean;
  /** Within this two totals agree: what the sheet's own digits can show. */
  readonly tolerance: number;
  /** How many of the own totals the unit reproduces. */
  readonly fits: number;
}
export interface Line {
  readonly weight: number;
  readonly value: number | null;
  readonly isText: boolean;
}

/** A total that only adds up cells. */
const PLAIN_SUM = /^=\s*SUM\(([^()]*)\)$/i;
/** Longer sums are taken as they are. */
const MOST_ADDED = 2000;

/**
 * What a SUM would show if it took in the numbers that stand in its cells as text; null where it misses none, or is no plain
 * SUM.
 */
export function repairedSum(grid: Grid, { row, column }: CellRef): number | null {
  const formula = grid.formulaInCells(row, column);
  const shown = grid.at(row, column);
  if (!PLAIN_SUM.test(formula) || typeof shown !== "number") return null;
  let [numbers, texts, isMissed] = [0, 0, false];
  for (const rect of factsOf(formula).references) {
    if (rect.rows * rect.columns > MOST_ADDED) return null;
    for (let r = rect.row; r < rect.row + rect.rows; r += 1)
      for (let c = rect.column; c < rect.column + rect.columns; c += 1) {
        const value = grid.at(r, c);
        if (typeof value === "number") numbers += value;
        const text = typeof value === "string" ? cellNumber(value) : null;
        if (text !== null) [texts, isMissed] = [texts + text, true];
      }
  }
  return isMissed && Math.abs(numbers - shown) < 1e-6 ? roundHalfAway(numbers + texts, 6) : null;
}

const at = (grid: Grid, cell: CellRef | null | undefined): number | null =>
  cell === null || cell === undefined ? null : cellNumber(grid.at(cell.row, cell.column));

/** Attainment of a target, as a percent; the less the better turned round. */
export function attained(actual: number, target: number | null, lower: boolean): number | null {
  if (target === null || target === 0 || (lower && actual === 0)) return null;
  return (lower ? target / actual : actual / target) * 100;
}

/** Whether a criterion is taken off the total: raw values of which less is better, beside others of which more is. */
export const isTakenOff = (understood: Understood, item: Understood["items"][number]): boolean =>
  item.lower && understood.layout === "matrix";

/** Weight of each criterion; on two levels the section's share of it. */
export function effectiveWeights({ items, sections }: Understood): number[] {
  const whole = sections === undefined ? 1 : sections.reduce((sum, { weight }) => sum + (weight.value ?? 0), 0);
  return items.map(({ weight, group }) => {
    const own = Math.abs(weight.value ?? 0);
    const section = sections?.find(({ name }) => name === group);
    return section === undefined || whole === 0 ? own : (own * (section.weight.value ?? 0)) / whole;
  });
}

/**
 * Weighted lines of a subject; criteria without a weight count nothing.
 * @param weights those of `effectiveWeights`
 */
export function linesOf(
  grid: Grid,
  understood: Understood,
  subject: Subject,
  weights: readonly number[] = effectiveWeights(understood),
): readonly Line[] {
  const { scores } = subject;
  return understood.items.map((item, i) => {
    const cell = scores[i];
    const raw = at(grid, cell);
    const target = subject.targets.length === 0 ? null : at(grid, subject.targets[i]);
    const value = raw === null || understood.scoreKind === "score" ? raw : attained(raw, target, item.lower);
    const isText = cell !== null && cell !== undefined && typeof grid.at(cell.row, cell.column) === "string";
    return { weight: (weights[i] ?? 0) * (isTakenOff(understood, item) ? -1 : 1), value, isText };
  });
}

/** The scores alone, added or averaged. */
export function plainTotals(lines: readonly Line[]): readonly [sum: number, mean: number] {
  let [sum, count] = [0, 0];
  for (const { value } of lines) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return [roundTotal(sum), roundTotal(count === 0 ? 0 : sum / count)];
}

/** The weighted mean, or share of the full marks in per cent; a missing score counts nothing in it, and 0 without weights. */
function meanOf(lines: readonly Line[], isPoints: boolean): number {
  let [weighted, weights] = [0, 0];
  for (const { weight, value } of lines) {
    weights += Math.abs(weight);
    if (value !== null && weight !== 0) weighted += isPoints ? value * 100 : weight * value;
  }
  return weights === 0 ? 0 : weighted / weights;
}

/** The weighted total in a unit; a missing score counts nothing in it. */
export const totalIn = (unit: number, lines: readonly Line[], isPoints: boolean): number =>
  roundTotal(meanOf(lines, isPoints) * unit);

/** Scores are shares of full marks, or weight points already. */
export const isPoints = (family: BlockFamily): boolean => family === "maximum" || family === "in-score";

/** Half a unit of the last digit that the column of totals shows; never less than sheets round to. */
function toleranceOf(totals: readonly number[]): number {
  let digits = 0;
  for (const total of totals)
    if (digits < MOST_DIGITS) digits = Math.max(digits, /\.(\d+)/.exec(String(total))?.[1]?.length ?? 0);
  const largest = totals.reduce((most, total) => Math.max(most, Math.abs(total)), 0);
  const least = digits === 0 && totals.length < 3 ? 1 : digits;
  return Math.max(1e-6 * largest, 0.5000001 * 10 ** -Math.min(least, MOST_DIGITS), 1e-9);
}
const MOST_DIGITS = 6;

/** Scores with fewer decimals are as they were typed. */
const LEAST_ROUNDED = 3;
const SUBJECTS_ASKED = 50;

/**
 * What totals that stand as values may be off because their scores do as well, cut to so many decimals that they come from
 * somewhere: half a unit of the last one. 0 where a formula makes the totals from the scores as they are.
 */
function roundingOf(grid: Grid, { subjects }: Understood): number {
  let most = 0;
  for (const { scores, total } of subjects.slice(0, SUBJECTS_ASKED)) {
    if (total !== null && grid.formula(total.row, total.column) !== "") return 0;
    for (const cell of scores) {
      const value = cell === null ? "" : grid.at(cell.row, cell.column);
      if (cell === null || typeof value !== "number" || grid.formula(cell.row, cell.column) !== "") continue;
      const digits = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
      most = Math.max(most, digits);
    }
  }
  return most >= LEAST_ROUNDED ? 0.5 * 10 ** -most : 0;
}

/** Units that own totals are seen in: the mean itself, the sum of products, and scales turned into others. */
function unitsOf(weights: number, points: boolean): readonly number[] {
  if (points) return [1, weights / 100];
  // Weights that are no whole count as they are: 95 times a share of five points is no share of a hundred.
  const turned = [100, 0.01, 20, 0.05, 10, 0.1];
  const whole = weights > 1.5 ? 100 : 1;
  const parts = Math.abs(weights - whole) < 1e-9 ? [] : turned.map((unit) => (unit * weights) / whole);
  return [1, weights, weights / 100, ...turned, ...parts];
}

/** Of units that reproduce no total the one that comes nearest to the first of them, where it comes near at all. */
function nearestUnit(
  own: readonly (number | null)[],
  oursIn: (unit: number, subject: number) => number,
  units: readonly number[],
): number {
  const [usual = 1] = units;
  const index = own.findIndex((total) => total !== null && total !== 0);
  const shown = own[index] ?? null;
  if (shown === null) return usual;
  const off = (unit: number): number => Math.abs(oursIn(unit, index) / shown - 1);
  const nearest = units.reduce((a, b) => (off(b) < off(a) ? b : a), usual);
  return off(nearest) <= NEAR_ENOUGH ? nearest : usual;
}
const NEAR_ENOUGH = 0.25;

/** Weighted mean (not rounded), sum and mean of each subject's scores, as `meanOf` and `plainTotals`. */
function ownMeans(
  grid: Grid,
  understood: Understood,
  points: boolean,
): Readonly<Record<"means" | "sums" | "plainMeans", Float64Array>> {
  const { subjects, items, scoreKind } = understood;
  const [means, sums, plainMeans] = [0, 1, 2].map(() => new Float64Array(subjects.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const weights = effectiveWeights(understood);
  if (scoreKind !== "score") {
    subjects.forEach((subject, s) => {
      const lines = linesOf(grid, understood, subject, weights);
      means[s] = meanOf(lines, points);
      [sums[s], plainMeans[s]] = plainTotals(lines);
    });
    return { means, sums, plainMeans };
  }
  // Thousands of people: no object is made for a score.
  const scores = scoreNumbers(grid, understood);
  const signed = items.map((item, i) => (weights[i] ?? 0) * (isTakenOff(understood, item) ? -1 : 1));
  const all = signed.reduce((sum, weight) => sum + Math.abs(weight), 0);
  for (let s = 0, at = 0; s < subjects.length; s += 1) {
    let [weighted, sum, count] = [0, 0, 0];
    for (let i = 0; i < signed.length; i += 1, at += 1) {
      const value = scores[at] as number;
      const weight = signed[i] as number;
      if (Number.isNaN(value)) continue;
      if (weight !== 0) weighted += points ? value * 100 : weight * value;
      sum += value;
      count += 1;
    }
    means[s] = all === 0 ? 0 : weighted / all;
    sums[s] = roundTotal(sum);
    plainMeans[s] = roundTotal(count === 0 ? 0 : sum / count);
  }
  return { means, sums, plainMeans };
}

/** Where somebody's points beside the weights stand: in a form in the column of the total, or else of the scores. */
export function besideCell(grid: Grid, beside: Beside, { cell, total, scores }: Subject): CellRef {
  if ("column" in beside) return { row: cell.row, column: beside.column };
  const column = scores.find((score) => score !== null)?.column ?? cell.column;
  const own = total === null || cellNumber(grid.at(beside.row, total.column)) === null ? column : total.column;
  return { row: beside.row, column: own };
}

/** Points of a person beside the weights: what the totals add, and what they take off. */
export function pointsBeside(
  grid: Grid,
  { besides = [] }: Understood,
  subject: Subject,
): { bonus: number; deduction: number } {
  let [bonus, deduction] = [0, 0];
  for (const beside of besides) {
    const points = (at(grid, besideCell(grid, beside, subject)) ?? 0) * beside.sign;
    if (points > 0) bonus += points;
    else deduction -= points;
  }
  return { bonus, deduction };
}
/** Both in one number. */
export function movedBy(grid: Grid, understood: Understood, subject: Subject): number {
  if (understood.besides === undefined) return 0;
  const { bonus, deduction } = pointsBeside(grid, understood, subject);
  return bonus - deduction;
}

/** Reads the measure off the own totals; the weighted mean where there are none. */
export function measureOf(grid: Grid, understood: Understood, family: BlockFamily): Measure {
  const own = understood.subjects.map((subject) => {
    const { total } = subject;
    const shown = total === null ? null : (repairedSum(grid, total) ?? at(grid, total));
    return shown === null ? null : shown - movedBy(grid, understood, subject);
  });
  const known = own.flatMap((total) => total ?? []);
  const points = isPoints(family);
  const weights = effectiveWeights(understood).reduce((sum, weight) => sum + weight, 0);
  if (known.length === 0)
    return { unit: family === "in-score" ? weights / 100 : 1, isUnweighted: false, tolerance: 0, fits: 0 };
  const tolerance = toleranceOf(known) + roundingOf(grid, understood);
  const near = (total: number | null, ours: number): boolean => total !== null && Math.abs(total - ours) <= tolerance;
  const { means, sums, plainMeans } = ownMeans(grid, understood, points);
  const oursIn = (unit: number, i: number): number => roundTotal((means[i] ?? 0) * unit);
  const hits = (unit: number): number =>
    own.reduce((count: number, total, i) => (near(total, oursIn(unit, i)) ? count + 1 : count), 0);
  const [usual = 1] = unitsOf(weights, points);
  const counts = unitsOf(weights, points).map((unit) => ({ unit, count: hits(unit) }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a), { unit: usual, count: hits(usual) });
  // Totals of points that agree with nothing are still points, where the points are nearer to them than the share is.
  const [first] = known;
  if (points && best.count === 0 && first !== undefined) {
    const index = own.findIndex((total) => total !== null);
    const far = (unit: number): number => Math.abs(first - oursIn(unit, index));
    const unit = far(weights / 100) < far(1) ? weights / 100 : 1;
    return { unit, isUnweighted: false, tolerance, fits: 0 };
  }
  const agreeing = (ours: Float64Array): number => own.filter((total, i) => near(total, ours[i] ?? Number.NaN)).length;
  const plain = points ? 0 : Math.max(agreeing(sums), agreeing(plainMeans));
  const unit = best.count > 0 ? best.unit : nearestUnit(own, oursIn, unitsOf(weights, points));
  return { unit, isUnweighted: plain > best.count && plain * 2 > known.length, tolerance, fits: best.count };
}
