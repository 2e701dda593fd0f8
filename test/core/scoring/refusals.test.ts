/** What scoring refuses, why, and what it names for the message; and what lies just inside each limit. */
import type { Computed } from "../../../src/core/model/computed";
import type { LineRule } from "../../../src/core/model/line";
import { asAttainment } from "../../../src/core/model/units";
import { adjustTotal } from "../../../src/core/scoring/adjustments";
import { geometricMean, meanWithEnoughData, weakestLink, weightedSum } from "../../../src/core/scoring/aggregates";
import { attainmentOf, missingParameters, parametersOf, rawAttainment } from "../../../src/core/scoring/attainment";
import { piecewiseLinear } from "../../../src/core/scoring/interpolate";
import {
  convertScale,
  distanceToTarget,
  goalposts,
  minMax,
  tScores,
  zScores,
} from "../../../src/core/scoring/normalise";
import { pointsTable, SCORING_DEFAULTS } from "../../../src/core/scoring/settings";
import { daysWithin, eligible, joinParts, targetForPart } from "../../../src/core/scoring/tenure";
import { totalOf } from "../../../src/core/scoring/totals";

type Told = string | number | readonly [reason: string, params: object];
/** A value to nine decimals; a reason, with its params where there are any. */
function told(found: Computed<number>): Told {
  if (found.ok) return Number(found.value.toFixed(9));
  return found.params === undefined ? found.reason : [found.reason, found.params];
}
const needs = (parameter: string): Told => ["out-of-range", { needs: parameter }];
const between = (low: number, high: number): Told => ["out-of-range", { low, high }];

const CURVE: LineRule = { kind: "curve", threshold: 80, target: 100 };
const RANGE: LineRule = { kind: "range", low: 10, high: 20, zeroDistance: 5 };
const STEPS: LineRule = { kind: "steps", worthBelow: 0.4, step1: 60, worth1: 0.7, step2: 80, worth2: 1 };
const DEDUCTION: LineRule = { kind: "deduction", maximum: 10, unitPoints: 2 };

