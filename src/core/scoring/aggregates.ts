/** Other ways to bring scores together: geometric mean, weakest link, mean with a share of data asked for. */
import { min } from "simple-statistics";
import { computed, finite, refused, type Computed } from "../model/computed";

function pairs(x: readonly (number | null)[], weights: readonly number[]): Computed<number> {
  if (x.length === 0) return refused("empty");
  if (x.length !== weights.length) return refused("shape");
  if (!weights.every(Number.isFinite) || !x.every((value) => value === null || Number.isFinite(value)))
    return refused("not-a-number");
  if (weights.some((weight) => weight < 0)) return refused("negative");
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 && Number.isFinite(sum) ? computed(sum) : refused("no-weights");
}

/**
 * Σ w·x, not divided by anything (points × weights as given, any scale, any sign).
 * @returns refused: "empty", "shape", "not-a-number"
 * Source: SAP data element APP_FB_SUM; simple additive weighting.
 */
export function weightedSum(x: readonly number[], weights: readonly number[]): Computed<number> {
  if (x.length === 0) return refused("empty");
  if (x.length !== weights.length) return refused("shape");
  return finite(x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0));
}

/**
 * Weighted geometric mean, exp(Σ w ln x / Σ w): a weak line weighs more than a strong one makes good. Lines without weight do
 * not count.
 * @param x any common scale above 0 @param weights any scale
 * @returns refused: "empty", "shape", "not-a-number", "negative" (a weight), "no-weights", "out-of-range" (a value with weight
 * that is not above 0)
 * Source: COINr a_gmean, scikit-criteria WPM, which refuse the same.
 */
export function geometricMean(x: readonly number[], weights: readonly number[]): Computed<number> {
  const sum = pairs(x, weights);
  if (!sum.ok) return sum;
  const counted = x.flatMap((value, i) => ((weights[i] ?? 0) > 0 ? [{ value, weight: weights[i] ?? 0 }] : []));
  if (counted.some(({ value }) => value <= 0)) return refused("out-of-range", { low: 0 });
  return finite(
    Math.exp(counted.reduce((total, { value, weight }) => total + (weight / sum.value) * Math.log(value), 0)),
  );
}

/**
 * The weakest of the lines that carry weight: nothing makes it good.
 * @param x any common scale @param weights any scale; only whether there is one counts
 * @returns refused: "empty", "shape", "not-a-number", "negative" (a weight), "no-weights"
 * Source: minimum aggregation of composite indicators, OECD/JRC Handbook 2008.
 */
export function weakestLink(x: readonly number[], weights: readonly number[]): Computed<number> {
  const sum = pairs(x, weights);
  return sum.ok ? computed(min(x.filter((_, i) => (weights[i] ?? 0) > 0))) : sum;
}

/**
 * Weighted mean of what is there, if enough of the items is there.
 * @param x any common scale; null is missing @param weights any scale @param minShare share of items (not of weight)
 * that must be there, 0–1
 * @returns refused: "empty", "shape", "not-a-number", "negative" (a weight), "no-weights", "out-of-range" (the share),
 * "too-few" below it
 * Source: COINr, the data availability limit of Aggregate (dat_thresh).
 */
export function meanWithEnoughData(
  x: readonly (number | null)[],
  weights: readonly number[],
  minShare: number,
): Computed<number> {
  const sum = pairs(x, weights);
  if (!sum.ok) return sum;
  if (!(minShare >= 0 && minShare <= 1)) return refused("out-of-range", { low: 0, high: 1 });
  const there = x.flatMap((value, i) => (value === null ? [] : [{ value, weight: weights[i] ?? 0 }]));
  const weight = there.reduce((total, item) => total + item.weight, 0);
  if (there.length / x.length < minShare || weight <= 0) return refused("too-few", { found: there.length });
  return finite(there.reduce((total, item) => total + item.value * item.weight, 0) / weight);
}
