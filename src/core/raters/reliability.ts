/**
 * How far raters agree, measured on a complete table: Kendall's W, r_wg (intraclass correlations: intraclass.ts).
 * Tables have a row per person and a column per rater. Too little data is refused, never estimated.
 */
import { jStat } from "jstat";
import { mean as meanOf, sampleVariance, sum as sumOf } from "simple-statistics";
import { computed, finite, refused, type Computed } from "../model/computed";

const MIN_RATERS = 2;

const sum = (values: readonly number[]): number => sumOf([...values]);
const mean = (values: readonly number[]): number => meanOf([...values]);

/**
 * A complete table of numbers with enough people, and two raters.
 * @returns refused: "empty", "shape" (rows of different length), "not-a-number", "too-few"
 */
export function checkTable(ratings: readonly (readonly number[])[], minPeople: number): Computed<null> {
  const raters = ratings[0]?.length ?? 0;
  if (ratings.length === 0) return refused("empty");
  if (ratings.some((row) => row.length !== raters)) return refused("shape");
  if (ratings.some((row) => row.some((value) => !Number.isFinite(value)))) return refused("not-a-number");
  if (ratings.length < minPeople || raters < MIN_RATERS) {
    return refused("too-few", { people: ratings.length, raters, minPeople, minRaters: MIN_RATERS });
  }
  return computed(null);
}

/** Average ranks (1 = smallest), ties share the mean of their places. */
function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let i = start; i <= end; i += 1) ranks[order[i] ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

export interface Concordance {
  /** Sum of squared deviations of the rank sums. */
  readonly S: number;
  /** 0 = no agreement, 1 = the same order by all; corrected for ties. */
  readonly W: number;
  /** Without the correction, 12 S / (m²(n³−n)), as older books print it. */
  readonly plainW: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** Upper tail of the chi-square approximation; rough below 7 people. */
  readonly p: number;
}

/**
 * Kendall's coefficient of concordance with tie correction: W = 12 S / (m²(n³−n) − m ΣT), T = Σ(t³−t).
 * @param ratings a row per person, a column per rater; larger or smaller ranks first makes no difference
 * @returns refused: "empty", "shape", "not-a-number", "too-few" (under 2 people or raters), "no-spread" (every rater
 * gave everybody the same)
 * Source: Kendall & Babington Smith 1939; Siegel & Castellan 1988 for ties.
 */
export function kendallW(ratings: readonly (readonly number[])[]): Computed<Concordance> {
  const checked = checkTable(ratings, 2);
  if (!checked.ok) return checked;
  const n = ratings.length;
  const m = ratings[0]?.length ?? 0;
  const ranks = Array.from({ length: m }, (_, j) => averageRanks(ratings.map((row) => row[j] ?? 0)));
  const sums = ratings.map((_, i) => sum(ranks.map((column) => column[i] ?? 0)));
  const centre = mean(sums);
  const S = sum(sums.map((value) => (value - centre) ** 2));
  const ties = sum(ranks.map(tieTerm));
  const denominator = m * m * (n ** 3 - n) - m * ties;
  if (denominator <= 0) return refused("no-spread");
  const W = (12 * S) / denominator;
  const chiSquare = m * (n - 1) * W;
  const plainW = (12 * S) / (m * m * (n ** 3 - n));
  return computed({ S, W, plainW, chiSquare, degreesOfFreedom: n - 1, p: 1 - jStat.chisquare.cdf(chiSquare, n - 1) });
}

function tieTerm(ranks: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return sum([...counts.values()].map((t) => t ** 3 - t));
}

/**
 * Within-group agreement on one item: r_wg = 1 − s² / ((A²−1)/12), negative values set to 0.
 * @param ratings one rating a rater @param scalePoints A, number of points of the scale (≥ 2)
 * @returns 0–1, about .70 counts as fair; refused: "not-a-number", "too-few" (one rater), "out-of-range" (the scale)
 * Source: James, Demaree & Wolf 1984 (uniform null).
 */
export function withinGroupAgreement(ratings: readonly number[], scalePoints: number): Computed<number> {
  if (ratings.some((value) => !Number.isFinite(value)) || !Number.isFinite(scalePoints)) return refused("not-a-number");
  if (ratings.length < MIN_RATERS) return refused("too-few", { raters: ratings.length, minRaters: MIN_RATERS });
  if (scalePoints < 2) return refused("out-of-range", { scalePoints });
  return finite(Math.max(0, 1 - sampleVariance([...ratings]) / ((scalePoints ** 2 - 1) / 12)));
}
