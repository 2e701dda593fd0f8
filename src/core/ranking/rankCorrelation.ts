/** How alike two orders of the same people are. */
import { sampleRankCorrelation } from "simple-statistics";
import { computed, refused, type Computed } from "../model/computed";

/**
 * Spearman's rank correlation, ties sharing their mean rank: 1 the same order, −1 turned round.
 * @returns refused: "too-few" below two, "shape", "not-a-number", "no-spread" (a list whose values are all equal)
 * Source: Spearman 1904; simple-statistics.
 */
export function spearman(a: readonly number[], b: readonly number[]): Computed<number> {
  if (a.length !== b.length) return refused("shape");
  if (a.length < 2) return refused("too-few", { people: a.length, minPeople: 2 });
  if (![...a, ...b].every(Number.isFinite)) return refused("not-a-number");
  const flat = (list: readonly number[]): boolean => list.every((value) => value === list[0]);
  if (flat(a) || flat(b)) return refused("no-spread");
  return computed(sampleRankCorrelation([...a], [...b]));
}
