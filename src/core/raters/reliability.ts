/**
 * How far raters agree, measured on a complete table: intraclass correlation, Kendall's W, r_wg.
 * Tables have a row per person and a column per rater. Too little data is refused, never estimated.
 */
import { jStat } from "jstat";
import { mean as meanOf, sampleVariance, sum as sumOf } from "simple-statistics";
import { computed, finite, finiteList, refused, type Computed } from "../model/computed";

const MIN_PEOPLE = 5;
const MIN_RATERS = 2;

/** Mean squares of the two-way table and what they came from. */
interface MeanSquares {
  readonly people: number;
  readonly raters: number;
  /** Between people (rows). */
  readonly between: number;
  /** Between raters (columns). */
  readonly judges: number;
  readonly error: number;
  /** Within people (one-way). */
  readonly within: number;
}

const sum = (values: readonly number[]): number => sumOf([...values]);
const mean = (values: readonly number[]): number => meanOf([...values]);

function checkTable(ratings: readonly (readonly number[])[], minPeople: number): Computed<null> {
  const raters = ratings[0]?.length ?? 0;
  if (ratings.length === 0) return refused("empty");
  if (ratings.some((row) => row.length !== raters)) return refused("shape");
  if (ratings.some((row) => row.some((value) => !Number.isFinite(value)))) return refused("not-a-number");
  if (ratings.length < minPeople || raters < MIN_RATERS) {
    return refused("too-few", { people: ratings.length, raters, minPeople, minRaters: MIN_RATERS });
  }
  return computed(null);
}

function meanSquares(ratings: readonly (readonly number[])[]): MeanSquares {
  const people = ratings.length;
  const raters = ratings[0]?.length ?? 0;
  const rowMeans = ratings.map(mean);
  const columnMeans = Array.from({ length: raters }, (_, j) => mean(ratings.map((row) => row[j] ?? 0)));
  const grand = mean(rowMeans);
  const squares = (values: readonly number[]): number => sum(values.map((value) => (value - grand) ** 2));
  const total = sum(ratings.map((row) => squares(row)));
  const rows = raters * squares(rowMeans);
  const columns = people * squares(columnMeans);
  return {
    people,
    raters,
    between: rows / (people - 1),
    judges: columns / (raters - 1),
    error: (total - rows - columns) / ((people - 1) * (raters - 1)),
    within: (total - rows) / (people * (raters - 1)),
  };
}

export interface Interval {
  readonly value: number;
  /** Bounds of the confidence interval. */
  readonly low: number;
  readonly high: number;
}
/** The six forms of Shrout & Fleiss; single rating (1) and mean of all raters (k). */
export interface IntraclassCorrelations {
  /** ICC(1,1), ICC(1,k): raters differ from person to person. */
  readonly oneWaySingle: Interval;
  readonly oneWayMean: Interval;
  /** ICC(2,1) = A,1 and ICC(2,k): level and order must agree. */
  readonly agreementSingle: Interval;
  readonly agreementMean: Interval;
  /** ICC(3,1) = C,1 and ICC(3,k): only the order must agree. */
  readonly consistencySingle: Interval;
  readonly consistencyMean: Interval;
}

/** F quantile; infinite degrees cannot occur here. */
const fQuantile = (p: number, df1: number, df2: number): number => jStat.centralF.inv(p, df1, df2);

/** From an interval for single ratings to that for the mean of k (Spearman–Brown; monotone, so bounds carry over). */
function stepUp(single: Interval, k: number): Interval {
  const up = (r: number): number => (k * r) / (1 + (k - 1) * r);
  return { value: up(single.value), low: up(single.low), high: up(single.high) };
}

/** Bounds from an F ratio: (F/Fq − 1)/(F/Fq + k − 1), McGraw & Wong 1996, table 7. */
function ratioInterval(f: number, df1: number, df2: number, k: number, value: number, alpha: number): Interval {
  const bound = (ratio: number): number => (ratio - 1) / (ratio + k - 1);
  return {
    value,
    low: bound(f / fQuantile(1 - alpha / 2, df1, df2)),
    high: bound(f * fQuantile(1 - alpha / 2, df2, df1)),
  };
}

function agreementInterval(ms: MeanSquares, value: number, alpha: number): Interval {
  const { people: n, raters: k, between, judges, error } = ms;
  // Degrees of freedom by Satterthwaite, McGraw & Wong 1996, table 7, case 2A.
  const a = (k * value) / (n * (1 - value));
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value));
  const df = (a * judges + b * error) ** 2 / ((a * judges) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  const fLow = fQuantile(1 - alpha / 2, n - 1, df);
  const fHigh = fQuantile(1 - alpha / 2, df, n - 1);
  const rest = k * judges + (k * n - k - n) * error;
  return {
    value,
    low: (n * (between - fLow * error)) / (fLow * rest + n * between),
    high: (n * (fHigh * between - error)) / (rest + n * fHigh * between),
  };
}

/**
 * The six intraclass correlations with confidence intervals.
 * @param ratings a row per person, a column per rater, complete
 * @param alpha 1 − confidence, default 0.05
 * @returns values may be negative ("no agreement"); refused with fewer than 5 people or 2 raters (`minPeople` to lower), or when nothing varies
 * Source: Shrout & Fleiss 1979; intervals: McGraw & Wong 1996.
 */
export function intraclassCorrelations(
  ratings: readonly (readonly number[])[],
  alpha = 0.05,
  minPeople = MIN_PEOPLE,
): Computed<IntraclassCorrelations> {
  const checked = checkTable(ratings, Math.max(2, minPeople));
  if (!checked.ok) return checked;
  if (!(alpha > 0 && alpha < 1)) return refused("out-of-range", { alpha });
  const ms = meanSquares(ratings);
  const { people: n, raters: k, between, judges, error, within } = ms;
  if (within <= 0 || error <= 0 || between + within <= 0) return refused("no-spread");
  const oneWay = (between - within) / (between + (k - 1) * within);
  const consistency = (between - error) / (between + (k - 1) * error);
  const agreement = (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n);
  const one = ratioInterval(between / within, n - 1, n * (k - 1), k, oneWay, alpha);
  const three = ratioInterval(between / error, n - 1, (n - 1) * (k - 1), k, consistency, alpha);
  const two = agreementInterval(ms, agreement, alpha);
  const result = {
    oneWaySingle: one,
    oneWayMean: stepUp(one, k),
    agreementSingle: two,
    agreementMean: stepUp(two, k),
    consistencySingle: three,
    consistencyMean: stepUp(three, k),
  };
  const numbers = finiteList(Object.values(result).flatMap(({ value, low, high }) => [value, low, high]));
  return numbers.ok ? computed(result) : numbers;
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
 * @returns refused with fewer than 2 people or raters, or when every rater gave everybody the same ("no-spread")
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
 * @param ratings one rating a rater  @param scalePoints A, number of points of the scale (≥ 2)
 * Source: James, Demaree & Wolf 1984 (uniform null). About .70 counts as fair.
 */
export function withinGroupAgreement(ratings: readonly number[], scalePoints: number): Computed<number> {
  if (ratings.some((value) => !Number.isFinite(value)) || !Number.isFinite(scalePoints)) return refused("not-a-number");
  if (ratings.length < MIN_RATERS) return refused("too-few", { raters: ratings.length, minRaters: MIN_RATERS });
  if (scalePoints < 2) return refused("out-of-range", { scalePoints });
  return finite(Math.max(0, 1 - sampleVariance([...ratings]) / ((scalePoints ** 2 - 1) / 12)));
}
