/** Totals over sections that have weights and scales of their own: scores are put on one scale, visibly, then weighted. */
import { computed, refused, type Computed } from "../model/computed";
import { absoluteShares } from "../weighting/levels";
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

/** An item on the common scale; what is no number stays what it is. */
function convert(
  score: number | null | "na",
  from: readonly [number, number],
  to: readonly [number, number],
): Computed<number | null | "na"> {
  return typeof score === "number" ? convertScale(score, from, to) : computed(score);
}

type Options = Pick<TotalsInput, "neutral" | "minCoverage" | "minApplicable">;

/** `x` more, where there is a number. */
const plus = (number: number | null, x: number): number | null => (number === null ? null : roundTotal(number + x));

/**
 * Total of a section on its own scale. Bounds and policies count a missing score as 0 of the common scale, or as its
 * `neutral`: here it is the score of the section that stands for it (0 of 0–100 is a 1 of 1–5).
 */
function ownTotal(
  section: ScoredSection,
  scale: readonly [number, number],
  policy: MissingPolicy,
  { neutral, ...options }: Options,
): Computed<PersonTotal> {
  const zero = convertScale(0, scale, section.scale);
  if (!zero.ok) return zero;
  const stands = neutral === undefined ? undefined : convertScale(neutral, scale, section.scale);
  if (stands?.ok === false) return stands;
  // Counted from what stands for 0, so that a missing score is 0 here too.
  const scores = section.scores.map((score) => (typeof score === "number" ? score - zero.value : score));
  const found = totalOf(scores, section.weights, policy, {
    ...options,
    ...(stands === undefined ? {} : { neutral: stands.value - zero.value }),
    best: section.scale[1] - zero.value,
  });
  if (!found.ok) return found;
  const { raw, total, rankingTotal, soFar, low, high } = found.value;
  return computed({
    ...found.value,
    raw: raw === null ? null : raw + zero.value,
    total: plus(total, zero.value),
    rankingTotal: plus(rankingTotal, zero.value),
    soFar: plus(soFar, zero.value),
    low: plus(low, zero.value),
    high: plus(high, zero.value),
  });
}

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
  options: Options = {},
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
    const mine = ownTotal(section, scale, policy, options);
    const common = totalOf(scores, section.weights, policy, { ...options, best: scale[1] });
    if (!mine.ok) return mine;
    if (!common.ok) return common;
    own.push(mine.value);
    converted.push(common.value);
    all.push(...scores);
  }
  const total = totalOf(all, shares.value.flat(), policy, { ...options, best: scale[1] });
  return total.ok ? computed({ total: total.value, converted, own, shares: shares.value }) : total;
}
