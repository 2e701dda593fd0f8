/** Best–worst weights: how much better the best is than each, how much better each is than the worst (1–9). */
import { computed, refused, type Computed } from "../model/computed";
import { asShare, type Share } from "../model/units";

export interface BestWorst {
  /** Shares that sum to 1. */
  readonly weights: readonly Share[];
  /** Largest contradiction left: |w_best − a_bj·w_j| or |w_j − a_jw·w_worst|; 0 when the judgements fit together. */
  readonly xi: number;
}

interface Judgements {
  readonly best: readonly number[];
  readonly worst: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

/** More items than this nobody judges against a best and a worst; more times better than this is no judgement. */
const MOST_ITEMS = 30;
const MOST_TIMES = 1000;

/** Judgements that fit together: a_bj · a_jw = a_bw for all. Then w_j ∝ a_jw. */
const consistent = ({ best, worst, bottom }: Judgements): boolean =>
  best.every((toBest, j) => toBest * (worst[j] ?? 0) === best[bottom]);

const shares = (list: readonly number[]): readonly Share[] => {
  const sum = list.reduce((total, value) => total + value, 0);
  return list.map((value) => asShare(value / sum));
};

/**
 * The judgements as rows r with r·v ≤ 1: with v = w/ξ, minimising ξ under Σw = 1 is maximising Σv under
 * |v_best − a_bj·v_j| ≤ 1 and |v_j − a_jw·v_worst| ≤ 1. v = 0 is allowed, so that there is a place to begin.
 */
function constraints({ best, worst, top, bottom }: Judgements): number[][] {
  const rows: number[][] = [];
  const difference = (plus: number, minus: number, times: number): void => {
    for (const sign of [1, -1]) {
      const row = best.map(() => 0);
      row[plus] = sign;
      row[minus] = (row[minus] ?? 0) - sign * times;
      rows.push(row);
    }
  };
  best.forEach((toBest, j) => {
    if (j !== top) difference(top, j, toBest);
  });
  worst.forEach((toWorst, j) => {
    if (j !== bottom) difference(j, bottom, toWorst);
  });
  return rows;
}

const EPSILON = 1e-12;

/** One exchange of the simplex tableau: `row`'s basic variable leaves, `column`'s enters. */
function pivot(tableau: readonly number[][], row: number, column: number): void {
  const line = tableau[row] ?? [];
  const by = line[column] ?? 1;
  line.forEach((value, k) => {
    line[k] = value / by;
  });
  tableau.forEach((other, i) => {
    const times = other[column] ?? 0;
    if (i === row || times === 0) return;
    line.forEach((value, k) => {
      other[k] = (other[k] ?? 0) - times * value;
    });
  });
}

/**
 * v ≥ 0 with the largest sum under rows·v ≤ 1; null when the sum has no bound. Simplex method with Bland's rule, which
 * never goes in circles.
 */
function largestSum(rows: readonly (readonly number[])[], size: number): readonly number[] | null {
  const slack = (at: number): number[] => rows.map((_, i) => (i === at ? 1 : 0));
  const tableau = rows.map((row, i) => [...row, ...slack(i), 1]);
  const goal = [...new Array<number>(size).fill(-1), ...slack(-1), 0];
  const basis = rows.map((_, i) => size + i);
  const all = [...tableau, goal];
  const right = size + rows.length;
  for (;;) {
    const column = goal.findIndex((cost, k) => k < right && cost < -EPSILON);
    if (column < 0) break;
    let leaves = -1;
    let least = Infinity;
    tableau.forEach((row, i) => {
      const by = row[column] ?? 0;
      if (by <= EPSILON) return;
      const reach = (row[right] ?? 0) / by;
      const isFirst = Math.abs(reach - least) <= EPSILON && (basis[i] ?? 0) < (basis[leaves] ?? Infinity);
      if (reach < least - EPSILON || isFirst) [least, leaves] = [Math.min(least, reach), i];
    });
    if (leaves < 0) return null;
    pivot(all, leaves, column);
    basis[leaves] = column;
  }
  const found = new Array<number>(size).fill(0);
  basis.forEach((variable, i) => {
    if (variable < size) found[variable] = Math.max(0, tableau[i]?.[right] ?? 0);
  });
  return found;
}

/** Best and worst item of judgements that can be used. */
function judgementsOf(best: readonly number[], worst: readonly number[]): Computed<Judgements> {
  if (best.length === 0) return refused("empty");
  if (best.length !== worst.length) return refused("shape");
  if (best.length > MOST_ITEMS) return refused("out-of-range", { items: best.length, high: MOST_ITEMS });
  if (![...best, ...worst].every((value) => value >= 1 && value <= MOST_TIMES))
    return refused("out-of-range", { low: 1, high: MOST_TIMES });
  const [top, bottom] = [best.indexOf(1), worst.lastIndexOf(1)];
  return top < 0 || bottom < 0 ? refused("out-of-range", { needs: "1" }) : computed({ best, worst, top, bottom });
}

/**
 * Weights that minimise ξ with |w_best − a_bj·w_j| ≤ ξ, |w_j − a_jw·w_worst| ≤ ξ, Σw = 1 (the linear model).
 * @param best how many times better the best is than each (1 for itself)
 * @param worst how many times better each is than the worst (1 for itself)
 * @returns refused: "empty", "shape", "out-of-range" (a judgement below 1, or no best and worst, or too many items)
 * Source: Rezaei 2015 (method), 2016 (linear model).
 */
export function bestWorstWeights(best: readonly number[], worst: readonly number[]): Computed<BestWorst> {
  const known = judgementsOf(best, worst);
  if (!known.ok) return known;
  const judged = known.value;
  if (consistent(judged)) return computed({ weights: shares(worst), xi: 0 });
  if (judged.top === judged.bottom) return refused("out-of-range", { needs: "1" });
  const found = largestSum(constraints(judged), best.length);
  // Without a bound the judgements fit together but for the last binary place.
  if (found === null) return computed({ weights: shares(worst), xi: 0 });
  return computed({ weights: shares(found), xi: 1 / found.reduce((sum, value) => sum + value, 0) });
}

export interface BestWorstConsistency {
  /** 0 = the judgements fit together, 1 = as far apart as they can be on their scale; more where they leave it. */
  readonly ratio: number;
  /** Position of the item whose two judgements fit worst, null where all fit: the one to think over again. */
  readonly item: number | null;
}

/**
 * How well best–worst judgements fit together, told from the judgements alone: the largest |a_bj·a_jw − a_bw|/(a_bw² − a_bw)
 * over the items, a_bw being how many times better the best is than the worst.
 * @param best, worst as in `bestWorstWeights`
 * @returns refused as there
 * Source: Liang, Brunelli & Rezaei 2020 (input-based consistency ratio).
 */
export function bestWorstConsistency(
  best: readonly number[],
  worst: readonly number[],
): Computed<BestWorstConsistency> {
  const judged = judgementsOf(best, worst);
  if (!judged.ok) return judged;
  const span = best[judged.value.bottom] ?? 1;
  let found: BestWorstConsistency = { ratio: 0, item: null };
  best.forEach((toBest, item) => {
    const off = Math.abs(toBest * (worst[item] ?? 1) - span);
    // Best and worst are alike: then every judgement ought to be 1, and the span says nothing.
    const ratio = Number((span > 1 ? off / (span * span - span) : off).toPrecision(12));
    if (off > 1e-9 * span && ratio > found.ratio) found = { ratio, item };
  });
  return computed(found);
}
