/** Progress of one goal on the straight line from its start to its target: reached, missing, pace needed, forecast. */
import { computed, finiteList, refused, type Computed } from "../model/computed";
import { roundTotal } from "../scoring/round";

/** The pace is told per this many days. */
export const PACE_DAYS = 30;

export interface PacedGoal {
  /** Figure at the first day; null where the goal stands as it is (a level): nothing is expected to grow. */
  readonly start: number | null;
  readonly target: number;
  /** Figure at the as-of date; null when there is none yet. */
  readonly actual: number | null;
  readonly direction: "higher" | "lower";
  /** Excel date serials: first day, due day, date of the figure. */
  readonly from: number;
  readonly due: number;
  readonly asOf: number;
}
export type PaceState = "reached" | "onTrack" | "behind";
export interface Pace {
  /** Share of the time gone, 0–1; the first and the due day count in full. */
  readonly time: number;
  /** Share of the way from start to target; null without a start or a way. May lie below 0 or above 1. */
  readonly reached: number | null;
  /** What is still missing to the target, in the goal's unit; never below 0. */
  readonly missing: number | null;
  /** Where the straight line stands at the as-of date; the target itself without a start. */
  readonly expected: number;
  /** Missing per 30 days of the time left; null when nothing is known or no day is left. */
  readonly paceNeeded: number | null;
  /** Figure at the due date when it goes on as so far; the figure itself without a start. */
  readonly forecast: number | null;
  /** null while there is no figure. */
  readonly state: PaceState | null;
}

/**
 * Where a goal stands.
 * @returns refused: "not-a-number" (also where arithmetic leaves the numbers); "out-of-range" when the due date lies
 * before the first day
 * "On track" compares figure and straight line at six decimals, as all totals are compared.
 * Source: straight line from start to target; domain rule C10, forecast.
 */
export function paceOf(goal: PacedGoal): Computed<Pace> {
  const { start, target, actual, direction, from, due, asOf } = goal;
  if (![start ?? 0, target, actual ?? 0, from, due, asOf].every(Number.isFinite)) return refused("not-a-number");
  if (due < from) return refused("out-of-range", { needs: "due" });
  const sign = direction === "lower" ? -1 : 1;
  const time = Math.max(0, Math.min(1, (asOf - from + 1) / (due - from + 1)));
  const expected = start === null ? target : start + (target - start) * time;
  if (actual === null)
    return !Number.isFinite(expected)
      ? refused("not-a-number")
      : computed({ time, expected, reached: null, missing: null, paceNeeded: null, forecast: null, state: null });
  const missing = Math.max(0, sign * (target - actual));
  const isOnLine = roundTotal(sign * (actual - expected)) >= 0;
  const reached = start === null || start === target ? null : (actual - start) / (target - start);
  const paceNeeded = due > asOf ? (missing / (due - asOf)) * PACE_DAYS : null;
  const forecast = start === null ? actual : time > 0 ? start + (actual - start) / time : null;
  const state = roundTotal(missing) === 0 ? "reached" : isOnLine ? "onTrack" : "behind";
  const numbers = finiteList([time, expected, missing, reached ?? 0, paceNeeded ?? 0, forecast ?? 0]);
  return numbers.ok ? computed({ time, expected, missing, reached, paceNeeded, forecast, state }) : numbers;
}
