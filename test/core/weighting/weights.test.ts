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
  it("refuses what cannot be shared out", () => {
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
  it("reads texts, and compares sums exactly", () => {
    expect(ok(sharesOf(["20%", "30 %", "５０％"]))).toEqual([0.2, 0.3, 0.5]);
    expect(reason(sharesOf(["a", 1]))).toBe("not-a-number");
    expect(["20%", "20 分", "15pts", ".5", "0,25", "-3", "1.5e3", "", "%", "12 %%"].map(parseWeightText)).toEqual([
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
    ]);
    expect(sumsTo([0.7, 0.2, 0.1], 1, 5e-7)).toBe(true);
    expect(sumsTo([33.33, 33.33, 33.33], 100, 0.005)).toBe(false);
  });
});

describe("weights from judgements", () => {
  it("take the centroid of a rank order, ties sharing their places", () => {
    expect(rounded(ok(placeWeights("centroid", 4)))).toEqual([0.5208, 0.2708, 0.1458, 0.0625]);
    expect(rounded(ok(fromRanks([2, 1, 2], "sum")))).toEqual([0.25, 0.5, 0.25]);
    expect(reason(fromPoints([0, 0]))).toBe("no-weights");
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
    const contradiction = (w: readonly number[]): number =>
      Math.max(
        ...w.map((own, k) =>
          Math.max(
            k === 0 ? 0 : Math.abs((w[0] ?? 0) - (best[k] ?? 0) * own),
            k === 2 ? 0 : Math.abs(own - (worst[k] ?? 0) * (w[2] ?? 0)),
          ),
        ),
      );
    let least = Infinity;
    for (let i = 0; i <= 200; i += 1)
      for (let k = 0; k <= 200 - i; k += 1)
        least = Math.min(least, contradiction([i / 200, k / 200, (200 - i - k) / 200]));
    expect(found.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(contradiction(found.weights)).toBeCloseTo(found.xi, 9);
    expect(found.xi).toBeLessThanOrEqual(least);
    expect(least - found.xi).toBeLessThan(0.03);
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
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
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
