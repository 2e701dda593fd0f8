import fc from "fast-check";
import { coefficientOf, coefficientPay, meritPlan, nineBox } from "../../../src/core/improve/pay";
import { pointsLost } from "../../../src/core/improve/pointsLost";

describe("points lost", () => {
  it("are listed largest first, with causes summed and missing lines named", () => {
    const result = pointsLost([
      { id: "K01", weight: 40, attainment: 0.9, cause: "skill" },
      { id: "K02", weight: 30, attainment: 0.6, cause: "obstacle" },
      { id: "K03", weight: 20, attainment: 1.2 },
      { id: "K04", weight: 10, attainment: null },
    ]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        total: expect.closeTo(16, 12),
        lines: [
          { id: "K02", share: 0.75 },
          { id: "K01", cumulated: 1 },
        ],
        causes: [{ cause: "obstacle" }, { cause: "skill" }],
        missing: ["K04"],
      },
    });
  });
  it("and the total at cap 1 add up to the weights", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.string(),
            weight: fc.integer({ min: 0, max: 100 }),
            attainment: fc.double({ min: 0, max: 1.2, noNaN: true }),
          }),
          { minLength: 1 },
        ),
        (lines) => {
          const result = pointsLost(lines);
          const kept = lines.reduce((sum, line) => sum + line.weight * Math.min(1, line.attainment), 0);
          expect(result.ok && result.value.total + kept).toBeCloseTo(
            lines.reduce((sum, line) => sum + line.weight, 0),
            6,
          );
        },
      ),
    );
  });
  it("are refused for negative weights and nothing at all", () => {
    expect(pointsLost([])).toMatchObject({ reason: "empty" });
    expect(pointsLost([{ id: "a", weight: -1, attainment: 1 }])).toMatchObject({ reason: "negative" });
  });
});

describe("merit matrix", () => {
  it("takes the column by compa-ratio, its ends belonging to the middle, and compares with the budget", () => {
    const result = meritPlan(
      [
        { salary: 900, market: 1000, band: 0 },
        { salary: 800, market: 1000, band: 2 },
      ],
      40,
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        people: [{ compaRatio: 90, increase: 5 }, { increase: 3.5 }],
        cost: 73,
        fit: expect.closeTo(40 / 73, 12),
      },
    });
  });
  it("pays no more than the budget once all increases are multiplied by the fit", () => {
    const person = fc.record({
      salary: fc.integer({ min: 100, max: 9999 }),
      market: fc.integer({ min: 100, max: 9999 }),
      band: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1 }), fc.integer({ min: 0, max: 5000 }), (people, budget) => {
        const plan = meritPlan(people, budget);
        if (!plan.ok) throw new Error(plan.reason);
        const paid = people.map(({ salary }, i) => (salary * (plan.value.people[i]?.increase ?? 0)) / 100);
        expect(paid.reduce((a, b) => a + b, 0)).toBeCloseTo(plan.value.cost, 6);
        expect(plan.value.cost * plan.value.fit).toBeLessThanOrEqual(budget + 1e-6);
      }),
    );
  });
  it("refuses a matrix that contradicts itself", () => {
    const [low, high] = [
      { low: 3, high: 1 },
      { low: 1, high: 3 },
    ];
    const person = [{ salary: 1, market: 1, band: 0 }];
    expect(meritPlan(person, 1, { limits: [90, 110], cells: [[low, high, high]] })).toMatchObject({
      reason: "out-of-range",
    });
    expect(meritPlan(person, 1, { limits: [110, 90], cells: [[high, high, high]] })).toMatchObject({
      reason: "out-of-range",
    });
  });
  it("refuses a band that it does not have", () => {
    expect(meritPlan([{ salary: 1, market: 1, band: 9 }], 1)).toMatchObject({ reason: "out-of-range" });
  });
});

describe("coefficients and nine-box", () => {
  it("multiply base, company, department and person", () => {
    expect(coefficientPay(10_000, 1.1, 0.9, 1.2)).toEqual({ ok: true, value: expect.closeTo(11_880, 9) });
    expect(coefficientPay(1, -1, 1, 1)).toMatchObject({ reason: "negative" });
  });
  it("take the personal coefficient from the band", () => {
    expect(["A", "B", "C", "D"].map((band) => coefficientOf(band))).toEqual(
      [1.2, 1, 0.8, 0.5].map((value) => ({ ok: true, value })),
    );
    expect(coefficientOf("E")).toEqual({ ok: false, reason: "missing-parameter", params: { needs: "E" } });
    expect(coefficientOf("x", [{ band: "x", coefficient: -1 }])).toMatchObject({ reason: "negative" });
    const twice = [1, 2].map((coefficient) => ({ band: "x", coefficient }));
    expect(coefficientOf("x", twice)).toMatchObject({ reason: "shape" });
  });
  it("say when a potential has nothing behind it", () => {
    const limits = { performance: [90, 103], potential: [2, 4] } as const;
    expect(nineBox(100, 3, limits, 0)).toMatchObject({ ok: true, value: { isUnproved: true } });
    expect(nineBox(100, 3, limits, 1)).toMatchObject({ ok: true, value: { isUnproved: false } });
  });
  it("place by lower ends", () => {
    const limits = { performance: [90, 103], potential: [2, 4] } as const;
    expect(nineBox(103, 2, limits)).toEqual({ ok: true, value: { performance: 2, potential: 1, isUnproved: null } });
    expect(nineBox(89.9, 5, limits)).toEqual({ ok: true, value: { performance: 0, potential: 2, isUnproved: null } });
    expect(nineBox(1, 1, { ...limits, potential: [4, 2] })).toMatchObject({ reason: "out-of-range" });
  });
});
