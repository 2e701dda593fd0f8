import fc from "fast-check";
import type { LineRule } from "../../../src/core/model/line";
import { attainmentOf, missingParameters, rawAttainment } from "../../../src/core/scoring/attainment";
import { pointsTable } from "../../../src/core/scoring/settings";

const value = (rule: LineRule, actual: number): number | string => {
  const found = attainmentOf(rule, actual);
  return found.ok ? Number(found.value.toFixed(9)) : found.reason;
};

describe("curve without a cliff", () => {
  const returns: LineRule = { kind: "curve", direction: "higher", threshold: 96, target: 98.5, stretch: 99.5 };
  it("meets its points, and reaches 0 at 92.25 as the catalogue says", () => {
    expect([92.25, 96, 98.5, 99.5].map((actual) => value(returns, actual))).toEqual([0, 0.6, 1, 1.2]);
    expect(value(returns, 90)).toBe(0);
    expect(value(returns, 100)).toBe(1.2);
  });
  it("works downwards with the same formula: threshold 20, target 10, zero 35", () => {
    const waiting: LineRule = { kind: "curve", direction: "lower", threshold: 20, target: 10 };
    expect([35, 20, 15, 10, 3].map((actual) => value(waiting, actual))).toEqual([0, 0.6, 0.8, 1, 1]);
  });
  it("refuses a direction that contradicts its numbers and names what is missing", () => {
    expect(value({ kind: "curve", direction: "lower", threshold: 1, target: 2 }, 1)).toBe("out-of-range");
    expect(rawAttainment({ kind: "curve", target: 2 }, 1)).toMatchObject({ params: { needs: "threshold" } });
    expect(missingParameters({ kind: "range", low: 1 })).toEqual(["high", "zeroDistance"]);
  });
  it("never falls when a higher-is-better actual rises", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 80, max: 110, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (a, more) => {
          const [low, high] = [attainmentOf(returns, a), attainmentOf(returns, a + more)];
          return low.ok && high.ok && low.value <= high.value + 1e-12;
        },
      ),
    );
  });
});

describe("the other kinds", () => {
  it("keeps negative targets in order by deviation, where the ratio fails (SAP community thread)", () => {
    const rule: LineRule = { kind: "deviation", direction: "higher", target: -1 };
    const raw = [-1, 0, 1, 2].map((actual) => {
      const found = rawAttainment(rule, actual);
      return found.ok ? found.value : null;
    });
    expect(raw).toEqual([1, 2, 3, 4]);
    expect(value({ kind: "ratio", target: -1 }, 3)).toBe("out-of-range");
  });
  it("tells two lower-is-better rules apart: 55 against 50 is 90.9 % or 90 %", () => {
    expect(value({ kind: "ratio", direction: "lower", target: 50 }, 55)).toBeCloseTo(0.909091, 6);
    expect(value({ kind: "deviation", direction: "lower", target: 50 }, 55)).toBe(0.9);
  });
  it("never divides by a target of 0", () => {
    const accidents: LineRule = { kind: "zero", worstAllowed: 4 };
    expect([0, 1, 4, 9].map((actual) => value(accidents, actual))).toEqual([1, 0.75, 0, 0]);
  });
  it("is 1 inside a range and falls straight to 0", () => {
    const rule: LineRule = { kind: "range", low: 100, high: 100, zeroDistance: 15 };
    expect([100, 92.5, 115, 130].map((actual) => value(rule, actual))).toEqual([1, 0.5, 0, 0]);
  });
  it("uses the points table of a rating, straight between the points", () => {
    const rule: LineRule = { kind: "rating", maximum: 5 };
    expect([1, 2, 2.5, 3, 5].map((actual) => value(rule, actual))).toEqual([0.4, 0.7, 0.85, 1, 1.2]);
    expect(value(rule, 6)).toBe("out-of-range");
    expect(pointsTable(7)[3]).toBe(1);
    expect(pointsTable(3)).toEqual([0.4, 1, 1.2]);
  });
  it("divides marks by their maximum, counts late days, yes or no, progress and deductions", () => {
    expect(value({ kind: "points", maximum: 20 }, 15)).toBe(0.75);
    expect(value({ kind: "milestone", daysLate: 5 }, 1)).toBe(0.9);
    expect(value({ kind: "yesNo" }, 1)).toBe(1);
    expect(value({ kind: "yesNo" }, 2)).toBe("out-of-range");
    expect(value({ kind: "linear", baseline: 40, target: 20 }, 25)).toBe(0.75);
    expect(value({ kind: "nominal", target: 50 }, 45)).toBe(0.9);
    expect(value({ kind: "deduction", maximum: 10, unitPoints: 2 }, 3)).toBe(0.4);
  });
  it("looks steps up by their lower ends, in both directions, under the first one too", () => {
    const more: LineRule = { kind: "steps", worthBelow: 0.4, step1: 60, worth1: 0.7, step2: 80, worth2: 1 };
    expect([59.99, 60, 79.99, 80, 500].map((actual) => value(more, actual))).toEqual([0.4, 0.7, 0.7, 1, 1]);
    const less: LineRule = { kind: "steps", worthBelow: 1.2, step1: 1, worth1: 1, step2: 3, worth2: 0 };
    expect([0, 1, 2, 3].map((actual) => value(less, actual))).toEqual([1.2, 1, 1, 0]);
  });
  it("refuses what is no number, and never gives NaN", () => {
    const kinds = [
      "curve",
      "rating",
      "points",
      "range",
      "zero",
      "milestone",
      "yesNo",
      "linear",
      "ratio",
      "deviation",
      "nominal",
    ] as const;
    const number = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 1e308));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(number, { minLength: 9, maxLength: 9 }), (kind, n) => {
        const at = (i: number): number => n[i] ?? 0;
        const rule: LineRule = {
          kind,
          threshold: at(0),
          target: at(1),
          stretch: at(2),
          low: at(3),
          high: at(4),
          zeroDistance: at(5),
          worstAllowed: at(6),
          maximum: at(7),
          baseline: at(3),
        };
        const found = attainmentOf(rule, at(8));
        return !found.ok || (Number.isFinite(found.value) && found.value >= 0 && found.value <= 1.2);
      }),
    );
  });
});
