import { daysWithin, eligible, joinParts, targetForPart } from "../../../src/core/scoring/tenure";

const year = { from: 46023, to: 46387 }; // 2026-01-01 … 2026-12-31

describe("days under a plan", () => {
  it("count both ends, and only inside the period", () => {
    expect(daysWithin({ from: null, to: null }, year)).toEqual({ ok: true, value: 365 });
    expect(daysWithin({ from: 46387, to: null }, year)).toEqual({ ok: true, value: 1 });
    expect(daysWithin({ from: 45000, to: 46023 }, year)).toEqual({ ok: true, value: 1 });
    expect(daysWithin({ from: 45000, to: 45100 }, year)).toEqual({ ok: true, value: 0 });
  });
  it("refuse an end before its beginning", () => {
    expect(daysWithin({ from: 46100, to: 46050 }, year)).toMatchObject({ reason: "out-of-range" });
    expect(daysWithin({ from: null, to: null }, { from: 5, to: 1 })).toMatchObject({ reason: "out-of-range" });
    expect(daysWithin({ from: Number.NaN, to: null }, year)).toMatchObject({ reason: "not-a-number" });
  });
  it("make eligible from 90 by default, from 120 where the policy says so", () => {
    const found = [89, 90].map((days) => eligible(days));
    expect(found).toEqual([
      { ok: true, value: false },
      { ok: true, value: true },
    ]);
    expect(eligible(119, 120)).toEqual({ ok: true, value: false });
    expect(eligible(-1)).toMatchObject({ reason: "negative" });
    expect(eligible(Number.NaN)).toMatchObject({ reason: "not-a-number" });
  });
});

describe("several posts or bosses", () => {
  it("are joined by days: 100 days at 80 and 265 at 90", () => {
    const joined = joinParts([
      { days: 100, score: 80 },
      { days: 265, score: 90 },
    ]);
    // (100 × 80 + 265 × 90) / 365
    expect(joined).toEqual({
      ok: true,
      value: { raw: expect.closeTo(31850 / 365, 12) as number, total: 87.260274, soFar: 87.260274, coverage: 1 },
    });
  });
  it("wait for a part without a score: leaving it out would lift", () => {
    const joined = joinParts([
      { days: 100, score: 80 },
      { days: 300, score: null },
    ]);
    expect(joined).toEqual({ ok: true, value: { raw: null, total: null, soFar: 80, coverage: 0.25 } });
  });
  it("do not wait for a part of no days", () => {
    const joined = joinParts([
      { days: 0, score: null },
      { days: 90, score: 80 },
    ]);
    expect(joined).toEqual({ ok: true, value: { raw: 80, total: 80, soFar: 80, coverage: 1 } });
  });
  it("leave out parts that are too short to judge", () => {
    const parts = [
      { days: 20, score: 10 },
      { days: 180, score: 70 },
    ];
    expect(joinParts(parts, 90)).toMatchObject({ value: { total: 70 } });
    expect(joinParts(parts, 200)).toMatchObject({ reason: "too-few" });
  });
  it("refuse no parts, no days, negative days and what is no number", () => {
    expect(joinParts([])).toMatchObject({ reason: "empty" });
    expect(joinParts([{ days: 0, score: 5 }])).toMatchObject({ reason: "no-weights" });
    expect(joinParts([{ days: -1, score: 5 }])).toMatchObject({ reason: "negative" });
    expect(joinParts([{ days: 1, score: Number.NaN }])).toMatchObject({ reason: "not-a-number" });
    expect(joinParts([{ days: 1, score: 5 }], Number.NaN)).toMatchObject({ reason: "not-a-number" });
    const long = { days: 1.5e308, score: 5 };
    expect(joinParts([long, long])).toEqual({ ok: false, reason: "not-a-number" });
    for (const other of [
      { days: Infinity, score: 5 },
      { days: 1, score: Number.NaN },
    ])
      expect(joinParts([{ days: 10, score: 5 }, other], 5)).toEqual({ ok: false, reason: "not-a-number" });
  });
});

describe("the target of a part of the period", () => {
  it("is in proportion for flows only", () => {
    expect(targetForPart(1200, "sum", 73, 365)).toEqual({ ok: true, value: 240 });
    expect(targetForPart(98, "mean", 73, 365)).toEqual({ ok: true, value: 98 });
    expect(targetForPart(5, "ratio", 73, 365)).toEqual({ ok: true, value: 5 });
  });
  it("is refused for days that the period does not have", () => {
    expect(targetForPart(1, "sum", 366, 365)).toMatchObject({ reason: "out-of-range" });
    expect(targetForPart(1, "sum", 0, 0)).toMatchObject({ reason: "out-of-range" });
    expect(targetForPart(Infinity, "sum", 1, 2)).toMatchObject({ reason: "not-a-number" });
  });
});
