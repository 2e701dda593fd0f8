import fc from "fast-check";
import type { Computed } from "../../../src/core/model/computed";
import { largestRemainder, scaleWeights } from "../../../src/core/weighting/apportion";
import { concentration, influence } from "../../../src/core/weighting/balance";
import { bestWorstWeights } from "../../../src/core/weighting/bestWorst";
import { parseWeightText, sharesOf, sumsTo, weightFamily } from "../../../src/core/weighting/family";
import { fromPoints, fromRanks, placeWeights } from "../../../src/core/weighting/fromOrder";
import { consistency, geometricWeights } from "../../../src/core/weighting/pairwise";

const ok = <T>(found: Computed<T>): T => {
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};
const reason = (found: Computed<unknown>): string => (found.ok ? "ok" : found.reason);
const rounded = (list: readonly number[], digits = 4): number[] => list.map((x) => Number(x.toFixed(digits)));

describe("apportioning", () => {
  it("gives whole units that add up, left-over ones to the largest remainders", () => {
    expect(ok(largestRemainder([1, 1, 1], 100))).toEqual([34, 33, 33]);
    expect(ok(largestRemainder([0, 5, 5], 3))).toEqual([0, 2, 1]);
  });
  it("keeps locked weights and steps of 5", () => {
    expect(ok(scaleWeights([30, 30, 20, 15], { step: 1 }))).toEqual([32, 31, 21, 16]);
    expect(ok(scaleWeights([30, 30, 20, 15], { step: 5 }))).toEqual([35, 30, 20, 15]);
    expect(ok(scaleWeights([40, 20, 20], { step: 1, locked: new Set([0]) }))).toEqual([40, 30, 30]);
    expect(reason(scaleWeights([130, 20], { locked: new Set([0]) }))).toBe("out-of-range");
  });
  it("adds up to exactly 100 for any weights, each within a unit of its quota", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(1, 5, 0.01),
        (weights, step) => {
          const sum = weights.reduce((a, b) => a + b, 0);
          fc.pre(sum > 1e-3);
          const scaled = ok(scaleWeights(weights, { step }));
          expect(scaled.reduce((units, point) => units + Math.round(point * 100), 0)).toBe(10_000);
          scaled.forEach((point, i) => {
            expect(Math.abs(point - ((weights[i] ?? 0) / sum) * 100)).toBeLessThan(step + 1e-6);
          });
        },
      ),
    );
  });
  it("keeps a list that is locked as a whole when it adds up, and refuses it when not", () => {
    const locked = new Set([0, 1]);
    expect(ok(scaleWeights([60, 40], { locked }))).toEqual([60, 40]);
    expect(scaleWeights([60, 30], { locked })).toEqual({ ok: false, reason: "out-of-range", params: { locked: 90 } });
    expect([
      reason(scaleWeights([])),
      reason(scaleWeights([50, -1], { locked })),
      reason(scaleWeights([0, 0])),
    ]).toEqual(["empty", "negative", "no-weights"]);
    expect(reason(scaleWeights([1, 2], { step: 3 }))).toBe("out-of-range");
    for (const step of [0, -1, Infinity, Number.NaN])
      expect(reason(scaleWeights([1, 2], { step }))).toBe("out-of-range");
    expect(ok(scaleWeights([1, 1], { total: 1, step: 0.25 }))).toEqual([0.5, 0.5]);
  });
  it("gives a unit that two remainders claim alike to the larger weight, or to the first where that is asked for", () => {
    expect(ok(largestRemainder([1, 3], 2))).toEqual([0, 2]);
    expect(ok(largestRemainder([1, 3], 2, "first"))).toEqual([1, 1]);
    expect(ok(largestRemainder([2, 2, 2], 4))).toEqual([2, 1, 1]);
  });
  it("shares out any whole number up to a million millions, however large the weights", () => {
    expect(ok(largestRemainder([1e300, 1e300], 1e9))).toEqual([5e8, 5e8]);
    expect(ok(largestRemainder([1, 1], 1e12))).toEqual([5e11, 5e11]);
    expect(ok(largestRemainder([1, 1], 0))).toEqual([0, 0]);
    for (const total of [1e12 + 1, -1, 2.5, Number.NaN])
      expect(largestRemainder([1, 1], total)).toEqual({
        ok: false,
        reason: "out-of-range",
        params: { low: 0, high: 1e12 },
      });
  });
  it("says what the locked weights leave no room for, and that a step is none", () => {
    const refusedFor = (params: object): object => ({ ok: false, reason: "out-of-range", params });
    expect(scaleWeights([130, 20], { locked: new Set([0]) })).toEqual(refusedFor({ locked: 130 }));
    expect(scaleWeights([98, 20], { locked: new Set([0]), step: 5 })).toEqual(refusedFor({ locked: 98 }));
    expect(scaleWeights([1, 2], { step: 0 })).toEqual(refusedFor({ low: 0 }));
    expect(ok(scaleWeights([100, 20], { locked: new Set([0]) }))).toEqual([100, 0]);
    expect([reason(scaleWeights([Number.NaN, 1])), reason(scaleWeights([1], { total: Infinity }))]).toEqual([
      "not-a-number",
      "out-of-range",
    ]);
  });
  it("refuses what cannot be shared out", () => {
    expect([reason(largestRemainder([1, Number.NaN], 10)), reason(scaleWeights([1, Number.NaN]))]).toEqual([
      "not-a-number",
      "not-a-number",
    ]);
    expect(reason(scaleWeights([1, Number.NaN], { locked: new Set([1]) }))).toBe("not-a-number");
    expect([[], [0, 0], [-1, 2], [Number.NaN]].map((list) => reason(largestRemainder(list, 100)))).toEqual([
      "empty",
      "no-weights",
      "negative",
      "not-a-number",
    ]);
  });
});

