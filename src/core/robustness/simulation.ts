/**
 * How firm a ranking is when weights or ratings are uncertain: many draws, a rank for each person in each, counted.
 * Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen & Salminen 1998; Tervonen & Lahdelma 2007).
 * Seeded, so that a report can be repeated; it yields between slices, so that a worker can show progress and stop.
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { computed, refused, type Computed } from "../model/computed";
import { DrawCounts, type PairShare } from "./drawCounts";
import { rankDescending, type RankScratch, rankScratch } from "./drawRanks";

/** Where weights are drawn from. */
export type WeightDraw =
  /** All weights equally likely (uniform on the simplex). */
  | { readonly kind: "uniform" }
  /** Dirichlet around the chosen weights; each weight's standard deviation is about `spread` of itself (0.2 = 20 %) for an average weight. */
  | { readonly kind: "around"; readonly spread: number }
  /** The chosen weights, unchanged. */
  | { readonly kind: "fixed" };

export interface SimulationInput {
  /** A row per person, a column per indicator, complete, any common scale. */
  readonly scores: readonly (readonly number[])[];
  /** Any scale, sum above 0. */
  readonly weights: readonly number[];
  readonly draw: WeightDraw;
  /**
   * Standard deviation of a score's error, on the scale of the scores: one for all, or one an indicator (0 where a score is
   * measured and not judged). Default 0.
   */
  readonly noise?: number | readonly number[];
  /** Default 10,000: a share is then within ±0.01 with 95 % confidence. */
  readonly draws?: number;
  readonly seed: number;
  /** Pairs of people (positions) whose chances against each other are counted; absent for none. */
  readonly pairs?: readonly (readonly [a: number, b: number])[];
  /** true: also the central weights of each person. */
  readonly central?: boolean;
}
export interface RankRange {
  readonly median: number;
  /** 5th and 95th percentile of the ranks drawn. */
  readonly low: number;
  readonly high: number;
  /** Share of draws in which the person came first (ties share the place). */
  readonly first: number;
}
export interface Simulation {
  readonly draws: number;
  readonly seed: number;
  readonly ranges: readonly RankRange[];
  /** acceptability[person][rank − 1]: share of draws with that rank. */
  readonly acceptability: readonly Float64Array[];
  /** One a pair asked for. */
  readonly pairs: readonly PairShare[];
  /**
   * Central weights: the mean of the weights with which the person came first (typical of who would choose this person);
   * null for who never did. Empty when not asked for.
   */
  readonly central: readonly (readonly number[] | null)[];
}

/** With more people the table of ranks (people × people) outgrows the memory of a pane. */
const MOST_PEOPLE = 3000;
/** A weight that moves less than this share of itself does not move. */
const LEAST_SPREAD = 1e-4;

const DEFAULT_DRAWS = 10_000;
const SLICE = 250;

/** Standard normal by Marsaglia's polar method. */
function normalSource(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const factor = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * factor;
        return u * factor;
      }
    }
  };
}

/** Gamma(shape, 1) by Marsaglia & Tsang 2000; shapes below 1 by the power of a uniform. */
function gamma(shape: number, normal: () => number, uniform: () => number): number {
  if (shape < 1) return gamma(shape + 1, normal, uniform) * Math.pow(Math.max(uniform(), Number.MIN_VALUE), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(Math.max(uniform(), Number.MIN_VALUE)) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v;
  }
}

/** Fills `out` with one draw of weights that sum to 1. */
function weightSource(
  draw: WeightDraw,
  chosen: readonly number[],
  normal: () => number,
  uniform: () => number,
): (out: Float64Array) => void {
  if (draw.kind === "fixed")
    return (out) => {
      out.set(chosen);
    };
  const positive = chosen.filter((weight) => weight > 0).length;
  // Var(w_i) = w_i (1 − w_i)/(c + 1); for the average weight 1/k this is (spread·w_i)² at c = (k − 1)/spread² − 1.
  const concentration = draw.kind === "around" ? Math.max(1, (positive - 1) / draw.spread ** 2 - 1) : 1;
  const shapes = chosen.map((weight) => (draw.kind === "uniform" ? 1 : weight * concentration));
  return (out) => {
    let total = 0;
    for (let j = 0; j < out.length; j += 1) {
      const shape = shapes[j] ?? 0;
      const value = shape > 0 ? gamma(shape, normal, uniform) : 0;
      out[j] = value;
      total += value;
    }
    // Shapes so small that every draw underflows: the chosen weights stand for them.
    if (total > 0) for (let j = 0; j < out.length; j += 1) out[j] = (out[j] ?? 0) / total;
    else out.set(chosen);
  };
}

/** Standard deviation of the error by indicator. */
const noiseOf = ({ noise = 0, weights }: SimulationInput): readonly number[] =>
  typeof noise === "number" ? weights.map(() => noise) : noise;

function checkInput(input: SimulationInput): Computed<{ readonly chosen: readonly number[]; readonly draws: number }> {
  const { scores, weights } = input;
  if (scores.length === 0 || weights.length === 0) return refused("empty");
  if (scores.some((row) => row.length !== weights.length)) return refused("shape");
  const noise = noiseOf(input);
  if (noise.length !== weights.length) return refused("shape");
  const numbers = [...weights, ...noise, input.seed];
  if (!numbers.every(Number.isFinite) || scores.some((row) => !row.every(Number.isFinite)))
    return refused("not-a-number");
  if ([...weights, ...noise].some((value) => value < 0)) return refused("negative");
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || !Number.isFinite(total)) return refused("no-weights");
  if (scores.length > MOST_PEOPLE) return refused("out-of-range", { people: scores.length, high: MOST_PEOPLE });
  if (input.draw.kind === "around" && !(input.draw.spread >= LEAST_SPREAD))
    return refused("out-of-range", { low: LEAST_SPREAD });
  const draws = input.draws ?? DEFAULT_DRAWS;
  if (!Number.isInteger(draws) || draws < 1) return refused("out-of-range", { low: 1 });
  if ((input.pairs ?? []).some(([a, b]) => scores[a] === undefined || scores[b] === undefined))
    return refused("out-of-range", { high: scores.length - 1 });
  return computed({ chosen: weights.map((weight) => weight / total), draws });
}

