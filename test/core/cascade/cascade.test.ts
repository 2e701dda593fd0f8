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
      value: { reached: 18, due: 20, left: 42, paceSoFar: 9, paceNeeded: 21, forecast: 54, onTrack: false },
    });
  });
  it("compares a level with its target, lower being better where so agreed", () => {
    expect(progress("mean", [5, 5, 5], months(4, 4, null), false)).toMatchObject({
      ok: true,
      value: { reached: 4, left: 0, onTrack: true, forecast: 4 },
    });
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
});
