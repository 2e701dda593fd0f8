/** What happens to the order when an indicator is left out: totals and ranks with each one dropped in turn. */
import { computed, refused, type Computed } from "../model/computed";
import { ranks } from "../ranking/ranks";
import { roundTotal } from "../scoring/round";
import { fromPoints } from "../weighting/fromOrder";

export interface LeftOut {
  readonly indicator: number;
  /** Totals without the indicator, rounded, the other weights in their proportions; null when nothing else has weight. */
  readonly totals: readonly number[] | null;
  /** Competition ranks without the indicator; null when nothing else has weight. */
  readonly ranks: readonly number[] | null;
  /** New rank − rank with all indicators: positive = falls. Empty where ranks are null. */
  readonly shifts: readonly number[];
  /** Mean of the absolute shifts, 0 where ranks are null. */
  readonly meanShift: number;
}

export interface LeaveOneOut {
  /** Totals with all indicators, rounded, on the scale of the scores. */
  readonly totals: readonly number[];
  readonly ranks: readonly number[];
  readonly without: readonly LeftOut[];
}

type Table = readonly (readonly number[])[];

/** Rounded totals; the weights of the other indicators keep their proportions. */
function totalsWithout(scores: Table, shares: readonly number[], dropped: number | null): readonly number[] | null {
  const rest = dropped === null ? 1 : shares.reduce((sum, share, k) => (k === dropped ? sum : sum + share), 0);
  if (!(rest > 0)) return null;
  return scores.map((row) =>
    roundTotal(row.reduce((sum, score, k) => (k === dropped ? sum : sum + score * (shares[k] ?? 0)), 0) / rest),
  );
}

const ranksOf = (totals: readonly number[]): readonly number[] => ranks(totals, "competition").map((rank) => rank ?? 0);

/**
 * Totals and ranks with each indicator left out, the weights of the others in their proportions.
 * @param scores people × indicators, complete, on a common scale @param weights any scale
 * @returns refused: "empty", "shape", "not-a-number", or as `fromPoints` for the weights
 * Source: domain rule C17 (drop one KPI); remove_elements of COINr.
 */
export function leaveOneOut(scores: Table, weights: readonly number[]): Computed<LeaveOneOut> {
  if (scores.length === 0) return refused("empty");
  const shares = fromPoints(weights);
  if (!shares.ok) return shares;
  if (scores.some((row) => row.length !== weights.length)) return refused("shape");
  if (!scores.every((row) => row.every((score) => Number.isFinite(score * weights.length))))
    return refused("not-a-number");
  const totals = totalsWithout(scores, shares.value, null);
  if (totals === null) return refused("no-weights");
  const all = ranksOf(totals);
  const without = weights.map((_, indicator): LeftOut => {
    const left = totalsWithout(scores, shares.value, indicator);
    if (left === null) return { indicator, totals: null, ranks: null, shifts: [], meanShift: 0 };
    const now = ranksOf(left);
    const shifts = now.map((rank, i) => rank - (all[i] ?? 0));
    const sum = shifts.reduce((total, shift) => total + Math.abs(shift), 0);
    return { indicator, totals: left, ranks: now, shifts, meanShift: sum / shifts.length };
  });
  return computed({ totals, ranks: all, without });
}
