/** Best–worst weights: how much better the best is than each, how much better each is than the worst (1–9). */
import { computed, refused, type Computed } from "../model/computed";

export interface BestWorst {
  readonly weights: readonly number[];
  /** Largest contradiction left, 0 when the judgements fit together. */
  readonly xi: number;
}

/** Bounds of w_best and each w_j in units of w_worst, for a given ξ; null when they cannot be met. */
interface Fit {
  readonly low: number;
  readonly high: number;
}

/** Range of w_best for which every indicator has a weight within ξ of its two judgements; w_worst = 1. */
function bestRange(best: readonly number[], worst: readonly number[], scale: number, xi: number): Fit | null {
  let [low, high] = [scale - xi, scale + xi];
  for (const [j, toBest] of best.entries()) {
    const toWorst = worst[j] ?? 1;
    low = Math.max(low, Math.max(0, toWorst - xi) * Math.max(0, toBest - xi));
    high = Math.min(high, (toWorst + xi) * (toBest + xi));
  }
  return low <= high + 1e-12 ? { low, high: Math.max(low, high) } : null;
}

/**
 * Weights that minimise the largest of |w_best/w_j − a_bj| and |w_j/w_worst − a_jw| (Rezaei 2015), by halving ξ.
 * Consistent judgements give w_j ∝ a_jw and ξ = 0.
 * @returns refused: "empty", "shape", "out-of-range" (a judgement below 1, or no best and worst)
 */
export function bestWorstWeights(best: readonly number[], worst: readonly number[]): Computed<BestWorst> {
  if (best.length === 0) return refused("empty");
  if (best.length !== worst.length) return refused("shape");
  if (![...best, ...worst].every((value) => Number.isFinite(value) && value >= 1))
    return refused("out-of-range", { low: 1 });
  const top = best.indexOf(1);
  const bottom = worst.indexOf(1);
  if (top < 0 || bottom < 0) return refused("out-of-range", { needs: "1" });
  const scale = best[bottom] ?? 1;
  let [low, high] = [0, Math.max(...best, ...worst)];
  if (bestRange(best, worst, scale, 0) !== null) high = 0;
  for (let step = 0; step < 200 && high - low > 1e-13; step += 1) {
    const middle = (low + high) / 2;
    if (bestRange(best, worst, scale, middle) === null) low = middle;
    else high = middle;
  }
  const range = bestRange(best, worst, scale, high);
  if (range === null) return refused("out-of-range");
  const wBest = (range.low + range.high) / 2;
  const raw = best.map((toBest, j) => {
    if (j === top) return wBest;
    if (j === bottom) return 1;
    const toWorst = worst[j] ?? 1;
    const from = Math.max(toWorst - high, wBest / (toBest + high));
    const to = Math.min(toWorst + high, toBest - high > 0 ? wBest / (toBest - high) : Infinity);
    return high === 0 ? toWorst : (from + to) / 2;
  });
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return computed({ weights: raw.map((weight) => weight / sum), xi: high });
}
