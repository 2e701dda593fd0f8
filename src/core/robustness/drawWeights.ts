/** Random weights and errors of a simulation, from a given source of uniform numbers. */

/** Where weights are drawn from. */
export type WeightDraw =
  /** All weights equally likely (uniform on the simplex). */
  | { readonly kind: "uniform" }
  /** Dirichlet around the chosen weights; each weight's standard deviation is about `spread` of itself (0.2 = 20 %) for an average weight. */
  | { readonly kind: "around"; readonly spread: number }
  /** Each chosen weight times 1 ± up to `spread` (0–1), evenly, then brought back to the sum. Source: COINr, noisy weights. */
  | { readonly kind: "shaken"; readonly spread: number }
  /** Only the order of the chosen weights is believed: all weights in that order equally likely; equal ones in any order. */
  | { readonly kind: "order" }
  /** The chosen weights, unchanged. */
  | { readonly kind: "fixed" };

/** Standard normal numbers from uniform ones. Source: Marsaglia & Bray 1964, the polar method. */
export function normalSource(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const factor = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * factor;
        return u * factor;
      }
    }
  };
}

/** Gamma(shape, 1) by Marsaglia & Tsang 2000; shapes below 1 by the power of a uniform. */
function gamma(shape: number, normal: () => number, uniform: () => number): number {
  if (shape < 1) return gamma(shape + 1, normal, uniform) * Math.pow(Math.max(uniform(), Number.MIN_VALUE), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(Math.max(uniform(), Number.MIN_VALUE)) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v;
  }
}

type Source = (out: Float64Array) => void;

/** Divides by the sum; where every draw vanished the chosen weights stand for them. */
function toShares(out: Float64Array, total: number, chosen: readonly number[]): void {
  if (total > 0) for (let j = 0; j < out.length; j += 1) out[j] = (out[j] ?? 0) / total;
  else out.set(chosen);
}

function shakenSource(chosen: readonly number[], spread: number, uniform: () => number): Source {
  return (out) => {
    let total = 0;
    for (let j = 0; j < out.length; j += 1) {
      const value = (chosen[j] ?? 0) * (1 + spread * (2 * uniform() - 1));
      out[j] = value;
      total += value;
    }
    toShares(out, total, chosen);
  };
}

/** Positions of the weights above 0 from the largest down, equal ones together. */
function groupsOf(chosen: readonly number[]): number[][] {
  const groups = new Map<number, number[]>();
  chosen.forEach((weight, j) => {
    if (weight > 0) groups.set(weight, [...(groups.get(weight) ?? []), j]);
  });
  return [...groups].sort(([a], [b]) => b - a).map(([, members]) => members);
}

/** A uniform draw from the simplex, sorted, given out by the order; its mean is the rank order centroid. */
function orderSource(chosen: readonly number[], uniform: () => number): Source {
  const groups = groupsOf(chosen);
  const drawn = new Float64Array(groups.reduce((sum, members) => sum + members.length, 0));
  return (out) => {
    let total = 0;
    for (let i = 0; i < drawn.length; i += 1) {
      const value = -Math.log(Math.max(uniform(), Number.MIN_VALUE));
      drawn[i] = value;
      total += value;
    }
    drawn.sort();
    out.fill(0);
    let next = drawn.length - 1;
    for (const members of groups) {
      for (let i = 0; i < members.length; i += 1) {
        // Who of the equal ones comes next is drawn, too.
        const other = i + Math.floor(uniform() * (members.length - i));
        const [here = 0, there = 0] = [members[i], members[other]];
        [members[i], members[other]] = [there, here];
        out[there] = drawn[next] ?? 0;
        next -= 1;
      }
    }
    toShares(out, total, chosen);
  };
}

/**
 * A source that fills `out` with one draw of weights, shares that sum to 1.
 * @param chosen shares that sum to 1 @param normal, uniform sources of random numbers
 * Source: Dirichlet draws as normalised gamma numbers (Devroye 1986); the other ways at WeightDraw.
 */
export function weightSource(
  draw: WeightDraw,
  chosen: readonly number[],
  normal: () => number,
  uniform: () => number,
): Source {
  if (draw.kind === "shaken") return shakenSource(chosen, draw.spread, uniform);
  if (draw.kind === "order") return orderSource(chosen, uniform);
  if (draw.kind === "fixed")
    return (out) => {
      out.set(chosen);
    };
  const positive = chosen.filter((weight) => weight > 0).length;
  // Var(w_i) = w_i (1 − w_i)/(c + 1); for the average weight 1/k this is (spread·w_i)² at c = (k − 1)/spread² − 1.
  const concentration = draw.kind === "around" ? Math.max(1, (positive - 1) / draw.spread ** 2 - 1) : 1;
  const shapes = chosen.map((weight) => (draw.kind === "uniform" ? 1 : weight * concentration));
  return (out) => {
    let total = 0;
    for (let j = 0; j < out.length; j += 1) {
      const shape = shapes[j] ?? 0;
      const value = shape > 0 ? gamma(shape, normal, uniform) : 0;
      out[j] = value;
      total += value;
    }
    toShares(out, total, chosen);
  };
}
