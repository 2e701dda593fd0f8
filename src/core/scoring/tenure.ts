/**
 * Part periods: how long somebody was under a plan, several posts or bosses weighted by days, targets for a part of the
 * period. A rating is never scaled down for a short stay (domain rule C3). Days are Excel date serials, both ends counted.
 */
import { computed, finite, refused, type Computed } from "../model/computed";
import type { Aggregation } from "../cascade/periods";
import { roundTotal } from "./round";

/** Days under a plan that make somebody eligible (US DOI; US Commerce uses 120). A setting. */
export const MIN_DAYS = 90;

export interface DayRange {
  /** First and last day; null: open at that end. */
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Days of `stay` inside `period`, both ends counted; 0 when they do not meet.
 * @param stay, period Excel date serials
 * @returns whole days; refused: "not-a-number", "out-of-range" (an end before its beginning)
 * Source: domain rule C3, partial period.
 */
export function daysWithin(stay: DayRange, period: { readonly from: number; readonly to: number }): Computed<number> {
  const [from, to] = [stay.from ?? period.from, stay.to ?? period.to];
  if (![from, to, period.from, period.to].every(Number.isFinite)) return refused("not-a-number");
  const turned = stay.from !== null && stay.to !== null && stay.to < stay.from;
  if (turned || period.to < period.from) return refused("out-of-range", { from, to });
  const days = Math.floor(Math.min(to, period.to)) - Math.floor(Math.max(from, period.from)) + 1;
  return finite(Math.max(0, days));
}

/**
 * Whether so many days under the plan are enough to be rated (default 90, US DOI).
 * @returns refused: "not-a-number", "negative"
 * Source: domain rule C3; NIFC performance management page.
 */
export function eligible(days: number, minDays: number = MIN_DAYS): Computed<boolean> {
  if (!Number.isFinite(days) || !Number.isFinite(minDays)) return refused("not-a-number");
  return days < 0 || minDays < 0 ? refused("negative") : computed(days >= minDays);
}

export interface PartScore {
  /** Days in this post, or under this boss. */
  readonly days: number;
  /** Total of the part, rounded or not; null while there is none. */
  readonly score: number | null;
}

export interface JoinedScore {
  /** Mean by days before rounding; null where `total` is. */
  readonly raw: number | null;
  /** Rounded mean by days; null while a part has no score: nothing is lifted by a part left out. */
  readonly total: number | null;
  /** Rounded mean of the parts that have one; null when none has. */
  readonly soFar: number | null;
  /** Days with a score ÷ all days. */
  readonly coverage: number;
}

/**
 * One score from several posts or bosses: the mean of the part scores by days.
 * @param parts days and totals on one scale @param minDays parts shorter than this are left out (default 0: none)
 * @returns refused: "empty", "not-a-number", "negative" (days), "no-weights" (no day at all), "too-few" (every part
 * too short)
 * Source: domain rule C3 (time-weighted mean of part scores).
 */
export function joinParts(parts: readonly PartScore[], minDays = 0): Computed<JoinedScore> {
  if (parts.length === 0) return refused("empty");
  if (![minDays, ...parts.flatMap(({ days, score }) => [days, score ?? 0])].every(Number.isFinite))
    return refused("not-a-number");
  if (parts.some(({ days }) => days < 0)) return refused("negative");
  if (parts.every(({ days }) => days === 0)) return refused("no-weights");
  const counted = parts.filter(({ days }) => days > 0 && days >= minDays);
  if (counted.length === 0) return refused("too-few", { minimum: minDays });
  const all = counted.reduce((sum, { days }) => sum + days, 0);
  const scored = counted.filter(({ score }) => score !== null);
  const days = scored.reduce((sum, part) => sum + part.days, 0);
  if (!Number.isFinite(all)) return refused("not-a-number");
  const mean = scored.reduce((sum, part) => sum + (part.days / days) * (part.score ?? 0), 0);
  if (!Number.isFinite(mean)) return refused("not-a-number");
  const soFar = days > 0 ? roundTotal(mean) : null;
  const isComplete = scored.length === counted.length;
  return computed({ raw: isComplete ? mean : null, total: isComplete ? soFar : null, soFar, coverage: days / all });
}

/**
 * The target of a part of the period: flows (aggregation "sum") in proportion to days, levels, stocks and ratios
 * unchanged.
 * @returns in the target's unit; refused: "not-a-number", "out-of-range" (no days in the period, or more days than it
 * has)
 * Source: domain rule C3 (targets prorated for flows only).
 */
export function targetForPart(
  target: number,
  aggregation: Aggregation,
  days: number,
  periodDays: number,
): Computed<number> {
  if (![target, days, periodDays].every(Number.isFinite)) return refused("not-a-number");
  if (periodDays <= 0 || days < 0 || days > periodDays) return refused("out-of-range", { low: 0, high: periodDays });
  return finite(aggregation === "sum" ? target * (days / periodDays) : target);
}
