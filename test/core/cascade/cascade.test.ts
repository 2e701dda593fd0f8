import fc from "fast-check";
import { aggregate, phaseTarget, progress } from "../../../src/core/cascade/periods";
import { rollUp, treeFaults, type GoalNode } from "../../../src/core/cascade/tree";

const months = (...values: (number | null)[]): { value: number | null }[] => values.map((value) => ({ value }));

describe("months into a year", () => {
  it.each([
    ["sum", 12],
    ["last", 5],
    ["mean", 4],
    ["max", 5],
    ["min", 3],
  ] as const)("by %s, leaving empty months out", (kind, expected) => {
    expect(aggregate(kind, months(4, null, 3, 5))).toEqual({
      ok: true,
      value: { value: expected, used: 3, missing: [1] },
    });
  });
  it("adds numerators and denominators of a ratio, never the ratios", () => {
    const result = aggregate("ratio", [
      { value: 1, base: 1 },
      { value: 0, base: 9 },
    ]);
    expect(result).toMatchObject({ ok: true, value: { value: 0.1 } });
  });
  it("has no answer for no figure, or a base of zero", () => {
    expect(aggregate("sum", months(null, null))).toMatchObject({ reason: "empty" });
    expect(aggregate("ratio", [{ value: 1, base: 0 }])).toMatchObject({ reason: "out-of-range" });
  });
});

describe("a year's target over months", () => {
  it("adds up to the year for flows, whatever the profile", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }),
        (year, profile) => {
          const result = phaseTarget("sum", year, profile);
          expect(result.ok && result.value.reduce((a, b) => a + b)).toBeCloseTo(year, 6);
        },
      ),
    );
  });
  it("is the year's own in every month for levels", () => {
    expect(phaseTarget("mean", 80, [1, 2])).toEqual({ ok: true, value: [80, 80] });
  });
  it("refuses a profile of nothing", () => {
    expect(phaseTarget("sum", 10, [0, 0])).toMatchObject({ reason: "no-weights" });
  });
});

describe("progress in the year", () => {
  it("names what is reached, what is left, the pace needed, and the forecast of a flow", () => {
    expect(progress("sum", [10, 10, 20, 20], months(8, 10, null, null))).toEqual({
      ok: true,
      value: {
        reached: 18,
        due: 20,
        left: 42,
        paceSoFar: 9,
        paceNeeded: 21,
        forecast: 54,
        onTrack: false,
        skipped: [],
      },
    });
  });
  it("compares a level with its target, lower being better where so agreed", () => {
    expect(progress("mean", [5, 5, 5], months(4, 4, null), false)).toMatchObject({
      ok: true,
      value: { reached: 4, left: 0, onTrack: true, forecast: 4 },
    });
  });
  it("asks the pace only of months to come: a month that was left out is past", () => {
    expect(progress("sum", [10, 10, 10, 10], months(10, null, 10, null))).toMatchObject({
      ok: true,
      value: { reached: 20, due: 20, left: 20, paceSoFar: 10, paceNeeded: 20, onTrack: true, skipped: [1] },
    });
    expect(progress("sum", [10, 10], months(null, 10))).toMatchObject({ ok: true, value: { paceNeeded: null } });
  });
  it("is on track where only the last bits of a sum say otherwise", () => {
    expect(progress("sum", [0.3, 0.7], months(0.1 + 0.2, null), false)).toMatchObject({
      ok: true,
      value: { onTrack: true },
    });
    expect(progress("sum", [0.3, 0.7], months(0.300002, null), false)).toMatchObject({
      ok: true,
      value: { onTrack: false },
    });
  });
  it("allows a cost no more than what is left of the year's", () => {
    expect(progress("sum", [10, 10, 10], months(16, null, null), false)).toMatchObject({
      ok: true,
      value: { left: 0, paceNeeded: 7, forecast: 48, onTrack: false },
    });
  });
  it("ends in its forecast when the rest of the year goes as the profile and the pace so far say", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.1, max: 2, noNaN: true }), fc.nat(10), (targets, rate, at) => {
        const known = 1 + (at % (targets.length - 1));
        const sofar = targets.map((target, i) => ({ value: i < known ? target * rate : null }));
        const whole = targets.map((target) => ({ value: target * rate }));
        const [now, end] = [progress("sum", targets, sofar), progress("sum", targets, whole)];
        expect(now.ok && now.value.forecast).toBeCloseTo(end.ok ? end.value.reached : Number.NaN, 6);
      }),
    );
  });
});

