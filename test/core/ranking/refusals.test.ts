/** What ranking refuses, why, and what lies just inside each limit. */
import type { Computed } from "../../../src/core/model/computed";
import { alternation } from "../../../src/core/ranking/alternation";
import { bradleyTerry, bradleyTerryJoined, bradleyTerryRidge } from "../../../src/core/ranking/bradleyTerry";
import { forcedDistribution } from "../../../src/core/ranking/forcedDistribution";
import { bordaPoints, poolPairs } from "../../../src/core/ranking/judges";
import { pairedOrder } from "../../../src/core/ranking/pairedComparison";
import {
  percentileOf,
  percentRankExc,
  percentRankInc,
  quantileExc,
  quantileInc,
} from "../../../src/core/ranking/percentiles";
import { spearman } from "../../../src/core/ranking/rankCorrelation";

/** The value, or the reason with its params where there are any. */
function told(found: Computed<unknown>): unknown {
  if (found.ok) return found.value;
  return found.params === undefined ? found.reason : [found.reason, found.params];
}

describe("alternation", () => {
  it("asks for the best and the worst in turn, and places the last one without asking", () => {
    expect(told(alternation(4, []))).toEqual({ ranks: [null, null, null, null], next: "best", left: [0, 1, 2, 3] });
    expect(told(alternation(4, [2]))).toEqual({ ranks: [null, null, 1, null], next: "worst", left: [0, 1, 3] });
    expect(told(alternation(4, [2, 0]))).toEqual({ ranks: [4, null, 1, null], next: "best", left: [1, 3] });
    expect(told(alternation(4, [2, 0, 1]))).toEqual({ ranks: [4, 2, 1, 3], next: null, left: [] });
    expect(told(alternation(3, [1, 0]))).toEqual({ ranks: [3, 1, 2], next: null, left: [] });
    expect(told(alternation(1, []))).toEqual({ ranks: [1], next: null, left: [] });
  });
  it("refuses nobody, a place that is none, and somebody picked twice", () => {
    expect([told(alternation(0, [])), told(alternation(1.5, []))]).toEqual(["empty", "empty"]);
    for (const pick of [3, -1, 0.5])
      expect(told(alternation(3, [pick]))).toEqual(["out-of-range", { low: 0, high: 2 }]);
    expect(told(alternation(3, [1, 1]))).toBe("shape");
    expect(told(alternation(2 ** 20 + 1, []))).toEqual(["out-of-range", { high: 2 ** 20 }]);
  });
});