describe("the family of weights", () => {
  const family = (weights: readonly number[], hints = {}): string => {
    const found = weightFamily(weights, hints);
    return found.ok ? found.value.family : found.reason;
  };
  it("is one scale for points in steps of a half, of 10 at most and four at least, that make a multiple of 5", () => {
    const marks = [
      [0.5, 2, 2.5, 5],
      [0.5, 2.5, 7, 10],
      [0.5, 2, 2.5],
    ];
    expect(marks.map((weights) => family(weights))).toEqual(["importance", "importance", "mixed-scale"]);
    expect(family([0.5, 2, 2.5, 5], { highestScores: [0.5, 1, 2, 5] })).toBe("maximum");
    // A sum of 9, a quarter among them, more than 10 for one: fractions and points have got mixed up.
    const mixed = [
      [0.5, 2, 2.5, 4],
      [0.25, 2, 2.75, 5],
      [0.5, 2, 2.5, 15],
    ];
    expect(mixed.map((weights) => family(weights))).toEqual(mixed.map(() => "mixed-scale"));
  });
  it("is importance where the header says so beside a maximum", () => {
    expect(family([3, 5], { maximumHeader: true, importanceHeader: true })).toBe("importance");
    expect(family([3, 5], { maximumHeader: true, importanceHeader: false })).toBe("maximum");
  });
  it("is decided before any alarm", () => {
    expect(family([20, 30, 50])).toBe("percent");
    expect(family([20, 30, 45])).toBe("percent");
    expect(family([0.2, 0.3, 0.45])).toBe("fraction");
    expect(family([5, 4, 3, 4])).toBe("importance");
    expect(family([20, 0.3, 0.5])).toBe("mixed-scale");
    expect(family([10, 8, 8], { maximumHeader: true })).toBe("maximum");
    expect(family([30, 25, 23], { highestScores: [30, 20, 23] })).toBe("maximum");
    expect(family([0.5, 0.5], { percentFormat: true })).toBe("fraction");
    expect(family([1.5, 0.5], { percentFormat: true })).toBe("fraction");
    expect(family([20, 80], { percentFormat: true })).toBe("percent");
    expect(family([20, 80], { textPercent: true })).toBe("percent");
    expect(family([20, 90], { importanceHeader: true })).toBe("importance");
    expect(family([2.5, 4, 3])).toBe("importance");
    expect(family([300, 200])).toBe("importance");
    expect(family([10, 50])).toBe("importance");
    expect(family([11, 50])).toBe("percent");
    expect(family([0, 0.4, 0.6])).toBe("fraction");
    expect(family([0, 1])).toBe("importance");
    expect(family([])).toBe("empty");
    expect(family([Number.NaN])).toBe("not-a-number");
  });
  it("is maximum points where every score stays under its own number and one reaches it", () => {
    expect(family([30, 25, 23], { highestScores: [30, null, 23] })).toBe("percent");
    expect(family([30, 25, 23], { highestScores: [31, 20, 23] })).toBe("percent");
    expect(family([30, 25, 23], { highestScores: [29, 20, 22] })).toBe("percent");
    expect(family([90], { highestScores: [90] })).toBe("percent");
    expect(family([50, 50], { highestScores: [50, 50] })).toBe("percent");
    expect(family([60, 60], { highestScores: [60, 40] })).toBe("maximum");
  });
  it("is percent where every text says so, however small the numbers; one that does not is a mixture", () => {
    expect(rounded(ok(sharesOf(["0.5%", "99.5%"])))).toEqual([0.005, 0.995]);
    expect(reason(sharesOf(["0.5", "99.5%"]))).toBe("mixed-scale");
    expect(reason(sharesOf([0.5, 99.5]))).toBe("mixed-scale");
    expect(ok(sharesOf([0, 1, 3]))).toEqual([0, 0.25, 0.75]);
  });
  it("takes 2 beside a fraction for a mixture, numbers up to 1 with a fraction for fractions", () => {
    expect([family([0.5, 2]), family([0.5, 1.9]), family([0.5, 1]), family([0.5, -1])]).toEqual([
      "mixed-scale",
      "importance",
      "fraction",
      "fraction",
    ]);
    expect([family([0, 50, 50]), family([-20, 120]), family([1, 2, Number.NaN])]).toEqual([
      "percent",
      "percent",
      "not-a-number",
    ]);
  });
  it("of plain numbers depends on their sum alone: 60 and 150 are no percent any more", () => {
    expect([family([30, 30]), family([30, 30.5]), family([75, 74.5]), family([75, 75])]).toEqual([
      "importance",
      "percent",
      "percent",
      "importance",
    ]);
    expect([family([9, 9, 9, 9, 9, 9, 9]), family([3, 2.5])]).toEqual(["percent", "importance"]);
  });
  it("refuses shares of negative or missing weights", () => {
    expect([reason(sharesOf([-1, 2])), reason(sharesOf(["-5%", "105%"])), reason(sharesOf([0, 0]))]).toEqual([
      "negative",
      "negative",
      "no-weights",
    ]);
    expect([reason(sharesOf([])), reason(sharesOf([Infinity, 1]))]).toEqual(["empty", "not-a-number"]);
  });
  it("allows a sum that is off by exactly the tolerance", () => {
    expect([sumsTo([99.995], 100, 0.005), sumsTo([99.994], 100, 0.005)]).toEqual([true, false]);
    expect(sumsTo([Number.NaN], 100, 0.005)).toBe(false);
  });
  it("reads texts, and compares sums exactly", () => {
    expect(ok(sharesOf(["20%", "30 %", "５０％"]))).toEqual([0.2, 0.3, 0.5]);
    expect(reason(sharesOf(["a", 1]))).toBe("not-a-number");
    expect(
      [
        "20%",
        "20 分",
        "15pts",
        ".5",
        "0,25",
        "-3",
        "1.5e3",
        "",
        "%",
        "12 %%",
        ".25%",
        "1 point",
        "2 PT",
        "3 points",
      ].map(parseWeightText),
    ).toEqual([
      { value: 20, percent: true },
      { value: 20, percent: false },
      { value: 15, percent: false },
      { value: 0.5, percent: false },
      { value: 0.25, percent: false },
      { value: -3, percent: false },
      null,
      null,
      null,
      null,
      { value: 0.25, percent: true },
      { value: 1, percent: false },
      { value: 2, percent: false },
      { value: 3, percent: false },
    ]);
    expect(sumsTo([0.7, 0.2, 0.1], 1, 5e-7)).toBe(true);
    expect(sumsTo([33.33, 33.33, 33.33], 100, 0.005)).toBe(false);
  });
});

