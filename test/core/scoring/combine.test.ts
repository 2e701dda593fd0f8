/** Totals by three methods under six policies, compared with products and minima by hand. */
import fc from "fast-check";
import { combinedTotal, TOTAL_METHODS, type TotalMethod } from "../../../src/core/scoring/combine";
import { roundTotal } from "../../../src/core/scoring/round";
import { MISSING_POLICIES, totalOf, type MissingPolicy, type PersonTotal } from "../../../src/core/scoring/totals";

type Score = number | null | "na";
const of = (
  method: TotalMethod,
  scores: readonly Score[],
  weights: readonly number[],
  policy: MissingPolicy = "wait",
): PersonTotal => {
  const found = combinedTotal(method, scores, weights, policy, { neutral: 50 });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

describe("a total by another mean", () => {
  it("is the product of powers, or the weakest line that has weight", () => {
    expect(of("geometric", [90, 40], [1, 1])).toMatchObject({ raw: expect.closeTo(60, 12) as number, total: 60 });
    expect(of("geometric", [80, 40, 1], [75, 25, 0]).total).toBe(roundTotal(80 ** 0.75 * 40 ** 0.25));
    expect(of("minimum", [80, 40, 1], [75, 25, 0])).toMatchObject({ total: 40, rankingTotal: 40, low: 40, high: 40 });
    expect(of("arithmetic", [80, 40], [75, 25]).total).toBe(70);
  });
  it("waits while something is missing: so far, at worst nothing, at best full marks", () => {
    const gap: readonly Score[] = [81, null];
    expect(of("geometric", gap, [50, 50])).toMatchObject({
      total: null,
      rankingTotal: null,
      soFar: 81,
      low: 0,
      high: 90,
    });
    expect(of("minimum", gap, [50, 50])).toMatchObject({ total: null, soFar: 81, low: 0, high: 81, coverage: 0.5 });
  });
  it("takes no notice of a blank without weight", () => {
    const idle = { total: 81, low: 81, high: 81 };
    for (const policy of ["wait", "zero", "neutral"] as const)
      expect(of("geometric", [81, null], [1, 0], policy)).toMatchObject(idle);
  });
  it("follows the policy that was chosen", () => {
    const by = (method: TotalMethod, policy: MissingPolicy): number | null =>
      of(method, [81, null, 16], [50, 25, 25], policy).total;
    // Two thirds and one third of the weight are scored; 16 and 81 meet at 36 where they weigh alike.
    expect(by("geometric", "renormalise")).toBe(roundTotal(81 ** (2 / 3) * 16 ** (1 / 3)));
    expect(by("geometric", "equal")).toBe(roundTotal(81 ** 0.625 * 16 ** 0.375));
    expect(by("geometric", "neutral")).toBe(roundTotal(9 * 50 ** 0.25 * 2));
    expect([by("geometric", "zero"), by("geometric", "block"), by("geometric", "wait")]).toEqual([0, null, null]);
    expect(MISSING_POLICIES.map((policy) => by("minimum", policy))).toEqual([null, 16, 0, 16, 16, null]);
  });
  it("takes what is no number for missing, as the weighted mean does, and what is marked for not applicable", () => {
    expect(of("minimum", [81, NaN], [1, 1])).toMatchObject({ total: null, soFar: 81, low: 0, coverage: 0.5 });
    expect(of("geometric", [81, Infinity], [1, 1])).toMatchObject({ total: null, soFar: 81, coverage: 0.5 });
    expect(of("minimum", [81, Number.NEGATIVE_INFINITY], [1, 1])).toMatchObject({
      total: 81,
      low: 81,
      applicable: 0.5,
    });
  });
  it("ranks nobody of whom too little is known", () => {
    expect(of("minimum", [81, null], [50, 50], "renormalise")).toMatchObject({ total: 81, rankingTotal: null });
    expect(of("minimum", [81, null], [80, 20], "renormalise")).toMatchObject({ total: 81, rankingTotal: 81 });
  });
  it("leaves out what does not apply, and says nothing of nothing", () => {
    expect(of("geometric", [81, "na", 16], [25, 50, 25])).toMatchObject({ total: 36, applicable: 0.5, coverage: 1 });
    expect(of("minimum", ["na", "na"], [1, 1])).toMatchObject({ total: null, soFar: null, low: null, high: null });
    expect(of("geometric", [null, null], [1, 1])).toMatchObject({ total: null, soFar: null, low: 0, high: 100 });
  });
  it("refuses weights that are none, and scores whose product would be none", () => {
    expect(combinedTotal("geometric", [0, 50], [1, 1], "wait")).toMatchObject({ reason: "out-of-range" });
    expect(combinedTotal("geometric", [0, null], [1, 1], "wait")).toMatchObject({ reason: "out-of-range" });
    expect(combinedTotal("geometric", [50, null], [1, 1], "wait", { best: -1 })).toMatchObject({
      reason: "out-of-range",
    });
    expect(combinedTotal("geometric", [-1, 50], [0, 1], "wait")).toMatchObject({ ok: true });
    expect(combinedTotal("minimum", [1, 2], [0, 0], "wait")).toMatchObject({ reason: "no-weights" });
    expect(combinedTotal("minimum", [1], [1, 2], "wait")).toMatchObject({ reason: "shape" });
    expect(combinedTotal("geometric", [1, null], [1, 1], "neutral")).toMatchObject({ reason: "missing-parameter" });
  });
});

describe("the three methods", () => {
  const line = fc.record({
    weight: fc.integer({ min: 1, max: 40 }),
    score: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 100 }) },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant("na" as const) },
    ),
    filled: fc.integer({ min: 1, max: 100 }),
  });
  const lines = fc.array(line, { minLength: 1, maxLength: 6 });
  it("order themselves: weakest line ≤ geometric ≤ arithmetic, under every policy", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...MISSING_POLICIES), (list, policy) => {
        const [scores, weights] = [list.map(({ score }) => score), list.map(({ weight }) => weight)];
        const [most, middle, least] = TOTAL_METHODS.map((method) => of(method, scores, weights, policy).total);
        if (most == null || middle == null || least == null) expect([most, middle, least]).toEqual([null, null, null]);
        else {
          expect(middle).toBeLessThanOrEqual(most + 1e-6);
          expect(least).toBeLessThanOrEqual(middle + 1e-6);
        }
      }),
    );
  });
  it("keep their bounds: a blank that is filled ends between them, and never lowers the lower one", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...TOTAL_METHODS), (list, method) => {
        const weights = list.map(({ weight }) => weight);
        const scores = list.map(({ score }) => score);
        const before = of(method, scores, weights);
        const after = of(
          method,
          list.map(({ score, filled }) => score ?? filled),
          weights,
        );
        if (after.total === null) return;
        expect(after.total).toBeGreaterThanOrEqual((before.low ?? NaN) - 1e-6);
        expect(after.total).toBeLessThanOrEqual((before.high ?? NaN) + 1e-6);
        const blank = scores.indexOf(null);
        if (blank < 0) return;
        const next = of(method, scores.with(blank, list[blank]?.filled ?? 1), weights);
        expect(next.low).toBeGreaterThanOrEqual((before.low ?? NaN) - 1e-6);
      }),
    );
  });
  it("do not change with the scale of the weights, and the first is the weighted mean itself", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...MISSING_POLICIES), (list, policy) => {
        const [scores, weights] = [list.map(({ score }) => score), list.map(({ weight }) => weight)];
        for (const method of TOTAL_METHODS)
          expect(
            of(
              method,
              scores,
              weights.map((weight) => weight / 100),
              policy,
            ).total,
          ).toBe(of(method, scores, weights, policy).total);
        expect(combinedTotal("arithmetic", scores, weights, policy, { neutral: 50 })).toEqual(
          totalOf(scores, weights, policy, { neutral: 50 }),
        );
      }),
    );
  });
});