describe("paired comparison", () => {
  it("reads either half, counts draws as halves, and says nothing of triads where something is open", () => {
    const upper = [
      [null, 1, 0.5],
      [null, null, 1],
      [null, null, null],
    ];
    expect(told(pairedOrder(upper))).toEqual({ wins: [1.5, 1, 0.5], circularTriads: null, consistency: null, open: 0 });
    const lower = [
      [null, null, null],
      [0, null, null],
      [1, 0, null],
    ];
    expect(told(pairedOrder(lower))).toEqual({ wins: [1, 1, 1], circularTriads: 1, consistency: 0, open: 0 });
    const open = [
      [null, 1, null],
      [null, null, 1],
      [null, null, null],
    ];
    expect(told(pairedOrder(open))).toMatchObject({ circularTriads: null, open: 1 });
    expect(
      told(
        pairedOrder([
          [null, 1],
          [0, null],
        ]),
      ),
    ).toMatchObject({ wins: [1, 0], circularTriads: null });
  });
  it("refuses halves that contradict, numbers that are no preference, and one person", () => {
    expect(
      told(
        pairedOrder([
          [null, 1],
          [1, null],
        ]),
      ),
    ).toEqual(["shape", { row: 0, column: 1 }]);
    expect(
      told(
        pairedOrder([
          [null, 0.3],
          [null, null],
        ]),
      ),
    ).toEqual(["out-of-range", { row: 0, column: 1 }]);
    expect(told(pairedOrder([[null]]))).toEqual(["too-few", { people: 1, minPeople: 2 }]);
    expect(told(pairedOrder([[null, 1], [null]]))).toBe("shape");
  });
  it("of an even number has as many circles at most as there can be", () => {
    // a > b > c > a and d below all: one circle of at most two.
    const matrix = [
      [null, 1, 0, 1],
      [0, null, 1, 1],
      [1, 0, null, 1],
      [0, 0, 0, null],
    ];
    expect(told(pairedOrder(matrix))).toEqual({ wins: [2, 2, 2, 0], circularTriads: 1, consistency: 0.5, open: 0 });
  });
  it("of several judges is added up, a draw as half a win for both", () => {
    const one = [
      [null, 1],
      [null, null],
    ];
    const two = [
      [null, 0.5],
      [null, null],
    ];
    const none = [
      [null, null],
      [null, null],
    ];
    expect(told(poolPairs([one, two, none]))).toEqual({
      wins: [1.5, 0.5],
      judgements: [
        [0, 1, 1],
        [0, 1, 0.5],
        [1, 0, 0.5],
      ],
      open: 1,
    });
    expect([told(poolPairs([])), told(poolPairs([one, [[null]]]))]).toEqual(["empty", "shape"]);
    expect(
      told(
        poolPairs([
          [
            [null, 1],
            [1, null],
          ],
        ]),
      ),
    ).toEqual(["shape", { row: 0, column: 1 }]);
    expect(
      told(
        poolPairs([
          [
            [null, null],
            [1, null],
          ],
        ]),
      ),
    ).toMatchObject({ judgements: [[1, 0, 1]] });
  });
});

describe("several judges' orders", () => {
  it("give a point for everybody below and half for each tie, among those that were judged", () => {
    expect(
      told(
        bordaPoints([
          [3, 1, 2],
          [5, 5, null],
        ]),
      ),
    ).toEqual([2.5, 0.5, 1]);
    expect([told(bordaPoints([])), told(bordaPoints([[1, 2], [1]])), told(bordaPoints([[1, Number.NaN]]))]).toEqual([
      "empty",
      "shape",
      "not-a-number",
    ]);
  });
});

