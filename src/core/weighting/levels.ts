/** Two levels of weights: sections have weights, items have weights inside their section; what an item weighs in all. */
import { computed, refused, type Computed } from "../model/computed";
import { asPoints, asShare, type Points, type Share } from "../model/units";
import { roundHalfAway } from "../scoring/round";
import { fromPoints } from "./fromOrder";

export interface WeightedSection {
  /** The section's weight, in points. */
  readonly points: number;
  /** Weights of its items, in points of the section. */
  readonly items: readonly number[];
}

/**
 * Absolute weights: section weight × item weight ÷ 100, as they stand (a section whose items add up to 90 gives only
 * 90 % of its weight: a check says so, nothing is put right in silence).
 * @returns weights by section and item, points of the whole; refused: "empty", "not-a-number", "negative"
 * Source: domain rule C3, two levels.
 */
export function absoluteWeights(sections: readonly WeightedSection[]): Computed<readonly (readonly Points[])[]> {
  if (sections.length === 0) return refused("empty");
  const all = sections.flatMap(({ points, items }) => [points, ...items]);
  if (!all.every(Number.isFinite)) return refused("not-a-number");
  if (all.some((weight) => weight < 0)) return refused("negative");
  const products = sections.map(({ points, items }) => items.map((item) => (points / 100) * item));
  return products.flat().every(Number.isFinite)
    ? computed(products.map((items) => items.map((weight) => asPoints(roundHalfAway(weight, 9)))))
    : refused("not-a-number");
}

/**
 * Absolute weights as shares (sum 1) of sections and items on any scale: share of the section × share inside it.
 * @returns refused as `fromPoints`; "no-weights" also where a section with weight has no weighted item
 * Source: domain rule C3; the hierarchy product of COINr get_eff_weights.
 */
export function absoluteShares(sections: readonly WeightedSection[]): Computed<readonly (readonly Share[])[]> {
  const tops = fromPoints(sections.map(({ points }) => points));
  if (!tops.ok) return tops;
  const all: (readonly Share[])[] = [];
  for (const [i, { items }] of sections.entries()) {
    const top = tops.value[i] ?? 0;
    const shares = top === 0 ? computed(items.map(() => asShare(0))) : fromPoints(items);
    if (!shares.ok) return shares.reason === "empty" ? refused("no-weights", { section: i }) : shares;
    all.push(shares.value.map((share) => asShare(share * top)));
  }
  return computed(all);
}
