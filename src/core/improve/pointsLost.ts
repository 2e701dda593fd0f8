/** Where a total lost its points, largest first, and what causes cost most (Pareto). */
import { computed, finiteList, refused, type Computed } from "../model/computed";

export interface ScoredLine {
  readonly id: string;
  /** Weight in points of 100. */
  readonly weight: number;
  /** 1 = target; null where missing. */
  readonly attainment: number | null;
  /** Cause named for the gap, if any. */
  readonly cause?: string;
}
export interface LostPoints {
  readonly id: string;
  /** w·(1 − a), never below 0: a line above target lost nothing. */
  readonly lost: number;
  /** Share of all points lost, 0–1, and the running sum of shares. */
  readonly share: number;
  readonly cumulated: number;
}
export interface Pareto {
  readonly total: number;
  readonly lines: readonly LostPoints[];
  /** Points lost by cause, largest first; lines without a cause are not in it. */
  readonly causes: readonly { readonly cause: string; readonly lost: number }[];
  readonly missing: readonly string[];
}

/**
 * Points lost by line: weight × (1 − attainment), in points of 100.
 * @returns lines that lost something, largest first (ties in the given order); missing lines are named, not counted;
 * refused: "empty", "not-a-number", "negative"
 * Source: domain rule C15.
 */
export function pointsLost(lines: readonly ScoredLine[]): Computed<Pareto> {
  if (lines.length === 0) return refused("empty");
  if (
    lines.some(
      (line) => !Number.isFinite(line.weight) || (line.attainment !== null && !Number.isFinite(line.attainment)),
    )
  )
    return refused("not-a-number");
  if (lines.some((line) => line.weight < 0)) return refused("negative");
  const scored = lines.filter((line) => line.attainment !== null);
  const lost = scored
    .map((line) => ({ line, lost: Math.max(0, line.weight * (1 - (line.attainment ?? 0))) }))
    .filter((entry) => entry.lost > 0);
  lost.sort((a, b) => b.lost - a.lost);
  const total = lost.reduce((sum, entry) => sum + entry.lost, 0);
  const numbers = finiteList([total, ...lost.map((entry) => entry.lost)]);
  if (!numbers.ok) return numbers;
  let cumulated = 0;
  const causes = new Map<string, number>();
  const ranked = lost.map(({ line, lost: points }) => {
    cumulated += points / total;
    if (line.cause !== undefined && line.cause !== "") causes.set(line.cause, (causes.get(line.cause) ?? 0) + points);
    return { id: line.id, lost: points, share: points / total, cumulated };
  });
  return computed({
    total,
    lines: ranked,
    causes: [...causes].map(([cause, points]) => ({ cause, lost: points })).sort((a, b) => b.lost - a.lost),
    missing: lines.filter((line) => line.attainment === null).map((line) => line.id),
  });
}