describe("the attainment of a line", () => {
  const cases: readonly (readonly [what: string, rule: LineRule, actual: number, told: Told])[] = [
    ["a curve without a slope", { ...CURVE, threshold: 100 }, 90, needs("threshold")],
    ["a curve that goes down where up is better", { ...CURVE, direction: "lower" }, 90, needs("direction")],
    [
      "a curve that goes up where down is better",
      { ...CURVE, threshold: 120, direction: "higher" },
      90,
      needs("direction"),
    ],
    ["a zero point at the threshold", { ...CURVE, zeroPoint: 80 }, 90, needs("zeroPoint")],
    ["a zero point beyond the threshold", { ...CURVE, zeroPoint: 81 }, 90, needs("zeroPoint")],
    ["a zero point above, where lower is better", { ...CURVE, threshold: 120, zeroPoint: 110 }, 90, needs("zeroPoint")],
    ["a zero point under the threshold", { ...CURVE, zeroPoint: 60 }, 70, 0.3],
    ["a zero point that lower is better asks for", { ...CURVE, threshold: 120, zeroPoint: 140 }, 130, 0.3],
    ["a stretch before the target", { ...CURVE, stretch: 99 }, 90, needs("stretch")],
    ["a stretch beyond, where lower is better", { ...CURVE, threshold: 120, stretch: 101 }, 90, needs("stretch")],
    ["a stretch at the target", { ...CURVE, stretch: 100 }, 130, 1],
    ["half way to a stretch below the target", { ...CURVE, threshold: 120, stretch: 80 }, 90, 1.1],
    ["a rating under the scale", { kind: "rating" }, 0.5, between(1, 5)],
    ["a rating over the scale", { kind: "rating" }, 5.5, between(1, 5)],
    ["a rating on a scale of seven", { kind: "rating", maximum: 7 }, 7.5, between(1, 7)],
    ["the middle of a scale of seven", { kind: "rating", maximum: 7 }, 4, 1],
    ["the lowest point", { kind: "rating" }, 1, 0.4],
    ["a scale that is none", { kind: "rating", maximum: 1 }, 1, ["missing-parameter", { needs: "maximum" }]],
    ["marks of nothing", { kind: "points", maximum: 0 }, 0, needs("maximum")],
    ["marks below 0", { kind: "points", maximum: 50 }, -1, between(0, 50)],
    ["marks above the maximum", { kind: "points", maximum: 50 }, 51, between(0, 50)],
    ["no mark at all", { kind: "points", maximum: 50 }, 0, 0],
    ["full marks", { kind: "points", maximum: 50 }, 50, 1],
    ["a range turned round", { ...RANGE, high: 9 }, 10, needs("high")],
    ["a range without a distance", { ...RANGE, zeroDistance: 0 }, 10, needs("zeroDistance")],
    ["a range of one number", { ...RANGE, high: 10 }, 11, 0.8],
    ["no worst allowed", { kind: "zero", worstAllowed: 0 }, 0, needs("worstAllowed")],
    ["fewer than none", { kind: "zero", worstAllowed: 4 }, -1, "negative"],
    ["more than all of a milestone", { kind: "milestone" }, 1.01, between(0, 1)],
    ["less than nothing of it", { kind: "milestone" }, -0.01, between(0, 1)],
    ["half a yes", { kind: "yesNo" }, 0.5, between(0, 1)],
    ["a no", { kind: "yesNo" }, 0, 0],
    ["a baseline at the target", { kind: "linear", baseline: 3, target: 3 }, 3, needs("baseline")],
    ["a ratio to 0", { kind: "ratio", target: 0 }, 3, needs("target")],
    ["a ratio of what is below 0", { kind: "ratio", target: 3 }, -3, "negative"],
    ["nothing, where less is better", { kind: "ratio", direction: "lower", target: 3 }, 0, 1.2],
    ["nothing, where more is better", { kind: "ratio", target: 3 }, 0, 0],
    ["a deviation from 0", { kind: "deviation", target: 0 }, 3, needs("target")],
    ["a best value of 0", { kind: "nominal", target: 0 }, 3, needs("target")],
    ["a deduction from nothing", { ...DEDUCTION, maximum: 0 }, 0, needs("maximum")],
    ["a deduction for fewer than none", DEDUCTION, -1, "negative"],
    ["a deduction that adds", { ...DEDUCTION, unitPoints: -1 }, 1, "negative"],
    ["a deduction of nothing a time", { ...DEDUCTION, unitPoints: 0 }, 3, 1],
    ["no deduction", DEDUCTION, 0, 1],
    ["steps that fall", { ...STEPS, step2: 50 }, 70, needs("step2")],
    ["two steps from one cut-off", { ...STEPS, step2: 60 }, 70, needs("step2")],
    ["a step without its worth", { kind: "steps", worthBelow: 0, step1: 1, worth1: 1, step2: 2 }, 1, needs("worth2")],
    ["a worth without its step", { kind: "steps", worthBelow: 0, step1: 1, worth1: 1, worth2: 2 }, 1, needs("step2")],
    ["a step after one that is left out", { ...STEPS, step4: 99, worth4: 1.2 }, 70, needs("step3")],
    [
      "steps without the worth under them",
      { kind: "steps", step1: 1, worth1: 1 },
      3,
      ["missing-parameter", { needs: "worthBelow" }],
    ],
    ["a points line without a maximum", { kind: "points" }, 3, ["missing-parameter", { needs: "maximum" }]],
    ["no number", CURVE, Number.NaN, "not-a-number"],
    ["a number beyond all others", { kind: "deviation", target: 1e-300 }, 1e300, "not-a-number"],
  ];
  it.each(cases)("of %s", (_, rule, actual, expected) => {
    expect(told(rawAttainment(rule, actual))).toEqual(expected);
  });
  const wellMade: readonly LineRule[] = [
    CURVE,
    RANGE,
    STEPS,
    DEDUCTION,
    ...(["rating", "milestone", "yesNo"] as const).map((kind) => ({ kind })),
    ...(["ratio", "deviation", "nominal"] as const).map((kind) => ({ kind, target: 3 })),
    { kind: "points", maximum: 10 },
    { kind: "zero", worstAllowed: 4 },
    { kind: "linear", baseline: 1, target: 3 },
  ];
  it.each(wellMade.map((rule) => [rule.kind, rule] as const))(
    "of what is no number is refused as such, whatever the kind: %s",
    (_, rule) => {
      const found = [Number.NaN, Infinity, -Infinity].map((actual) => told(rawAttainment(rule, actual)));
      expect(found).toEqual(found.map(() => "not-a-number"));
    },
  );
  it("with nothing below the threshold falls to 0 there, in both directions, and not at it", () => {
    const settings = { ...SCORING_DEFAULTS, belowThreshold: "nothing" } as const;
    const lower: LineRule = { ...CURVE, threshold: 120 };
    expect([79.9, 80].map((actual) => told(rawAttainment(CURVE, actual, settings)))).toEqual([0, 0.6]);
    expect([120.1, 120].map((actual) => told(rawAttainment(lower, actual, settings)))).toEqual([0, 0.6]);
    expect(told(rawAttainment(CURVE, 79.9))).toBeGreaterThan(0);
  });
  it("at another threshold setting has the zero point that lets the slope go on", () => {
    // s0 = 0.5: zero = 80 − 0.5/0.5 · 20 = 60; half way from there to the threshold is 0.25.
    const settings = { ...SCORING_DEFAULTS, atThreshold: asAttainment(0.5) };
    expect([60, 70, 80, 90].map((actual) => told(rawAttainment(CURVE, actual, settings)))).toEqual([
      0, 0.25, 0.5, 0.75,
    ]);
  });
  it("follows the points of Settings for a scale of as many points, and the usual ones for others", () => {
    const settings = { ...SCORING_DEFAULTS, points: [0.1, 0.5, 1].map(asAttainment) };
    const rated = (rule: LineRule): Told => told(rawAttainment(rule, 2, settings));
    expect([rated({ kind: "rating" }), rated({ kind: "rating", maximum: 3 })]).toEqual([0.5, 0.5]);
    expect(rated({ kind: "rating", maximum: 5 })).toBe(0.7);
  });
  it("keeps between floor and cap", () => {
    const rule: LineRule = { kind: "deviation", target: 10 };
    expect([-5, 5, 20].map((actual) => told(attainmentOf(rule, actual)))).toEqual([0, 0.5, 1.2]);
    expect(told(attainmentOf(rule, Number.NaN))).toBe("not-a-number");
  });
  it("asks for the parameters of its kind, in the order of the plan", () => {
    expect((["curve", "points", "range", "zero", "linear", "ratio", "deduction"] as const).map(parametersOf)).toEqual([
      ["threshold", "target"],
      ["maximum"],
      ["low", "high", "zeroDistance"],
      ["worstAllowed"],
      ["baseline", "target"],
      ["target"],
      ["maximum", "unitPoints"],
    ]);
    for (const kind of ["deviation", "nominal"] as const) expect(missingParameters({ kind })).toEqual(["target"]);
    for (const kind of ["rating", "milestone", "yesNo"] as const) expect(parametersOf(kind)).toEqual([]);
  });
});

