/**
 * How firm a ranking is when weights or ratings are uncertain: many draws, a rank for each person in each, counted.
 * Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen & Salminen 1998; Tervonen & Lahdelma 2007).
 * Seeded, so that a report can be repeated; it yields between slices, so that a worker can show progress and stop.
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { computed, refused, type Computed } from "../model/computed";
import { roundTotal } from "../scoring/round";
import { DrawCounts, type PairShare } from "./drawCounts";
import { rankDescending, type RankScratch, rankScratch } from "./drawRanks";
import { drawMemory, TOGETHER, totalsOfDraws, type DrawMemory } from "./drawTotals";
import { normalSource, weightSource } from "./drawWeights";
import { checkInput, noiseOf, type SimulationInput } from "./simulationInput";

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
  /** Share of the draws in which each person's total reached `topFrom`. Empty when not asked for. */
  readonly inTop: readonly number[];
  /**
   * Central weights: the mean of the weights with which the person came first (typical of who would choose this person);
   * null for who never did. Empty when not asked for.
   */
  readonly central: readonly (readonly number[] | null)[];
}

/** A slice is so many draws, fewer with large tables: so many multiplications take some ten milliseconds on a slow machine. */
const MOST_DRAWS_A_SLICE = 250;
const WORK_A_SLICE = 2_000_000;

/** Half the memory where it is enough: counts are hit all over, and what fits a processor's cache is quicker. */
type Counts = Uint16Array | Uint32Array;
const countsFor = (cells: number, draws: number): Counts =>
  draws <= 0xffff ? new Uint16Array(cells) : new Uint32Array(cells);

interface Counting {
  /** People × ranks. */
  readonly counts: Counts;
  readonly scratch: RankScratch;
  /** Ranks of the draws that go together. */
  readonly ranks: readonly Int32Array[];
}

/** Counts the ranks of the first `count` draws. A person's counts are fetched once for all of them. */
function countRanks({ counts, ranks }: Counting, count: number): void {
  const [a, b, c, d] = ranks;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  const n = a.length;
  for (let i = 0, row = -1; i < n; i += 1, row += n) {
    const first = row + (a[i] ?? 1);
    counts[first] = (counts[first] ?? 0) + 1;
    if (count < 2) continue;
    const second = row + (b[i] ?? 1);
    counts[second] = (counts[second] ?? 0) + 1;
    if (count < 3) continue;
    const third = row + (c[i] ?? 1);
    counts[third] = (counts[third] ?? 0) + 1;
    if (count < 4) continue;
    const fourth = row + (d[i] ?? 1);
    counts[fourth] = (counts[fourth] ?? 0) + 1;
  }
}

