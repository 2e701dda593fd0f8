/**
 * How firm each place of a ranking is: the ranks that somebody gets when the weights are a little different, and how little
 * weight would have to move to swap two neighbours. Domain rule C17.
 */
import { computed, refused, type Computed } from "../model/computed";
import { asShare, pointsOfShare, type Points, type Share } from "../model/units";
import { closenessOf, neighbourSwaps, type Closeness } from "./closeness";
import { simulateRanks } from "./simulation";

/** Spread of the weights drawn: each one's standard deviation as a share of itself. */
export const WEIGHT_SPREAD = 0.2;

export interface FirmnessInput {
  /** A row per person, best first; complete, on a common scale. */
  readonly scores: readonly (readonly number[])[];
  /** One an indicator, any scale, sum above 0. */
  readonly weights: readonly number[];
  readonly draws: number;
  readonly seed: number;
  /** Lowest total of the top band, on the scale of the scores; absent or null where there are no bands. */
  readonly topFrom?: number | null;
}
export interface Firmness {
  /** 5th and 95th percentile of the ranks drawn, 1 = first. */
  readonly best: number;
  readonly worst: number;
  /** Share of the draws in which the person came first, 0–1. */
  readonly first: number;
  /** Share of the draws in which the total reached the top band (gates apart), 0–1; null where there are no bands. */
  readonly top: number | null;
  /**
   * How near the next person is: share of the draws in which this one was ahead (equal ranks count for neither), and points of 100 of weight that, moved, would tie the two (null: no weights can); null for
   * the last one.
   */
  readonly next: { readonly ahead: Share; readonly points: Points | null; readonly closeness: Closeness } | null;
}

type Near = Omit<NonNullable<Firmness["next"]>, "ahead">;

/** How near each person is to the next one. Refused as `neighbourSwaps`. */
function nexts({ scores, weights }: FirmnessInput): Computed<readonly Near[]> {
  const order = scores.map((_, i) => i);
  const swaps = neighbourSwaps(scores, weights, order);
  if (!swaps.ok) return swaps;
  const found = swaps.value.map(({ transfer }): Near => {
    const points = transfer === null ? null : pointsOfShare(transfer.share);
    const closeness = points === null ? null : closenessOf(points);
    return { points, closeness: closeness?.ok === true ? closeness.value : "firm" };
  });
  return computed(found);
}

/**
 * Runs the draws in slices, as `simulateRanks` does; yields the number done after each slice.
 * @returns one a person, in the order given; refused: "too-few" below two people, else as `simulateRanks`
 * Source: domain rule C17 (5–95 % rank, chance of the top band, of beating the neighbour).
 */
export function* firmnessOf(input: FirmnessInput): Generator<number, Computed<readonly Firmness[]>, undefined> {
  const { scores, weights, draws, seed, topFrom = null } = input;
  if (scores.length < 2) return refused("too-few", { people: scores.length, minimum: 2 });
  const draw = { kind: "around", spread: WEIGHT_SPREAD } as const;
  const pairs = scores.slice(1).map((_, i): readonly [number, number] => [i, i + 1]);
  const asked = topFrom === null ? {} : { topFrom };
  const simulated = yield* simulateRanks({ scores, weights, draw, draws, seed, pairs, ...asked });
  if (!simulated.ok) return simulated;
  const next = nexts(input);
  if (!next.ok) return next;
  const { ranges, inTop } = simulated.value;
  return computed(
    ranges.map(({ low, high, first }, i): Firmness => {
      const near = next.value[i];
      const ahead = asShare(simulated.value.pairs[i]?.aWins ?? 0);
      return {
        best: low,
        worst: high,
        first,
        top: inTop[i] ?? null,
        next: near === undefined ? null : { ahead, ...near },
      };
    }),
  );
}
