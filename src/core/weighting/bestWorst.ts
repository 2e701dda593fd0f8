/** Best–worst weights: how much better the best is than each, how much better each is than the worst (1–9). */
import { computed, refused, type Computed } from "../model/computed";

export interface BestWorst {
  /** Shares that sum to 1. */
  readonly weights: readonly number[];
  /** Largest contradiction left: |w_best − a_bj·w_j| or |w_j − a_jw·w_worst|; 0 when the judgements fit together. */
  readonly xi: number;
}

interface Judgements {
  readonly best: readonly number[];
  readonly worst: readonly number[];
  readonly top: number;
  readonly bottom: number;
}
type Range = readonly [low: number, high: number];

/** Range of each weight, given those of the best and the worst and the contradiction allowed. */
function ranges({ best, worst, top, bottom }: Judgements, wBest: number, wWorst: number, xi: number): Range[] {
  return best.map((toBest, j): Range => {
    if (j === top) return [wBest, wBest];
    if (j === bottom) return [wWorst, wWorst];
    const toWorst = (worst[j] ?? 1) * wWorst;
    return [Math.max(0, (wBest - xi) / toBest, toWorst - xi), Math.min((wBest + xi) / toBest, toWorst + xi)];
  });
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);

/** Whether weights that sum to 1 exist with this contradiction. */
function feasible(judged: Judgements, wBest: number, wWorst: number, xi: number): boolean {
  if (Math.abs(wBest - (judged.best[judged.bottom] ?? 1) * wWorst) > xi) return false;
  const all = ranges(judged, wBest, wWorst, xi);
  if (all.some(([low, high]) => low > high)) return false;
  return sumOf(all.map(([low]) => low)) <= 1 && sumOf(all.map(([, high]) => high)) >= 1;
}

/** Smallest contradiction for given weights of the best and the worst; convex in both. */
function contradiction(judged: Judgements, wBest: number, wWorst: number): number {
  let [low, high] = [0, 10];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (feasible(judged, wBest, wWorst, middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** More items than this nobody judges against a best and a worst; more times better than this is no judgement. */
const MOST_ITEMS = 100;
const MOST_TIMES = 1000;

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Minimum of a convex function on [low, high] by golden sections. */
function minimum(f: (x: number) => number, low: number, high: number): { readonly x: number; readonly value: number } {
  let [a, b] = [low, high];
  for (let step = 0; step < 60 && b - a > 1e-12; step += 1) {
    const [left, right] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
    if (f(left) <= f(right)) b = right;
    else a = left;
  }
  const x = (a + b) / 2;
  return { x, value: f(x) };
}

/** Judgements that fit together: a_bj · a_jw = a_bw for all. Then w_j ∝ a_jw. */
const consistent = ({ best, worst, bottom }: Judgements): boolean =>
  best.every((toBest, j) => toBest * (worst[j] ?? 0) === best[bottom]);

/**
 * Weights that minimise ξ with |w_best − a_bj·w_j| ≤ ξ, |w_j − a_jw·w_worst| ≤ ξ, Σw = 1 (the linear model).
 * @param best how many times better the best is than each (1 for itself)
 * @param worst how many times better each is than the worst (1 for itself)
 * @returns refused: "empty", "shape", "out-of-range" (a judgement below 1, or no best and worst)
 * Source: Rezaei 2015 (method), 2016 (linear model).
 */
export function bestWorstWeights(best: readonly number[], worst: readonly number[]): Computed<BestWorst> {
  if (best.length === 0) return refused("empty");
  if (best.length !== worst.length) return refused("shape");
  if (best.length > MOST_ITEMS) return refused("out-of-range", { items: best.length, high: MOST_ITEMS });
  if (![...best, ...worst].every((value) => value >= 1 && value <= MOST_TIMES))
    return refused("out-of-range", { low: 1, high: MOST_TIMES });
  const judged: Judgements = { best, worst, top: best.indexOf(1), bottom: worst.lastIndexOf(1) };
  if (judged.top < 0 || judged.bottom < 0) return refused("out-of-range", { needs: "1" });
  if (consistent(judged)) {
    const sum = sumOf(worst);
    return computed({ weights: worst.map((value) => value / sum), xi: 0 });
  }
  if (judged.top === judged.bottom) return refused("out-of-range", { needs: "1" });
  const inner = (wBest: number): { readonly x: number; readonly value: number } =>
    minimum((wWorst) => contradiction(judged, wBest, wWorst), 0, 1);
  const wBest = minimum((w) => inner(w).value, 0, 1).x;
  const { x: wWorst, value: xi } = inner(wBest);
  const all = ranges(judged, wBest, wWorst, xi);
  const [lows, highs] = [sumOf(all.map(([low]) => low)), sumOf(all.map(([, high]) => high))];
  const share = highs > lows ? Math.min(1, Math.max(0, (1 - lows) / (highs - lows))) : 0;
  const weights = all.map(([low, high]) => low + share * (high - low));
  const sum = sumOf(weights);
  return computed({ weights: weights.map((weight) => weight / sum), xi });
}