describe("a broken line", () => {
  it("needs its points from left to right", () => {
    expect(told(piecewiseLinear([], 1))).toBe("empty");
    expect(
      told(
        piecewiseLinear(
          [
            [1, 1],
            [1, 2],
          ],
          1,
        ),
      ),
    ).toBe("shape");
    expect(
      told(
        piecewiseLinear(
          [
            [1, Number.NaN],
            [2, 2],
          ],
          1,
        ),
      ),
    ).toBe("not-a-number");
    expect(
      told(
        piecewiseLinear(
          [
            [1, 5],
            [2, 9],
          ],
          2,
        ),
      ),
    ).toBe(9);
  });
});

describe("points tables", () => {
  it("are there for 2 to 100 points; of three and four points the second and third meet", () => {
    expect([pointsTable(1), pointsTable(101), pointsTable(2.5)]).toEqual([[], [], []]);
    expect(pointsTable(100)).toHaveLength(100);
    expect([pointsTable(2), pointsTable(3), pointsTable(4)]).toEqual([
      [0.4, 1],
      [0.4, 1, 1.2],
      [0.4, 0.7, 1, 1.2],
    ]);
  });
});

describe("totals and their parts", () => {
  const items = [{ id: "a", kind: "bonus", unitPoints: 2, count: 1 }] as const;
  it("with items refuse numbers that are none, wherever they stand", () => {
    const reasonOf = (total: number, limits: Parameters<typeof adjustTotal>[2]): string => {
      const found = adjustTotal(total, items, limits);
      return found.ok ? "ok" : found.reason;
    };
    expect([
      reasonOf(Number.NaN, {}),
      reasonOf(50, { lowest: Number.NaN }),
      reasonOf(50, { highest: Number.NaN }),
      reasonOf(50, { bonus: Number.NaN }),
      reasonOf(50, { lowest: 50, highest: 50 }),
    ]).toEqual(["not-a-number", "not-a-number", "not-a-number", "not-a-number", "ok"]);
    expect(adjustTotal(50, items, { lowest: 60, highest: 50 })).toMatchObject({ params: { low: 60, high: 50 } });
  });
  it("of weighted means refuse lists that do not belong together", () => {
    for (const run of [geometricMean, weakestLink]) {
      expect([told(run([], [])), told(run([1], [1, 2])), told(run([1, 2], [1, Number.NaN]))]).toEqual([
        "empty",
        "shape",
        "not-a-number",
      ]);
      expect(told(run([1, Number.NaN], [1, 1]))).toBe("not-a-number");
    }
    expect([told(weightedSum([], [])), told(geometricMean([1, 0], [1, 1]))]).toEqual([
      "empty",
      ["out-of-range", { low: 0 }],
    ]);
    const mean = (share: number): Told => told(meanWithEnoughData([1, null], [1, 1], share));
    expect([mean(-0.1), mean(0), mean(1.1), mean(1), mean(0.5)]).toEqual([
      between(0, 1),
      1,
      between(0, 1),
      ["too-few", { found: 1 }],
      1,
    ]);
    expect(told(meanWithEnoughData([], [], 0))).toBe("empty");
  });
  it("ask for the number that neutral needs, by name", () => {
    expect(totalOf([1, null], [1, 1], "neutral")).toEqual({
      ok: false,
      reason: "missing-parameter",
      params: { needs: "neutral" },
    });
  });
  it("on other scales refuse numbers that are none and groups that are small", () => {
    expect([told(goalposts(1, Number.NaN, 2)), told(convertScale(1, [0, Infinity], [0, 1]))]).toEqual([
      "not-a-number",
      "not-a-number",
    ]);
    const ends = [goalposts(Infinity, 0, 1), goalposts(1, 0, Infinity), goalposts(1, 0, 2, Infinity)];
    expect(ends.map(told)).toEqual(ends.map(() => "not-a-number"));
    expect(tScores([1, 2])).toEqual({ ok: false, reason: "too-few", params: { people: 2, minPeople: 5 } });
    for (const scale of [zScores, tScores, minMax]) {
      expect(scale([])).toMatchObject({ reason: "empty" });
      expect(scale(new Array(5).fill(Infinity))).toMatchObject({ reason: "not-a-number" });
    }
    // Cut off at 1, an infinite distance would pass for having met the target.
    expect(distanceToTarget([1, Infinity], 5, 1, true)).toMatchObject({ reason: "not-a-number" });
  });
});

