/** Percent ranks and quantiles as Excel defines them. */
import { quantile } from "simple-statistics";
import { computed, finite, refused, type Computed } from "../model/computed";

function sortedList(list: readonly number[]): Computed<readonly number[]> {
  if (list.length === 0) return refused("empty");
  return list.every(Number.isFinite) ? computed([...list].sort((a, b) => a - b)) : refused("not-a-number");
}

/** Decimals that Excel takes: at least one; more than 15 no number holds. */
const isSignificance = (digits: number): boolean => Number.isInteger(digits) && digits >= 1 && digits <= 15;

/** Cut off, not rounded, to `digits` decimals, as PERCENTRANK does. */
function truncate(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.floor(Number((value * scale).toPrecision(13))) / scale;
}

/** Place of x among the sorted values, counted from 0, between two values in proportion; null outside them. */
function place(sorted: readonly number[], x: number): number | null {
  const [first = Number.NaN] = sorted;
  const last = sorted.at(-1) ?? first;
  if (!(x >= first && x <= last)) return null;
  const exact = sorted.indexOf(x);
  if (exact >= 0) return exact;
  const above = sorted.findIndex((value) => value > x);
  const [low, high] = [sorted[above - 1] ?? first, sorted[above] ?? last];
  return above - 1 + (x - low) / (high - low);
}

/**
 * PERCENTRANK.INC: share of values below x, 0–1, cut to `significance` decimals, not rounded. A list of one: 1.
 * @returns refused: "empty", "not-a-number", "out-of-range" when x lies outside the list (Excel: #N/A) or the decimals
 * are no whole number from 1 to 15 (Excel: #NUM!)
 * Source: Microsoft Support, PERCENTRANK.INC.
 */
export function percentRankInc(list: readonly number[], x: number, significance = 3): Computed<number> {
  const sorted = sortedList(list);
  if (!sorted.ok) return sorted;
  const at = place(sorted.value, x);
  if (at === null || !isSignificance(significance)) return refused("out-of-range");
  return finite(list.length === 1 ? 1 : truncate(at / (list.length - 1), significance));
}

/**
 * PERCENTRANK.EXC: place ÷ (n + 1), cut to `significance` decimals.
 * @returns refused as `percentRankInc`
 * Source: Microsoft Support, PERCENTRANK.EXC.
 */
export function percentRankExc(list: readonly number[], x: number, significance = 3): Computed<number> {
  const sorted = sortedList(list);
  if (!sorted.ok) return sorted;
  const at = place(sorted.value, x);
  if (at === null || !isSignificance(significance)) return refused("out-of-range");
  return finite(truncate((at + 1) / (list.length + 1), significance));
}

/**
 * PERCENTILE.INC, k from 0 to 1, in the unit of the list.
 * @returns refused: "empty", "not-a-number", "out-of-range" (k)
 * Source: Microsoft Support; type 7 of Hyndman & Fan 1996.
 */
export function quantileInc(list: readonly number[], k: number): Computed<number> {
  const sorted = sortedList(list);
  if (!sorted.ok) return sorted;
  return k >= 0 && k <= 1 ? finite(quantile([...list], k)) : refused("out-of-range", { low: 0, high: 1 });
}

/**
 * PERCENTILE.EXC, k from 1/(n+1) to n/(n+1), in the unit of the list.
 * @returns refused: "empty", "not-a-number", "out-of-range" outside (Excel: #NUM!)
 * Source: Microsoft Support; type 6 of Hyndman & Fan 1996 (Weibull).
 */
export function quantileExc(list: readonly number[], k: number): Computed<number> {
  const sorted = sortedList(list);
  if (!sorted.ok) return sorted;
  const at = k * (list.length + 1) - 1;
  const below = Math.floor(Number(at.toPrecision(14)));
  const [low, high] = [sorted.value[below], sorted.value[below + 1]];
  if (low === undefined || (high === undefined && at > below)) return refused("out-of-range");
  return finite(low + (at - below) * ((high ?? low) - low));
}

/**
 * Percentile among peers with ties shared: (below + half of the equal ones) ÷ n, 0–1.
 * @returns refused: "empty", "not-a-number"
 * Source: domain rule C9.1, percentile.
 */
export function percentileOf(list: readonly number[], x: number): Computed<number> {
  const sorted = sortedList(list);
  if (!sorted.ok) return sorted;
  if (!Number.isFinite(x)) return refused("not-a-number");
  const below = list.filter((value) => value < x).length;
  const equal = list.filter((value) => value === x).length;
  return computed((below + equal / 2) / list.length);
}