/** Totals of all people under one draw of weights. `flat` holds the scores row by row. */
export function totalsInto(totals: Float64Array, flat: Float64Array, weights: Float64Array): void {
  const k = weights.length;
  let at = 0;
  for (let i = 0; i < totals.length; i += 1) {
    let total = 0;
    for (let j = 0; j < k; j += 1, at += 1) total += (flat[at] ?? 0) * (weights[j] ?? 0);
    totals[i] = total;
  }
}

interface Counting {
  readonly counts: Float64Array;
  readonly scratch: RankScratch;
}

function countRanks({ counts, scratch }: Counting, totals: Float64Array): void {
  const n = totals.length;
  const ranks = rankDescending(totals, scratch);
  for (let i = 0; i < n; i += 1) {
    const cell = i * n + (ranks[i] ?? 1) - 1;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

function rangeOf(shares: Float64Array): RankRange {
  const at = (quantile: number): number => {
    let cumulated = 0;
    for (let rank = 0; rank < shares.length; rank += 1) {
      cumulated += shares[rank] ?? 0;
      if (cumulated >= quantile - 1e-12) return rank + 1;
    }
    return shares.length;
  };
  return { median: at(0.5), low: at(0.05), high: at(0.95), first: shares[0] ?? 0 };
}

/**
 * Runs the draws in slices; yields the number done after each slice and returns the result.
 * Stop it by not asking for more. Refused for empty or uneven tables, numbers that are none, weights that do not add up above 0.
 */
export function* simulateRanks(input: SimulationInput): Generator<number, Computed<Simulation>, undefined> {
  const checked = checkInput(input);
  if (!checked.ok) return checked;
  const { chosen, draws } = checked.value;
  const n = input.scores.length;
  const k = chosen.length;
  const random = xoroshiro128plus(Math.trunc(input.seed));
  const uniform = (): number => uniformFloat64(random);
  const normal = normalSource(uniform);
  const drawWeights = weightSource(input.draw, chosen, normal, uniform);
  const flat = Float64Array.from(input.scores.flat());
  const weights = new Float64Array(k);
  const totals = new Float64Array(n);
  const counting: Counting = { counts: new Float64Array(n * n), scratch: rankScratch(n) };
  const extras = new DrawCounts(input.pairs ?? [], input.central === true, n, k);
  const noise = Float64Array.from(noiseOf(input));
  const isNoisy = noise.some((deviation) => deviation > 0);
  for (let done = 0; done < draws;) {
    const end = Math.min(done + SLICE, draws);
    for (; done < end; done += 1) {
      drawWeights(weights);
      totalsInto(totals, flat, weights);
      if (isNoisy) {
        // The error of a weighted total of independent scores: √Σ(w·σ)².
        const spread = Math.sqrt(weights.reduce((sum, weight, j) => sum + (weight * (noise[j] ?? 0)) ** 2, 0));
        for (let i = 0; i < n; i += 1) totals[i] = (totals[i] ?? 0) + spread * normal();
      }
      countRanks(counting, totals);
      if (extras.needed) extras.count(counting.scratch.ranks, weights);
    }
    yield done;
  }
  const acceptability = Array.from({ length: n }, (_, i) => {
    const shares = counting.counts.subarray(i * n, (i + 1) * n);
    for (let rank = 0; rank < n; rank += 1) shares[rank] = (shares[rank] ?? 0) / draws;
    return shares;
  });
  return computed({
    draws,
    seed: input.seed,
    ranges: acceptability.map(rangeOf),
    acceptability,
    pairs: extras.pairShares(draws),
    central: extras.central(),
  });
}

/** Chance of one of the first `places` ranks, from a person's row of shares; 0 for no place. */
export function shareOfTop(shares: Float64Array, places: number): number {
  return shares.subarray(0, Math.max(0, places)).reduce((sum, share) => sum + share, 0);
}

/**
 * All slices one after the other, with a word after each.
 * @param goesOn told how many draws are done; false stops
 * @returns refused as `simulateRanks`; "cancelled" when stopped
 */
export function simulateRanksWith(input: SimulationInput, goesOn: (done: number) => boolean): Computed<Simulation> {
  const run = simulateRanks(input);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
    if (!goesOn(step.value)) return refused("cancelled", { done: step.value });
  }
}

/** All draws at once, for small tables and tests. Refused as `simulateRanks`. */
export const simulateRanksAtOnce = (input: SimulationInput): Computed<Simulation> =>
  simulateRanksWith(input, () => true);

/**
 * How often each of two people was ranked above the other; equal ranks count for neither.
 * @param a, b ranks of the two in the same draws
 * @returns shares of the draws; refused: "empty", "shape", "not-a-number"
 */
export function pairwiseWinning(
  a: readonly number[],
  b: readonly number[],
): Computed<{ readonly a: number; readonly b: number }> {
  if (a.length === 0) return refused("empty");
  if (a.length !== b.length) return refused("shape");
  if (![...a, ...b].every(Number.isFinite)) return refused("not-a-number");
  const wins = (x: readonly number[], y: readonly number[]): number =>
    x.filter((rank, i) => rank < (y[i] ?? 0)).length / x.length;
  return computed({ a: wins(a, b), b: wins(b, a) });
}
