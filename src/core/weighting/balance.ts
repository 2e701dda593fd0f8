/** How balanced weights are, and what they really do: concentration, effective number, influence, data-driven diagnostics. */
import { sampleCorrelation, sampleStandardDeviation } from "simple-statistics";
import { computed, refused, type Computed } from "../model/computed";
import { asShare, asShares, type Share } from "../model/units";
import { minMax, type Sense } from "../scoring/normalise";
import { fromPoints } from "./fromOrder";

export interface Concentration {
  /** Σp², 1/n … 1. */
  readonly hhi: number;
  /** 1 ÷ Σp²: as many equal weights would be as concentrated. Source: Laakso & Taagepera 1979. */
  readonly effectiveNumber: number;
  /** e to the entropy. */
  readonly entropyEffective: number;
}

/**
 * Concentration of weights of any scale: Herfindahl index, effective number, e to the entropy.
 * @returns refused: "empty", "not-a-number", "negative", "no-weights"
 * Source: Herfindahl; Laakso & Taagepera 1979; Shannon 1948.
 */
export function concentration(weights: readonly number[]): Computed<Concentration> {
  const shares = fromPoints(weights);
  if (!shares.ok) return shares;
  const hhi = shares.value.reduce((sum, p) => sum + p * p, 0);
  const entropy = shares.value.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  return computed({ hhi, effectiveNumber: 1 / hhi, entropyEffective: Math.exp(entropy) });
}

/** Numbers within these can be squared and added up by the million; Excel holds far larger and smaller ones. */
const SQUARABLE = { least: 1e-120, most: 1e120 };
const largestOf = (column: ArrayLike<number>): number => {
  let largest = 0;
  for (let i = 0; i < column.length; i += 1) largest = Math.max(largest, Math.abs(column[i] ?? 0));
  return largest;
};

const isSquarable = (largest: number): boolean =>
  largest === 0 || (largest >= SQUARABLE.least && largest <= SQUARABLE.most);

/**
 * A column in a unit in which it can be squared: itself, or (beyond 10¹²⁰, below 10⁻¹²⁰) in units of its largest number.
 * For what does not depend on the unit, such as correlations.
 */
export function squarable(column: Float64Array): Float64Array {
  const largest = largestOf(column);
  return isSquarable(largest) ? column : column.map((value) => value / largest);
}

type Table = readonly (readonly number[])[];

function columnsOf(matrix: Table, minRows: number): Computed<readonly (readonly number[])[]> {
  const width = matrix[0]?.length ?? 0;
  if (width === 0) return refused("empty");
  if (matrix.some((row) => row.length !== width)) return refused("shape");
  if (!matrix.every((row) => row.every(Number.isFinite))) return refused("not-a-number");
  if (matrix.length < minRows) return refused("too-few", { people: matrix.length, minimum: minRows });
  return computed(Array.from({ length: width }, (_, k) => matrix.map((row) => row[k] ?? 0)));
}

/**
 * Real influence of each indicator: w_i·cov(x_i, T) ÷ var(T); sums to 1, may be negative.
 * @param matrix people × indicators
 * @returns refused "no-spread" when all totals are equal
 * Source: OECD/JRC Handbook 2008; Paruolo, Saisana & Saltelli 2013.
 */
export function influence(matrix: Table, weights: readonly number[]): Computed<readonly Share[]> {
  const columns = columnsOf(matrix, 2);
  if (!columns.ok) return columns;
  return influenceOfColumns(
    columns.value.map((column) => Float64Array.from(column)),
    weights,
  );
}

/**
 * The same of the columns of the table: one an indicator, of one length (at least two), finite numbers. The fast way
 * for thousands of people.
 * @returns shares that sum to 1; refused as `influence`: "shape", "no-spread" (all totals equal), and as `fromPoints`
 * for the weights
 * Source: as `influence`.
 */
export function influenceOfColumns(
  columns: readonly Float64Array[],
  weights: readonly number[],
): Computed<readonly Share[]> {
  const shares = fromPoints(weights);
  if (!shares.ok) return shares;
  if (shares.value.length !== columns.length) return refused("shape");
  const made = totalsOf(columns, shares.value);
  if (!made.ok) return made;
  const { parts, deviations, variation } = made.value;
  // Deviations of the totals add up to 0: the means of the columns need not be taken off.
  return computed(asShares(parts.map((part) => sumOfProducts(part, deviations) / variation)));
}