describe("part periods", () => {
  const period = { from: 100, to: 199 };
  it("may be a single day, and are refused where an end lies before its beginning", () => {
    expect(told(daysWithin({ from: 150, to: 150 }, period))).toBe(1);
    expect(told(daysWithin({ from: 100, to: 100 }, { from: 100, to: 100 }))).toBe(1);
    expect(told(daysWithin({ from: 150, to: 149 }, period))).toEqual(["out-of-range", { from: 150, to: 149 }]);
    expect(told(daysWithin({ from: null, to: 50 }, period))).toBe(0);
    expect(told(daysWithin({ from: Number.NaN, to: null }, period))).toBe("not-a-number");
    // An open end is null, no number.
    expect(told(daysWithin({ from: -Infinity, to: null }, period))).toBe("not-a-number");
    expect(told(daysWithin({ from: null, to: -5 }, { from: -10, to: 10 }))).toBe(6);
  });
  it("of no day are no part period, and no limit makes everybody eligible", () => {
    expect([eligible(0, 0), eligible(0, 1), eligible(1, -1), eligible(-1, 1)]).toMatchObject([
      { value: true },
      { value: false },
      { reason: "negative" },
      { reason: "negative" },
    ]);
  });
  it("are joined from the limit on; what is too short, negative or no number is refused by name", () => {
    expect(
      joinParts(
        [
          { days: 30, score: 80 },
          { days: 0, score: 10 },
        ],
        30,
      ),
    ).toMatchObject({ value: { total: 80 } });
    expect(joinParts([{ days: 20, score: 80 }], 30)).toEqual({
      ok: false,
      reason: "too-few",
      params: { minimum: 30 },
    });
    expect(
      joinParts([
        { days: 20, score: 80 },
        { days: -1, score: 80 },
      ]),
    ).toMatchObject({ reason: "negative" });
    expect(joinParts([{ days: 20, score: Number.NaN }])).toMatchObject({ reason: "not-a-number" });
    // Three times the largest number, in shares that add up to a rounding more than 1.
    const largest = [1, 2, 2].map((days) => ({ days, score: Number.MAX_VALUE }));
    expect(joinParts(largest)).toEqual({ ok: false, reason: "not-a-number" });
    expect(joinParts([{ days: 20, score: null }])).toMatchObject({ value: { total: null, soFar: null, coverage: 0 } });
    expect(
      joinParts([
        { days: 0, score: 1 },
        { days: 5, score: 3 },
      ]),
    ).toMatchObject({ value: { total: 3, coverage: 1 } });
  });
  it("have a share of the target between none and all of it", () => {
    const target = (days: number, all = 100): Told => told(targetForPart(50, "sum", days, all));
    expect([target(0), target(100), target(-1), target(101), target(1, 0)]).toEqual([
      0,
      50,
      between(0, 100),
      between(0, 100),
      between(0, 0),
    ]);
    expect(told(targetForPart(Number.NaN, "last", 1, 2))).toBe("not-a-number");
    expect(told(targetForPart(50, "mean", Number.NaN, 2))).toBe("not-a-number");
    expect(told(targetForPart(50, "sum", 1, Infinity))).toBe("not-a-number");
  });
});
