import { hitRate, stepAttainment, type Step } from "../../../src/core/scoring/steps";

describe("steps", () => {
  const days: Step[] = [
    { from: 30, attainment: 0.4 },
    { from: -1e6, attainment: 1.2 },
    { from: 20, attainment: 1 },
  ];
  it("give the attainment of the highest cut-off not above the actual, in any order of the table", () => {
    const found = [35, 30, 29.99, 20, 19.99, -5].map((actual) => stepAttainment(days, actual));
    expect(found).toEqual([0.4, 0.4, 1, 1, 1.2, 1.2].map((value) => ({ ok: true, value })));
  });
  it("refuse an actual below all of them, two steps from one cut-off, and what is no number", () => {
    expect(stepAttainment(days.slice(0, 1), 29)).toEqual({ ok: false, reason: "out-of-range", params: { low: 30 } });
    expect(stepAttainment([...days, { from: 30, attainment: 1 }], 29)).toMatchObject({ reason: "shape" });
    expect(stepAttainment(days, Number.NaN)).toMatchObject({ reason: "not-a-number" });
    expect(stepAttainment([{ from: 0, attainment: Infinity }], 1)).toMatchObject({ reason: "not-a-number" });
    const mixed = [...days, { from: Number.NaN, attainment: 1 }];
    expect(stepAttainment(mixed, 25)).toMatchObject({ reason: "not-a-number" });
    const upper = [
      { from: 40, attainment: 1 },
      { from: 20, attainment: 0.5 },
    ];
    expect(stepAttainment(upper, 19)).toMatchObject({ params: { low: 20 } });
    expect(stepAttainment([], 1)).toMatchObject({ reason: "empty" });
  });
});

describe("the hit rate", () => {
  it("is half the year and half the share of months: 9 of 12 months in a year passed make 87.5 %", () => {
    const months = Array.from({ length: 12 }, (_, i) => i < 9);
    expect(hitRate(true, months)).toEqual({ ok: true, value: { attainment: 0.875, monthShare: 0.75, missing: [] } });
    expect(hitRate(false, months)).toMatchObject({ value: { attainment: 0.375 } });
  });
  it("leaves out months without a verdict and names them", () => {
    expect(hitRate(true, [true, null, false])).toEqual({
      ok: true,
      value: { attainment: 0.75, monthShare: 0.5, missing: [1] },
    });
    expect(hitRate(true, [null])).toMatchObject({ reason: "empty" });
  });
});
