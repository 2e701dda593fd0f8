import fc from "fast-check";
import { asShare } from "../../../src/core/model/units";
import { bandFaults, bandOf } from "../../../src/core/scoring/bands";
import { roundHalfAway, roundTotal } from "../../../src/core/scoring/round";
import { totalOf, type MissingPolicy, type PersonTotal } from "../../../src/core/scoring/totals";
import { ranks } from "../../../src/core/ranking/ranks";

const of = (
  scores: readonly (number | null | "na")[],
  weights: readonly number[],
  policy: MissingPolicy = "wait",
): PersonTotal => {
  const found = totalOf(scores, weights, policy, { neutral: 50 });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

describe("weighted totals", () => {
  it("rank 100/100/100/59 above 95/70/70/70 under 10/20/30/40 (83.6 against 72.5)", () => {
    const weights = [10, 20, 30, 40];
    const totals = [of([100, 100, 100, 59], weights).total, of([95, 70, 70, 70], weights).total];
    expect(totals).toEqual([83.6, 72.5]);
    expect(ranks(totals, "competition")).toEqual([1, 2]);
  });
  it("say what is known while something is missing: 78 so far, between 62.4 and 82.4", () => {
    const person = of([78, null], [80, 20]);
    expect(person).toMatchObject({ total: null, rankingTotal: null, soFar: 78, low: 62.4, high: 82.4, coverage: 0.8 });
  });
  it("bound lines that are taken off by what they may cost, so that filling a blank never leaves the bounds", () => {
    const line = fc.record({
      weight: fc.integer({ min: 1, max: 40 }),
      off: fc.boolean(),
      score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      filled: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const signed = (value: number | null, off: boolean): number | null => (value === null || !off ? value : -value);
        const weights = lines.map(({ weight }) => weight);
        const takenOff = lines.map(({ off }) => off);
        const found = (scores: readonly (number | null)[]): PersonTotal => {
          const total = totalOf(scores, weights, "wait", { takenOff });
          if (!total.ok) throw new Error(total.reason);
          return total.value;
        };
        const before = found(lines.map(({ score, off }) => signed(score, off)));
        const after = found(lines.map(({ score, filled, off }) => signed(score ?? filled, off)));
        expect(after.total).toBeGreaterThanOrEqual(before.low ?? NaN);
        expect(after.total).toBeLessThanOrEqual(before.high ?? NaN);
      }),
    );
  });
  it("bound a line that is taken off by its best and its worst, the other way round", () => {
    expect(totalOf([1, null], [1, 1], "wait", { takenOff: [true] })).toEqual({ ok: false, reason: "shape" });
    // On 20–100: an open line is worth 20 to 100, an open deduction costs as much.
    const ends = { best: 100, worst: 20 };
    expect(totalOf([80, null], [3, 1], "wait", { ...ends, takenOff: [false, true] })).toMatchObject({
      value: { low: (240 - 100) / 4, high: (240 - 20) / 4 },
    });
    expect(totalOf([80, null, null], [2, 1, 1], "wait", { ...ends, takenOff: [false, false, true] })).toMatchObject({
      value: { low: (160 + 20 - 100) / 4, high: (160 + 100 - 20) / 4 },
    });
  });
  it("move the weight of what is not applicable to the others", () => {
    expect(of([80, "na", 60], [50, 30, 20])).toMatchObject({ coverage: 1, applicable: 0.7, total: 74.285714 });
    expect(of([80, "na", "na"], [40, 40, 20]).rankingTotal).toBeNull();
    expect(of(["na", "na"], [1, 1])).toMatchObject({ total: null, soFar: null, low: null, coverage: 0 });
  });
  it("follow the policy that was chosen", () => {
    const by = (policy: MissingPolicy): number | null => of([80, null, 60], [50, 30, 20], policy).total;
    expect([by("renormalise"), by("zero"), by("neutral"), by("block")]).toEqual([74.285714, 52, 67, null]);
    // Equal shares: 30 over two lines, 65 and 35.
    expect(by("equal")).toBe(73);
    expect(of([80, null], [50, 50], "renormalise").rankingTotal).toBeNull();
  });
  it("are none where nothing is scored, unless the policy says what counts for it", () => {
    const nothing = { soFar: null, low: 0, high: 100, coverage: 0 };
    for (const policy of ["wait", "renormalise", "equal", "block"] as const)
      expect(of([null, null], [1, 1], policy)).toMatchObject({ ...nothing, raw: null, total: null });
    expect(of([null, null], [1, 1], "zero")).toMatchObject({ ...nothing, total: 0 });
    expect(of([null, null], [1, 1], "neutral")).toMatchObject({ ...nothing, total: 50 });
  });
  it("are ranked from just the limits on that were set, and only renormalise asks for coverage", () => {
    const ranked = (
      scores: readonly (number | null | "na")[],
      policy: MissingPolicy,
      limits: { minCoverage?: number; minApplicable?: number } = {},
    ): boolean => {
      const found = totalOf(scores, [0.7, 0.3], policy, {
        neutral: 50,
        ...(limits.minCoverage === undefined ? {} : { minCoverage: asShare(limits.minCoverage) }),
        ...(limits.minApplicable === undefined ? {} : { minApplicable: asShare(limits.minApplicable) }),
      });
      return found.ok && found.value.rankingTotal !== null;
    };
    expect([
      ranked([80, null], "renormalise"),
      ranked([null, 80], "renormalise"),
      ranked([null, 80], "renormalise", { minCoverage: 0.3 }),
      ranked([null, 80], "renormalise", { minCoverage: 0.301 }),
      ranked([null, 80], "zero"),
      ranked([null, 80], "equal"),
      ranked(["na", 80], "wait"),
      ranked(["na", 80], "wait", { minApplicable: 0.3 }),
      ranked(["na", 80], "wait", { minApplicable: 0.301 }),
      ranked([80, "na"], "renormalise"),
    ]).toEqual([true, false, true, false, true, true, false, true, false, true]);
  });
  it("are none where the number that is neutral is too large to add up", () => {
    expect(totalOf([1, null], [1, 9], "neutral", { neutral: 1e308 })).toMatchObject({
      value: { total: null, rankingTotal: null, soFar: 1 },
    });
  });
  it("refuse weights that are none", () => {
    const reason = (weights: readonly number[]): string => {
      const found = totalOf([1, 2], weights, "wait");
      return found.ok ? "ok" : found.reason;
    };
    expect([reason([0, 0]), reason([-1, 2]), reason([Number.NaN, 1]), reason([1])]).toEqual([
      "no-weights",
      "negative",
      "not-a-number",
      "shape",
    ]);
    expect(totalOf([], [], "wait")).toMatchObject({ ok: false, reason: "empty" });
    expect(totalOf([1, null], [1, 1], "neutral")).toMatchObject({ reason: "missing-parameter" });
    expect(totalOf([1, null], [1, 1], "wait", { best: Number.NaN })).toMatchObject({ reason: "not-a-number" });
    expect(totalOf([1e308, null], [1e308, 1], "wait")).toMatchObject({
      value: { low: null, soFar: null, coverage: 0 },
    });
    expect(of([Number.NaN, Infinity], [1, 1])).toMatchObject({ total: null, low: 0 });
  });

  const score = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
  const row = fc.array(fc.tuple(score, fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 8 });
  it("are the same for weights on any scale", () => {
    fc.assert(
      fc.property(row, fc.constantFrom(0.01, 0.5, 3, 100), (lines, factor) => {
        const [scores, weights] = [lines.map(([s]) => s), lines.map(([, w]) => w)];
        expect(
          of(
            scores,
            weights.map((w) => w * factor),
          ).low,
        ).toBeCloseTo(of(scores, weights).low ?? 0, 5);
      }),
    );
  });
  it("never fall at the lower bound when a blank is filled, and stay inside the bounds", () => {
    fc.assert(
      fc.property(row, fc.integer({ min: 0, max: 100 }), (lines, filled) => {
        const [scores, weights] = [lines.map(([s]) => s), lines.map(([, w]) => w)];
        const blank = scores.indexOf(null);
        if (blank < 0) return;
        const [before, after] = [of(scores, weights), of(scores.with(blank, filled), weights)];
        expect(after.low ?? 0).toBeGreaterThanOrEqual(before.low ?? 0);
        expect(after.high ?? 0).toBeLessThanOrEqual(before.high ?? 0);
      }),
    );
  });
  it("never let a blank lift anybody under the default policy", () => {
    fc.assert(
      fc.property(row, (lines) => {
        const [scores, weights] = [lines.map(([s]) => s), lines.map(([, w]) => w)];
        if (scores.includes(null)) expect(of(scores, weights).rankingTotal).toBeNull();
      }),
    );
  });
});

