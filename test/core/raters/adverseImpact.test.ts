import { fisherExact, groupImpact, impactRatios } from "../../../src/core/raters/adverseImpact";

describe("four-fifths rule", () => {
  it("flags a ratio under 0.8 and not 0.8 itself, whatever the last bits say", () => {
    expect(impactRatios([0.6, 0.48, 0.3])).toEqual({
      ok: true,
      value: { ratios: [1, expect.closeTo(0.8, 12), 0.5], flag: [false, false, true] },
    });
  });
  it("refuses one group, negative rates, and nobody selected", () => {
    expect(impactRatios([0.5])).toMatchObject({ reason: "too-few" });
    expect(impactRatios([-1, 1])).toMatchObject({ reason: "negative" });
    expect(impactRatios([0, 0])).toMatchObject({ reason: "no-spread" });
  });
});

describe("Fisher's exact test", () => {
  it("gives the lady tasting tea: 3 of 4 against 1 of 4, p = 34/70", () => {
    expect(fisherExact({ selected: 3, of: 4 }, { selected: 1, of: 4 })).toEqual({
      ok: true,
      value: expect.closeTo(34 / 70, 12),
    });
  });
  it("is 1 when both groups are alike and refuses impossible counts", () => {
    expect(fisherExact({ selected: 2, of: 4 }, { selected: 2, of: 4 })).toEqual({
      ok: true,
      value: expect.closeTo(1, 12),
    });
    expect(fisherExact({ selected: 5, of: 4 }, { selected: 1, of: 4 })).toMatchObject({ reason: "out-of-range" });
  });
});

describe("impact of groups", () => {
  it("shows no group of fewer than five people", () => {
    const result = groupImpact([
      { selected: 8, of: 10 },
      { selected: 1, of: 4 },
      { selected: 3, of: 10 },
    ]);
    expect(result).toMatchObject({ ok: true, value: [{ ratio: 1, flag: false, p: 1 }, null, { flag: true }] });
  });
  it("says too few when only one group is large enough", () => {
    expect(
      groupImpact([
        { selected: 8, of: 10 },
        { selected: 1, of: 4 },
      ]),
    ).toMatchObject({ reason: "too-few" });
  });
});
