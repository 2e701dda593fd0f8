/** Alternation ranking: the best is picked, then the worst, the next best, the next worst … It gives an order and no distances. */
import { computed, refused, type Computed } from "../model/computed";

export interface Alternation {
  /** Rank of each person, 1 best; null while not picked. */
  readonly ranks: readonly (number | null)[];
  /** What is asked next; null when everybody stands in the order. */
  readonly next: "best" | "worst" | null;
  /** Who may still be picked. */
  readonly left: readonly number[];
}

/**
 * The order after some picks. With one person left the place is certain and given without asking.
 * @param people how many there are @param picks positions in the order picked: best, worst, next best, next worst …
 * @returns refused: "empty", "out-of-range" (a position that is none, over a million people), "shape" (somebody picked
 * twice, more picks than people)
 * Source: domain rule C9.1, alternation.
 */
export function alternation(people: number, picks: readonly number[]): Computed<Alternation> {
  if (!Number.isInteger(people) || people < 1) return refused("empty");
  if (people > 2 ** 20) return refused("out-of-range", { high: 2 ** 20 });
  if (!picks.every((pick) => Number.isInteger(pick) && pick >= 0 && pick < people))
    return refused("out-of-range", { low: 0, high: people - 1 });
  if (new Set(picks).size < picks.length) return refused("shape");
  const ranks = new Array<number | null>(people).fill(null);
  picks.forEach((person, i) => {
    ranks[person] = i % 2 === 0 ? i / 2 + 1 : people - (i - 1) / 2;
  });
  let left = ranks.flatMap((rank, i) => (rank === null ? [i] : []));
  const [only] = left;
  if (left.length === 1 && only !== undefined) {
    ranks[only] = picks.length % 2 === 0 ? picks.length / 2 + 1 : people - (picks.length - 1) / 2;
    left = [];
  }
  return computed({ ranks, next: left.length === 0 ? null : picks.length % 2 === 0 ? "best" : "worst", left });
}
