/**
 * Weighted totals with missing data (domain rule C3). A blank is not zero, and under the default policy never lifts anybody:
 * while something is missing there is a total "so far" with its bounds, and none for ranking.
 */
import { computed, refused, type Computed } from "../model/computed";
import { asShare, type Share } from "../model/units";
import { roundTotal } from "./round";

/** In the order of the list on Settings. */
export const MISSING_POLICIES = ["wait", "renormalise", "zero", "neutral", "equal", "block"] as const;
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

/** In `scores`: this cell is missing. */
export const MISSING = Number.NaN;
/** In `scores`: not applicable, with a reason; its weight goes to the others in proportion. */
export const NOT_APPLICABLE = Number.NEGATIVE_INFINITY;

export interface TotalsInput {
  readonly people: number;
  /** One weight a line, any scale, not negative, sum above 0. */
  readonly weights: readonly number[];
  /** Row by row: people × lines; a score on the common scale, MISSING or NOT_APPLICABLE. */
  readonly scores: Float64Array;
  readonly policy: MissingPolicy;
  /** What a missing line scores under "neutral"; that policy cannot do without it. */
  readonly neutral?: number;
  /** Score of a missing line for the upper bound: on target, or full marks; default 100. */
  readonly best?: number;
  /** Score of a missing line for the lower bound: the lowest of the scale; default 0. */
  readonly worst?: number;
  /** Lines whose scores are taken off the total (they run from −best to −worst), for the bounds; absent: none. */
  readonly takenOff?: readonly boolean[];
  /** "renormalise" ranks only from this share scored on; default 0.7 (compared at nine decimals). */
  readonly minCoverage?: Share;
  /** Nobody is ranked with a smaller share applicable; default 0.5. */
  readonly minApplicable?: Share;
}

/** Columns of results, a number a person. Where `has…` is 0 the number beside it means nothing. */
export interface Totals {
  /** Rounded to 6 decimals; the total under the policy. */
  readonly total: Float64Array;
  readonly hasTotal: Uint8Array;
  /** 1: the total may be ranked. */
  readonly ranked: Uint8Array;
  /** Rounded: what the scored lines alone make. */
  readonly soFar: Float64Array;
  readonly hasSoFar: Uint8Array;
  /** Rounded bounds: missing lines at `worst`, and at `best` (lines taken off at −`best`, and at −`worst`). */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Weight scored ÷ weight applicable; 0 when nothing is applicable. */
  readonly coverage: Float64Array;
  /** Weight applicable ÷ all weight. */
  readonly applicable: Float64Array;
  /** The total under the policy before rounding. */
  readonly raw: Float64Array;
}

function checkInput(input: TotalsInput): Computed<number> {
  const { weights, scores, people } = input;
  if (weights.length === 0) return refused("empty");
  if (!weights.every(Number.isFinite)) return refused("not-a-number");
  if (weights.some((weight) => weight < 0)) return refused("negative");
  if (!Number.isInteger(people) || scores.length !== people * weights.length) return refused("shape");
  const { policy, neutral, best = 100, worst = 0, minCoverage = 0, minApplicable = 0 } = input;
  if (input.takenOff !== undefined && input.takenOff.length !== weights.length) return refused("shape");
  if (policy === "neutral" && neutral === undefined) return refused("missing-parameter", { needs: "neutral" });
  if (![neutral ?? 0, best, worst, minCoverage, minApplicable].every(Number.isFinite)) return refused("not-a-number");
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all > 0 && Number.isFinite(all) ? computed(all) : refused("no-weights");
}

function emptyTotals(people: number): Totals {
  const numbers = (): Float64Array => new Float64Array(people);
  const flags = (): Uint8Array => new Uint8Array(people);
  return {
    total: numbers(),
    hasTotal: flags(),
    ranked: flags(),
    soFar: numbers(),
    hasSoFar: flags(),
    low: numbers(),
    high: numbers(),
    coverage: numbers(),
    applicable: numbers(),
    raw: numbers(),
  };
}

/** Mean of the scored lines, of which there is one at least, after the missing weight was spread over them in equal shares. */
function equalShares(input: TotalsInput, person: number, applicable: number, scored: number): number {
  const { weights, scores } = input;
  const first = person * weights.length;
  let lines = 0;
  for (let k = 0; k < weights.length; k += 1) if (Number.isFinite(scores[first + k])) lines += 1;
  const extra = (applicable - scored) / lines;
  let sum = 0;
  for (let k = 0; k < weights.length; k += 1) {
    const score = scores[first + k] ?? MISSING;
    if (Number.isFinite(score)) sum += ((weights[k] ?? 0) + extra) * score;
  }
  return sum / applicable;
}

/**
 * Totals of many people at once: Σ w·s / Σ w over the scored lines, under a policy for what is missing.
 * @returns columns, a number a person, on the scale of the scores; refused: "empty", "shape", "not-a-number",
 * "negative" or "no-weights" for the weights; "not-a-number" for an option; "missing-parameter" for the policy
 * "neutral" without its number
 * Source: domain rule C3; method §2.2.
 */
