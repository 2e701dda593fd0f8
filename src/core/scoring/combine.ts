/**
 * Totals by the weighted mean, the geometric mean or the weakest line, with the same policies for missing data. The mean lets a
 * strong line make good a weak one, the geometric mean less so, the weakest line not at all.
 */
import { computed, type Computed } from "../model/computed";
import { geometricMean, weakestLink } from "./aggregates";
import { roundTotal } from "./round";
import { totalOf, type MissingPolicy, type PersonTotal, type TotalsInput } from "./totals";

/** In the order from the most to the least forgiving. */
export const TOTAL_METHODS = ["arithmetic", "geometric", "minimum"] as const;
export type TotalMethod = (typeof TOTAL_METHODS)[number];
type OtherMethod = Exclude<TotalMethod, "arithmetic">;

interface Line {
  /** null: missing. */
  readonly score: number | null;
  readonly weight: number;
}

/** The lines that apply and have weight, as `totals` takes them: what is no number is missing. */
const linesOf = (scores: readonly (number | null | "na")[], weights: readonly number[]): readonly Line[] =>
  scores.flatMap((score, i): Line[] => {
    const weight = weights[i] ?? 0;
    if (score === "na" || score === Number.NEGATIVE_INFINITY || weight <= 0) return [];
    return [{ score: score !== null && Number.isFinite(score) ? score : null, weight }];
  });

/** Of lines that all have a score. A 0 that stands for what is missing makes a geometric mean 0. */
function meanOf(method: OtherMethod, lines: readonly Line[], missing: number): Computed<number> {
  const x = lines.map(({ score }) => score ?? missing);
  const weights = lines.map(({ weight }) => weight);
  if (method === "minimum") return weakestLink(x, weights);
  return missing === 0 && lines.some(({ score }) => score === null) ? computed(0) : geometricMean(x, weights);
}

/** The scored lines, the missing weight spread over them in equal shares. */
function sharedOut(lines: readonly Line[]): readonly Line[] {
  const scored = lines.filter(({ score }) => score !== null);
  const missing = lines.reduce((sum, { score, weight }) => (score === null ? sum + weight : sum), 0);
  return scored.map(({ score, weight }) => ({ score, weight: weight + missing / scored.length }));
}

/** What the policy makes the total of. */
function underPolicy(policy: MissingPolicy, lines: readonly Line[], neutral: number): [readonly Line[], number] {
  if (policy === "zero" || policy === "neutral") return [lines, policy === "zero" ? 0 : neutral];
  return [policy === "equal" ? sharedOut(lines) : lines.filter(({ score }) => score !== null), 0];
}

/**
 * Total of one person by a method, with bounds, coverage and the right to be ranked as in `totals`.
 * @param scores on a common scale; above 0 for "geometric"; null is missing, "na" not applicable with a reason
 * @param weights any scale; for "minimum" only whether a line has weight counts
 * @returns refused as `totalOf`; "out-of-range" for a geometric mean of a score with weight that is not above 0
 * Source: the arithmetic, geometric and minimum aggregation of composite indicators (OECD/JRC Handbook 2008; COINr).
 */
export function combinedTotal(
  method: TotalMethod,
  scores: readonly (number | null | "na")[],
  weights: readonly number[],
  policy: MissingPolicy,
  options: Pick<TotalsInput, "neutral" | "best" | "minCoverage" | "minApplicable"> = {},
): Computed<PersonTotal> {
  const plain = totalOf(scores, weights, policy, options);
  if (!plain.ok || method === "arithmetic") return plain;
  const lines = linesOf(scores, weights);
  const { total, rankingTotal, soFar, low, coverage, applicable } = plain.value;
  if (low === null) return plain;
  const [counted, missing] = underPolicy(policy, lines, options.neutral ?? 0);
  const scored = lines.filter(({ score }) => score !== null);
  const raw = total === null ? null : meanOf(method, counted, missing);
  const known = soFar === null ? null : meanOf(method, scored, 0);
  const [least, most] = [meanOf(method, lines, 0), meanOf(method, lines, options.best ?? 100)];
  for (const one of [raw, known, least, most]) if (one?.ok === false) return one;
  const rounded = (one: Computed<number> | null): number | null => (one?.ok === true ? roundTotal(one.value) : null);
  return computed({
    raw: raw?.ok === true ? raw.value : null,
    total: rounded(raw),
    rankingTotal: rankingTotal === null ? null : rounded(raw),
    soFar: rounded(known),
    low: rounded(least),
    high: rounded(most),
    coverage,
    applicable,
  });
}
