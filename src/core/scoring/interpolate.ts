/** Straight lines through given points, flat outside them. */
import { computed, finite, refused, type Computed } from "../model/computed";

/** A point of a broken line. */
export type Knot = readonly [x: number, y: number];

/**
 * The value at `x` of the broken line through `knots` (x strictly increasing); outside, the value of the nearest knot.
 * @returns in the unit of the knots' y; refused: "empty" without knots, "not-a-number", "shape" when x does not
 * increase
 * Source: method §2.1; as the clipped partial value function of the R package smaa.
 */
export function piecewiseLinear(knots: readonly Knot[], x: number): Computed<number> {
  const [first] = knots;
  if (first === undefined) return refused("empty");
  const last = knots.at(-1) ?? first;
  if (!Number.isFinite(x) || !knots.flat().every(Number.isFinite)) return refused("not-a-number");
  if (knots.some((knot, i) => knot[0] <= (knots[i - 1]?.[0] ?? -Infinity))) return refused("shape");
  if (x <= first[0]) return computed(first[1]);
  if (x >= last[0]) return computed(last[1]);
  const right = knots.findIndex((knot) => knot[0] >= x);
  const [x1, y1] = knots[right] ?? last;
  const [x0, y0] = knots[right - 1] ?? first;
  return finite(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
}