export function totals(input: TotalsInput): Computed<Totals> {
  const all = checkInput(input);
  if (!all.ok) return all;
  const { people, scores, policy } = input;
  const weights = Float64Array.from(input.weights);
  const lines = weights.length;
  const { best = 100, worst = 0 } = input;
  const takenOff = input.takenOff?.some(Boolean) === true ? input.takenOff : null;
  const out = emptyTotals(people);
  for (let person = 0, at = 0; person < people; person += 1) {
    let sum = 0;
    let scored = 0;
    let missing = 0;
    let missingOff = 0;
    for (let k = 0; k < lines; k += 1, at += 1) {
      const score = scores[at] as number;
      const weight = weights[k] as number;
      if (score > NOT_APPLICABLE && score < Infinity) {
        sum += weight * score;
        scored += weight;
      } else if (score !== NOT_APPLICABLE) {
        missing += weight;
        if (takenOff?.[k] === true) missingOff += weight;
      }
    }
    const applicable = scored + missing;
    const least = sum + (missing - missingOff) * worst - missingOff * best;
    const most = sum + (missing - missingOff) * best - missingOff * worst;
    // Nothing applies, or the scores left the numbers that can be added up: there is no result.
    if (applicable <= 0 || !Number.isFinite(most - least)) continue;
    out.applicable[person] = applicable / all.value;
    out.coverage[person] = scored / applicable;
    out.low[person] = roundTotal(least / applicable);
    out.high[person] = missing > 0 ? roundTotal(most / applicable) : (out.low[person] as number);
    if (scored > 0) {
      out.soFar[person] = roundTotal(sum / scored);
      out.hasSoFar[person] = 1;
    }
    settle(input, out, person, { sum, scored, missing, policy });
  }
  return computed(out);
}

interface Sums {
  readonly sum: number;
  readonly scored: number;
  readonly missing: number;
  readonly policy: MissingPolicy;
}

/** Whether a share reaches a limit: 0.7 of the weight is 0.7, whatever binary makes of the division. */
const reaches = (share: number, limit: number): boolean => share >= limit - 1e-9;

/** Writes a person's total under the policy. */
function settle(input: TotalsInput, out: Totals, person: number, { sum, scored, missing, policy }: Sums): void {
  const applicable = scored + missing;
  const filled = policy === "zero" ? 0 : policy === "neutral" ? (input.neutral ?? 0) : null;
  if (scored <= 0 && filled === null) return;
  if (missing > 0 && (policy === "wait" || policy === "block")) return;
  const raw =
    filled !== null
      ? (sum + missing * filled) / applicable
      : policy === "equal"
        ? equalShares(input, person, applicable, scored)
        : sum / scored;
  if (!Number.isFinite(raw)) return;
  out.raw[person] = raw;
  out.total[person] = roundTotal(raw);
  out.hasTotal[person] = 1;
  const covered = policy !== "renormalise" || reaches(scored / applicable, input.minCoverage ?? 0.7);
  out.ranked[person] = covered && reaches(out.applicable[person] ?? 0, input.minApplicable ?? 0.5) ? 1 : 0;
}

/** One person's result in words of this module; null where there is no number. */
export interface PersonTotal {
  readonly raw: number | null;
  readonly total: number | null;
  readonly rankingTotal: number | null;
  readonly soFar: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: Share;
  readonly applicable: Share;
}

/**
 * A person's row of the columns; null where `has…` or `ranked` is 0.
 * @param person position, 0 = first
 */
export function personTotal(all: Totals, person: number): PersonTotal {
  const at = (column: Float64Array): number => column[person] ?? 0;
  const has = all.hasTotal[person] === 1;
  const some = at(all.applicable) > 0;
  return {
    raw: has ? at(all.raw) : null,
    total: has ? at(all.total) : null,
    rankingTotal: all.ranked[person] === 1 ? at(all.total) : null,
    soFar: all.hasSoFar[person] === 1 ? at(all.soFar) : null,
    low: some ? at(all.low) : null,
    high: some ? at(all.high) : null,
    coverage: asShare(at(all.coverage)),
    applicable: asShare(at(all.applicable)),
  };
}

/**
 * One person's total: as `totals`, for a single list of scores.
 * @param scores on a common scale; null is missing, "na" not applicable with a reason @param weights one a score, any
 * scale
 * @returns refused as `totals`
 * Source: domain rule C3.
 */
export function totalOf(
  scores: readonly (number | null | "na")[],
  weights: readonly number[],
  policy: MissingPolicy,
  options: Pick<TotalsInput, "neutral" | "best" | "worst" | "takenOff" | "minCoverage" | "minApplicable"> = {},
): Computed<PersonTotal> {
  const row = Float64Array.from(scores, (score) =>
    score === null ? MISSING : score === "na" ? NOT_APPLICABLE : score,
  );
  const all = totals({ ...options, people: 1, weights, scores: row, policy });
  return all.ok ? computed(personTotal(all.value, 0)) : all;
}
