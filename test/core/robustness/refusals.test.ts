/** What the closed forms of robustness refuse, why, and what lies just inside each limit. */
import type { Computed } from "../../../src/core/model/computed";
import { neighbourSwaps, smallestOneWeightMove, tieInPractice } from "../../../src/core/robustness/closeness";
import {
  pairwiseWinning,
  shareOfTop,
  simulateRanks,
  simulateRanksAtOnce,
} from "../../../src/core/robustness/simulation";
import { dominates, oneWeightToTie, smallestTransfer, weightChangeToTie } from "../../../src/core/robustness/swaps";

const reason = (found: Computed<unknown>): string => (found.ok ? "ok" : found.reason);
const value = <T>(found: Computed<T>): T => {
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

describe("two people and their weights", () => {
  const runs: readonly ((a: number[], b: number[], w: number[]) => Computed<unknown>)[] = [
    (a, b, w) => oneWeightToTie(a, b, w, 0),
    (a, b, w) => weightChangeToTie(a, b, w, 0),
    smallestTransfer,
    dominates,
    smallestOneWeightMove,
  ];
  it("are refused by name where they do not belong together", () => {
    for (const run of runs)
      expect([
        reason(run([], [], [])),
        reason(run([1], [1, 2], [1, 2])),
        reason(run([1, 2], [1, 2], [1])),
        reason(run([1, 2], [1], [1, 1])),
        reason(run([1, Number.NaN], [1, 2], [1, 1])),
        reason(run([1, 2], [1, Infinity], [1, 1])),
        reason(run([1, 2], [2, 1], [1, Number.NaN])),
        reason(run([1, 2], [2, 1], [2, -1])),
        reason(run([1, 2], [2, 1], [0, 0])),
        reason(run([1e308, 2], [-1e308, 1], [1, 1])),
      ]).toEqual([
        "empty",
        "shape",
        "shape",
        "shape",
        "not-a-number",
        "not-a-number",
        "not-a-number",
        "negative",
        "no-weights",
        "not-a-number",
      ]);
  });
});

describe("one weight to a tie", () => {
  it("needs an indicator that is there, and another beside it that has weight", () => {
    expect(oneWeightToTie([1, 2], [2, 1], [1, 1], 2)).toEqual({ ok: false, reason: "out-of-range", params: { k: 2 } });
    expect(oneWeightToTie([1, 2, 3], [2, 1, 0], [1, 0, 0], 0)).toEqual({
      ok: false,
      reason: "too-few",
      params: { indicators: 1, minimum: 2 },
    });
    expect(reason(oneWeightToTie([1], [2], [5], 0))).toBe("too-few");
  });
  it("is none where the rest differs as much as the indicator, or the tie lies beyond all and nothing", () => {
    expect(reason(oneWeightToTie([3, 3], [2, 2], [1, 1], 0))).toBe("dominated");
    expect(reason(oneWeightToTie([3, 4], [2, 2], [1, 1], 0))).toBe("dominated");
    // Equal in everything: every weight ties them, so none is the one.
    expect(reason(oneWeightToTie([3, 4], [3, 4], [1, 1], 0))).toBe("dominated");
  });
  it("may take all weight or none", () => {
    // Equal in the first indicator: all weight on it ties them. Equal in the second: none on the first does.
    expect(value(oneWeightToTie([5, 9], [5, 1], [1, 1], 0)).newWeights).toEqual([1, 0]);
    expect(value(oneWeightToTie([9, 5], [1, 5], [1, 1], 0)).newWeights).toEqual([0, 1]);
  });
  it("moves the least of all weights that could do it", () => {
    // d = (2, −1, −3) under 60/20/20: a leads by 0.4.
    const move = value(smallestOneWeightMove([2, 0, 0], [0, 1, 3], [60, 20, 20]));
    // −3q + (1 − q)·1.25 = 0 at q = 5/17; the first weight would have to fall by a tenth of all.
    expect(move.indicator).toBe(2);
    expect([move.from, move.to, move.change]).toEqual([
      0.2,
      expect.closeTo(5 / 17, 9),
      expect.closeTo(5 / 17 - 0.2, 9),
    ]);
    expect(reason(smallestOneWeightMove([2, 2], [1, 1], [1, 1]))).toBe("dominated");
    // d = (3, −1) under 50/50: 25/75 ties them, a quarter down or a quarter up; the first is named.
    expect(value(smallestOneWeightMove([3, 0], [0, 1], [1, 1]))).toEqual({
      indicator: 0,
      from: 0.5,
      to: 0.25,
      change: 0.25,
    });
  });
  it("may be one without weight, where another has all of it", () => {
    // d = (1, −9): a tenth for the second ties them.
    expect(value(smallestOneWeightMove([5, 0], [4, 9], [1, 0]))).toEqual({
      indicator: 1,
      from: 0,
      to: 0.1,
      change: 0.1,
    });
  });
});

describe("the change of one weight before normalising", () => {
  it("is none where the two are equal there, the weight is 0, or it would turn negative", () => {
    expect(reason(weightChangeToTie([5, 9], [5, 1], [1, 1], 0))).toBe("dominated");
    expect(reason(weightChangeToTie([5, 9], [6, 1], [0, 1], 0))).toBe("dominated");
    expect(reason(weightChangeToTie([5, 9], [4, 8], [1, 1], 0))).toBe("dominated");
    // d = (2, 0.75) under 20/80: half of all would have to go, and there is only a fifth.
    expect(reason(weightChangeToTie([2, 0.75], [0, 0], [1, 4], 0))).toBe("dominated");
    expect(weightChangeToTie([5, 9], [4, 8], [1, 1], 7)).toEqual({
      ok: false,
      reason: "out-of-range",
      params: { k: 7 },
    });
  });
  it("may take all of a weight, but not where it is the only one", () => {
    expect(value(weightChangeToTie([2, 5], [0, 5], [1, 1], 0))).toMatchObject({ delta: -0.5, newWeights: [0, 1] });
    expect(reason(weightChangeToTie([5, 1], [4, 9], [1, 0], 0))).toBe("dominated");
  });
  it("is none where it is too large to be a number", () => {
    expect(reason(weightChangeToTie([0, 2], [5e-324, 1], [1, 1], 0))).toBe("dominated");
    expect(reason(weightChangeToTie([0, 2], [1e-307, 1], [1, 1], 0))).toBe("not-a-number");
    // As much weight as there is, of a weight that is next to nothing: no per cent of it.
    expect(reason(weightChangeToTie([1, 0], [0, 1], [5e-324, 1], 0))).toBe("not-a-number");
    // Both are equal there, and as a whole.
    expect(reason(weightChangeToTie([1, 1, 0], [1, 0, 1], [1, 1, 1], 0))).toBe("dominated");
  });
  it("is in shares, and in per cent of the weight", () => {
    // d = (4, −2) under 50/50: lead 1, so the first weight falls by 1/4 of all: half of itself.
    expect(value(weightChangeToTie([4, 0], [0, 2], [50, 50], 0))).toEqual({
      delta: -0.25,
      percentOfWeight: -50,
      newWeights: [1 / 3, 2 / 3],
    });
  });
});

describe("the smallest transfer", () => {
  it("is nothing between equals, and the same whoever is named first", () => {
    expect(value(smallestTransfer([1, 3], [3, 1], [1, 1]))).toEqual({ from: [], to: 0, share: 0 });
    const [a, b, weights] = [
      [90, 60, 80],
      [70, 85, 78],
      [50, 30, 20],
    ];
    expect(smallestTransfer(b, a, weights)).toEqual(smallestTransfer(a, b, weights));
  });
  it("empties one donor before the next, and stops at the tie", () => {
    // d = (10, 5, −10) under 10/60/30: lead 1. The first gives all its 10 points but that is more than needed: 1/20.
    expect(value(smallestTransfer([10, 5, 0], [0, 0, 10], [10, 60, 30]))).toEqual({
      from: [{ indicator: 0, share: 0.05 }],
      to: 2,
      share: 0.05,
    });
    // Under 5/85/10: lead 3.75; the first gives 5 points (gain 20), the second 2.75/15 more.
    const found = value(smallestTransfer([10, 5, 0], [0, 0, 10], [5, 85, 10]));
    expect(found.from.map(({ indicator, share }) => [indicator, Number(share.toFixed(9))])).toEqual([
      [0, 0.05],
      [1, Number((2.75 / 15).toFixed(9))],
    ]);
    expect(found.share).toBeCloseTo(0.05 + 2.75 / 15, 12);
  });
  it("takes from equal donors in their order, gives to the first of equal takers, and names nobody without weight", () => {
    // d = (10, 10, −10, −10) under 4/3/2/1: lead 4; the first donor has 4 of 10 and 2 are enough.
    expect(value(smallestTransfer([10, 10, 0, 0], [0, 0, 10, 10], [4, 3, 2, 1]))).toEqual({
      from: [{ indicator: 0, share: expect.closeTo(0.2, 12) as number }],
      to: 2,
      share: expect.closeTo(0.2, 12) as number,
    });
    // The second is furthest ahead and has nothing to give.
    expect(value(smallestTransfer([10, 20, 0], [0, 0, 10], [6, 0, 4])).from.map(({ indicator }) => indicator)).toEqual([
      0,
    ]);
  });
  it("stops where a donor's last point makes the tie", () => {
    // d = (3, 1, −1) under 25/50/25: lead 1, gain 4 a point, and the first has just the quarter that is needed.
    expect(value(smallestTransfer([3, 1, 0], [0, 0, 1], [1, 2, 1]))).toEqual({
      from: [{ indicator: 0, share: 0.25 }],
      to: 2,
      share: 0.25,
    });
  });
  it("is impossible where the leader is nowhere behind", () => {
    expect([
      reason(smallestTransfer([2, 3], [1, 3], [1, 1])),
      reason(smallestTransfer([2, 3], [1, 2], [1, 1])),
      reason(smallestTransfer([2, 2], [2, 2], [1, 1])),
    ]).toEqual(["dominated", "dominated", "ok"]);
  });
});

describe("dominance", () => {
  it("is at least as good wherever there is weight, and better once", () => {
    expect([
      value(dominates([2, 3], [1, 3], [1, 1])),
      value(dominates([2, 2], [2, 2], [1, 1])),
      value(dominates([2, 0], [1, 3], [1, 0])),
      value(dominates([2, 0], [1, 3], [1, 1])),
      value(dominates([1, 3], [2, 3], [1, 1])),
    ]).toEqual([true, false, true, false, false]);
  });
});

describe("neighbours of a ranking", () => {
  it("are asked in pairs; a place that nobody has is refused", () => {
    const scores = [
      [9, 1],
      [5, 4],
      [4, 3],
    ];
    const found = value(neighbourSwaps(scores, [1, 1], [0, 1, 2]));
    expect(found.map(({ above, below, transfer }) => [above, below, transfer === null])).toEqual([
      [0, 1, false],
      [1, 2, true],
    ]);
    expect(value(neighbourSwaps(scores, [1, 1], [0]))).toEqual([]);
    expect(neighbourSwaps(scores, [1, 1], [0, 3])).toEqual({ ok: false, reason: "out-of-range", params: { high: 2 } });
    expect(reason(neighbourSwaps(scores, [1, 1], [3, 0]))).toBe("out-of-range");
    expect(reason(neighbourSwaps([], [1], []))).toBe("empty");
    expect(reason(neighbourSwaps(scores, [1, -1], [0, 1]))).toBe("negative");
  });
  it("tie in practice inside 1.96 standard errors, not on the edge", () => {
    expect([tieInPractice(10, 11.95, 1, 0), tieInPractice(10, 11.96, 0, 1), tieInPractice(0, 9.7, 3, 4)]).toMatchObject(
      [{ value: true }, { value: false }, { value: true }],
    );
    expect(value(tieInPractice(0, 1.96, 1, 0))).toBe(false);
    expect([
      reason(tieInPractice(1, 2, -1, 0)),
      reason(tieInPractice(1, 2, 0, -1)),
      reason(tieInPractice(1, 2, 0, Number.NaN)),
    ]).toEqual(["negative", "negative", "not-a-number"]);
  });
});

describe("a simulation", () => {
  const input = {
    scores: [
      [1, 2],
      [2, 1],
    ],
    weights: [1, 1],
    draw: { kind: "uniform" },
    seed: 1,
    draws: 8,
  } as const;
  const told = (change: object): string => reason(simulateRanksAtOnce({ ...input, ...change }));
  it("refuses tables, noise, draws and pairs that are none", () => {
    expect([
      told({ scores: [] }),
      told({ weights: [], scores: [[]] }),
      told({ scores: [[1, 2], [1]] }),
      told({
        scores: [
          [1, 2],
          [Number.NaN, 1],
        ],
      }),
      told({ noise: [1] }),
      told({ noise: -1 }),
      told({ noise: Number.NaN }),
      told({ seed: Number.NaN }),
      told({ weights: [1, -1] }),
      told({ weights: [0, 0] }),
      told({ draws: 0 }),
      told({ draws: 1.5 }),
      told({ draws: 1 }),
      told({ pairs: [[0, 2]] }),
      told({ pairs: [[-1, 0]] }),
      told({ pairs: [[0, 1]] }),
      told({ draw: { kind: "around", spread: 0 } }),
      told({ draw: { kind: "around", spread: 1e-4 } }),
    ]).toEqual([
      "empty",
      "empty",
      "shape",
      "not-a-number",
      "shape",
      "negative",
      "not-a-number",
      "not-a-number",
      "negative",
      "no-weights",
      "out-of-range",
      "out-of-range",
      "ok",
      "out-of-range",
      "out-of-range",
      "ok",
      "out-of-range",
      "ok",
    ]);
  });
  it("says what the limit was", () => {
    const params = (change: object): unknown => {
      const found = simulateRanksAtOnce({ ...input, ...change });
      return found.ok ? null : found.params;
    };
    expect([
      params({ draws: 0 }),
      params({ pairs: [[0, 2]] }),
      params({ draw: { kind: "around", spread: 0.9e-4 } }),
    ]).toEqual([{ low: 1 }, { high: 1 }, { low: 1e-4 }]);
  });
  it("takes three thousand people", () => {
    const scores = Array.from({ length: 3000 }, (_, i) => [i]);
    const steps = simulateRanks({ scores, weights: [1], draw: { kind: "fixed" }, draws: 1, seed: 1 });
    expect(steps.next()).toEqual({ done: false, value: 1 });
  });
  it("says how often somebody is among the first so many", () => {
    const shares = Float64Array.of(0.5, 0.25, 0.25);
    expect([0, 1, 2, 3, 9, -1].map((places) => shareOfTop(shares, places))).toEqual([0, 0.5, 0.75, 1, 1, 0]);
  });
  it("counts who is above whom; equal ranks count for neither", () => {
    expect(value(pairwiseWinning([1, 2, 2, 1], [2, 1, 2, 2]))).toEqual({ a: 0.5, b: 0.25 });
    expect([
      reason(pairwiseWinning([], [])),
      reason(pairwiseWinning([1], [1, 2])),
      reason(pairwiseWinning([1], [Number.NaN])),
    ]).toEqual(["empty", "shape", "not-a-number"]);
  });
});