/** The largest |w_best − a_bj·w_j| or |w_j − a_jw·w_worst|. */
function contradictionOf(best: readonly number[], worst: readonly number[], w: readonly number[]): number {
  const [top, bottom] = [best.indexOf(1), worst.lastIndexOf(1)];
  const gaps = w.flatMap((own, k) => [
    Math.abs((w[top] ?? 0) - (best[k] ?? 0) * own),
    Math.abs(own - (worst[k] ?? 0) * (w[bottom] ?? 0)),
  ]);
  return Math.max(...gaps);
}

describe("weights from judgements", () => {
  it("take the centroid of a rank order, ties sharing their places", () => {
    expect(rounded(ok(placeWeights("centroid", 4)))).toEqual([0.5208, 0.2708, 0.1458, 0.0625]);
    expect(rounded(ok(fromRanks([2, 1, 2], "sum")))).toEqual([0.25, 0.5, 0.25]);
    expect(reason(fromPoints([0, 0]))).toBe("no-weights");
    expect([[], [1, Number.NaN], [1, -1], [0, 4]].map((points) => fromPoints(points))).toEqual([
      { ok: false, reason: "empty" },
      { ok: false, reason: "not-a-number" },
      { ok: false, reason: "negative" },
      { ok: true, value: [0, 1] },
    ]);
  });
  it("are there for one place up to ten thousand", () => {
    expect(ok(placeWeights("sum", 1))).toEqual([1]);
    expect(ok(placeWeights("reciprocal", 10_000))).toHaveLength(10_000);
    expect(placeWeights("centroid", 10_001)).toEqual({ ok: false, reason: "out-of-range", params: { high: 10_000 } });
    expect([0, -1, 1.5].map((n) => reason(placeWeights("sum", n)))).toEqual(["empty", "empty", "empty"]);
    expect([reason(fromRanks([])), reason(fromRanks([1, Number.NaN]))]).toEqual(["empty", "not-a-number"]);
    expect(rounded(ok(fromRanks([1, 2, 3, 4])))).toEqual(rounded(ok(placeWeights("centroid", 4))));
  });
  it("agree with the restaurant example of pairwise comparison (R. Lee)", () => {
    const matrix = [
      [1, 1 / 3, 1 / 5],
      [3, 1, 1 / 4],
      [5, 4, 1],
    ];
    const weights = ok(geometricWeights(matrix));
    expect(rounded(weights)).toEqual([0.1007, 0.2255, 0.6738]);
    const found = ok(consistency(matrix, weights));
    expect(found.lambda).toBeCloseTo(3.0858, 4);
    expect(found.ratio).toBeCloseTo(0.0739, 3);
    expect(found.worstTriad).toEqual([0, 1, 2]);
    expect(
      reason(
        geometricWeights([
          [1, 0],
          [2, 1],
        ]),
      ),
    ).toBe("out-of-range");
  });
  it("follow best–worst judgements that fit together", () => {
    expect(ok(bestWorstWeights([2, 1, 4], [2, 4, 1])).xi).toBe(0);
    expect(reason(bestWorstWeights([2, 3], [2, 1]))).toBe("out-of-range");
  });
  it("leave as little contradiction as a search over all weights in steps of 1/200 can", () => {
    const [best, worst] = [
      [1, 2, 8],
      [8, 5, 1],
    ];
    const found = ok(bestWorstWeights(best, worst));
    const contradiction = (w: readonly number[]): number => contradictionOf(best, worst, w);
    let least = Infinity;
    for (let i = 0; i <= 200; i += 1)
      for (let k = 0; k <= 200 - i; k += 1)
        least = Math.min(least, contradiction([i / 200, k / 200, (200 - i - k) / 200]));
    expect(found.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(contradiction(found.weights)).toBeCloseTo(found.xi, 9);
    expect(found.xi).toBeLessThanOrEqual(least);
    expect(least - found.xi).toBeLessThan(0.03);
  });
});

describe("best–worst weights of any judgements", () => {
  it("cannot be bettered by moving some weight from one item to another, and leave just the contradiction that is named", () => {
    const times = fc.integer({ min: 1, max: 9 });
    const judged = fc.array(fc.tuple(times, times), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(judged, times, (others, most) => {
        // The best stands first and the worst last; both say how often the best is better than the worst.
        const best = [1, ...others.map(([toBest]) => toBest), most];
        const worst = [most, ...others.map(([, toWorst]) => toWorst), 1];
        const { weights, xi } = ok(bestWorstWeights(best, worst));
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(contradictionOf(best, worst, weights)).toBeCloseTo(xi, 9);
        for (const step of [0.01, 0.0001])
          weights.forEach((give, from) => {
            weights.forEach((_, to) => {
              if (from === to || give < step) return;
              const moved = weights.map((w, k) => (k === from ? w - step : k === to ? w + step : w));
              expect(contradictionOf(best, worst, moved)).toBeGreaterThanOrEqual(xi - 1e-9);
            });
          });
      }),
    );
  });
});

describe("balance", () => {
  it("counts how many equal weights would be as concentrated", () => {
    expect(ok(concentration([25, 25, 25, 25])).effectiveNumber).toBeCloseTo(4, 12);
    expect(ok(concentration([100, 0])).effectiveNumber).toBe(1);
  });
  it("shows that a line on which all score alike decides nothing; influences add up to 1", () => {
    const rows = [
      [5, 90],
      [5, 70],
      [5, 40],
      [5, 88],
    ];
    const shares = ok(influence(rows, [60, 40]));
    expect(shares[0]).toBeCloseTo(0, 12);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(
      reason(
        influence(
          [
            [5, 5],
            [5, 5],
          ],
          [1, 1],
        ),
      ),
    ).toBe("no-spread");
  });
});
