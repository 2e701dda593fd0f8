import fc from "fast-check";
import type { Computed } from "../../../src/core/model/computed";
import { bestWorstConsistency, bestWorstWeights } from "../../../src/core/weighting/bestWorst";
import { fromRanks } from "../../../src/core/weighting/fromOrder";
import {
  consistency,
  CONSISTENCY_LIMIT,
  eigenWeights,
  geometricWeights,
  hierarchyWeights,
  RANDOM_INDEX,
} from "../../../src/core/weighting/pairwise";

const ok = <T>(found: Computed<T>): T => {
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};
const reason = (found: Computed<unknown>): string => (found.ok ? "ok" : found.reason);
const rounded = (list: readonly number[]): number[] => list.map((x) => Number(x.toFixed(9)));

/** Judgements that follow these weights without contradiction. */
const matrixOf = (weights: readonly number[]): number[][] => weights.map((a) => weights.map((b) => a / b));

describe("pairwise comparison", () => {
  const weights = [0.4, 0.3, 0.2, 0.1];
  it("finds the weights behind judgements without contradiction, by both methods, with ratio 0", () => {
    expect(rounded(ok(eigenWeights(matrixOf(weights))))).toEqual(weights);
    expect(rounded(ok(geometricWeights(matrixOf(weights))))).toEqual(weights);
    const found = ok(consistency(matrixOf(weights), weights));
    expect(found.lambda).toBeCloseTo(4, 12);
    expect(found.ratio).toBeCloseTo(0, 12);
  });
  it("names the three items that fit together worst", () => {
    const matrix = matrixOf(weights);
    // 1 > 3 four times over what the rest says: every triad with both is off by log 4, the first of them is named …
    const wrong = (i: number, j: number, by: number): number[][] =>
      matrix.map((row, a) => row.map((x, b) => (a === i && b === j ? x * by : a === j && b === i ? x / by : x)));
    expect(ok(consistency(wrong(1, 3, 4), weights)).worstTriad).toEqual([0, 1, 3]);
    // … and where two judgements are off, the triad that holds both.
    const twice = wrong(1, 3, 4).map((row, a) =>
      row.map((x, b) => (a === 2 && b === 3 ? x / 9 : a === 3 && b === 2 ? x * 9 : x)),
    );
    expect(ok(consistency(twice, weights)).worstTriad).toEqual([1, 2, 3]);
    expect(ok(consistency(matrixOf([1, 2]), [1 / 3, 2 / 3])).worstTriad).toBeNull();
  });
  it("divides by the random index that is named, and says where a table ends", () => {
    const matrix = [
      [1, 3, 0.2],
      [1 / 3, 1, 1 / 7],
      [5, 7, 1],
    ];
    const own = ok(eigenWeights(matrix));
    const { index } = ok(consistency(matrix, own));
    for (const table of ["saaty1980", "saaty2008", "doneganDodd1991"] as const)
      expect(ok(consistency(matrix, own, table)).ratio).toBeCloseTo(index / RANDOM_INDEX[table][2], 12);
    const eight = new Array<number>(8).fill(1 / 8);
    expect(reason(consistency(matrixOf(eight), eight, "doneganDodd1991"))).toBe("out-of-range");
    expect(ok(consistency(matrixOf(eight), eight, "saaty1980")).ratio).toBeCloseTo(0, 12);
    expect(reason(consistency(matrix, own, 0))).toBe("out-of-range");
    // A random index next to nothing: the quotient has no finite value.
    expect(reason(consistency(matrix, own, 5e-324))).toBe("not-a-number");
  });
  it("takes up to a tenth for consistent", () => {
    expect(CONSISTENCY_LIMIT).toBe(0.1);
  });
  it("finds the weights that the judgements reproduce, where they contradict each other", () => {
    // The eigenvector: A·w is w stretched; the row means of the logarithms are another answer then.
    const matrix = [
      [1, 3, 1 / 5, 2],
      [1 / 3, 1, 4, 1 / 2],
      [5, 1 / 4, 1, 3],
      [1 / 2, 2, 1 / 3, 1],
    ];
    const own = ok(eigenWeights(matrix));
    const stretched = matrix.map((row, i) => row.reduce((sum, x, j) => sum + x * (own[j] ?? 0), 0) / (own[i] ?? 1));
    for (const factor of stretched) expect(factor).toBeCloseTo(stretched[0] ?? 0, 9);
    expect(rounded(own)).not.toEqual(rounded(ok(geometricWeights(matrix))));
    expect(ok(consistency(matrix, own)).lambda).toBeCloseTo(stretched[0] ?? 0, 9);
    expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
  it("of two items cannot contradict itself", () => {
    const two = [
      [1, 3],
      [1 / 3, 1],
    ];
    const found = ok(consistency(two, [0.75, 0.25]));
    expect(found).toMatchObject({ ratio: 0, worstTriad: null });
    expect([found.lambda, found.index]).toEqual([expect.closeTo(2, 12), expect.closeTo(0, 12)]);
  });
  it("is for a hundred items at most", () => {
    const alike = (n: number): number[][] => Array.from({ length: n }, () => new Array<number>(n).fill(1));
    expect(ok(geometricWeights(alike(100)))[99]).toBeCloseTo(0.01, 12);
    expect(geometricWeights(alike(101))).toEqual({
      ok: false,
      reason: "out-of-range",
      params: { items: 101, high: 100 },
    });
    expect(
      geometricWeights([
        [1, 0],
        [1, 1],
      ]),
    ).toEqual({ ok: false, reason: "out-of-range", params: { low: 0 } });
    expect(reason(geometricWeights([[1, 1], [1]]))).toBe("shape");
  });
  it("refuses a matrix whose halves do not mirror each other, and says where; thirds and ninths may be written short", () => {
    const short = [
      [1, 3, 9],
      [0.33, 1, 2],
      [0.11, 0.5, 1],
    ];
    expect(geometricWeights(short).ok).toBe(true);
    const turned = short.map((row, i) => row.map((value, j) => (i === 2 && j === 1 ? 2 : value)));
    expect(geometricWeights(turned)).toEqual({ ok: false, reason: "shape", params: { row: 1, column: 2 } });
    expect(eigenWeights([[2]])).toEqual({ ok: false, reason: "shape", params: { row: 0, column: 0 } });
  });
  it("refuses weights that do not belong to the matrix", () => {
    expect(reason(consistency([], []))).toBe("empty");
    expect(reason(consistency(matrixOf(weights), [Infinity, 1, 1, 1]))).toBe("no-weights");
    const vast = [
      [1, 1e307, 1e307],
      [1e-307, 1, 1],
      [1e-307, 1, 1],
    ];
    expect(reason(consistency(vast, [1e-3, 1, 1]))).toBe("not-a-number");
    const eleven = new Array<number>(11).fill(1 / 11);
    expect(consistency(matrixOf(eleven), eleven)).toEqual({ ok: false, reason: "out-of-range", params: { n: 11 } });
    expect(reason(consistency(matrixOf(weights), [1]))).toBe("shape");
    expect(reason(consistency(matrixOf(weights), [0.5, 0.5, 0, 0]))).toBe("no-weights");
    expect(reason(eigenWeights([]))).toBe("empty");
    expect(reason(eigenWeights([[1, 2]]))).toBe("shape");
    expect(
      reason(
        eigenWeights([
          [1, Infinity],
          [0, 1],
        ]),
      ),
    ).toBe("out-of-range");
  });
  it("on two levels weighs alternatives by the criteria", () => {
    const criteria = matrixOf([0.75, 0.25]);
    const alternatives = [matrixOf([0.2, 0.8]), matrixOf([0.6, 0.4])];
    // 0.75·0.2 + 0.25·0.6 = 0.3
    expect(rounded(ok(hierarchyWeights({ criteria, alternatives })))).toEqual([0.3, 0.7]);
    expect(reason(hierarchyWeights({ criteria, alternatives: alternatives.slice(1) }))).toBe("shape");
    expect(reason(hierarchyWeights({ criteria, alternatives: [matrixOf([1, 1]), matrixOf([1, 1, 1])] }))).toBe("shape");
    expect(reason(hierarchyWeights({ criteria, alternatives: [[], []] }))).toBe("empty");
  });
});

describe("best and worst", () => {
  it("refuses judgements without a best, without a worst, or with one item for both that contradict", () => {
    expect(reason(bestWorstWeights([2, 1], [2, 3]))).toBe("out-of-range");
    expect(reason(bestWorstWeights([1, 3], [1, 5]))).toBe("out-of-range");
    expect(reason(bestWorstWeights([1, 0.5], [2, 1]))).toBe("out-of-range");
    expect(reason(bestWorstWeights([1], [1, 1]))).toBe("shape");
    expect(reason(bestWorstWeights([], []))).toBe("empty");
    expect(reason(bestWorstWeights(new Array<number>(31).fill(1), new Array<number>(31).fill(1)))).toBe("out-of-range");
  });
  it("takes judgements that fit together but for the last binary place as they are meant", () => {
    // 1.1 · 3 is 3.3000000000000003.
    const found = ok(bestWorstWeights([1, 1.1, 3.3], [3.3, 3, 1]));
    expect(found.xi).toBeCloseTo(0, 12);
    expect(rounded(found.weights)).toEqual(rounded([3.3 / 7.3, 3 / 7.3, 1 / 7.3]));
  });
  it("is for thirty items and a thousandfold at most", () => {
    const ones = new Array<number>(30).fill(1);
    expect(ok(bestWorstWeights(ones, ones)).weights[0]).toBeCloseTo(1 / 30, 12);
    expect(bestWorstWeights([...ones, 1], [...ones, 1])).toMatchObject({ params: { items: 31, high: 30 } });
    expect(rounded(ok(bestWorstWeights([1, 1000], [1000, 1])).weights)).toEqual(rounded([1000 / 1001, 1 / 1001]));
    expect(bestWorstWeights([1, 1001], [1001, 1])).toMatchObject({ params: { low: 1, high: 1000 } });
    expect(bestWorstWeights([2, 1], [2, 3])).toMatchObject({ params: { needs: "1" } });
    expect(bestWorstWeights([1, 3], [1, 5])).toMatchObject({ params: { needs: "1" } });
  });
  it("finds the worst where it stands first, and the best where it stands last", () => {
    const found = ok(bestWorstWeights([8, 2, 1], [1, 5, 8]));
    // Solved by trying out all weights in steps of 1/280.
    expect(rounded(found.weights)).toEqual(rounded([1 / 14, 9 / 28, 17 / 28]));
    expect(found.xi).toBeCloseTo(1 / 28, 12);
  });
  it("says from the judgements alone how well they fit, and which item to think over", () => {
    expect(bestWorstConsistency([1, 2, 8], [8, 4, 1])).toEqual({ ok: true, value: { ratio: 0, item: null } });
    // 3 · 4 = 12 where 8 is asked: 4 of 56. The last item fits, the third is 2 · 5 = 10: 2 of 56.
    const off = ok(bestWorstConsistency([1, 3, 2, 8], [8, 4, 5, 1]));
    expect(off).toEqual({ ratio: expect.closeTo(4 / 56, 11) as number, item: 1 });
    // As far apart as two judgements can be: 9 · 9 where 9 is asked.
    expect(ok(bestWorstConsistency([1, 9, 9], [9, 9, 1]))).toEqual({ ratio: 1, item: 1 });
    expect(ok(bestWorstConsistency([1, 1.1, 3.3], [3.3, 3, 1])).item).toBeNull();
    expect(ok(bestWorstConsistency([1, 1], [1, 1]))).toEqual({ ratio: 0, item: null });
    expect(ok(bestWorstConsistency([1, 3], [1, 1]))).toEqual({ ratio: expect.any(Number) as number, item: 0 });
    expect(reason(bestWorstConsistency([2, 1], [2, 3]))).toBe("out-of-range");
    expect(reason(bestWorstConsistency([], []))).toBe("empty");
  });
  it("is perfect exactly where the weights leave no contradiction", () => {
    const judgement = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(judgement, judgement), { maxLength: 4 }), judgement, (others, span) => {
        const best = [1, ...others.map(([toBest]) => toBest), span];
        const worst = [span, ...others.map(([, toWorst]) => toWorst), 1];
        const weights = bestWorstWeights(best, worst);
        if (!weights.ok) return;
        expect(ok(bestWorstConsistency(best, worst)).ratio === 0).toBe(weights.value.xi < 1e-9);
      }),
    );
  });
  it("gives everybody the same where all are best and worst", () => {
    expect(ok(bestWorstWeights([1, 1], [1, 1]))).toEqual({ weights: [0.5, 0.5], xi: 0 });
  });
});

describe("weights from ranks", () => {
  it("follow each method, whatever numbers name the places", () => {
    expect(rounded(ok(fromRanks([10, 30, 20], "sum")))).toEqual(rounded([3 / 6, 1 / 6, 2 / 6]));
    expect(rounded(ok(fromRanks([1, 2], "reciprocal")))).toEqual(rounded([2 / 3, 1 / 3]));
    expect(rounded(ok(fromRanks([1, 1], "centroid")))).toEqual([0.5, 0.5]);
  });
});
