/** Totals over sections that have weights and scales of their own: scores are put on one scale, visibly, then weighted. */
import { computed, refused, type Computed } from "../model/computed";
import { absoluteShares } from "../weighting/levels";
import { asShare } from "../model/units";
import { convertScale } from "./normalise";
import { roundTotal } from "./round";
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

/** What a missing item scores at worst and at best; a scale on which less is better is written the other way round. */
const endsOf = (scale: readonly [number, number]): { readonly worst: number; readonly best: number } => ({
  worst: Math.min(...scale),
  best: Math.max(...scale),
});

/** Total inside one section, its scores on the common scale. */
const totalWithin = (
  { weights }: ScoredSection,
  scores: ScoredSection["scores"],
  scale: readonly [number, number],
  policy: MissingPolicy,
  options: SectionOptions,
): Computed<PersonTotal> =>
  weights.every((item) => item === 0)
    ? computed(NOTHING)
    : totalOf(scores, weights, policy, { ...options, ...endsOf(scale) });

/**
 * The same total on the section's own scale. A weighted mean goes along with a straight line, so it says the same whatever is
 * missing and whatever counts for it: a 0 of 0–100 is a 1 of 1–5.
 */
function onOwnScale(
  found: PersonTotal,
  from: readonly [number, number],
  to: readonly [number, number],
): Computed<PersonTotal> {
  const slope = convertScale(from[1], from, to);
  const start = convertScale(from[0], from, to);
  if (!slope.ok) return slope;
  if (!start.ok) return start;
  const per = (slope.value - start.value) / (from[1] - from[0]);
  const exact = (value: number | null): number | null =>
    value === null ? null : start.value + (value - from[0]) * per;
  const rounded = (value: number | null): number | null => {
    const mapped = exact(value);
    return mapped === null ? null : roundTotal(mapped);
  };
  const [low, high] = per < 0 ? [found.high, found.low] : [found.low, found.high];
  const own = {
    raw: exact(found.raw),
    total: rounded(found.raw),
    rankingTotal: rounded(found.rankingTotal),
    soFar: rounded(found.soFar),
    low: rounded(low),
    high: rounded(high),
  };
  // From a scale of next to no length to one of the largest numbers, the line is too steep for a number.
  return Object.values(own).every((value) => value === null || Number.isFinite(value))
    ? computed({ ...found, ...own })
    : refused("not-a-number");
}

/**
 * Total of one person over sections with scales of their own. Every score is converted to `scale` by a straight line,
 * weighted by section share × share inside the section; missing data follow the policy over all items together.
 * @param scale lowest and highest of the common scale, usually [0, 100]
 * @returns refused as `convertScale`, `absoluteShares` and `totalOf`; "shape" when scores and weights differ in number;
 * "not-a-number" when a section's own scale takes its total beyond the numbers
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
    const common = totalWithin(section, scores, scale, policy, options);
    if (!common.ok) return common;
    const mine = onOwnScale(common.value, scale, section.scale);
    if (!mine.ok) return mine;
    own.push(mine.value);
    converted.push(common.value);
    all.push(...scores);
  }
  const total = totalOf(all, shares.value.flat(), policy, { ...options, ...endsOf(scale) });
  return total.ok ? computed({ total: total.value, converted, own, shares: shares.value }) : total;
}