describe("rounding", () => {
  it("goes half away from zero, on the digits a person reads", () => {
    const cases = [
      [2.15, 1],
      [2.149, 1],
      [-1.475, 2],
      [1.005, 2],
      [-2.5, 0],
      [626.3, -3],
      [1e21, 2],
      [0, 3],
      [1e-9, 6],
    ] as const;
    expect(cases.map(([x, digits]) => roundHalfAway(x, digits))).toEqual([2.2, 2.1, -1.48, 1.01, -3, 1000, 1e21, 0, 0]);
  });
  it("is the same by the quick way that totals take", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (n) => {
        const x = n / 1e7;
        expect(roundTotal(x)).toBe(roundHalfAway(x, 6));
      }),
      { numRuns: 2000 },
    );
  });
  it("of totals takes the digits a person reads where a multiplication would not: at halves, and beyond a million", () => {
    // 0.0001245 × 1e6 is 124.49999999999999 in binary, −0.0000005 × 1e6 is −0.5; of 1,000,000,000.3700017 a person reads 15 digits.
    expect(
      [0.0001245, 0.0002445, -0.0000005, -0.0000015, 1_000_000_000.3700017, -1_000_000_000.3700017].map(roundTotal),
    ).toEqual([0.000125, 0.000245, -0.000001, -0.000002, 1_000_000_000.37, -1_000_000_000.37]);
  });
  it("never leaves the finite numbers, however large the number or many the digits", () => {
    expect(roundHalfAway(-1.7976931348623151e308, -1)).toBe(-1.7976931348623151e308);
    expect(roundHalfAway(1e308, 5)).toBe(1e308);
    expect(roundHalfAway(1, -400)).toBe(0);
    expect(roundHalfAway(0.3, 400)).toBe(0.3);
  });
  it("makes 0.1 + 0.2 and 0.3 one total", () => {
    expect(roundTotal(0.1 + 0.2)).toBe(roundTotal(0.3));
  });
});

