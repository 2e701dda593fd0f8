/**
 * Intraclass correlations: how far raters agree on a complete table, a row per person and a column per rater. All six forms
 * are given, because the pair agreement and consistency tells strictness from disagreement.
 */
import { jStat } from "jstat";
import { mean as meanOf, sum as sumOf } from "simple-statistics";
import { computed, finiteList, refused, type Computed } from "../model/computed";
import { checkTable } from "./reliability";

const MIN_PEOPLE = 5;

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

/** Sums of squares that are no more than this share of the ratings, squared, are residues of binary and stand for 0. */
const RESIDUE = 1e-12;

function meanSquares(ratings: readonly (readonly number[])[]): MeanSquares {
  const people = ratings.length;
  const raters = ratings[0]?.length ?? 0;
  const rowMeans = ratings.map(mean);
  const columnMeans = Array.from({ length: raters }, (_, j) => mean(ratings.map((row) => row[j] ?? 0)));
  const grand = mean(rowMeans);
  const largest = ratings.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const least = people * raters * (RESIDUE * largest) ** 2;
  const squares = (deviations: readonly number[], times: number, freedom: number): number => {
    const total = times * sum(deviations.map((value) => value * value));
    return total <= least ? 0 : total / freedom;
  };
  // Deviations one by one: as differences of large sums, perfect agreement would leave a residue for an error.
  const offPerson = ratings.flatMap((row, i) => row.map((value) => value - (rowMeans[i] ?? 0)));
  const offBoth = ratings.flatMap((row, i) =>
    row.map((value, j) => value - (rowMeans[i] ?? 0) - (columnMeans[j] ?? 0) + grand),
  );
  return {
    people,
    raters,
    between: squares(
      rowMeans.map((value) => value - grand),
      raters,
      people - 1,
    ),
    judges: squares(
      columnMeans.map((value) => value - grand),
      people,
      raters - 1,
    ),
    error: squares(offBoth, 1, (people - 1) * (raters - 1)),
    within: squares(offPerson, 1, people * (raters - 1)),
  };
}

export interface Interval {
  readonly value: number;
  /** Bounds of the confidence interval. */
  readonly low: number;
  readonly high: number;
}
/** The same for the mean of all raters; null where single ratings agree so little that their mean says nothing. */
export interface MeanInterval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
/** Test that people do not differ, by the F distribution. */
export interface DifferenceTest {
  /** Mean square of people ÷ mean square of what is left; null where nothing is left: raters agree in everything. */
  readonly f: number | null;
  readonly degreesOfFreedom: readonly [people: number, rest: number];
  /** Upper tail, 0–1. */
  readonly p: number;
}
/** The six forms of Shrout & Fleiss; single rating (1) and mean of all raters (k). */
export interface IntraclassCorrelations {
  /** ICC(1,1), ICC(1,k): raters differ from person to person. */
  readonly oneWaySingle: Interval;
  readonly oneWayMean: MeanInterval;
  /** ICC(2,1) = A,1 and ICC(2,k): level and order must agree. */
  readonly agreementSingle: Interval;
  readonly agreementMean: MeanInterval;
  /** ICC(3,1) = C,1 and ICC(3,k): only the order must agree. */
  readonly consistencySingle: Interval;
  readonly consistencyMean: MeanInterval;
  /** Of the one-way forms, and of the other four. */
  readonly oneWayTest: DifferenceTest;
  readonly twoWayTest: DifferenceTest;
}

/** F quantile; infinite degrees cannot occur here. */
const fQuantile = (p: number, df1: number, df2: number): number => jStat.centralF.inv(p, df1, df2);

/** From an interval for single ratings to that for the mean of k (Spearman–Brown; monotone, so bounds carry over). */
function stepUp(single: Interval, k: number): MeanInterval {
  // At −1/(k − 1) the variance of the mean is 0, and under it the formula would give more than 1.
  const up = (r: number): number | null => (1 + (k - 1) * r > RESIDUE ? (k * r) / (1 + (k - 1) * r) : null);
  return { value: up(single.value), low: up(single.low), high: up(single.high) };
}

