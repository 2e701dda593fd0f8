/** What a simulation says beside ranks: chances of the top band, confidence with one's own weights, how undecided it all is. */
import { confidenceFactors, undecidedness } from "../../../src/core/robustness/certainty";
import { simulateRanksAtOnce, type Simulation } from "../../../src/core/robustness/simulation";
import type { SimulationInput } from "../../../src/core/robustness/simulationInput";
import { fromRanks, placeWeights } from "../../../src/core/weighting/fromOrder";

const run = (input: SimulationInput): Simulation => {
  const found = simulateRanksAtOnce(input);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};
function factorsOf(input: SimulationInput, central: Simulation["central"]) {
  const steps = confidenceFactors(input, central);
  const told: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { told, result: step.value };
    told.push(step.value);
  }
}
/** Mean weights and their bounds over all draws, seen through one person a weight who scores 100 there and 0 elsewhere. */
function drawnWeights(weights: readonly number[], draw: SimulationInput["draw"]): readonly number[] {
  // Everybody is first in their own plan of one: central weights are then the mean of all weights drawn.
  const { central } = run({ scores: [weights.map(() => 1)], weights, draw, draws: 8000, seed: 5, central: true });
  return central[0] ?? [];
}
const near = (list: readonly number[], digits = 2): unknown => list.map((x): unknown => expect.closeTo(x, digits));

describe("the chance of the top band", () => {
  const base = {
    scores: [[80], [70]],
    weights: [1],
    draw: { kind: "fixed" },
    noise: 10,
    draws: 40_000,
    seed: 3,
  } as const;
  it("is that of a normal error: 80 and 70 with a deviation of 10 reach 80 in half and in 15.9 % of the draws", () => {
    expect(run({ ...base, topFrom: 80 }).inTop).toEqual(near([0.5, 0.1587]));
  });
  it("is counted on totals rounded as everywhere: 0.1 + 0.2 reaches 0.3, and what misses by a millionth does not", () => {
    const exact = {
      ...base,
      scores: [
        [0.2, 0.4],
        [0.3, 0.299998],
      ],
      weights: [1, 1],
      noise: 0,
      draws: 1,
    };
    expect(run({ ...exact, topFrom: 0.3 }).inTop).toEqual([1, 0]);
  });
  it("is not there where it is not asked for", () => {
    expect(run(base).inTop).toEqual([]);
    expect(simulateRanksAtOnce({ ...base, topFrom: NaN })).toMatchObject({ reason: "not-a-number" });
  });
});