describe("bands", () => {
  const bands = [112, 103, 90, 60, 0].map((from, i) => ({ name: "ABCDE"[i] ?? "", from }));
  it("go by the lower cut-off on the rounded total", () => {
    expect([112, 111.9999999, 89.99, 60, 0].map((total) => bandOf(total, bands)?.name)).toEqual([
      "A",
      "A",
      "D",
      "D",
      "E",
    ]);
    expect(bandOf(-1, bands)).toBeNull();
    // Of two bands from one cut-off the one that stands first counts: on the sheet, which lists them upwards, the last.
    const twins = ["A", "B"].map((name) => ({ name, from: 90 }));
    expect(bandOf(95, twins)?.name).toBe("A");
    // In any order of the table.
    expect([112, 95, 60].map((total) => bandOf(total, [...bands].reverse())?.name)).toEqual(["A", "C", "D"]);
  });
  it("have faults by order, equal cut-offs, an open end and bands out of reach", () => {
    expect(bandFaults(bands, 0, 120)).toEqual([]);
    expect(bandFaults(bands, 0, 105)).toEqual([{ kind: "unreachable", index: 0, best: 105 }]);
    const wrong = [
      { name: "A", from: 80 },
      { name: "B", from: 90 },
      { name: "C", from: 90 },
    ];
    expect(bandFaults(wrong, 0, null).map(({ kind }) => kind)).toEqual(["order", "equal", "uncovered"]);
  });
});
