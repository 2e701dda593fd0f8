/** Whole units that add up exactly: the method of largest remainders, with locked parts and steps. */
import { computed, refused, type Computed } from "../model/computed";
import { asPoints, type Points } from "../model/units";

/** More units than this are not exact in quotas of 14 digits. */
const MOST_UNITS = 1e12;

/**
 * Splits `total` whole units in proportion to `values`. Left-over units go to the largest remainders;
 * ties to the larger value, then to the earlier one (`ties` "first": to the earlier one at once). Source: Hamilton's method.
 * @returns refused: "empty", "not-a-number", "negative", "no-weights", "out-of-range" (total not whole or negative)
 */
export function largestRemainder(
  values: readonly number[],
  total: number,
  ties: "larger" | "first" = "larger",
): Computed<readonly number[]> {
  if (values.length === 0) return refused("empty");
  if (!values.every(Number.isFinite)) return refused("not-a-number");
  if (values.some((value) => value < 0)) return refused("negative");
  if (!Number.isInteger(total) || total < 0 || total > MOST_UNITS)
    return refused("out-of-range", { low: 0, high: MOST_UNITS });
  const sum = values.reduce((all, value) => all + value, 0);
  if (!(sum > 0) || !Number.isFinite(sum)) return refused("no-weights");
  // A quota such as 33.99999999999999 is 34 with a floating-point residue: its floor must not lose a unit.
  const quota = (value: number): number =>
    Number.isFinite(value * total) ? (value * total) / sum : (value / sum) * total;
  const quotas = values.map((value) => Number(quota(value).toPrecision(14)));
  const larger = (a: number, b: number): number => (ties === "larger" ? (values[b] ?? 0) - (values[a] ?? 0) : 0);
  const units = quotas.map(Math.floor);
  const left = total - units.reduce((all, unit) => all + unit, 0);
  quotas
    // 2.4 − 2 and 8.4 − 8 are one remainder, whatever binary makes of them. Sorting keeps the order of equals.
    .map((quota, i) => ({ i, remainder: Number((quota - Math.floor(quota)).toFixed(9)) }))
    .sort((a, b) => b.remainder - a.remainder || larger(a.i, b.i))
    .slice(0, Math.max(0, left))
    .forEach(({ i }) => {
      units[i] = (units[i] ?? 0) + 1;
    });
  return computed(units);
}

export interface ApportionOptions {
  /** Smallest step of a weight in points: 1, 5, 0.01 … It must divide what is to be shared out. Default 0.01. */
  readonly step?: number;
  /** Positions whose weight must stay. */
  readonly locked?: ReadonlySet<number>;
  /** What the weights shall add up to; default 100. */
  readonly total?: number;
}

/**
 * Weights scaled to add up to exactly 100 points (or `total`), in whole steps, locked ones untouched.
 * @param weights any scale; locked ones in points
 * @returns points in the order given; refused: as `largestRemainder`; "out-of-range" when the locked ones leave
 * nothing or the step does not fit
 * Source: domain rule C4, the fixes of W01; Hamilton's method.
 */
export function scaleWeights(weights: readonly number[], options: ApportionOptions = {}): Computed<readonly Points[]> {
  const { step = 0.01, locked = new Set<number>(), total = 100 } = options;
  if (!weights.every(Number.isFinite)) return refused("not-a-number");
  if (weights.some((weight) => weight < 0)) return refused("negative");
  if (!(step > 0 && step < Infinity) || !Number.isFinite(total)) return refused("out-of-range", { low: 0 });
  const kept = weights.reduce((sum, weight, i) => (locked.has(i) ? sum + weight : sum), 0);
  const units = Number(((total - kept) / step).toPrecision(12));
  const free = weights.filter((_, i) => !locked.has(i));
  if (weights.length === 0) return refused("empty");
  if (!Number.isInteger(units) || units < 0) return refused("out-of-range", { locked: kept });
  if (free.length === 0)
    return units === 0 ? computed(weights.map(asPoints)) : refused("out-of-range", { locked: kept });
  const parts = largestRemainder(free, units);
  if (!parts.ok) return parts;
  let next = 0;
  return computed(
    weights.map((weight, i) => {
      if (locked.has(i)) return asPoints(weight);
      const unit = parts.value[next] ?? 0;
      next += 1;
      return asPoints(Number((unit * step).toPrecision(12)));
    }),
  );
}