describe("one draw of which nothing is left to chance", () => {
  it("says who is ahead of whom, either way round, and nothing of equals", () => {
    const { pairs, inTop, central } = run({
      scores: [[3], [2], [3]],
      weights: [1],
      draw: { kind: "fixed" },
      draws: 1,
      seed: 1,
      pairs: [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      topFrom: 2.5,
    });
    expect(pairs).toEqual([
      { a: 0, b: 1, aWins: 1, bWins: 0 },
      { a: 1, b: 2, aWins: 0, bWins: 1 },
      { a: 0, b: 2, aWins: 0, bWins: 0 },
    ]);
    expect([inTop, central]).toEqual([[1, 0, 1], []]);
  });
  it("ties totals that are equal but for the last binary place", () => {
    const scores = [
      [0.1, 0.2],
      [0.3, 0],
      [0, 0.3],
    ];
    const { acceptability } = run({ scores, weights: [1, 1], draw: { kind: "fixed" }, draws: 1, seed: 1 });
    expect(acceptability.map((shares) => shares[0])).toEqual([1, 1, 1]);
  });
});

describe("weights of which only the order is believed", () => {
  it("are on average the rank order centroid", () => {
    const centroid = placeWeights("centroid", 4);
    if (!centroid.ok) throw new Error(centroid.reason);
    expect(drawnWeights([40, 30, 20, 10], { kind: "order" })).toEqual(near(centroid.value));
  });
  it("share their places where they are equal, and are 0 where they were 0", () => {
    const shared = fromRanks([2, 1, 2], "centroid");
    if (!shared.ok) throw new Error(shared.reason);
    expect(drawnWeights([20, 60, 20, 0], { kind: "order" })).toEqual(near([...shared.value, 0]));
  });
  it("never turn the order round: who is ahead in all sums from the top is ahead in every draw", () => {
    const scores = [
      [3, 1, 1],
      [2, 2, 1],
    ];
    // 3·w1 + 1·w2 beats 2·w1 + 2·w2 exactly where w1 > w2.
    const { pairs } = run({
      scores,
      weights: [5, 3, 2],
      draw: { kind: "order" },
      draws: 2000,
      seed: 8,
      pairs: [[0, 1]],
    });
    expect(pairs[0]?.aWins).toBe(1);
  });
});

describe("weights that are shaken", () => {
  it("stay on average where they are, and move by no more than asked", () => {
    expect(drawnWeights([50, 30, 20], { kind: "shaken", spread: 0.25 })).toEqual(near([0.5, 0.3, 0.2]));
    // Two equal weights at ±20 %: the first is at most 1.2/(1.2 + 0.8) = 0.6 and at least 0.4.
    const ask = (topFrom: number): readonly number[] =>
      run({
        scores: [
          [1, 0],
          [0, 1],
        ],
        weights: [1, 1],
        draw: { kind: "shaken", spread: 0.2 },
        draws: 20_000,
        seed: 2,
        topFrom,
      }).inTop;
    expect(ask(0.600001)).toEqual([0, 0]);
    expect(Math.min(...ask(0.59))).toBeGreaterThan(0);
    expect(ask(0.4)).toEqual([1, 1]);
  });
  it("cannot move by nothing, or by more than themselves", () => {
    const base = { scores: [[1]], weights: [1], seed: 1, draws: 3 } as const;
    for (const spread of [1e-4, 0.5, 1])
      expect(simulateRanksAtOnce({ ...base, draw: { kind: "shaken", spread } })).toMatchObject({ ok: true });
    for (const spread of [0, -1, 1.01, NaN])
      expect(simulateRanksAtOnce({ ...base, draw: { kind: "shaken", spread } })).toMatchObject({
        reason: "out-of-range",
      });
  });
});

describe("confidence factors", () => {
  const scores = [
    [1, 0],
    [0.6, 0.8],
    [0.5, 0.7],
  ];
  const input: SimulationInput = {
    scores,
    weights: [1, 1],
    draw: { kind: "uniform" },
    draws: 20_000,
    seed: 11,
    central: true,
  };
  it("are 1 without noise for everybody who ever came first: the weights that do it hold their own mean", () => {
    const { result } = factorsOf(input, run(input).central);
    expect(result).toEqual({ ok: true, value: [1, 1, null] });
  });
  it("with noise are the chance that the lead at one's own weights holds", () => {
    const noisy = { ...input, scores: scores.slice(0, 2), noise: 0.2 };
    const { told, result } = factorsOf(noisy, [
      [5 / 6, 1 / 6],
      [1 / 3, 2 / 3],
    ]);
    if (!result.ok) throw new Error(result.reason);
    // At 5/6 and 1/6 the first leads by 0.2; each total errs by 0.2·√(26/36), their difference by 0.2·√(52/36):
    // Φ(0.2 ÷ 0.24037) = 0.7973. At 1/3 and 2/3 the second leads by 0.4, error 0.2·√(10/9): Φ(1.8974) = 0.9711.
    expect(result.value).toEqual(near([0.7973, 0.9711]));
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
  });
  it("draw the noise, one number for all indicators, as often as asked", () => {
    const equal = { scores: [[1], [1]], weights: [1], draw: { kind: "fixed" }, noise: 5, draws: 100, seed: 4 } as const;
    const { result } = factorsOf(equal, [[1], [1]]);
    if (!result.ok) throw new Error(result.reason);
    // A hundred draws of two that are alike: neither wins all of them.
    for (const factor of result.value) expect(Math.abs((factor ?? 0) - 0.5)).toBeLessThan(0.25);
  });
  it("take noise by indicator", () => {
    // Only the second score errs, by 0.3: with weights 1/3 and 2/3 the total of each by 0.2, the lead of 0.4 by 0.2·√2.
    const own = [null, [1 / 3, 2 / 3]];
    const noisy = { ...input, scores: scores.slice(0, 2), noise: [0, 0.3] };
    const { result } = factorsOf(noisy, own);
    expect(result).toEqual({ ok: true, value: [null, expect.closeTo(0.9214, 2) as number] });
  });
  it("take as many draws as are asked for, where any indicator errs, and one where none does", () => {
    const own = [null, [1 / 3, 2 / 3]];
    const two = { ...input, scores: scores.slice(0, 2) };
    const factor = (noise: number | readonly number[], draws: number): unknown =>
      factorsOf({ ...two, noise, draws }, own);
    const quarters = [0.25, 0.5, 0.75].map((share) => ({ told: [1], result: { ok: true, value: [null, share] } }));
    expect(quarters).toContainEqual(factor([0, 3], 4));
    expect(quarters).toContainEqual(factor(3, 4));
    const certain = { told: [1], result: { ok: true, value: [null, 1] } };
    for (const noise of [0, [0, 0]]) expect(factor(noise, 100_000)).toEqual(certain);
  });
  it("are refused where they do not belong to the people, or the simulation is none", () => {
    const few = { ...input, draws: 5 };
    expect(factorsOf(few, [[1, 0]]).result).toEqual({ ok: false, reason: "shape" });
    expect(factorsOf(few, [[1, 0], [0, 1], null, null]).result).toEqual({ ok: false, reason: "shape" });
    expect(factorsOf({ ...few, noise: NaN }, [null, [1, 0], null]).result).toMatchObject({ reason: "not-a-number" });
  });
  it("are refused for noise that is none whatever made the central weights", () => {
    expect(factorsOf({ ...input, noise: NaN }, run(input).central).result).toMatchObject({ reason: "not-a-number" });
  });
});

describe("how undecided shares are", () => {
  it("is 0 where one holds all, a bit between two alike, log2 n between n", () => {
    expect(undecidedness([1, 0, 0])).toEqual({ ok: true, value: 0 });
    expect(undecidedness(Float64Array.of(0.5, 0.5))).toEqual({ ok: true, value: 1 });
    expect(undecidedness([3, 3, 3, 3])).toEqual({ ok: true, value: 2 });
    expect(undecidedness([0.75, 0.25])).toEqual({ ok: true, value: expect.closeTo(0.8112781244591328, 12) as number });
  });
  it("cannot be said of nothing", () => {
    expect(undecidedness([])).toMatchObject({ reason: "empty" });
    expect(undecidedness([0, 0])).toMatchObject({ reason: "no-weights" });
    expect(undecidedness([0.5, -0.5])).toMatchObject({ reason: "negative" });
    expect(undecidedness([NaN])).toMatchObject({ reason: "not-a-number" });
    expect(undecidedness([0.5, NaN])).toMatchObject({ reason: "not-a-number" });
    expect(undecidedness([1e308, 1e308])).toMatchObject({ reason: "no-weights" });
  });
});
