import fc from "fast-check";
import type { WeightSpread } from "../../../src/core/model/finding";
import { patchesOf, spreadWeights } from "../../../src/core/weighting/spread";
import { cellAt } from "../../../src/core/model/scorecard";

const spreadOf = (
  points: readonly number[],
  { steps = [1], point = 1, before = [] }: { steps?: number[]; point?: number; before?: (string | null)[] } = {},
): WeightSpread => ({
  weights: points.map((own, i) => ({
    location: cellAt("Plan", i, 2),
    before: before[i] === undefined ? own * point : before[i],
    points: own,
    label: `K${String(i)}`,
  })),
  point,
  steps,
});
/** The new points of all weights; the reason where there are none. */
const after = (points: readonly number[], locked: readonly number[], steps = [1]): readonly unknown[] | string => {
  const made = spreadWeights(spreadOf(points, { steps }), new Set(locked));
  if (!made.ok) return made.reason;
  return points.map((own, i) => made.patches.find(({ label }) => label === `K${String(i)}`)?.after ?? own);
};

describe("weights that are shared out again", () => {
  it("come to 100, those that are locked as they were", () => {
    expect(after([40, 30, 25], [])).toEqual([42, 32, 26]);
    expect(after([40, 30, 25], [0])).toEqual([40, 33, 27]);
    expect(after([40, 30, 25], [0, 2])).toEqual([40, 35, 25]);
    // Over 100 as well as under.
    expect(after([60, 50, 50], [0])).toEqual([60, 20, 20]);
  });
  it("take the first step that leaves a whole rest and loses no weight", () => {
    // 87.5 are no whole points.
    expect(after([12.5, 30, 60], [0])).toBe("step");
    expect(after([12.5, 30, 60], [0], [1, 0.01])).toEqual([12.5, 29.17, 58.33]);
    expect(after([1, 150, 149], [], [5])).toBe("lost");
    expect(after([1, 150, 149], [], [1, 0.01])).toEqual([0.33, 50, 49.67]);
    // What was 0 already is not lost.
    expect(after([0, 30, 60], [], [5])).toEqual([0, 35, 65]);
  });
  it("come to what their section weighs, where that is not 100", () => {
    const parts = (whole: number, locked: number[]): unknown => {
      const made = spreadWeights({ ...spreadOf([25, 30], { steps: [1, 0.01] }), whole }, new Set(locked));
      return made.ok ? made.patches.map(({ after: next }) => next) : made;
    };
    // 60 · 25/55 = 27.27…, 60 · 30/55 = 32.72…: the larger remainder takes the point.
    expect(parts(60, [])).toEqual([27, 33]);
    expect(parts(60, [1])).toEqual([30]);
    expect(parts(30, [1])).toEqual({ ok: false, reason: "nothingLeft", params: { locked: 30, rest: 0, step: 0.01 } });
  });
  it("say why there is nothing to share out", () => {
    expect(after([40, 30, 25], [0, 1, 2])).toBe("allLocked");
    expect(after([70, 30, 25], [0, 1])).toBe("nothingLeft");
    expect(after([70, 40, 25], [0, 1])).toBe("nothingLeft");
    expect(after([70, 0, 0], [0])).toBe("noWeights");
    const made = spreadWeights(spreadOf([12.5, 30, 60], { steps: [1, 2, 5] }), new Set([0]));
    expect(made).toEqual({ ok: false, reason: "step", params: { locked: 12.5, rest: 87.5, step: 5 } });
  });
  it("are written in the form of their cells", () => {
    const shared = spreadOf([40, 30, 20], { point: 0.01, before: ["Quality (40 %)", "30%", null] });
    expect(patchesOf(shared, [45, 30, 25]).map(({ before, after: next }) => [before, next])).toEqual([
      ["Quality (40 %)", "Quality (45 %)"],
      [null, 0.25],
    ]);
    expect(patchesOf(spreadOf([40]), [41.5])).toEqual([
      { location: cellAt("Plan", 0, 2), before: 40, after: 41.5, label: "K0" },
    ]);
  });
  it("keep the words and signs around a per cent that is a text", () => {
    const written = (text: string, next = 42): unknown =>
      patchesOf(spreadOf([40], { before: [text] }), [next]).map(({ after: shown }) => shown);
    expect(written("40%")).toEqual(["42%"]);
    expect(written("Quality 2.0 (12.55 %)", 12.5)).toEqual(["Quality 2.0 (12.5 %)"]);
    expect(written("质量（40％）")).toEqual(["质量（42％）"]);
    expect(written("7,5 % of all")).toEqual(["42 % of all"]);
    // A number as a text has no sign yet.
    expect(written("40")).toEqual(["42%"]);
    expect(patchesOf(spreadOf([40, 60]), [50])).toHaveLength(1);
  });
  it("are none where one is no weight, or the unit none", () => {
    expect([-1, Number.NaN, Infinity].map((bad) => after([40, bad, 30], []))).toEqual([
      "noWeights",
      "noWeights",
      "noWeights",
    ]);
    // Also one that is locked.
    expect(after([40, -5, 30], [1])).toBe("noWeights");
    for (const point of [1e308, Number.NaN, -1])
      expect(spreadWeights(spreadOf([40, 30], { point, before: [null, null] }))).toMatchObject({ reason: "noWeights" });
    expect(spreadWeights(spreadOf([40, 30], { point: 1e300, before: [null, null] }))).toMatchObject({ ok: true });
  });
  it("come to exactly 100 whatever is locked, or nothing is changed", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.array(fc.nat(11), { maxLength: 5 }), (tenths, locked) => {
        const points = tenths.map((tenth) => tenth / 10);
        const next = after(points, locked, [1, 0.01]);
        if (typeof next === "string") return;
        expect(next.reduce((sum: number, value) => sum + Math.round(Number(value) * 1000), 0)).toBe(100_000);
        locked.forEach((i) => {
          expect(next[i]).toBe(points[i]);
        });
      }),
    );
  });
});