describe("a tree of goals", () => {
  const node = (id: string, parent: string | null, more: Partial<GoalNode> = {}): GoalNode => ({
    id,
    parent,
    kind: "sum",
    target: null,
    weight: null,
    base: null,
    attainment: null,
    ...more,
  });
  it("holds together when children carry the target", () => {
    expect(
      treeFaults([node("o", null, { target: 100 }), node("a", "o", { target: 60 }), node("b", "o", { target: 40 })]),
    ).toEqual([]);
  });
  it("tells short, over, wrong weights, orphans, duplicates and cycles", () => {
    expect(treeFaults([node("o", null, { target: 100 }), node("a", "o", { target: 60 })])).toMatchObject([
      { kind: "short", carried: 60 },
    ]);
    expect(treeFaults([node("o", null, { target: 100 }), node("a", "o", { target: 120 })])).toMatchObject([
      { kind: "over" },
    ]);
    expect(treeFaults([node("o", null), node("a", "o", { weight: 50 }), node("b", "o", { weight: 40 })])).toMatchObject(
      [{ kind: "weights", sum: 90 }],
    );
    expect(treeFaults([node("a", "gone")])).toMatchObject([{ kind: "orphan", parent: "gone" }]);
    expect(treeFaults([node("a", null), node("a", null)])).toMatchObject([{ kind: "duplicate" }]);
    expect(treeFaults([node("a", "b"), node("b", "a")])).toMatchObject([{ kind: "cycle", ids: ["a", "b"] }]);
  });
  it("compares means by the size of what they are means of", () => {
    const nodes = [
      node("o", null, { kind: "mean", target: 80 }),
      node("a", "o", { target: 90, base: 10 }),
      node("b", "o", { target: 70, base: 30 }),
    ];
    expect(treeFaults(nodes)).toMatchObject([{ kind: "short", carried: 75 }]);
  });
  it("rolls results up by weight, by size of target, or evenly, and says how much is there", () => {
    const by = (a: Partial<GoalNode>, b: Partial<GoalNode>): unknown => {
      const result = rollUp([
        node("o", null),
        node("a", "o", { attainment: 1, ...a }),
        node("b", "o", { attainment: 0.5, ...b }),
      ]);
      return result.ok ? result.value.get("o") : result;
    };
    expect(by({ weight: 80 }, { weight: 20 })).toEqual({ attainment: expect.closeTo(0.9, 12), coverage: 1 });
    expect(by({ target: 10 }, { target: 30 })).toEqual({ attainment: expect.closeTo(0.625, 12), coverage: 1 });
    expect(by({}, {})).toEqual({ attainment: 0.75, coverage: 1 });
    expect(by({ weight: 60 }, { weight: 40, attainment: null })).toEqual({ attainment: 1, coverage: 0.6 });
  });
  it("is not rolled up while it does not hold together", () => {
    expect(rollUp([node("a", "b"), node("b", "a")])).toMatchObject({ reason: "not-connected" });
  });
  it("takes a target that is a most the other way round", () => {
    const cost = (carried: number): unknown =>
      treeFaults([node("o", null, { target: 100, lowerIsBetter: true }), node("a", "o", { target: carried })]);
    expect(cost(101)).toMatchObject([{ kind: "short", carried: 101 }]);
    expect(cost(95)).toEqual([]);
    expect(cost(80)).toMatchObject([{ kind: "over" }]);
  });
  it("wants the whole of a shared target from every child, and nothing of a supporting one", () => {
    const all = (...targets: number[]): unknown =>
      treeFaults([
        node("o", null, { kind: "shared", target: 98 }),
        ...targets.map((target, i) => node(`c${String(i)}`, "o", { target })),
        node("helper", "o", { kind: "support", target: 1 }),
      ]);
    expect(all(98, 99)).toEqual([]);
    expect(all(98, 97)).toMatchObject([{ kind: "short", carried: 97 }]);
  });
  it("measures a target below zero by its size: a loss of 100 may be a loss of 95, and one of 80 is over", () => {
    const loss = (carried: number): unknown =>
      treeFaults([node("o", null, { target: -100 }), node("a", "o", { target: carried })]);
    expect(loss(-95)).toEqual([]);
    expect(loss(-80)).toMatchObject([{ kind: "over" }]);
    expect(loss(-101)).toMatchObject([{ kind: "short" }]);
  });
  it("says nothing of a mean whose sizes are known only in part", () => {
    const nodes = [
      node("o", null, { kind: "mean", target: 80 }),
      node("a", "o", { target: 50, base: 10 }),
      node("b", "o", { target: 50 }),
    ];
    expect(treeFaults(nodes)).toEqual([]);
  });
  it("keeps the figure of a goal that is measured itself", () => {
    const nodes = [
      node("o", null, { attainment: 0.7, standsAlone: true }),
      node("a", "o", { attainment: 1 }),
      node("b", "a", { attainment: 0.2 }),
    ];
    const result = rollUp(nodes);
    expect(result.ok && [...result.value]).toEqual([
      ["b", { attainment: 0.2, coverage: 1 }],
      ["a", { attainment: 0.2, coverage: 1 }],
      ["o", { attainment: 0.7, coverage: 1 }],
    ]);
  });
  it("may be a chain of thousands of goals", () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      node(`g${String(i)}`, i === 0 ? null : `g${String(i - 1)}`, { attainment: 0.8 }),
    );
    const result = rollUp(chain);
    expect(result.ok && result.value.get("g0")).toEqual({ attainment: 0.8, coverage: 1 });
  });
});
