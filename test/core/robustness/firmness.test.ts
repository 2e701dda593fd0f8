import { firmnessOf, type FirmnessInput } from "../../../src/core/robustness/firmness";
import { simulateRanksAtOnce } from "../../../src/core/robustness/simulation";
import { smallestTransfer } from "../../../src/core/robustness/swaps";

function run(input: FirmnessInput) {
  const steps = firmnessOf(input);
  const told: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { told, result: step.value };
    told.push(step.value);
  }
}
const INPUT: FirmnessInput = {
  scores: [
    [90, 80, 70],
    [85, 84, 72],
    [70, 75, 90],
    [60, 60, 60],
  ],
  weights: [50, 30, 20],
  draws: 3000,
  seed: 11,
};

describe("how firm a ranking is", () => {
  it("is the 5th to 95th percentile of ranks under weights that vary by a fifth of themselves", () => {
    const { told, result } = run(INPUT);
    const { scores, weights, draws, seed } = INPUT;
    const same = simulateRanksAtOnce({ scores, weights, draws, seed, draw: { kind: "around", spread: 0.2 } });
    if (!result.ok || !same.ok) throw new Error("refused");
    expect(result.value.map(({ best, worst, first }) => ({ low: best, high: worst, first }))).toEqual(
      same.value.ranges.map(({ low, high, first }) => ({ low, high, first })),
    );
    expect(told.at(-1)).toBe(3000);
  });
  it("names the points of weight between neighbours, and none where one is better in everything", () => {
    const { result } = run(INPUT);
    if (!result.ok) throw new Error(result.reason);
    const [a = [], b = []] = INPUT.scores;
    const move = smallestTransfer(a, b, INPUT.weights);
    expect(result.value[0]?.next?.points).toBeCloseTo(move.ok ? move.value.share * 100 : Number.NaN, 9);
    expect(result.value[2]?.next).toEqual({ ahead: 1, points: null, closeness: "firm" });
    expect(result.value[3]?.next).toBeNull();
  });
  it("says how often each is ahead of the next, and how often the total reaches the top band", () => {
    const { scores, weights, draws, seed } = INPUT;
    const draw = { kind: "around", spread: 0.2 } as const;
    const pairs = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;
    const same = simulateRanksAtOnce({ scores, weights, draws, seed, draw, pairs, topFrom: 82 });
    const { result } = run({ ...INPUT, topFrom: 82 });
    if (!result.ok || !same.ok) throw new Error("refused");
    expect(result.value.map(({ next }) => next?.ahead)).toEqual([
      ...same.value.pairs.map(({ aWins }) => aWins),
      undefined,
    ]);
    expect(result.value.map(({ top }) => top)).toEqual(same.value.inTop);
    // 83, 82.1 and 75.5 as they stand; nobody's draw lifts 60, 60, 60.
    expect(result.value[0]?.top).toBeGreaterThan(0.5);
    expect(result.value[3]?.top).toBe(0);
    const without = run(INPUT).result;
    expect(without.ok && without.value.map(({ top }) => top)).toEqual([null, null, null, null]);
  });
  it("asks for the top band only where there is one", () => {
    const two = { scores: [[90], [60]], weights: [1], draws: 20, seed: 1 };
    const tops = (topFrom?: number | null): unknown => {
      const { result } = run(topFrom === undefined ? two : { ...two, topFrom });
      return result.ok ? result.value.map(({ top }) => top) : result;
    };
    expect([tops(82), tops(0), tops(null), tops()]).toEqual([
      [1, 0],
      [1, 1],
      [null, null],
      [null, null],
    ]);
  });
  it("calls a neighbour a tie under one point of weight, fragile under five", () => {
    // Under 50/30/20 the second is behind by 0.05 and 0.3, and wins it back with 0.05/6.5 and 0.3/7 of the weight.
    const nextOf = (ahead: number): unknown => {
      const scores = [
        [90 + ahead, 80, 70],
        [90, 84, 70],
      ];
      const { result } = run({ ...INPUT, scores, draws: 10 });
      return result.ok ? result.value[0]?.next : result;
    };
    expect([nextOf(2.5), nextOf(3)]).toEqual([
      { ahead: 0.9, points: expect.closeTo(5 / 6.5, 9) as number, closeness: "tie" },
      { ahead: 1, points: expect.closeTo(30 / 7, 9) as number, closeness: "fragile" },
    ]);
  });
  it("of numbers too far apart to subtract, or of no draws, is refused", () => {
    const scores = [[1e308], [-1e308]];
    expect(run({ ...INPUT, scores, weights: [1], draws: 10 }).result).toMatchObject({ reason: "not-a-number" });
    expect(run({ ...INPUT, draws: 0 }).result).toMatchObject({ reason: "out-of-range" });
  });
  it("of one person, gaps, or no weights is refused with its reason", () => {
    expect(run({ ...INPUT, scores: INPUT.scores.slice(0, 1) }).result).toEqual({
      ok: false,
      reason: "too-few",
      params: { people: 1, minimum: 2 },
    });
    expect(
      run({
        ...INPUT,
        scores: [
          [1, 2, Number.NaN],
          [1, 2, 3],
        ],
      }).result,
    ).toMatchObject({ reason: "not-a-number" });
    expect(run({ ...INPUT, weights: [0, 0, 0] }).result).toMatchObject({ reason: "no-weights" });
    expect(run({ ...INPUT, scores: [] }).result).toMatchObject({ reason: "too-few" });
  });
});
