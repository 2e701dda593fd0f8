/** Months into a quarter or a year: how actuals and targets add up by kind, and how a year's target is spread over months. */
import { computed, refused, type Computed } from "../model/computed";

/** How a line's months make a year; a ratio needs numerators and denominators, never a mean of ratios. */
export type Aggregation = "sum" | "last" | "mean" | "ratio" | "max" | "min";

export interface PeriodValue {
  /** The month's figure, or the numerator of a ratio; null where nothing was entered. */
  readonly value: number | null;
  /** Denominator, for ratios. */
  readonly base?: number | null;
}
export interface PeriodTotal {
  readonly value: number;
  /** Months that held a figure; the others are left out and named, not counted as 0. */
  readonly used: number;
  readonly missing: readonly number[];
}

/**
 * One figure from the months of a line.
 * @returns refused when no month holds a figure, a figure is no number, or a ratio's denominators add up to 0
 */
export function aggregate(kind: Aggregation, months: readonly PeriodValue[]): Computed<PeriodTotal> {
  const filled = (month: PeriodValue): boolean =>
    month.value !== null && (kind !== "ratio" || (month.base ?? null) !== null);
  const used = months.filter(filled);
  const missing = months.flatMap((month, index) => (filled(month) ? [] : [index]));
  if (used.length === 0) return refused("empty");
  const values = used.map((month) => month.value ?? 0);
  const bases = used.map((month) => month.base ?? 0);
  if (![...values, ...bases].every(Number.isFinite)) return refused("not-a-number");
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
  const total = (value: number): Computed<PeriodTotal> => computed({ value, used: used.length, missing });
  switch (kind) {
    case "sum":
      return total(sum(values));
    case "mean":
      return total(sum(values) / values.length);
    case "last":
      return total(values.at(-1) ?? 0);
    case "max":
      return total(Math.max(...values));
    case "min":
      return total(Math.min(...values));
    case "ratio":
      return sum(bases) === 0 ? refused("out-of-range", { base: 0 }) : total(sum(values) / sum(bases));
  }
}

/**
 * Spreads a year's target over periods by a season profile.
 * @param year the year's target @param profile relative sizes of the periods (any scale, none negative, not all 0)
 * @returns targets that add up to the year for flows (sum); for levels (mean, last, max, min, ratio) every period has the year's target
 */
export function phaseTarget(kind: Aggregation, year: number, profile: readonly number[]): Computed<readonly number[]> {
  if (profile.length === 0) return refused("empty");
  if (![year, ...profile].every(Number.isFinite)) return refused("not-a-number");
  if (profile.some((share) => share < 0)) return refused("negative");
  const total = profile.reduce((sum, share) => sum + share, 0);
  if (total === 0) return refused("no-weights");
  return computed(profile.map((share) => (kind === "sum" ? (year * share) / total : year)));
}

export interface Progress {
  /** Actual so far by the line's kind. */
  readonly reached: number;
  /** Target for the periods so far. */
  readonly due: number;
  /** What the year still lacks (flows), or the distance to the target (levels); never below 0 for "higher is better". */
  readonly left: number;
  /** Flows: what each period so far brought, and what each one left must bring. */
  readonly paceSoFar: number | null;
  readonly paceNeeded: number | null;
  /** Year-end forecast: flows A_ytd / T_ytd × T_year, levels the figure so far. */
  readonly forecast: number | null;
  readonly onTrack: boolean;
}

/**
 * Where a line stands after some periods.
 * @param targets one per period of the year @param actuals one per period; null for periods to come or not entered
 * @param higherIsBetter direction of the line
 * @returns refused when nothing is entered yet
 * A period without a figure before the last one entered counts neither to the actual nor to the target so far.
 */
export function progress(
  kind: Aggregation,
  targets: readonly number[],
  actuals: readonly PeriodValue[],
  higherIsBetter = true,
): Computed<Progress> {
  if (targets.length === 0 || targets.length !== actuals.length) return refused("shape");
  if (!targets.every(Number.isFinite)) return refused("not-a-number");
  const reached = aggregate(kind, actuals);
  if (!reached.ok) return reached;
  const counted = targets.filter((_, index) => !reached.value.missing.includes(index));
  const year = aggregate(
    kind === "ratio" ? "mean" : kind,
    targets.map((value) => ({ value })),
  );
  const due = aggregate(
    kind === "ratio" ? "mean" : kind,
    counted.map((value) => ({ value })),
  );
  if (!year.ok) return year;
  if (!due.ok) return due;
  const goal = year.value.value;
  const value = reached.value.value;
  const flow = kind === "sum";
  const forecast = flow ? (due.value.value === 0 ? null : (value / due.value.value) * goal) : value;
  const remaining = targets.length - counted.length;
  const gap = higherIsBetter ? goal - value : value - goal;
  return computed({
    reached: value,
    due: due.value.value,
    left: Math.max(0, gap),
    paceSoFar: flow ? value / counted.length : null,
    paceNeeded: flow && remaining > 0 ? Math.max(0, goal - value) / remaining : null,
    forecast,
    onTrack: higherIsBetter ? value >= due.value.value : value <= due.value.value,
  });
}
