/** Whole units that add up exactly: the method of largest remainders, with locked parts and steps. */
import { computed, refused, type Computed } from "../model/computed";

/**
 * Splits `total` whole units in proportion to `values`. Left-over units go to the largest remainders;
 * ties to the larger value, then to the earlier one. Source: Hamilton's method.
 * @returns refused: "empty", "not-a-number", "negative", "no-weights", "out-of-range" (total not whole or negative)
 */
export function largestRemainder(values: readonly number[], total: number): Computed<readonly number[]> {
  if (values.length === 0) return refused("empty");
  if (!values.every(Number.isFinite)) return refused("not-a-number");
  if (values.some((value) => value < 0)) return refused("negative");
  if (!Number.isSafeInteger(total) || total < 0) return refused("out-of-range", { low: 0 });
  const sum = values.reduce((all, value) => all + value, 0);
  if (!(sum > 0) || !Number.isFinite(sum)) return refused("no-weights");
  // A quota such as 33.99999999999999 is 34 with a floating-point residue: its floor must not lose a unit.
  const quotas = values.map((value) => Number(((value * total) / sum).toPrecision(14)));
  const units = quotas.map(Math.floor);
  const left = total - units.reduce((all, unit) => all + unit, 0);
  quotas
    .map((quota, i) => ({ i, remainder: quota - Math.floor(quota) }))
    .sort((a, b) => b.remainder - a.remainder || (values[b.i] ?? 0) - (values[a.i] ?? 0) || a.i - b.i)
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
 * @returns refused: as `largestRemainder`; "out-of-range" when the locked ones leave nothing or the step does not fit
 */
export function scaleWeights(weights: readonly number[], options: ApportionOptions = {}): Computed<readonly number[]> {
  const { step = 0.01, locked = new Set<number>(), total = 100 } = options;
  if (!weights.every(Number.isFinite)) return refused("not-a-number");
  const kept = weights.reduce((sum, weight, i) => (locked.has(i) ? sum + weight : sum), 0);
  const units = Number(((total - kept) / step).toPrecision(12));
  const free = weights.filter((_, i) => !locked.has(i));
  if (free.length === 0) return refused("empty");
  if (!Number.isInteger(units) || units < 0) return refused("out-of-range", { rest: total - kept, step });
  const parts = largestRemainder(free, units);
  if (!parts.ok) return parts;
  let next = 0;
  return computed(
    weights.map((weight, i) => {
      if (locked.has(i)) return weight;
      const unit = parts.value[next] ?? 0;
      next += 1;
      return Number((unit * step).toPrecision(12));
    }),
  );
}
