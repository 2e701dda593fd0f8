/** Months into a quarter or a year: how actuals and targets add up by kind, and how a year's target is spread over months. */
import { max, mean, min, sum } from "simple-statistics";
import { computed, finite, finiteList, refused, type Computed } from "../model/computed";
import { roundTotal } from "../scoring/round";

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
 * One figure from the months of a line, in the line's unit; months without a figure are left out and named.
 * @returns refused: "empty" (no month holds a figure), "not-a-number", "out-of-range" (a ratio's denominators add up
 * to 0)
 * Source: domain rule C2, aggregating months (a ratio is Σ numerators ÷ Σ denominators).
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
  const total = valueOf(kind, values, bases);
  return total.ok ? computed({ value: total.value, used: used.length, missing }) : total;
}

/** The figure of a kind from the figures of its periods; for ratios their numerators and denominators. */
function valueOf(kind: Aggregation, values: readonly number[], bases: readonly number[]): Computed<number> {
  switch (kind) {
    case "sum":
      return finite(sum([...values]));
    case "mean":
      return finite(mean([...values]));
    case "last":
      return finite(values.at(-1) ?? 0);
    case "max":
      return finite(max([...values]));
    case "min":
      return finite(min([...values]));
    case "ratio": {
      const base = sum([...bases]);
      return base === 0 ? refused("out-of-range", { base: 0 }) : finite(sum([...values]) / base);
    }
  }
}

/**
 * Spreads a year's target over periods by a season profile.
 * @param year the year's target @param profile relative sizes of the periods (any scale, none negative, not all 0)
 * @returns targets that add up to the year for flows (sum); for levels (mean, last, max, min, ratio) every period has
 * the year's target; refused: "empty", "not-a-number", "negative", "no-weights"
 * Source: domain rule C10 (month targets × season profile = year).
 */
export function phaseTarget(kind: Aggregation, year: number, profile: readonly number[]): Computed<readonly number[]> {
  if (profile.length === 0) return refused("empty");
  if (![year, ...profile].every(Number.isFinite)) return refused("not-a-number");
  if (profile.some((share) => share < 0)) return refused("negative");
  const total = sum([...profile]);
  if (total === 0) return refused("no-weights");
  return finiteList(profile.map((share) => (kind === "sum" ? (year * share) / total : year)));
}

export interface Progress {
  /** Actual so far by the line's kind. */
  readonly reached: number;
  /** Target for the periods so far. */
  readonly due: number;
  /** What the year still lacks: goal − reached, or reached − goal where lower is better; never below 0. */
  readonly left: number;
  /** Flows: what each period so far brought, and what each one to come must bring (at most may, where lower is better). */
  readonly paceSoFar: number | null;
  /** null for levels, and when no period is to come. */
  readonly paceNeeded: number | null;
  /** Year-end forecast: flows A_ytd / T_ytd × T_year, levels the figure so far; null where it cannot be said (T_ytd = 0). */
  readonly forecast: number | null;
  readonly onTrack: boolean;
  /** Positions of periods before the last one entered that hold no figure: they count neither to the actual nor to what is due. */
  readonly skipped: readonly number[];
}

/** A number, or null when arithmetic left the finite numbers. */
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Where a line stands after some periods.
 * @param targets one per period of the year @param actuals one per period; null for periods to come or not entered
 * @param higherIsBetter direction of the line
 * @returns in the line's unit; refused: "empty" (nothing is entered yet), "shape" (lists differ in length),
 * "not-a-number", "out-of-range" (as `aggregate`)
 * "On track" compares reached and due at six decimals, as all totals are compared.
 * Source: domain rule C10 (forecast = A_ytd / T_ytd × T_year for phased flows).
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
  const { value, missing } = reached.value;
  const isMissing = new Set(missing);
  const counted = targets.filter((_, index) => !isMissing.has(index));
  const made = kind === "ratio" ? "mean" : kind;
  const year = valueOf(made, targets, []);
  if (!year.ok) return year;
  const due = valueOf(made, counted, []);
  if (!due.ok) return due;
  const last = targets.findLastIndex((_, index) => !isMissing.has(index));
  const toCome = targets.length - 1 - last;
  const isFlow = kind === "sum";
  const left = finite(Math.max(0, higherIsBetter ? year.value - value : value - year.value));
  if (!left.ok) return left;
  const forecast = due.value === 0 ? null : orNull((value / due.value) * year.value);
  const [at, plan] = [roundTotal(value), roundTotal(due.value)];
  return computed({
    reached: value,
    due: due.value,
    left: left.value,
    paceSoFar: isFlow ? value / counted.length : null,
    paceNeeded: isFlow && toCome > 0 ? orNull(Math.max(0, year.value - value) / toCome) : null,
    forecast: isFlow ? forecast : value,
    onTrack: higherIsBetter ? at >= plan : at <= plan,
    skipped: missing.filter((index) => index < last),
  });
}
