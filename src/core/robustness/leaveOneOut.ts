/** What happens to the order when an indicator is left out: totals and ranks with each one dropped in turn. */
import { computed, refused, type Computed } from "../model/computed";
import { ranks } from "../ranking/ranks";
import { roundTotal } from "../scoring/round";
import { fromPoints } from "../weighting/fromOrder";

export interface LeftOut {
  readonly indicator: number;
  /** Competition ranks without the indicator; null when nothing else has weight. */
  readonly ranks: readonly number[] | null;
  /** New rank − rank with all indicators: positive = falls. Empty where ranks are null. */
  readonly shifts: readonly number[];
  /** Mean of the absolute shifts, 0 where ranks are null. */
  readonly meanShift: number;
}

export interface LeaveOneOut {
  readonly ranks: readonly number[];
  readonly without: readonly LeftOut[];
}

type Table = readonly (readonly number[])[];

/** Competition ranks of rounded totals. */
const ranksBy = (scores: Table, shares: readonly number[]): readonly number[] =>
  ranks(
    scores.map((row) => roundTotal(row.reduce((sum, score, k) => sum + score * (shares[k] ?? 0), 0))),
    "competition",
  ).map((rank) => rank ?? 0);

/** The shares with one taken out, the others in their proportions; null where nothing else has weight. */
function sharesWithout(shares: readonly number[], dropped: number): readonly number[] | null {
  const rest = shares.reduce((sum, share, k) => (k === dropped ? sum : sum + share), 0);
  return rest > 0 ? shares.map((share, k) => (k === dropped ? 0 : share / rest)) : null;
}

/**
 * Ranks with each indicator left out.
 * @param scores people × indicators, complete, on a common scale @param weights any scale
 * @returns refused: "empty", "shape", "not-a-number", or as `fromPoints` for the weights
 * Source: as remove_elements of COINr.
 */
export function leaveOneOut(scores: Table, weights: readonly number[]): Computed<LeaveOneOut> {
  if (scores.length === 0) return refused("empty");
  const shares = fromPoints(weights);
  if (!shares.ok) return shares;
  if (scores.some((row) => row.length !== weights.length)) return refused("shape");
  if (!scores.every((row) => row.every((score) => Number.isFinite(score * weights.length))))
    return refused("not-a-number");
  const all = ranksBy(scores, shares.value);
  const without = weights.map((_, indicator): LeftOut => {
    const others = sharesWithout(shares.value, indicator);
    const left = others === null ? null : ranksBy(scores, others);
    const shifts = left === null ? [] : left.map((rank, i) => rank - (all[i] ?? 0));
    const sum = shifts.reduce((total, shift) => total + Math.abs(shift), 0);
    return { indicator, ranks: left, shifts, meanShift: shifts.length === 0 ? 0 : sum / shifts.length };
  });
  return computed({ ranks: all, without });
}
