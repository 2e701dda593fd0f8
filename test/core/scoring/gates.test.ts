import { applyGates, ratingsPass, type Gate } from "../../../src/core/scoring/gates";

const bands = [
  { name: "Outstanding", from: 112 },
  { name: "Exceeds", from: 103 },
  { name: "Meets", from: 90 },
  { name: "Below", from: 60 },
  { name: "Unsatisfactory", from: 0 },
];
const gate = (id: string, effect: Gate["effect"], passed: boolean | null = false): Gate => ({ id, passed, effect });

describe("gates", () => {
  it("hold the band down and leave the uncapped result beside it", () => {
    expect(applyGates(115, bands, [gate("G1", { kind: "band", name: "Below" })])).toEqual({
      ok: true,
      value: { uncapped: 115, uncappedBand: "Outstanding", total: 115, band: "Below", cappedBy: "G1", open: [] },
    });
    expect(applyGates(95, bands, [gate("G1", { kind: "lowest" })])).toMatchObject({
      value: { band: "Unsatisfactory", uncappedBand: "Meets", total: 95, cappedBy: "G1" },
    });
  });
  it("hold the total down, and the band with it", () => {
    expect(applyGates(115, bands, [gate("G1", { kind: "total", most: 89 })])).toMatchObject({
      value: { total: 89, band: "Below", uncapped: 115 },
    });
  });
  it("change nothing when passed, or when the result is lower anyway; the hardest one decides", () => {
    expect(applyGates(95, bands, [gate("G1", { kind: "lowest" }, true)])).toMatchObject({
      value: { band: "Meets", cappedBy: null },
    });
    expect(applyGates(30, bands, [gate("G1", { kind: "band", name: "Below" })])).toMatchObject({
      value: { band: "Unsatisfactory", cappedBy: null },
    });
    const two = [gate("G1", { kind: "lowest" }), gate("G2", { kind: "band", name: "Below" })];
    for (const gates of [two, [...two].reverse()])
      expect(applyGates(115, bands, gates)).toMatchObject({ value: { band: "Unsatisfactory", cappedBy: "G1" } });
  });
  it("name those not decided yet", () => {
    expect(applyGates(95, bands, [gate("G1", { kind: "lowest" }, null)])).toMatchObject({
      value: { band: "Meets", cappedBy: null, open: ["G1"] },
    });
  });
  it("can cap totals where there are no bands", () => {
    expect(applyGates(95, [], [gate("G1", { kind: "total", most: 60 })])).toMatchObject({
      value: { total: 60, band: null, cappedBy: "G1" },
    });
  });
  it("refuse a band that is not there, an id twice, and what is no number", () => {
    const missing = { ok: false, reason: "missing-parameter", params: { needs: "G1" } };
    expect(applyGates(95, bands, [gate("G1", { kind: "band", name: "Meh" }, true)])).toEqual(missing);
    expect(applyGates(95, [], [gate("G1", { kind: "lowest" })])).toEqual(missing);
    const twice = [gate("G1", { kind: "lowest" }), gate("G1", { kind: "lowest" })];
    expect(applyGates(95, bands, twice)).toMatchObject({ reason: "shape" });
    expect(applyGates(Number.NaN, bands, [])).toMatchObject({ reason: "not-a-number" });
    expect(applyGates(1, bands, [gate("G1", { kind: "total", most: Number.NaN })])).toMatchObject({
      reason: "not-a-number",
    });
  });
});

describe("gates on ratings", () => {
  it("fail when a critical element is at 1, unless a 3 makes up for it where that is the rule", () => {
    expect(ratingsPass([5, 1, 5], 1)).toEqual({ ok: true, value: false });
    expect(ratingsPass([3, 1], 1, 3)).toEqual({ ok: true, value: true });
    expect(ratingsPass([2, 2], 1)).toEqual({ ok: true, value: true });
  });
  it("wait for missing ratings, but not once one has failed", () => {
    expect(ratingsPass([5, null], 1)).toEqual({ ok: true, value: null });
    expect(ratingsPass([1, null], 1)).toEqual({ ok: true, value: false });
    expect(ratingsPass([], 1)).toMatchObject({ reason: "empty" });
    expect(ratingsPass([Number.NaN], 1)).toMatchObject({ reason: "not-a-number" });
  });
});
