/**
 * Progress of one line of a KPI plan at the as-of date. Lines that add up grow evenly from 0 to the target; lines of the last value go
 * from their baseline to it; all others are held against the target itself, whenever one looks.
 */
import { computed, refused, type Computed } from "../model/computed";
import type { LineKind } from "../model/line";
import { roundTotal } from "../scoring/round";
import { paceOf, type PaceState } from "./pace";

/**
 * How a kind of line comes to its target: 1 a number with a pace, 2 a share that is done, 3 a count to be kept at zero, 0 without an
 * even pace (points, ratings, ranges, steps, where both sides count).
 */
export type LineWay = 0 | 1 | 2 | 3;
const WAYS: Readonly<Record<LineKind, LineWay>> = {
  curve: 1,
  linear: 1,
  ratio: 1,
  deviation: 1,
  milestone: 2,
  yesNo: 2,
  zero: 3,
  deduction: 3,
  nominal: 0,
  points: 0,
  rating: 0,
  range: 0,
  steps: 0,
};
/** The way of a kind. */
export const wayOf = (kind: LineKind): LineWay => WAYS[kind];

export interface ProgressLine {
  readonly kind: LineKind;
  readonly direction: "higher" | "lower";
  readonly aggregate: string;
  readonly baseline: number | null;
  /** What this person is to reach; not read where the kind says it (all of a milestone, a count of zero). */
  readonly target: number | null;
  /** Figure at the as-of date; null when there is none yet. */
  readonly actual: number | null;
  /** Excel date serials; without an as-of date the last day counts. */
  readonly from: number;
  readonly to: number;
  readonly asOf: number | null;
}
export interface LineProgress {
  readonly start: number | null;
  /** Where the line should stand; null where there is no pace. */
  readonly expected: number | null;
  /** Share of the way, 1 = target; null for a limit, of which nobody wants more. */
  readonly reached: number | null;
  /** In the line's unit, never below 0. */
  readonly missing: number | null;
  /** Per 30 days of the time left; only where the figure can still grow towards the target. */
  readonly paceNeeded: number | null;
  readonly forecast: number | null;
  /** "unsaid": there is a figure, and no even pace to hold it against. null without a figure. */
  readonly state: PaceState | "unsaid" | null;
}

const NOTHING = { start: null, expected: null, reached: null, missing: null, paceNeeded: null, forecast: null };

/** A level without a start: the share of the target, either way round. Source: domain rule C2, ratio. */
function shareOfTarget(actual: number, target: number, isLower: boolean): number | null {
  if (target <= 0) return null;
  return !isLower ? actual / target : actual > 0 ? target / actual : null;
}

/** A share that is done: nothing is expected of it before the period is over. */
function doneOf({ actual }: ProgressLine, isOver: boolean): LineProgress {
  if (actual === null) return { ...NOTHING, start: 0, state: null };
  const missing = Math.max(0, 1 - actual);
  const state = roundTotal(missing) === 0 ? "reached" : isOver ? "behind" : "unsaid";
  return { ...NOTHING, start: 0, reached: actual, missing, state };
}

/** Refused where a figure is none, or grows too large on the way. */
const finite = (progress: LineProgress): Computed<LineProgress> =>
  Object.values(progress).every((value) => typeof value !== "number" || Number.isFinite(value))
    ? computed(progress)
    : refused("not-a-number");

/**
 * Where one line stands.
 * @returns refused as `paceOf`: "not-a-number", "out-of-range" when the period ends before it begins
 * Source: straight line from start to target; domain rule C10, forecast.
 */
export function lineProgress(line: ProgressLine): Computed<LineProgress> {
  const { kind, aggregate, baseline, actual, from, to } = line;
  const asOf = line.asOf ?? to;
  const way = wayOf(kind);
  if (way === 0) return computed({ ...NOTHING, state: actual === null ? null : "unsaid" });
  if (way === 2) return finite(doneOf(line, asOf >= to));
  const isLower = way === 3 || line.direction === "lower";
  const target = way === 3 ? 0 : line.target;
  const adds = aggregate === "sum";
  const start = adds ? 0 : way === 3 ? null : baseline;
  if (target === null) return computed({ ...NOTHING, start, state: null });
  const rises = adds || (aggregate === "last" && start !== null);
  const pace = paceOf({
    start: rises ? start : null,
    target,
    actual,
    direction: isLower ? "lower" : "higher",
    ...{ from, due: to, asOf },
  });
  if (!pace.ok) return pace;
  const { expected, missing, forecast, time } = pace.value;
  if (actual === null || missing === null) return computed({ ...NOTHING, start, expected, state: null });
  const isLimit = way === 3 || (adds && isLower);
  const reached = isLimit
    ? null
    : start === null
      ? shareOfTarget(actual, target, isLower)
      : start === target
        ? null
        : (actual - start) / (target - start);
  const isOnLine = roundTotal((isLower ? -1 : 1) * (actual - expected)) >= 0;
  // A limit can be passed until the last day.
  const isKept = roundTotal(missing) === 0 && (!isLimit || time >= 1);
  return finite({
    ...{ start, expected, reached, missing, forecast },
    paceNeeded: rises && !isLimit ? pace.value.paceNeeded : null,
    state: isKept ? "reached" : isOnLine ? "onTrack" : "behind",
  });
}