interface MadeTotals {
  /** What each column adds to the totals. */
  readonly parts: readonly Float64Array[];
  readonly totals: Float64Array;
  /** The totals less their mean. */
  readonly deviations: Float64Array;
  /** Σ of their squares. */
  readonly variation: number;
}

function times(column: Float64Array, factor: number): Float64Array {
  const made = new Float64Array(column.length);
  for (let i = 0; i < made.length; i += 1) made[i] = (column[i] ?? 0) * factor;
  return made;
}

/**
 * Totals of columns by shares, in one unit in which they can be squared: what is asked of them does not depend on it. A
 * column without weight is nothing, however large its numbers.
 * @returns refused "no-spread" where they differ by no more than the rounding of their parts
 */
function totalsOf(columns: readonly Float64Array[], shares: readonly number[]): Computed<MadeTotals> {
  const weighted = columns.map((column, k) => {
    const share = shares[k] ?? 0;
    return share > 0 ? times(column, share) : new Float64Array(column.length);
  });
  const most = Math.max(0, ...weighted.map(largestOf));
  const isFit = isSquarable(most);
  const parts = isFit ? weighted : weighted.map((part) => part.map((value) => value / most));
  const totals = new Float64Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < totals.length; i += 1) totals[i] = (totals[i] ?? 0) + (part[i] ?? 0);
  const deviations = deviationsOf(totals);
  const variation = sumOfProducts(deviations, deviations);
  const least = (1e-12 * (isFit ? most : 1)) ** 2;
  if (!(variation / (totals.length - 1) > least)) return refused("no-spread");
  return computed({ parts, totals, deviations, variation });
}

/** A column less its mean, in the column's unit; NaN where it holds none. */
export function deviationsOf(column: Float64Array): Float64Array {
  let sum = 0;
  for (const value of column) sum += value;
  const mean = sum / column.length;
  const deviations = new Float64Array(column.length);
  for (let i = 0; i < column.length; i += 1) deviations[i] = (column[i] ?? 0) - mean;
  return deviations;
}

/** Σ a·b of two columns of one length. */
export function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/**
 * Weights by entropy (diagnostic only: never set pay by variance).
 * @param matrix people × indicators, values ≥ 0, at least two people
 * @returns shares; refused: "empty", "shape", "not-a-number", "too-few", "negative", "no-spread" (a column of zeros),
 * "no-weights" (no column varies)
 * Source: Xu 2004.
 */
export function entropyWeights(matrix: Table): Computed<readonly Share[]> {
  const columns = columnsOf(matrix, 2);
  if (!columns.ok) return columns;
  const n = matrix.length;
  if (matrix.some((row) => row.some((x) => x < 0))) return refused("negative");
  if (columns.value.some((column) => column.every((x) => x === 0))) return refused("no-spread");
  return fromPoints(
    columns.value.map((column) => {
      const sum = column.reduce((all, x) => all + x, 0);
      const entropy = column.reduce((all, x) => (x > 0 ? all - (x / sum) * Math.log(x / sum) : all), 0) / Math.log(n);
      return Math.max(0, 1 - entropy);
    }),
  );
}

/**
 * Weights by sample standard deviation (diagnostic only).
 * @returns shares; refused: "empty", "shape", "not-a-number", "too-few" below two people, "no-weights" (no column varies)
 * Source: scikit-criteria StdWeighter.
 */
export function deviationWeights(matrix: Table): Computed<readonly Share[]> {
  const columns = columnsOf(matrix, 2);
  return columns.ok ? fromPoints(columns.value.map((column) => sampleStandardDeviation([...column]))) : columns;
}

/**
 * CRITIC: standard deviation × Σ(1 − correlation with the others). A constant column gets 0.
 * @param scale min–max first (with the direction of each column)
 * @returns shares; refused: "empty", "shape", "not-a-number", "too-few" below three people, "no-weights" (nothing varies,
 * or all columns say the same)
 * Source: Diakoulaki, Mavrotas & Papayannakis 1995.
 */