/** Source of the random part of a simulation: weights into one array, the errors of all totals into another. */
function drawSource(
  input: SimulationInput,
  chosen: readonly number[],
): (weights: Float64Array, errors: Float64Array) => void {
  const random = xoroshiro128plus(Math.trunc(input.seed));
  const uniform = (): number => uniformFloat64(random);
  const normal = normalSource(uniform);
  const drawWeights = weightSource(input.draw, chosen, normal, uniform);
  const noise = Float64Array.from(noiseOf(input));
  const isNoisy = noise.some((deviation) => deviation > 0);
  return (weights, errors) => {
    drawWeights(weights);
    if (!isNoisy) return;
    // The error of a weighted total of independent scores: √Σ(w·σ)².
    const spread = Math.sqrt(weights.reduce((sum, weight, j) => sum + (weight * (noise[j] ?? 0)) ** 2, 0));
    for (let i = 0; i < errors.length; i += 1) errors[i] = spread * normal();
  };
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

/** What a simulation works with. */
interface Run {
  readonly flat: Float64Array;
  readonly draw: (weights: Float64Array, errors: Float64Array) => void;
  readonly memory: DrawMemory;
  /** Errors of the totals, one array a draw; zeros where nothing is uncertain. */
  readonly errors: readonly Float64Array[];
  readonly counting: Counting;
  readonly extras: DrawCounts;
  /** Nothing is drawn at random: totals are rounded, so that equal ones tie whatever binary makes of them. */
  readonly isCertain: boolean;
  /** Some score is uncertain. */
  readonly isNoisy: boolean;
}

/** So many draws at most TOGETHER: drawn in turn, added up together, counted in turn. */
function drawSome(run: Run, count: number): void {
  const { flat, draw, memory, errors, counting, extras, isCertain, isNoisy } = run;
  for (let d = 0; d < count; d += 1) {
    const [weights, error] = [memory.weights[d], errors[d]];
    if (weights !== undefined && error !== undefined) draw(weights, error);
  }
  totalsOfDraws(memory, flat);
  for (let d = 0; d < count; d += 1) {
    const [weights, error, totals, ranks] = [memory.weights[d], errors[d], memory.totals[d], counting.ranks[d]];
    if (weights === undefined || error === undefined || totals === undefined || ranks === undefined) continue;
    if (isNoisy) for (let i = 0; i < totals.length; i += 1) totals[i] = (totals[i] ?? 0) + (error[i] ?? 0);
    if (isCertain) for (let i = 0; i < totals.length; i += 1) totals[i] = roundTotal(totals[i] ?? 0);
    rankDescending(totals, counting.scratch, ranks);
    if (extras.needed) extras.count(ranks, weights, totals);
  }
  countRanks(counting, count);
}

/** Shares of the draws, a row per person. */
function sharesOf(counts: Counts, people: number, draws: number): Float64Array[] {
  return Array.from({ length: people }, (_, i) => {
    const shares = new Float64Array(people);
    const row = i * people;
    for (let rank = 0; rank < people; rank += 1) shares[rank] = (counts[row + rank] ?? 0) / draws;
    return shares;
  });
}

/**
 * Runs the draws in slices; yields the number done after each slice and returns the result. Stop it by not asking for
 * more.
 * @param input scores on one scale, weights of any scale; see SimulationInput
 * @returns shares of the draws, 0–1; refused: "empty", "shape", "not-a-number", "negative", "no-weights",
 * "out-of-range" (over 3,000 people, a spread, a number of draws or a pair that is none)
 * Source: SMAA (Lahdelma, Hokkanen & Salminen 1998; Tervonen & Lahdelma 2007); domain rule C17.
 */
export function* simulateRanks(input: SimulationInput): Generator<number, Computed<Simulation>, undefined> {
  const checked = checkInput(input);
  if (!checked.ok) return checked;
  const { chosen, draws } = checked.value;
  const n = input.scores.length;
  const k = chosen.length;
  const extras = new DrawCounts(
    { pairs: input.pairs ?? [], wantsCentral: input.central === true, topFrom: input.topFrom ?? null },
    n,
    k,
  );
  const counting: Counting = {
    counts: countsFor(n * n, draws),
    scratch: rankScratch(n),
    ranks: Array.from({ length: TOGETHER }, () => new Int32Array(n)),
  };
  const isNoisy = noiseOf(input).some((deviation) => deviation > 0);
  const run: Run = {
    flat: Float64Array.from(input.scores.flat()),
    draw: drawSource(input, chosen),
    memory: drawMemory(n, k),
    errors: Array.from({ length: TOGETHER }, () => new Float64Array(n)),
    counting,
    extras,
    isCertain: input.draw.kind === "fixed" && !isNoisy,
    isNoisy,
  };
  const slice = Math.max(1, Math.min(MOST_DRAWS_A_SLICE, Math.floor(WORK_A_SLICE / (n * k))));
  for (let done = 0; done < draws;) {
    const end = Math.min(done + slice, draws);
    while (done < end) {
      const count = Math.min(TOGETHER, end - done);
      drawSome(run, count);
      done += count;
    }
    yield done;
  }
  const acceptability = sharesOf(counting.counts, n, draws);
  return computed({
    draws,
    seed: input.seed,
    ranges: acceptability.map(rangeOf),
    acceptability,
    pairs: extras.pairShares(draws),
    inTop: extras.topShares(draws),
    central: extras.central(),
  });
}

/**
 * Chance of one of the first `places` ranks, from a person's row of shares; 0 for no place. Source: SMAA, cumulated
 * acceptability.
 */
export function shareOfTop(shares: Float64Array, places: number): number {
  return shares.subarray(0, Math.max(0, places)).reduce((sum, share) => sum + share, 0);
}

/**
 * All slices one after the other, with a word after each.
 * @param goesOn told how many draws are done; false stops
 * @returns refused as `simulateRanks`; "cancelled" when stopped
 * Source: as `simulateRanks`.
 */
export function simulateRanksWith(input: SimulationInput, goesOn: (done: number) => boolean): Computed<Simulation> {
  const run = simulateRanks(input);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
    if (!goesOn(step.value)) return refused("cancelled", { done: step.value });
  }
}

/** All draws at once, for small tables and tests. Refused and sources as `simulateRanks`. */
export const simulateRanksAtOnce = (input: SimulationInput): Computed<Simulation> =>
  simulateRanksWith(input, () => true);

/**
 * How often each of two people was ranked above the other; equal ranks count for neither.
 * @param a, b ranks of the two in the same draws
 * @returns shares of the draws; refused: "empty", "shape", "not-a-number"
 * Source: pairwise winning index, Leskinen, Viitanen, Kangas & Kangas 2006; R package smaa.
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
