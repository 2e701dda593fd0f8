/** Totals over sections that have weights and scales of their own: scores are put on one scale, visibly, then weighted. */
import { computed, refused, type Computed } from "../model/computed";
import { absoluteShares } from "../weighting/levels";
import { asShare } from "../model/units";
import { convertScale } from "./normalise";
import { totalOf, type MissingPolicy, type PersonTotal, type TotalsInput } from "./totals";

export interface ScoredSection {
  /** Weight of the section, any scale. */
  readonly weight: number;
  /** Lowest and highest score of its items. */
  readonly scale: readonly [low: number, high: number];
  /** Scores on the section's own scale; null missing, "na" not applicable with a reason. */
  readonly scores: readonly (number | null | "na")[];
  /** Weights of the items inside the section, any scale. */
  readonly weights: readonly number[];
}

export interface SectionTotals {
  /** Total of all sections on the common scale. */
  readonly total: PersonTotal;
  /** Total of each section on the common scale. */
  readonly converted: readonly PersonTotal[];
  /** Total of each section on its own scale. */
  readonly own: readonly PersonTotal[];
  /** Absolute weight of each item: section share × share inside it; all sum to 1. */
  readonly shares: readonly (readonly number[])[];
}

type SectionOptions = Pick<TotalsInput, "neutral" | "minCoverage" | "minApplicable">;

/** An item on the common scale; what is no number stays what it is. */
function convert(
  score: number | null | "na",
  from: readonly [number, number],
  to: readonly [number, number],
): Computed<number | null | "na"> {
  return typeof score === "number" ? convertScale(score, from, to) : computed(score);
}

/** A section in which nothing is weighed: it says nothing, and keeps nobody from a total. */
const NOTHING: PersonTotal = {
  ...{ raw: null, total: null, rankingTotal: null, soFar: null, low: null, high: null },
  coverage: asShare(0),
  applicable: asShare(0),
};

/** Total inside one section. */
const totalWithin = (
  { weight, weights }: ScoredSection,
  scores: ScoredSection["scores"],
  scale: readonly [number, number],
  policy: MissingPolicy,
  options: SectionOptions,
): Computed<PersonTotal> =>
  weight === 0 && weights.every((item) => item === 0)
    ? computed(NOTHING)
    : totalOf(scores, weights, policy, { ...options, ...endsOf(scale) });

/** What a missing item scores at worst and at best; a scale on which less is better is written the other way round. */
const endsOf = (scale: readonly [number, number]): { readonly worst: number; readonly best: number } => ({
  worst: Math.min(...scale),
  best: Math.max(...scale),
});

/**
 * Total of one person over sections with scales of their own. Every score is converted to `scale` by a straight line,
 * weighted by section share × share inside the section; missing data follow the policy over all items together.
 * @param scale lowest and highest of the common scale, usually [0, 100]
 * @returns refused as `convertScale`, `absoluteShares` and `totalOf`; "shape" when scores and weights differ in number
 * Source: SAP KBA 2743359 (the conversion), domain rule C3.
 */
export function sectionedTotal(
  sections: readonly ScoredSection[],
  scale: readonly [low: number, high: number],
  policy: MissingPolicy,
  options: SectionOptions = {},
): Computed<SectionTotals> {
  if (sections.some(({ scores, weights }) => scores.length !== weights.length)) return refused("shape");
  const shares = absoluteShares(sections.map(({ weight, weights }) => ({ points: weight, items: weights })));
  if (!shares.ok) return shares;
  const own: PersonTotal[] = [];
  const converted: PersonTotal[] = [];
  const all: (number | null | "na")[] = [];
  for (const section of sections) {
    const scores: (number | null | "na")[] = [];
    for (const score of section.scores) {
      const value = convert(score, section.scale, scale);
      if (!value.ok) return value;
      scores.push(value.value);
    }
    const mine = totalWithin(section, section.scores, section.scale, policy, options);
    const common = totalWithin(section, scores, scale, policy, options);
    if (!mine.ok) return mine;
    if (!common.ok) return common;
    own.push(mine.value);
    converted.push(common.value);
    all.push(...scores);
  }
  const total = totalOf(all, shares.value.flat(), policy, { ...options, ...endsOf(scale) });
  return total.ok ? computed({ total: total.value, converted, own, shares: shares.value }) : total;
}