describe("strengths", () => {
  it("need two people, judgements of people who are there, and finite times", () => {
    for (const run of [bradleyTerry, bradleyTerryJoined]) {
      expect(told(run(1, []))).toEqual(["too-few", { minPeople: 2 }]);
      expect(told(run(Number.NaN, []))).toEqual(["too-few", { minPeople: 2 }]);
      expect(told(run(501, []))).toEqual(["out-of-range", { high: 500 }]);
      expect([told(run(2, [[0, 2]])), told(run(2, [[2, 0]])), told(run(2, [[0, 0]]))]).toEqual([
        "out-of-range",
        "out-of-range",
        "out-of-range",
      ]);
      expect([told(run(2, [[0, 1, -1]])), told(run(2, [[0, 1, Infinity]])), told(run(2, [[0, 1, 1e12]]))]).toEqual([
        "negative",
        "not-a-number",
        "out-of-range",
      ]);
    }
    expect(told(bradleyTerryRidge(0, [], 1))).toBe("empty");
    expect(told(bradleyTerryRidge(2, [], 0))).toEqual(["out-of-range", { alpha: 0 }]);
    expect(told(bradleyTerryRidge(1, [], 1))).toEqual([0]);
  });
  it("are not connected where somebody never lost or never won; a draw for each pair then joins them and is said", () => {
    expect(
      told(
        bradleyTerry(3, [
          [0, 1],
          [1, 2],
        ]),
      ),
    ).toBe("not-connected");
    expect(
      told(
        bradleyTerry(3, [
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toBe("not-connected");
    expect(
      told(
        bradleyTerryJoined(2, [
          [0, 1, 3],
          [1, 0, 1],
        ]),
      ),
    ).toMatchObject({ drawsAdded: false });
    // Three wins and half a draw against half a draw: log 7 apart.
    const joined = bradleyTerryJoined(2, [[0, 1, 3]]);
    expect(joined).toMatchObject({ value: { drawsAdded: true } });
    const [a = 0, b = 0] = joined.ok ? joined.value.strengths : [];
    expect(a - b).toBeCloseTo(Math.log(7), 9);
    expect(a + b).toBeCloseTo(0, 9);
  });
});

describe("percent ranks and quantiles", () => {
  it("take one to fifteen decimals and values inside the list", () => {
    for (const run of [percentRankInc, percentRankExc]) {
      for (const digits of [0, 16, 2.5]) expect(told(run([1, 2, 3], 2, digits))).toBe("out-of-range");
      expect([told(run([1, 2], 0)), told(run([1, 2], 3)), told(run([1, 2], Number.NaN)), told(run([], 1))]).toEqual([
        "out-of-range",
        "out-of-range",
        "out-of-range",
        "empty",
      ]);
      expect(told(run([1, Number.NaN], 1))).toBe("not-a-number");
    }
    expect([told(percentRankInc([1, 2, 4], 2, 1)), told(percentRankExc([1, 2, 4], 3, 15))]).toEqual([0.5, 0.625]);
    expect([told(percentRankInc([7], 7)), told(percentRankExc([7], 7))]).toEqual([1, 0.5]);
  });
  it("end at the ends of the list", () => {
    expect([0, 1, -0.01, 1.01].map((k) => told(quantileInc([3, 1, 2], k)))).toEqual([
      1,
      3,
      ["out-of-range", { low: 0, high: 1 }],
      ["out-of-range", { low: 0, high: 1 }],
    ]);
    expect([0.25, 0.75, 0.2, 0.8].map((k) => told(quantileExc([3, 1, 2], k)))).toEqual([
      1,
      3,
      "out-of-range",
      "out-of-range",
    ]);
    expect([told(quantileInc([], 0.5)), told(quantileExc([Number.NaN], 0.5))]).toEqual(["empty", "not-a-number"]);
  });
  it("share ties by halves among peers", () => {
    expect([told(percentileOf([1, 2, 2, 5], 2)), told(percentileOf([1, 2], 9)), told(percentileOf([1, 2], 0))]).toEqual(
      [0.5, 1, 0],
    );
    expect([told(percentileOf([], 1)), told(percentileOf([1], Number.NaN))]).toEqual(["empty", "not-a-number"]);
  });
});

describe("how alike two orders are", () => {
  it("cannot be said of lists that do not belong together or do not vary", () => {
    expect([
      told(spearman([1, 2], [1])),
      told(spearman([1], [1])),
      told(spearman([1, Number.NaN], [1, 2])),
      told(spearman([1, 1], [1, 2])),
      told(spearman([1, 2], [3, 3])),
      told(spearman([1, 2], [4, 3])),
    ]).toEqual([
      "shape",
      ["too-few", { people: 1, minPeople: 2 }],
      "not-a-number",
      "no-spread",
      "no-spread",
      expect.closeTo(-1, 12),
    ]);
  });
});

describe("a forced distribution", () => {
  it("needs ten people with a total, unless fewer are asked for", () => {
    const nine = Array.from({ length: 9 }, (_, i) => i);
    expect(told(forcedDistribution([...nine, null, Number.NaN], [1, 1]))).toEqual([
      "too-few",
      { people: 9, minPeople: 10 },
    ]);
    expect(told(forcedDistribution([...nine, 9], [1, 1]))).toMatchObject({ quotas: [5, 5], straddling: [] });
    expect(told(forcedDistribution([], [1], 0))).toEqual(["too-few", { people: 0, minPeople: 0 }]);
    expect(told(forcedDistribution([2, 1], [0, 0], 1))).toBe("no-weights");
  });
});
