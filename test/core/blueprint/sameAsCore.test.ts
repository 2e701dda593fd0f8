/** Attainment on the sheet is the attainment of core, for any actual and with any settings: two writings of one rule. */
import fc from "fast-check";
import { asAttainment, asAttainments } from "../../../src/core/model/units";
import { attainmentOf } from "../../../src/core/scoring/attainment";
import { SCORING_DEFAULTS } from "../../../src/core/scoring/settings";
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { generate, salesTemplate } from "../../support/generated";

jest.setTimeout(60_000);

const sales = salesTemplate();
const [first] = sales.lines;
if (first === undefined) throw new Error("the template is empty");
const { section, unit, evidence, aggregate } = first;
const words = { name: { en: "Visits", "zh-CN": "拜访" }, section, unit, evidence, aggregate, weight: 6.25 };
const lines: TemplateLine[] = (
  [
    { kind: "curve", direction: "higher", threshold: 80, target: 100, stretch: 120 },
    { kind: "curve", direction: "lower", threshold: 60, target: 45, stretch: 35 },
    { kind: "curve", direction: "higher", threshold: -5, target: 0, stretch: 2.5, zeroPoint: -6 },
    { kind: "curve", direction: "lower", threshold: 10, target: 2 },
    { kind: "range", low: 95, high: 105, zeroDistance: 15 },
    { kind: "range", low: 0, high: 0, zeroDistance: 0.5 },
    { kind: "zero", worstAllowed: 7 },
    { kind: "points", maximum: 20 },
    { kind: "linear", baseline: 40, target: 25 },
    { kind: "ratio", direction: "higher", target: 80 },
    { kind: "ratio", direction: "lower", target: 12 },
    { kind: "deviation", direction: "higher", target: -4 },
    { kind: "deviation", direction: "lower", target: 30 },
    { kind: "nominal", target: 50 },
    { kind: "deduction", maximum: 10, unitPoints: 2 },
    { kind: "yesNo" },
    { kind: "rating", maximum: 5 },
    { kind: "rating", maximum: 4 },
    { kind: "rating", maximum: 7 },
    { kind: "steps", worthBelow: 0.4, step1: 60, worth1: 0.7, step2: 80, worth2: 1, step3: 95, worth3: 1.2 },
    {
      kind: "steps",
      worthBelow: 1.1,
      step1: -2.5,
      worth1: 1,
      step2: 0,
      worth2: 0.6,
      step3: 3,
      worth3: 0.2,
      step4: 9,
      worth4: 0,
    },
    { kind: "steps", worthBelow: 0, step1: 1, worth1: 1 },
  ] as const
).map((line, i) => ({ ...words, id: `K${String(i + 1).padStart(2, "0")}`, ...line }));
/** Two scales with worths of their own beside one with the usual ones. */
const [FIVE, FOUR] = [
  [0.1, 0.5, 0.9, 1, 1.15],
  [0, 0.6, 1, 1.2],
];
const template: Template = {
  ...sales,
  lines,
  points: [
    { scale: 5, worths: FIVE },
    { scale: 4, worths: FOUR },
  ],
  sample: { people: [] },
};
const SCALES = { points: asAttainments(FIVE), otherScales: { 4: asAttainments(FOUR) } };
const PEOPLE = 40;

/** Actuals around everything that a line names, and the named numbers themselves. */
function actualsFor(line: TemplateLine, seed: number): number[] {
  const named = [
    line.threshold,
    line.target,
    line.stretch,
    line.zeroPoint,
    line.low,
    line.high,
    line.worstAllowed,
    line.maximum,
    line.baseline,
    line.step1,
    line.step2,
    line.step3,
    line.step4,
    0,
    1,
  ].filter((number) => number !== undefined);
  const [low, high] = [Math.min(...named), Math.max(...named)];
  const spread = Math.max(1, high - low);
  const thousandths = fc.noBias(
    fc.integer({ min: Math.round((low - spread) * 1000), max: Math.round((high + spread) * 1000) }),
  );
  return [...named, ...fc.sample(thousandths, { seed, numRuns: PEOPLE - named.length }).map((n) => n / 1000)];
}

describe.each([
  ["the settings of a fresh workbook", {}, {}],
  [
    "other settings",
    { Cap: 1.5, Floor: 0.1, S0: 0.25 },
    { cap: asAttainment(1.5), floor: asAttainment(0.1), atThreshold: asAttainment(0.25) },
  ],
] as const)("with %s", (_name, typed, settings) => {
  it("every attainment on the sheet is core's, and empty where core refuses", async () => {
    const made = await generate({
      template,
      people: Array.from({ length: PEOPLE }, (_, i) => ({ name: `Name ${String(i)}` })),
      withSample: false,
    });
    try {
      for (const [name, value] of Object.entries(typed)) made.book.setName(`eh_1_${name}`, value);
      const actuals = lines.map((line, i) => actualsFor(line, 20_260_101 + i));
      actuals.forEach((column, line) => {
        column.forEach((actual, person) => {
          made.set("Entry", person, `actual:${lines[line]?.id ?? ""}`, actual);
        });
      });
      await made.calculate();
      expect(made.book.errors()).toEqual([]);
      let refusals = 0;
      lines.forEach((line, i) => {
        const shown = made.column("Entry", `attainment:${line.id}`, PEOPLE);
        (actuals[i] ?? []).forEach((actual, person) => {
          const own = attainmentOf(line, actual, { ...SCORING_DEFAULTS, ...SCALES, ...settings });
          const value = shown[person];
          if (own.ok)
            expect([line.id, actual, typeof value === "number" && Math.abs(value - own.value) < 1e-9]).toEqual([
              line.id,
              actual,
              true,
            ]);
          else {
            refusals += 1;
            expect([line.id, actual, value]).toEqual([line.id, actual, ""]);
          }
        });
      });
      // Marks and counts out of range are among them.
      expect(refusals).toBeGreaterThan(20);
    } finally {
      made.book.dispose();
    }
  });
});