/** Bounds from an F ratio: (F/Fq − 1)/(F/Fq + k − 1), McGraw & Wong 1996, table 7. */
function ratioInterval(ms: MeanSquares, rest: number, df2: number, alpha: number): Interval {
  const { raters: k, between } = ms;
  if (rest === 0) return { value: 1, low: 1, high: 1 };
  const [f, df1] = [between / rest, ms.people - 1];
  const of = (ratio: number): number => (ratio - 1) / (ratio + k - 1);
  return {
    value: (between - rest) / (between + (k - 1) * rest),
    low: of(f / fQuantile(1 - alpha / 2, df1, df2)),
    high: of(f * fQuantile(1 - alpha / 2, df2, df1)),
  };
}

function agreementInterval(ms: MeanSquares, alpha: number): Interval {
  const { people: n, raters: k, between, judges, error } = ms;
  if (error === 0 && judges === 0) return { value: 1, low: 1, high: 1 };
  const value = (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n);
  // Degrees of freedom by Satterthwaite, McGraw & Wong 1996, table 7, case 2A.
  const a = (k * value) / (n * (1 - value));
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value));
  const df = (a * judges + b * error) ** 2 / ((a * judges) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  const fLow = fQuantile(1 - alpha / 2, n - 1, df);
  const fHigh = fQuantile(1 - alpha / 2, df, n - 1);
  const rest = k * judges + (k * n - k - n) * error;
  // Degrees near 0 have no quantile that a computer holds: the bounds are then what they come to as F grows.
  const low = Number.isFinite(fLow)
    ? (n * (between - fLow * error)) / (fLow * rest + n * between)
    : (-n * error) / rest;
  const high = Number.isFinite(fHigh) ? (n * (fHigh * between - error)) / (rest + n * fHigh * between) : 1;
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

function differenceTest({ people, between }: MeanSquares, rest: number, df2: number): DifferenceTest {
  const df1 = people - 1;
  if (rest === 0) return { f: null, degreesOfFreedom: [df1, df2], p: 0 };
  const f = between / rest;
  return { f, degreesOfFreedom: [df1, df2], p: Math.min(1, Math.max(0, 1 - jStat.centralF.cdf(f, df1, df2))) };
}

/**
 * The six intraclass correlations with confidence intervals, and the F tests behind them.
 * @param ratings a row per person, a column per rater, complete
 * @param alpha 1 − confidence, default 0.05
 * @returns correlations, 1 = full agreement; values may be negative ("no agreement"); refused: "empty", "shape",
 * "not-a-number", "too-few" (fewer than 5 people or 2 raters; `minPeople` to lower), "out-of-range" (alpha), "no-spread"
 * (people do not differ in their means)
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
  const { people: n, raters: k, error, within } = ms;
  if (ms.between === 0) return refused("no-spread");
  const freedom = { oneWay: n * (k - 1), twoWay: (n - 1) * (k - 1) };
  const one = ratioInterval(ms, within, freedom.oneWay, alpha);
  const two = agreementInterval(ms, alpha);
  const three = ratioInterval(ms, error, freedom.twoWay, alpha);
  const oneWayTest = differenceTest(ms, within, freedom.oneWay);
  const twoWayTest = differenceTest(ms, error, freedom.twoWay);
  const numbers = finiteList([
    ...[one, two, three].flatMap(({ value, low, high }) => [value, low, high]),
    ...[oneWayTest, twoWayTest].flatMap(({ f, p }) => [f ?? 0, p]),
  ]);
  if (!numbers.ok) return numbers;
  return computed({
    oneWaySingle: one,
    oneWayMean: stepUp(one, k),
    agreementSingle: two,
    agreementMean: stepUp(two, k),
    consistencySingle: three,
    consistencyMean: stepUp(three, k),
    oneWayTest,
    twoWayTest,
  });
}
