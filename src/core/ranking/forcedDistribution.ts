/**
 * Forced distribution: how many people each band would hold by its share, exactly, and who stands on a boundary. Advice:
 * equal totals are never split in silence, both ways to put them are given.
 */
import { computed, refused, type Computed } from "../model/computed";
import { roundTotal } from "../scoring/round";
import { largestRemainder } from "../weighting/apportion";
import { ranks } from "./ranks";

/** Below so many people a curve says nothing. */
export const MIN_PEOPLE = 10;

export interface Straddling {
  /** Positions of the people with this one total. */
  readonly people: readonly number[];
  readonly total: number;
  /** Best and lowest band that the group reaches into (positions of the quotas). */
  readonly best: number;
  readonly lowest: number;
}

export interface ForcedDistribution {
  /** Head count of each band by largest remainder; adds up to the people who have a total. */
  readonly quotas: readonly number[];
  /** Band of each person when groups on a boundary go up together; null without a total. */
  readonly up: readonly (number | null)[];
  /** … and when they go down together. */
  readonly down: readonly (number | null)[];
  /** Head counts that the two ways really give. */
  readonly countsUp: readonly number[];
  readonly countsDown: readonly number[];
  /** Groups with equal totals that a boundary cuts through, best first. */
  readonly straddling: readonly Straddling[];
}

/** The band that holds the person at a place, counted from 0. */
const bandAt = (ends: readonly number[], place: number): number => ends.findIndex((end) => place < end);

const countsOf = (bands: readonly (number | null)[], size: number): number[] =>
  Array.from({ length: size }, (_, band) => bands.filter((own) => own === band).length);

/**
 * Spreads people over bands by shares, best totals first.
 * @param totals compared rounded; null: has no total and is left out
 * @param shares of the bands from the best down, any scale (20/70/10)
 * @returns refused: "too-few" (fewer than `minPeople` totals), or as `largestRemainder` for the shares
 * Source: domain rule C9.1 (counts by largest remainder, tied people together); method §2.5.
 */
export function forcedDistribution(
  totals: readonly (number | null)[],
  shares: readonly number[],
  minPeople: number = MIN_PEOPLE,
): Computed<ForcedDistribution> {
  const rounded = totals.map((total) => (total === null || !Number.isFinite(total) ? null : roundTotal(total)));
  const people = rounded.filter((total) => total !== null).length;
  if (!(people >= minPeople) || people === 0) return refused("too-few", { people, minPeople });
  const quotas = largestRemainder(shares, people);
  if (!quotas.ok) return quotas;
  let end = 0;
  const ends = quotas.value.map((count) => (end += count));
  const first = ranks(rounded, "competition");
  const last = ranks(rounded, "modified");
  const placed = (list: readonly (number | null)[]): (number | null)[] =>
    list.map((rank) => (rank === null ? null : bandAt(ends, rank - 1)));
  const [up, down] = [placed(first), placed(last)];
  const groups = new Map<number, Straddling>();
  rounded.forEach((total, i) => {
    const [best, lowest] = [up[i] ?? null, down[i] ?? null];
    if (total === null || best === null || lowest === null || best === lowest) return;
    groups.set(total, { people: [...(groups.get(total)?.people ?? []), i], total, best, lowest });
  });
  return computed({
    quotas: quotas.value,
    up,
    down,
    countsUp: countsOf(up, shares.length),
    countsDown: countsOf(down, shares.length),
    straddling: [...groups.values()].sort((a, b) => b.total - a.total),
  });
}
