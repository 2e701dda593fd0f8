/** What a simulation of ranks is asked, and whether it can be answered. */
import { computed, refused, type Computed } from "../model/computed";
import type { WeightDraw } from "./drawWeights";

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
  /** Lowest total of the top band, on the scale of the scores: the draws in which somebody reaches it are counted. */
  readonly topFrom?: number;
  /** true: also the central weights of each person. */
  readonly central?: boolean;
}
/** With more people the table of ranks (people × people) outgrows the memory of a pane. */
const MOST_PEOPLE = 3000;
/** A weight that moves less than this share of itself does not move. */
const LEAST_SPREAD = 1e-4;

const DEFAULT_DRAWS = 10_000;

/** Standard deviation of the error by indicator, on the scale of the scores. */
export const noiseOf = ({ noise = 0, weights }: SimulationInput): readonly number[] =>
  typeof noise === "number" ? weights.map(() => noise) : noise;

/** How far weights may move: a weight that moves less than LEAST_SPREAD of itself does not move. */
function spreadFits(draw: WeightDraw): boolean {
  if (draw.kind === "around") return draw.spread >= LEAST_SPREAD;
  return draw.kind !== "shaken" || (draw.spread >= LEAST_SPREAD && draw.spread <= 1);
}

/**
 * The chosen weights as shares, and the number of draws.
 * @returns refused: "empty", "shape", "not-a-number", "negative" (a weight or a noise), "no-weights", "out-of-range"
 * (too many people, a spread, draws, or a pair that is none)
 * Source: 10,000 draws hold a share within ±0.01 (Tervonen & Lahdelma 2007).
 */
export function checkInput(
  input: SimulationInput,
): Computed<{ readonly chosen: readonly number[]; readonly draws: number }> {
  const { scores, weights } = input;
  if (scores.length === 0 || weights.length === 0) return refused("empty");
  if (scores.some((row) => row.length !== weights.length)) return refused("shape");
  const noise = noiseOf(input);
  if (noise.length !== weights.length) return refused("shape");
  const numbers = [...weights, ...noise, input.seed, input.topFrom ?? 0];
  if (!numbers.every(Number.isFinite) || scores.some((row) => !row.every(Number.isFinite)))
    return refused("not-a-number");
  if ([...weights, ...noise].some((value) => value < 0)) return refused("negative");
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || !Number.isFinite(total)) return refused("no-weights");
  if (scores.length > MOST_PEOPLE) return refused("out-of-range", { people: scores.length, high: MOST_PEOPLE });
  if (!spreadFits(input.draw)) return refused("out-of-range", { low: LEAST_SPREAD });
  const draws = input.draws ?? DEFAULT_DRAWS;
  if (!Number.isInteger(draws) || draws < 1) return refused("out-of-range", { low: 1 });
  if ((input.pairs ?? []).some(([a, b]) => scores[a] === undefined || scores[b] === undefined))
    return refused("out-of-range", { high: scores.length - 1 });
  return computed({ chosen: weights.map((weight) => weight / total), draws });
}
