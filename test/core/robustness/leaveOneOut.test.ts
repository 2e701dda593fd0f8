import fc from "fast-check";
import {
  closenessOf,
  neighbourSwaps,
  smallestOneWeightMove,
  tieInPractice,
} from "../../../src/core/robustness/closeness";
import { asPoints } from "../../../src/core/model/units";
import { leaveOneOut } from "../../../src/core/robustness/leaveOneOut";
import { oneWeightToTie } from "../../../src/core/robustness/swaps";

describe("leaving out one indicator", () => {
  it("says who moves, and by how much on average", () => {
    // Totals 50/50: 60, 55, 40. Without the first: 20, 60, 80. Without the second: 100, 50, 0.
    const found = leaveOneOut(
      [
        [100, 20],
        [50, 60],
        [0, 80],
      ],
      [50, 50],
    );
    expect(found).toEqual({
      ok: true,
      value: {
        totals: [60, 55, 40],
        ranks: [1, 2, 3],
        without: [
          { indicator: 0, totals: [20, 60, 80], ranks: [3, 2, 1], shifts: [2, 0, -2], meanShift: 4 / 3 },
          { indicator: 1, totals: [100, 50, 0], ranks: [1, 2, 3], shifts: [0, 0, 0], meanShift: 0 },
        ],
      },
    });
  });
  it("keeps the proportions of the other weights", () => {
    // Without the last, 60 and 20 are 75 and 25 of a hundred.
    const found = leaveOneOut([[80, 40, 0]], [60, 20, 20]);
    expect(found.ok && found.value.without[2]?.totals).toEqual([70]);
  });
  it("keeps the proportions of the other weights, and compares totals as large as those of all", () => {
    // Without the first, 80/20: 8 against 6.
    const rows = [
      [0, 10, 0],
      [0, 0, 30],
    ];
    expect(leaveOneOut(rows, [50, 40, 10])).toMatchObject({ value: { without: [{ ranks: [1, 2] }, {}, {}] } });
    // A difference of 0.00001 is one with all weight behind it, and would be rounded away with a hundredth of it.
    const near = [
      [0, 0.00001],
      [0, 0],
    ];
    expect(leaveOneOut(near, [99, 1])).toMatchObject({ value: { ranks: [1, 1], without: [{ ranks: [1, 2] }, {}] } });
  });
  it("has no order where nothing else has weight", () => {
    expect(leaveOneOut([[1, 2]], [1, 0])).toMatchObject({
      value: { without: [{ totals: null, ranks: null, shifts: [], meanShift: 0 }, { ranks: [1] }] },
    });
  });
  it("refuses what has no order", () => {
    expect(leaveOneOut([], [1])).toMatchObject({ reason: "empty" });
    expect(leaveOneOut([[1]], [1, 2])).toMatchObject({ reason: "shape" });
    expect(leaveOneOut([[1, 2], [1]], [1, 2])).toMatchObject({ reason: "shape" });
    expect(leaveOneOut([[Infinity]], [1])).toMatchObject({ reason: "not-a-number" });
    for (const row of [
      [1, Number.NaN],
      [Number.NaN, 1],
      [1.7e308, 1.7e308],
    ])
      expect(leaveOneOut([[1, 1], row], [1, 1])).toMatchObject({ reason: "not-a-number" });
    expect(leaveOneOut([[1]], [0])).toMatchObject({ reason: "no-weights" });
  });
});

describe("closeness of neighbours", () => {
  it("is a tie below one point, fragile below five", () => {
    expect([0.99, 1, 4.99, 5].map((points) => closenessOf(asPoints(points)))).toEqual(
      ["tie", "fragile", "fragile", "firm"].map((value) => ({ ok: true, value })),
    );
    expect(closenessOf(asPoints(0))).toEqual({ ok: true, value: "tie" });
    expect(closenessOf(asPoints(-1))).toMatchObject({ reason: "negative" });
    expect(closenessOf(asPoints(Number.NaN))).toMatchObject({ reason: "not-a-number" });
  });
  it("is a tie in practice within 1.96 standard errors of the difference", () => {
    expect(tieInPractice(80, 75, 3, 4)).toEqual({ ok: true, value: true }); // 9.8
    expect(tieInPractice(85, 75, 3, 4)).toEqual({ ok: true, value: false });
    expect(tieInPractice(1, 1, -1, 0)).toMatchObject({ reason: "negative" });
    expect(tieInPractice(1, Number.NaN, 1, 0)).toMatchObject({ reason: "not-a-number" });
  });
  it("finds the one weight that has to move least: the supplier case", () => {
    // 82.5 against 85.1; quality from 40 % to 48.86 % ties them.
    const move = smallestOneWeightMove([90, 80, 70, 85], [75, 95, 88, 90], [40, 30, 20, 10]);
    if (!move.ok) throw new Error(move.reason);
    expect(move.value.indicator).toBe(0);
    expect(move.value.to * 100).toBeCloseTo(48.86, 2);
  });
  it("is never beaten by another single weight", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(scores, scores, weights, (a, b, w) => {
        const move = smallestOneWeightMove(a, b, w);
        const sum = w.reduce((x, y) => x + y);
        for (let k = 0; k < 3; k += 1) {
          const swap = oneWeightToTie(a, b, w, k);
          if (!swap.ok) continue;
          expect(move.ok && move.value.change).toBeLessThanOrEqual(
            Math.abs(swap.value.newWeight - (w[k] ?? 0) / sum) + 1e-12,
          );
        }
      }),
    );
    expect(smallestOneWeightMove([9, 9], [1, 1], [1, 1])).toMatchObject({ reason: "dominated" });
    expect(smallestOneWeightMove([], [], [])).toMatchObject({ reason: "empty" });
    expect(smallestOneWeightMove([1], [1, 2], [1, 2])).toMatchObject({ reason: "shape" });
  });
  it("of a whole ranking goes from one neighbour to the next; null where no weights swap them", () => {
    const scores = [
      [90, 60],
      [70, 75],
      [60, 60],
    ];
    const found = neighbourSwaps(scores, [50, 50], [0, 1, 2]);
    if (!found.ok) throw new Error(found.reason);
    // 75 against 72.5: lead 2.5, d = 20 and −15, transfer 2.5 / 35.
    expect(found.value[0]).toMatchObject({ above: 0, below: 1 });
    expect(found.value[0]?.transfer?.share).toBeCloseTo(2.5 / 35, 12);
    expect(found.value[1]).toEqual({ above: 1, below: 2, transfer: null });
    expect(neighbourSwaps(scores, [50, 50], [0, 7])).toMatchObject({ reason: "out-of-range" });
    expect(neighbourSwaps([], [1], [])).toMatchObject({ reason: "empty" });
    expect(neighbourSwaps(scores, [0, 0], [0, 1])).toMatchObject({ reason: "no-weights" });
  });
});
