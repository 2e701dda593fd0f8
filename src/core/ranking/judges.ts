/** Several judges brought together: Borda points of their orders, and their paired comparisons pooled. */
import { computed, refused, type Computed } from "../model/computed";
import type { Judgement } from "./bradleyTerry";
import { pairedOrder } from "./pairedComparison";
import { ranks } from "./ranks";

/**
 * Borda points: for each judge one point for everybody ranked below and half a point for each tie; the judges' points added.
 * @param judges a row per judge, a score per person (higher is better); null: did not judge this person, no points
 * @returns points by person; refused: "empty", "shape" (rows of different length), "not-a-number"
 * Source: Borda 1781, ties shared.
 */
export function bordaPoints(judges: readonly (readonly (number | null)[])[]): Computed<readonly number[]> {
  const people = judges[0]?.length ?? 0;
  if (people === 0) return refused("empty");
  if (judges.some((row) => row.length !== people)) return refused("shape");
  if (!judges.every((row) => row.every((score) => score === null || Number.isFinite(score))))
    return refused("not-a-number");
  const points = new Array<number>(people).fill(0);
  for (const row of judges) {
    const judged = row.filter((score) => score !== null).length;
    ranks(row, "fractional").forEach((rank, i) => {
      if (rank !== null) points[i] = (points[i] ?? 0) + judged - rank;
    });
  }
  return computed(points);
}

export interface PooledPairs {
  /** Wins of each person over all judges; a draw is one half. */
  readonly wins: readonly number[];
  /** Judgements for strengths: a draw counts as half a win for both. */
  readonly judgements: readonly Judgement[];
  /** Pairs left open, over all judges. */
  readonly open: number;
}

/**
 * Paired comparisons of several judges pooled: their wins added.
 * @param matrices one a judge, each as `pairedOrder` takes it, all of one size
 * @returns wins (a draw is one half); refused: "empty", "shape", or as `pairedOrder`
 * Source: domain rule C9.1 (many judges: add wins).
 */
export function poolPairs(matrices: readonly (readonly (readonly (number | null)[])[])[]): Computed<PooledPairs> {
  const people = matrices[0]?.length ?? 0;
  if (people === 0) return refused("empty");
  if (matrices.some((matrix) => matrix.length !== people)) return refused("shape");
  const wins = new Array<number>(people).fill(0);
  const judgements: Judgement[] = [];
  let open = 0;
  for (const matrix of matrices) {
    const order = pairedOrder(matrix);
    if (!order.ok) return order;
    open += order.value.open;
    order.value.wins.forEach((won, i) => {
      wins[i] = (wins[i] ?? 0) + won;
    });
    matrix.forEach((row, i) => {
      for (let j = i + 1; j < people; j += 1) {
        const upper = row[j] ?? null;
        const lower = matrix[j]?.[i] ?? null;
        const judged = upper ?? (lower === null ? null : 1 - lower);
        if (judged === null) continue;
        if (judged > 0) judgements.push([i, j, judged]);
        if (judged < 1) judgements.push([j, i, 1 - judged]);
      }
    });
  }
  return computed({ wins, judgements, open });
}
