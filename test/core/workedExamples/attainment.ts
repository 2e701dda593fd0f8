/** Worked examples of attainment, curves and bands. */
import { asAttainment } from "../../../src/core/model/units";
import { attainmentOf, rawAttainment } from "../../../src/core/scoring/attainment";
import { bandOf, lowerCuts, rangeFaults, type BandRange } from "../../../src/core/scoring/bands";
import { piecewiseLinear } from "../../../src/core/scoring/interpolate";
import { goalposts } from "../../../src/core/scoring/normalise";
import { SCORING_DEFAULTS } from "../../../src/core/scoring/settings";
import { stepAttainment } from "../../../src/core/scoring/steps";
import { allNear, near, valueOf, type Runners } from "./runner";

type Pairs = readonly (readonly [actual: number, target: number])[];
const hasGap = (ranges: readonly BandRange[]): boolean =>
  valueOf(rangeFaults(ranges)).some(({ kind }) => kind === "gap");

export const attainmentExamples: Runners = {
  "sap-ssm-achievement": ({ pairs }: { pairs: Pairs }, expected: { achievementPct: number[] }, tolerance) => {
    const found = pairs.map(([actual, target]) => valueOf(rawAttainment({ kind: "ratio", target }, actual)) * 100);
    allNear(found, expected.achievementPct, tolerance);
  },
  "sap-ssm-absolute": ({ pairs }: { pairs: Pairs }, expected: { achievementPct: number[] }, tolerance) => {
    const found = pairs.map(([actual, target]) => valueOf(rawAttainment({ kind: "nominal", target }, actual)) * 100);
    allNear(found, expected.achievementPct, tolerance);
  },
  "sap-negative-target": ({ pairs }: { pairs: Pairs }, expected: { naiveRatioPct: number[] }) => {
    const found = pairs.map(([actual, target]) => valueOf(rawAttainment({ kind: "deviation", target }, actual)) * 100);
    const [first = 0, second, ...rest] = found;
    expect(first).toBeGreaterThan(100);
    expect(second).toBe(100);
    expect(rest[0]).toBeGreaterThan(100);
    expect([...rest].sort((a, b) => a - b)).toEqual(rest);
    expect(new Set(rest).size).toBe(rest.length);
    // The plain ratio would give what the source prints (−150 …): it is refused where the target is not above 0.
    expect(expected.naiveRatioPct[0]).toBe(-150);
    for (const [actual, target] of pairs)
      expect(rawAttainment({ kind: "ratio", target }, actual)).toMatchObject({ ok: false, reason: "out-of-range" });
  },
  "spider-goal-redflag": (
    { goal, redFlag, actuals }: { goal: number; redFlag: number; actuals: number[] },
    expected: { score0to10: number[] },
    tolerance,
  ) => {
    // Thirds of the scale: the red flag at 10/3, the goal at 20/3, and the same slope beyond both.
    const step = goal - redFlag;
    const knots = [redFlag - step, redFlag, goal, goal + step].map((x, i) => [x, (10 * i) / 3] as const);
    const scores = actuals.map((actual) => valueOf(piecewiseLinear(knots, actual)));
    allNear(scores, expected.score0to10, tolerance);
    expect([200, 1000].map((actual) => valueOf(piecewiseLinear(knots, actual)))).toEqual([0, 10]);
  },
  "bscdesigner-minmax": (
    { min, max, value }: { min: number; max: number; value: number },
    expected: { performancePct: number },
    tolerance,
  ) => {
    near(valueOf(goalposts(value, min, max, 100)), expected.performancePct, tolerance);
  },
  "citehr-631121": (
    { pairs, weight }: { pairs: Pairs; weight: number },
    expected: { points: number[]; publishedValue: number[] },
    tolerance,
  ) => {
    const points = pairs.map(([actual, target]) => valueOf(attainmentOf({ kind: "ratio", target }, actual)) * weight);
    allNear(points, expected.points, tolerance);
    // The source prints 39.2 and 41.6: it rounds 0.978 and 1.044 before it multiplies.
    expect(expected.publishedValue).toEqual([39.2, 41.6]);
    points.forEach((value, i) => {
      expect(Math.abs(value - (expected.publishedValue[i] ?? 0))).toBeGreaterThan(tolerance);
    });
  },
  "sec-curve-ceo": (
    { points, values }: { points: { achievement: number; payout: number }[]; values: number[] },
    expected: { payout: number[] },
    tolerance,
  ) => {
    // As a curve line with "nothing below the threshold": attainment is payout ÷ payout at target.
    const [low, target, high] = points;
    if (low === undefined || target === undefined || high === undefined) throw new Error("three points");
    const settings = {
      ...SCORING_DEFAULTS,
      belowThreshold: "nothing" as const,
      atThreshold: asAttainment(low.payout / target.payout),
      cap: asAttainment(high.payout / target.payout),
    };
    const rule = {
      kind: "curve",
      threshold: low.achievement,
      target: target.achievement,
      stretch: high.achievement,
    } as const;
    const found = values.map((actual) => valueOf(attainmentOf(rule, actual, settings)) * target.payout);
    allNear(found, expected.payout, tolerance);
  },
  "infor-interpolation": (
    { points, value }: { points: { x: number; y: number }[]; value: number },
    expected: { payout: number },
    tolerance,
  ) => {
    const knots = points.map(({ x, y }) => [x, y] as const);
    near(valueOf(piecewiseLinear(knots, value)), expected.payout, tolerance);
  },
  "infor-lower-bands": (
    { cutoffs, values }: { cutoffs: { rating: number; from_: number }[]; values: number[] },
    expected: { rating: number[] },
  ) => {
    const steps = cutoffs.map(({ rating, from_ }) => ({ from: from_, attainment: rating }));
    expect(values.map((value) => valueOf(stepAttainment(steps, value)))).toEqual(expected.rating);
  },
  "sap-scale-adjust": (
    { bands, value }: { bands: { min: number; mapTo: number }[]; value: number },
    expected: { rating: number },
  ) => {
    const cuts = bands.map(({ min, mapTo }) => ({ name: String(mapTo), from: min }));
    expect(bandOf(value, cuts)?.name).toBe(String(expected.rating));
  },
  "isah-class-gap": (
    { bands, values }: { bands: { label: string; min: number; max: number }[]; values: number[] },
    expected: { gapFlagged: boolean; withLowerBoundRule: string[] },
  ) => {
    const ranges = bands.map(({ label, min, max }) => ({ name: label, low: min, high: max }));
    expect(hasGap(ranges)).toBe(expected.gapFlagged);
    expect(values.map((value) => bandOf(value, lowerCuts(ranges))?.name)).toEqual(expected.withLowerBoundRule);
  },
  "oracle-level-ranges": (
    { ranges, values }: { ranges: (readonly [number, number, number])[]; values: number[] },
    expected: { level: number[]; gapFlagged: boolean },
  ) => {
    const bands = ranges.map(([low, high, level]) => ({ name: String(level), low, high }));
    expect(hasGap(bands)).toBe(expected.gapFlagged);
    expect(valueOf(rangeFaults(bands))).toEqual([
      { kind: "gap", from: 15, to: 16 },
      { kind: "gap", from: 30, to: 31 },
    ]);
    expect(values.map((value) => Number(bandOf(value, lowerCuts(bands))?.name))).toEqual(expected.level);
  },
};
