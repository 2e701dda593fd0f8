import fc from "fast-check";
import { rollUpFigures, type FigureNode } from "../../../src/core/cascade/figures";

const node = (id: string, parent: string | null, more: Partial<FigureNode> = {}): FigureNode => ({
  id,
  parent,
  kind: "sum",
  target: null,
  weight: null,
  base: null,
  attainment: null,
  actual: null,
  ...more,
});
const top = (kind: FigureNode["kind"], children: readonly Partial<FigureNode>[]): unknown => {
  const result = rollUpFigures([
    node("o", null, { kind }),
    ...children.map((child, i) => node(`c${String(i)}`, "o", child)),
  ]);
  return result.ok ? result.value.get("o") : result;
};

describe("figures up the tree", () => {
  it("add up for flows, and say how many leaves have one", () => {
    expect(top("sum", [{ actual: 3 }, { actual: 4 }, {}])).toEqual({ value: 7, base: null, used: 2, leaves: 3 });
  });
  it("are weighed by size for means, evenly without sizes", () => {
    expect(
      top("mean", [
        { actual: 4, base: 10 },
        { actual: 5, base: 30 },
      ]),
    ).toMatchObject({ value: 4.75, base: 40 });
    expect(top("mean", [{ actual: 4 }, { actual: 5 }])).toMatchObject({ value: 4.5, base: null });
  });
  it("of a ratio are all numerators by all denominators, never the mean of ratios", () => {
    // 1 of 1 and 0 of 9: one in ten, not one half.
    expect(
      top("ratio", [
        { actual: 1, base: 1 },
        { actual: 0, base: 9 },
      ]),
    ).toMatchObject({ value: 0.1, base: 10 });
    expect(top("ratio", [{ actual: 1 }, { actual: 0 }])).toMatchObject({ value: null });
  });
  it("leave supporting goals out, and keep what is measured at the top", () => {
    expect(top("sum", [{ actual: 3 }, { actual: 9, kind: "support" }])).toMatchObject({ value: 3, leaves: 1 });
    const own = rollUpFigures([node("o", null, { actual: 8, standsAlone: true }), node("a", "o", { actual: 3 })]);
    expect(own.ok && own.value.get("o")?.value).toBe(8);
  });
  it("are the same whatever levels lie between, for sums and ratios", () => {
    const leaf = fc.record({ actual: fc.integer({ min: 0, max: 9 }), base: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(
        fc.constantFrom("sum", "ratio" as const),
        fc.array(leaf, { minLength: 1, maxLength: 8 }),
        (kind, leaves) => {
          const split = [
            node("o", null, { kind }),
            node("left", "o", { kind }),
            node("right", "o", { kind }),
            ...leaves.map((part, i) => node(`c${String(i)}`, i % 3 === 0 ? "left" : "right", part)),
          ];
          const result = rollUpFigures(split.filter(({ id }) => leaves.length > 1 || id !== "right"));
          const whole =
            kind === "sum"
              ? leaves.reduce((total, { actual }) => total + actual, 0)
              : leaves.reduce((total, { actual, base }) => total + actual * base, 0) /
                leaves.reduce((total, { base }) => total + base, 0);
          expect(result.ok && result.value.get("o")?.value).toBeCloseTo(whole, 9);
        },
      ),
    );
  });
  it("are refused for a broken tree and sizes below 0", () => {
    expect(rollUpFigures([])).toMatchObject({ reason: "empty" });
    expect(rollUpFigures([node("a", "gone")])).toMatchObject({ reason: "not-connected" });
    expect(rollUpFigures([node("a", null, { base: -1 })])).toMatchObject({ reason: "negative" });
    expect(rollUpFigures([node("a", null, { actual: Number.NaN })])).toMatchObject({ reason: "not-a-number" });
  });
});
