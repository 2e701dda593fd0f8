/**
 * The second number of a result, where people have two: hits out of so many tries, a milestone done so many days late, or on the
 * day that is typed. Both come to one number on the scale of the plan, so that limits, gates, totals and past periods go on as with
 * one.
 * Source: domain rule C2.
 */
import type { LineKind, LineRule } from "../model/line";
import type { Attainment } from "../model/units";

/** Kinds of line that take a second number. */
export const TWO_NUMBER_KINDS: ReadonlySet<LineKind> = new Set<LineKind>(["points", "milestone"]);

/** Serials of days begin here (3 October 1954): nothing is so many days late. */
export const FIRST_DAY = 20_000;
/** Whether a number is a day, for a milestone: when it was done, when it was due. */
export const isDay = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= FIRST_DAY;

/**
 * The number that counts, in the unit of the plan: hits × full marks ÷ tries, or the share done × max(0, 1 − loss a day × days late).
 * What the line does not take by itself (a share above 1) is given back as it is, for the line's own limits to refuse.
 * @param second tries above 0; days late from 0, or the day on which the milestone was done
 * @param due the day on which it was due; null where nobody says, and a day done cannot be used
 * @returns null where the two cannot be used: no such numbers, a result beyond all numbers, or a kind of line without a second one
 */
export function countedNumber(
  rule: Pick<LineRule, "kind" | "maximum">,
  actual: number,
  second: number | null,
  latePerDay: Attainment,
  due: number | null = null,
): number | null {
  if (second === null || !Number.isFinite(second) || !Number.isFinite(actual)) return null;
  const counted = combined(rule, actual, second, latePerDay, due);
  return Number.isFinite(counted) ? counted : null;
}

function combined(
  { kind, maximum }: Pick<LineRule, "kind" | "maximum">,
  actual: number,
  second: number,
  latePerDay: Attainment,
  due: number | null,
): number {
  if (kind === "points") return second > 0 && maximum !== undefined ? (actual * maximum) / second : Number.NaN;
  if (kind !== "milestone" || second < 0) return Number.NaN;
  const late = isDay(second) ? daysBetween(due, second) : second;
  if (Number.isNaN(late)) return late;
  return actual < 0 || actual > 1 ? actual : actual * Math.max(0, 1 - latePerDay * late);
}
/** Whole days from the one to the other; none where it was done before. */
const daysBetween = (due: number | null, done: number): number =>
  isDay(due) ? Math.max(0, Math.floor(done) - Math.floor(due)) : Number.NaN;
