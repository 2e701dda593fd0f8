import fc from "fast-check";
import { coefficientPay, meritPlan, nineBox } from "../../../src/core/improve/pay";
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
  it("refuses a band that it does not have", () => {
    expect(meritPlan([{ salary: 1, market: 1, band: 9 }], 1)).toMatchObject({ reason: "out-of-range" });
  });
});

describe("coefficients and nine-box", () => {
  it("multiply base, company, department and person", () => {
    expect(coefficientPay(10_000, 1.1, 0.9, 1.2)).toEqual({ ok: true, value: expect.closeTo(11_880, 9) });
    expect(coefficientPay(1, -1, 1, 1)).toMatchObject({ reason: "negative" });
  });
  it("place by lower ends", () => {
    const limits = { performance: [90, 103], potential: [2, 4] } as const;
    expect(nineBox(103, 2, limits)).toEqual({ ok: true, value: { performance: 2, potential: 1 } });
    expect(nineBox(89.9, 5, limits)).toEqual({ ok: true, value: { performance: 0, potential: 2 } });
    expect(nineBox(1, 1, { ...limits, potential: [4, 2] })).toMatchObject({ reason: "out-of-range" });
  });
});
