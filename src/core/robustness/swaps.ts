/**
 * What it takes to swap two people in a weighted ranking, exactly: how far one weight must move, how many points
 * must pass from some indicators to others, whether any weights could do it. Totals are linear in the weights,
 * so all of this has closed forms. Scores: any common scale. Weights: any scale that sums above 0; results are shares (0–1).
 */
import { computed, refused, type Computed } from "../model/computed";
import { asShare, type Share } from "../model/units";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Pair {
  /** Score differences a − b. */
  readonly d: readonly number[];
  /** Weights as shares that sum to 1. */
  readonly w: readonly number[];
  /** Lead of a over b. */
  readonly lead: number;
}

function pairOf(a: readonly number[], b: readonly number[], weights: readonly number[]): Computed<Pair> {
  if (a.length === 0) return refused("empty");
  if (a.length !== b.length || a.length !== weights.length) return refused("shape");
  if (![...a, ...b, ...weights].every(Number.isFinite)) return refused("not-a-number");
  if (weights.some((weight) => weight < 0)) return refused("negative");
  const total = sum(weights);
  if (total <= 0 || !Number.isFinite(total)) return refused("no-weights");
  const w = weights.map((weight) => weight / total);
  const d = a.map((score, i) => score - (b[i] ?? 0));
  const lead = sum(d.map((difference, i) => difference * (w[i] ?? 0)));
  // A difference that is no number makes the lead none: a weight of 0 times infinity is none either.
  return Number.isFinite(lead) ? computed({ d, w, lead }) : refused("not-a-number");
}

export interface OneWeightSwap {
  /** The share that weight `k` must take for a tie, the others keeping their proportions. */
  readonly newWeight: Share;
  /** All weights at that point; they sum to 1. */
  readonly newWeights: readonly Share[];
}

/**
 * The weight of one indicator at which two people tie, the other weights scaled to fill the rest.
 * @param a, b scores on one scale @param weights any scale @param k position of the indicator
 * @returns shares 0–1; refused: "dominated" when no weight between 0 and 1 ties them, "out-of-range" (k), "too-few"
 * (no other indicator has weight), and as `smallestTransfer` for scores and weights
 * Source: q* = R/(R − d_k), R = Σ_{i≠k} w_i d_i/(1 − w_k); the same as Triantaphyllou & Sánchez 1997 after
 * normalising.
 */
export function oneWeightToTie(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[],
  k: number,
): Computed<OneWeightSwap> {
  const pair = pairOf(a, b, weights);
  if (!pair.ok) return pair;
  const { d, w, lead } = pair.value;
  const dk = d[k];
  const wk = w[k];
  if (dk === undefined || wk === undefined) return refused("out-of-range", { k });
  if (wk === 1) return refused("too-few", { indicators: 1, minimum: 2 });
  const rest = (lead - wk * dk) / (1 - wk);
  if (rest === dk) return refused("dominated");
  // Where the rest is equal this is −0, which is no weight to show.
  const newWeight = asShare(rest === 0 ? 0 : rest / (rest - dk));
  if (!(newWeight >= 0 && newWeight <= 1)) return refused("dominated");
  const scale = (1 - newWeight) / (1 - wk);
  return computed({ newWeight, newWeights: w.map((weight, i) => (i === k ? newWeight : asShare(weight * scale))) });
}

/**
 * Change of one weight alone that ties two people, before normalising: δ = −D/d_k.
 * @param a, b scores on one scale @param weights any scale @param k position of the indicator
 * @returns the change as a share, in per cent of the weight, and the weights after normalising; refused: "dominated"
 * when d_k or the weight is 0 or the weight would turn negative, "out-of-range" (k), and as `smallestTransfer`
 * Source: Triantaphyllou & Sánchez 1997, theorem 1.
 */
export function weightChangeToTie(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[],
  k: number,
): Computed<{ readonly delta: Share; readonly percentOfWeight: number; readonly newWeights: readonly Share[] }> {
  const pair = pairOf(a, b, weights);
  if (!pair.ok) return pair;
  const { d, w, lead } = pair.value;
  const dk = d[k];
  const wk = w[k];
  if (dk === undefined || wk === undefined) return refused("out-of-range", { k });
  if (wk === 0) return refused("dominated");
  // Where both are equal this is infinite or none, and no change does it.
  const delta = asShare(-lead / dk);
  if (!(wk + delta >= 0 && 1 + delta > 0 && delta < Infinity)) return refused("dominated");
  const newWeights = w.map((weight, i) => asShare((i === k ? weight + delta : weight) / (1 + delta)));
  if (![(delta / wk) * 100, ...newWeights].every(Number.isFinite)) return refused("not-a-number");
  return computed({ delta, percentOfWeight: (delta / wk) * 100, newWeights });
}

export interface Transfer {
  /** Shares taken from each indicator and given to `to`. */
  readonly from: readonly { readonly indicator: number; readonly share: Share }[];
  readonly to: number;
  /** Sum of the shares moved. */
  readonly share: Share;
}

/**
 * The smallest amount of weight that, moved between indicators, ties two people.
 * Weight goes from where the leader is furthest ahead to where the other is; a donor is emptied before the next.
 * @returns refused ("dominated") when the leader is at least as good wherever weight could go; "empty", "shape",
 * "not-a-number", "negative", "no-weights" for scores and weights that are none
 * Source: greedy solution of the linear program min Σ|Δw|/2; compared with brute force in the tests.
 */
export function smallestTransfer(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[],
): Computed<Transfer> {
  const pair = pairOf(a, b, weights);
  if (!pair.ok) return pair;
  const { w } = pair.value;
  const sign = pair.value.lead < 0 ? -1 : 1;
  const d = pair.value.d.map((difference) => difference * sign);
  let lead = pair.value.lead * sign;
  const to = d.reduce((best, difference, i) => (difference < (d[best] ?? 0) ? i : best), 0);
  const floor = d[to] ?? 0;
  if (lead === 0) return computed({ from: [], to, share: asShare(0) });
  if (floor >= 0) return refused("dominated");
  const donors = d
    .map((_, i) => i)
    .filter((i) => (w[i] ?? 0) > 0)
    .sort((i, j) => (d[j] ?? 0) - (d[i] ?? 0));
  const from: { indicator: number; share: Share }[] = [];
  for (const donor of donors) {
    // Where the other is furthest ahead comes last and gains nothing: the tie is reached before.
    const gain = (d[donor] ?? 0) - floor;
    const [has, needed] = [w[donor] ?? 0, lead / gain];
    from.push({ indicator: donor, share: asShare(Math.min(has, needed)) });
    if (needed <= has) return computed({ from, to, share: asShare(sum(from.map((part) => part.share))) });
    lead -= has * gain;
  }
  return refused("dominated");
}

/**
 * Whether `a` is at least as good as `b` in every indicator that has weight, and better in one: then no weights of
 * these indicators swap them.
 * @param a, b scores on one scale @param weights any scale
 * @returns refused as `smallestTransfer`, never "dominated"
 * Source: Pareto dominance; method §2.6.
 */
export function dominates(a: readonly number[], b: readonly number[], weights: readonly number[]): Computed<boolean> {
  const pair = pairOf(a, b, weights);
  if (!pair.ok) return pair;
  const counted = pair.value.d.filter((_, i) => (pair.value.w[i] ?? 0) > 0);
  return computed(counted.every((difference) => difference >= 0) && counted.some((difference) => difference > 0));
}
