import { adjustTotal, type AdjustmentItem } from "../../../src/core/scoring/adjustments";

const bonus = (id: string, unitPoints: number, count: number | null, limit?: number): AdjustmentItem => ({
  id,
  kind: "bonus",
  unitPoints,
  count,
  ...(limit === undefined ? {} : { limit }),
});
const loss = (id: string, unitPoints: number, count: number | null, limit?: number): AdjustmentItem => ({
  ...bonus(id, unitPoints, count, limit),
  kind: "deduction",
});

describe("bonus and deduction items", () => {
  it("stand beside the total: 80 + 3 − 2 × 2 = 79", () => {
    expect(adjustTotal(80, [bonus("prize", 3, 1), loss("complaint", 2, 2)])).toEqual({
      ok: true,
      value: {
        before: 80,
        bonus: 3,
        deduction: 4,
        bonusUnlimited: 3,
        deductionUnlimited: 4,
        raw: 79,
        total: 79,
        open: [],
      },
    });
  });
  it("have a limit each and one for their side; what they would make without stays visible", () => {
    const items = [bonus("a", 2, 5, 4), bonus("b", 3, 1), loss("c", 10, 2, 8)];
    // a: 10 limited to 4; with b 7, limited to 5 by the side. c: 20 limited to 8.
    expect(adjustTotal(80, items, { bonus: 5, deduction: 20 })).toMatchObject({
      value: { bonus: 5, bonusUnlimited: 13, deduction: 8, deductionUnlimited: 20, total: 77 },
    });
  });
  it("have no limit where it is null, as where there is none; a limit of 0 leaves nothing", () => {
    const most = (limit: number | null): unknown => adjustTotal(80, [{ ...bonus("a", 2, 5), limit }]);
    expect([null, 0].map(most)).toMatchObject([
      { value: { bonus: 10, total: 90 } },
      { value: { bonus: 0, bonusUnlimited: 10 } },
    ]);
  });
  it("keep the total between its ends", () => {
    expect(adjustTotal(5, [loss("a", 10, 1)])).toMatchObject({ value: { total: 0 } });
    expect(adjustTotal(98, [bonus("a", 10, 1)], { highest: 100 })).toMatchObject({ value: { total: 100 } });
    expect(adjustTotal(98, [bonus("a", 10, 1)])).toMatchObject({ value: { total: 108 } });
    expect(adjustTotal(5, [loss("a", 10, 1)], { lowest: -20 })).toMatchObject({ value: { total: -5 } });
  });
  it("count nothing for an empty count and name the item", () => {
    expect(adjustTotal(70, [loss("late", 1, null), bonus("prize", 1, 0)])).toMatchObject({
      value: { total: 70, open: ["late"] },
    });
  });
  it("refuse negative counts, points and limits, ids twice, ends the wrong way round", () => {
    expect(adjustTotal(70, [loss("a", 1, -1)])).toMatchObject({ reason: "negative" });
    expect(adjustTotal(70, [loss("a", -1, 1)])).toMatchObject({ reason: "negative" });
    expect(adjustTotal(70, [], { bonus: -1 })).toMatchObject({ reason: "negative" });
    expect(adjustTotal(70, [loss("a", 1, 1), bonus("a", 1, 1)])).toMatchObject({ reason: "shape" });
    expect(adjustTotal(70, [], { lowest: 10, highest: 5 })).toMatchObject({ reason: "out-of-range" });
    expect(adjustTotal(Number.NaN, [])).toMatchObject({ reason: "not-a-number" });
    expect(adjustTotal(1, [bonus("a", 1e308, 1e308)], { highest: 100 })).toMatchObject({ reason: "not-a-number" });
    // Without a limit means: none is given. The lowest total is a number.
    expect(adjustTotal(1, [bonus("a", 1, 1, Infinity)])).toMatchObject({ reason: "not-a-number" });
    expect(adjustTotal(1, [], { lowest: -Infinity })).toMatchObject({ reason: "not-a-number" });
    expect(adjustTotal(1, [bonus("a", 1, 2)], { bonus: Infinity, highest: Infinity })).toMatchObject({
      value: { total: 3 },
    });
  });
});
