/** Weights from comparisons: pairwise matrices (AHP) with their consistency, and best–worst. Shares that sum to 1. */
import { computed, refused, type Computed } from "../model/computed";
import type { Share } from "../model/units";
import { fromPoints } from "./fromOrder";

/** Named tables of the random index for n = 1 … 10. They differ between sources: always say which. */
export const RANDOM_INDEX = {
  saaty1980: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
  saaty2008: [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49],
  /** Stops at 7 items. */
  doneganDodd1991: [0, 0, 0.4914, 0.8286, 1.0591, 1.1797, 1.2519],
} as const;
/** Judgements are consistent enough up to this ratio. */
export const CONSISTENCY_LIMIT = 0.1;

/** More items than this nobody compares in pairs. */
const MOST_ITEMS = 100;

/** How far a_ij·a_ji may be from 1: people write 0.33 for a third, and 0.11 for a ninth. */
const RECIPROCAL_TOLERANCE = 0.1;

type Matrix = readonly (readonly number[])[];

function checkMatrix(matrix: Matrix): Computed<null> {
  if (matrix.length === 0) return refused("empty");
  if (matrix.length > MOST_ITEMS) return refused("out-of-range", { items: matrix.length, high: MOST_ITEMS });
  if (matrix.some((row) => row.length !== matrix.length)) return refused("shape");
  const positive = matrix.every((row) => row.every((value) => Number.isFinite(value) && value > 0));
  if (!positive) return refused("out-of-range", { low: 0 });
  for (const [row, values] of matrix.entries())
    for (const [column, value] of values.entries()) {
      // Twice as important one way is half the other way, and everything is as important as itself.
      const both = value * (matrix[column]?.[row] ?? 1);
      if (Math.abs(both - 1) > RECIPROCAL_TOLERANCE) return refused("shape", { row, column });
    }
  return computed(null);
}

/**
 * Weights of a pairwise matrix by the geometric means of its rows.
 * @param matrix square; a_ij = how many times more important i is than j, above 0
 * @returns shares; refused: "empty", "shape" (not square, or halves that do not mirror each other), "out-of-range" (an entry not above 0, more than 100 items)
 * Source: Crawford & Williams 1985; domain rule C4.
 */
export function geometricWeights(matrix: Matrix): Computed<readonly Share[]> {
  const fit = checkMatrix(matrix);
  if (!fit.ok) return fit;
  return fromPoints(matrix.map((row) => Math.exp(row.reduce((sum, value) => sum + Math.log(value), 0) / row.length)));
}

/**
 * Weights of a pairwise matrix by its principal eigenvector, power iteration to 1e-13.
 * @param matrix as in `geometricWeights` @returns shares; refused as there
 * Source: Saaty 1980.
 */
export function eigenWeights(matrix: Matrix): Computed<readonly Share[]> {
  let weights = geometricWeights(matrix);
  for (let step = 0; step < 1000 && weights.ok; step += 1) {
    const before = weights.value;
    const next = fromPoints(matrix.map((row) => row.reduce((sum, value, j) => sum + value * (before[j] ?? 0), 0)));
    if (!next.ok) return next;
    const change = Math.max(...next.value.map((weight, i) => Math.abs(weight - (before[i] ?? 0))));
    weights = next;
    if (change < 1e-13) break;
  }
  return weights;
}

export interface Consistency {
  readonly lambda: number;
  readonly index: number;
  readonly ratio: number;
  /** Three items whose judgements fit together worst (positions), or null below three. */
  readonly worstTriad: readonly [number, number, number] | null;
}

function worstTriad(matrix: Matrix): readonly [number, number, number] | null {
  let worst: readonly [number, number, number] | null = null;
  let most = -1;
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 1;
  for (let i = 0; i < matrix.length; i += 1)
    for (let j = i + 1; j < matrix.length; j += 1)
      for (let k = j + 1; k < matrix.length; k += 1) {
        const off = Math.abs(Math.log(at(i, j)) + Math.log(at(j, k)) + Math.log(at(k, i)));
        // Of equal ones the first, whatever binary makes of their logarithms.
        if (off > most + 1e-12) [most, worst] = [off, [i, j, k]];
      }
  return worst;
}

/**
 * Consistency of a pairwise matrix: λ = mean of (Aw)_i/w_i, CI = (λ−n)/(n−1), CR = CI/RI; up to two items 0.
 * @param randomIndex of the size, or the name of a table
 * @returns refused as `geometricWeights`; "shape" or "no-weights" for the weights; "out-of-range" where the table ends;
 * "not-a-number" where a number grows too large
 * Source: Saaty 1980.
 */
export function consistency(
  matrix: Matrix,
  weights: readonly number[],
  randomIndex: number | keyof typeof RANDOM_INDEX = "saaty1980",
): Computed<Consistency> {
  const fit = checkMatrix(matrix);
  if (!fit.ok) return fit;
  const n = matrix.length;
  if (weights.length !== n) return refused("shape");
  if (weights.some((weight) => !(weight > 0 && weight < Infinity))) return refused("no-weights");
  const ri = typeof randomIndex === "number" ? randomIndex : (RANDOM_INDEX[randomIndex][n - 1] ?? 0);
  if (n > 2 && !(ri > 0)) return refused("out-of-range", { n });
  const ratios = matrix.map(
    (row, i) => row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0) / (weights[i] ?? 1),
  );
  const lambda = ratios.reduce((sum, value) => sum + value, 0) / n;
  if (!Number.isFinite(lambda)) return refused("not-a-number");
  const index = n > 2 ? (lambda - n) / (n - 1) : 0;
  const ratio = n > 2 ? index / ri : 0;
  if (!Number.isFinite(ratio)) return refused("not-a-number");
  return computed({ lambda, index, ratio, worstTriad: worstTriad(matrix) });
}

export interface Hierarchy {
  readonly criteria: Matrix;
  /** One matrix of the alternatives a criterion, in the order of the criteria. */
  readonly alternatives: readonly Matrix[];
}

/**
 * Weights of alternatives over all criteria: Σ_c w_c · v_c, all by eigenvectors.
 * @returns shares; refused as `eigenWeights` for any matrix; "shape" when sizes differ
 * Source: Saaty 1980.
 */
export function hierarchyWeights(hierarchy: Hierarchy): Computed<readonly Share[]> {
  const top = eigenWeights(hierarchy.criteria);
  if (!top.ok) return top;
  if (hierarchy.alternatives.length !== top.value.length) return refused("shape");
  const sums: number[] = [];
  for (const [c, matrix] of hierarchy.alternatives.entries()) {
    const local = eigenWeights(matrix);
    if (!local.ok) return local;
    if (c > 0 && local.value.length !== sums.length) return refused("shape");
    local.value.forEach((weight, i) => {
      sums[i] = (sums[i] ?? 0) + weight * (top.value[c] ?? 0);
    });
  }
  return fromPoints(sums);
}
