/** How near two neighbours of a ranking are: the smallest moves of weight that swap them, and what to call it. */
import { computed, refused, type Computed } from "../model/computed";
import { asPoints, asShare, type Points, type Share } from "../model/units";
import { oneWeightToTie, smallestTransfer, type Transfer } from "./swaps";

/** House rules in points of 100: under `tie` the order means nothing, under `fragile` it is not firm. */
export const CLOSENESS_DEFAULTS = { tie: asPoints(1), fragile: asPoints(5) };

export type Closeness = "tie" | "fragile" | "firm";

/**
 * What to call a smallest transfer of so many points (0–100): a tie under 1, fragile under 5, else firm.
 * @returns refused: "not-a-number", "negative"
 * Source: house rule, method §2.6; the limits are settings.
 */
export function closenessOf(
  points: Points,
  limits: { readonly tie: Points; readonly fragile: Points } = CLOSENESS_DEFAULTS,
): Computed<Closeness> {
  if (![points, limits.tie, limits.fragile].every(Number.isFinite)) return refused("not-a-number");
  if (points < 0) return refused("negative");
  return computed(points < limits.tie ? "tie" : points < limits.fragile ? "fragile" : "firm");
}

export interface OneWeightMove {
  readonly indicator: number;
  /** Share of the weight now and at the tie (0–1). */
  readonly from: Share;
  readonly to: Share;
  /** |to − from|: the margin. */
  readonly change: Share;
}

/**
 * The single weight whose change, the others scaled in proportion, ties two people with the least movement.
 * @param a, b scores on one scale @param weights any scale
 * @returns shares 0–1; refused: "dominated" when no single weight can; else as `oneWeightToTie`
 * Source: domain rule C17 (smallest |q* − w_k|).
 */
export function smallestOneWeightMove(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[],
): Computed<OneWeightMove> {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let best: OneWeightMove | null = null;
  for (let indicator = 0; indicator < weights.length; indicator += 1) {
    const swap = oneWeightToTie(a, b, weights, indicator);
    if (!swap.ok && swap.reason !== "dominated" && swap.reason !== "too-few") return swap;
    if (!swap.ok) continue;
    const from = asShare((weights[indicator] ?? 0) / sum);
    const change = asShare(Math.abs(swap.value.newWeight - from));
    if (best === null || change < best.change) best = { indicator, from, to: swap.value.newWeight, change };
  }
  if (best !== null) return computed(best);
  return weights.length === 0 ? refused("empty") : refused("dominated");
}

export interface NeighbourSwap {
  /** Positions of the better and the next one. */
  readonly above: number;
  readonly below: number;
  /** null: the better one is at least as good wherever weight could go; no weights swap them. */
  readonly transfer: Transfer | null;
}

/**
 * Smallest transfer of weight that swaps each two neighbours of a ranking.
 * @param scores people × indicators on one scale @param order positions of people, best first
 * @returns one a pair of neighbours; refused: "empty", "out-of-range" (a position that is none), or as
 * `smallestTransfer`
 * Source: method §2.6 (only neighbours need to be shown).
 */
export function neighbourSwaps(
  scores: readonly (readonly number[])[],
  weights: readonly number[],
  order: readonly number[],
): Computed<readonly NeighbourSwap[]> {
  if (scores.length === 0) return refused("empty");
  const swaps: NeighbourSwap[] = [];
  for (const [i, below] of order.entries()) {
    const above = order[i - 1];
    if (above === undefined) continue;
    const [a, b] = [scores[above], scores[below]];
    if (a === undefined || b === undefined) return refused("out-of-range", { high: scores.length - 1 });
    const move = smallestTransfer(a, b, weights);
    if (!move.ok && move.reason !== "dominated") return move;
    swaps.push({ above, below, transfer: move.ok ? move.value : null });
  }
  return computed(swaps);
}

/**
 * Whether two totals are a tie in practice: nearer than 1.96·√(se_a² + se_b²), the noise of their ratings.
 * @param seA, seB standard errors of the totals, on their scale
 * @returns refused: "not-a-number", "negative"
 * Source: domain rule C17.
 */
export function tieInPractice(a: number, b: number, seA: number, seB: number): Computed<boolean> {
  if (![a, b, seA, seB].every(Number.isFinite)) return refused("not-a-number");
  if (seA < 0 || seB < 0) return refused("negative");
  return computed(Math.abs(a - b) < 1.96 * Math.hypot(seA, seB));
}
