/** How certain a simulated ranking is: how undecided shares are, and how firmly somebody comes first with weights of one's own. */
import { computed, refused, type Computed } from "../model/computed";
import { simulateRanks, type Simulation } from "./simulation";
import type { SimulationInput } from "./simulationInput";

/**
 * How undecided something is, in bits: 0 where one share holds all, log2 n where n shares are alike. A person's row of
 * acceptabilities says how undecided the rank is, everybody's `first` how undecided the first place.
 * @param shares not negative; taken as parts of their sum, since tied people share a place
 * @returns refused: "empty", "not-a-number", "negative", "no-weights" (nothing but zeros)
 * Source: Shannon 1948; as smaa.entropy.choice of the R package smaa.
 */
export function undecidedness(shares: ArrayLike<number>): Computed<number> {
  const list = Array.from(shares);
  if (list.length === 0) return refused("empty");
  if (!list.every(Number.isFinite)) return refused("not-a-number");
  if (list.some((share) => share < 0)) return refused("negative");
  const all = list.reduce((sum, share) => sum + share, 0);
  if (!(all > 0 && all < Infinity)) return refused("no-weights");
  const parts = list.map((share) => share / all).filter((part) => part > 0);
  const bits = parts.reduce((sum, part) => sum - part * Math.log2(part), 0);
  return computed(Math.max(0, bits));
}

/**
 * Confidence factors: with the weights that are most typical of who would choose somebody (central weights), how often that
 * person comes first in spite of the noise of the ratings. Low: not even these weights make it sure. Without noise 1.
 * @param input the simulation that made `central`; its weights and way of drawing them are not used, all else is
 * @param central of that simulation
 * @returns a share 0–1 by person, null for who never came first; refused as `simulateRanks`, "shape" when `central` is not one
 * a person. Yields the number of people done between slices; stop it by not asking for more.
 * Source: Lahdelma, Hokkanen & Salminen 1998.
 */
export function* confidenceFactors(
  input: SimulationInput,
  central: Simulation["central"],
): Generator<number, Computed<readonly (number | null)[]>, undefined> {
  if (central.length !== input.scores.length) return refused("shape");
  const { scores, noise = 0, seed } = input;
  const isNoisy = typeof noise === "number" ? noise !== 0 : noise.some((deviation) => deviation !== 0);
  // Without noise all draws are the same one.
  const draws = isNoisy ? input.draws : 1;
  const factors: (number | null)[] = [];
  for (const [person, weights] of central.entries()) {
    if (weights === null) {
      factors.push(null);
      continue;
    }
    const draw = { kind: "fixed" } as const;
    const run = simulateRanks({ scores, weights, draw, noise, seed, ...(draws === undefined ? {} : { draws }) });
    let step = run.next();
    for (; step.done !== true; step = run.next()) yield person;
    if (!step.value.ok) return step.value;
    factors.push(step.value.value.ranges[person]?.first ?? 0);
  }
  return computed(factors);
}