export function criticWeights(matrix: Table, directions: readonly Sense[], scale: boolean): Computed<readonly Share[]> {
  const columns = columnsOf(matrix, 3);
  if (!columns.ok) return columns;
  if (directions.length !== columns.value.length) return refused("shape");
  const scaled = columns.value.map((column, k) => {
    const unit = scale ? minMax(column, directions[k] ?? 1) : null;
    return unit?.ok === true ? [...unit.value.values] : [...column];
  });
  const spread = scaled.map((column) =>
    column.every((value) => value === column[0]) ? 0 : sampleStandardDeviation(column),
  );
  return fromPoints(
    scaled.map((column, j) => {
      if (!((spread[j] ?? 0) > 0)) return 0;
      const conflict = scaled.reduce(
        (sum, other, l) => ((spread[l] ?? 0) > 0 ? sum + 1 - sampleCorrelation(column, other) : sum),
        0,
      );
      return Math.max(0, (spread[j] ?? 0) * conflict);
    }),
  );
}

export interface CorrelatedPair {
  /** Positions of the two indicators. */
  readonly first: number;
  readonly second: number;
  readonly r: number;
}

/** Fewer people than this say nothing about what two indicators share. */
const MIN_PEOPLE = 8;

/** Correlation of two columns that vary, held to −1 … 1 against residues of binary. */
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [squarable(Float64Array.from(a)), squarable(Float64Array.from(b))];
  return Math.min(1, Math.max(-1, sampleCorrelation([...x], [...y])));
};

const isFlat = (column: readonly number[]): boolean => column.every((value) => value === column[0]);

/**
 * Pairs of indicators that rise and fall together: what they share is counted twice.
 * @param matrix people × indicators @param limit correlation above which a pair is named, default 0.9
 * @returns pairs in order; columns that do not vary are in none; refused "too-few" below 8 people
 * Source: domain rule W13; COINr's default limit.
 */
export function countedTwice(matrix: Table, limit = 0.9): Computed<readonly CorrelatedPair[]> {
  const columns = columnsOf(matrix, MIN_PEOPLE);
  if (!columns.ok) return columns;
  if (Number.isNaN(limit)) return refused("not-a-number");
  const pairs = columns.value.flatMap((column, first) =>
    columns.value.slice(first + 1).flatMap((other, step): CorrelatedPair[] => {
      if (isFlat(column) || isFlat(other)) return [];
      const r = correlation(column, other);
      return r > limit ? [{ first, second: first + 1 + step, r }] : [];
    }),
  );
  return computed(pairs);
}

/**
 * Correlation of each indicator with the total: below 0.1 or negative, it works against the total. null for a column
 * that does not vary.
 * @param matrix people × indicators @param weights any scale
 * @returns −1 … 1; refused: "empty", "shape", "not-a-number", "too-few" below 8 people, "no-spread" when all totals
 * are equal, and as `fromPoints`
 * Source: method §2.4; Paruolo, Saisana & Saltelli 2013.
 */
export function correlationWithTotal(matrix: Table, weights: readonly number[]): Computed<readonly (number | null)[]> {
  const columns = columnsOf(matrix, MIN_PEOPLE);
  if (!columns.ok) return columns;
  const shares = fromPoints(weights);
  if (!shares.ok) return shares;
  if (shares.value.length !== columns.value.length) return refused("shape");
  const made = totalsOf(
    columns.value.map((column) => Float64Array.from(column)),
    shares.value,
  );
  if (!made.ok) return made;
  const totals = [...made.value.totals];
  return computed(columns.value.map((column) => (isFlat(column) ? null : correlation(column, totals))));
}

export interface SectionBalance {
  /** Share of all weight, 0–1. */
  readonly share: Share;
  /** "light" under the low limit, "heavy" above the high one. */
  readonly verdict: "light" | "heavy" | null;
}

/** Shares under and over which a section is too light or too heavy (domain rule W08). */
const SECTION_LIMITS = { low: asShare(0.1), high: asShare(0.6) };

/**
 * Share of each section, and whether it is too light or too heavy. Silent (no verdicts) below three sections.
 * @returns refused as `fromPoints`
 * @param weights one a section, any scale @param limits shares, default 0.10 and 0.60 (domain rule W08)
 */
export function sectionBalance(
  weights: readonly number[],
  limits: { readonly low: Share; readonly high: Share } = SECTION_LIMITS,
): Computed<readonly SectionBalance[]> {
  const shares = fromPoints(weights);
  if (!shares.ok) return shares;
  if (Number.isNaN(limits.low) || Number.isNaN(limits.high)) return refused("not-a-number");
  const verdictOf = (share: Share): SectionBalance["verdict"] =>
    weights.length < 3 ? null : share < limits.low ? "light" : share > limits.high ? "heavy" : null;
  return computed(shares.value.map((share) => ({ share, verdict: verdictOf(share) })));
}
