/** Templates that need only some of the plan's columns. */
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { expectedPerson } from "../../support/expected";
import { generate, salesTemplate } from "../../support/generated";

const sales = salesTemplate();
const [model] = sales.lines;
if (model === undefined) throw new Error("the template is empty");
const { name, section, unit, evidence, aggregate } = model;
const words = { name, section, unit, evidence, aggregate };

function templateWith(lines: readonly (Pick<TemplateLine, "kind"> & Partial<TemplateLine>)[]): Template {
  return {
    ...sales,
    lines: lines.map((line, i) => ({ ...words, id: `K0${String(i + 1)}`, weight: 100 / lines.length, ...line })),
    sample: { people: [] },
  };
}

describe.each([
  [
    "a curve without stretch",
    [
      { kind: "curve", direction: "higher", threshold: 80, target: 100 },
      { kind: "curve", direction: "lower", threshold: 10, target: 5 },
    ],
    [
      [130, 6],
      [90, 5],
      [60, 9],
      [0, 100],
    ],
  ],
  [
    "ranges only",
    [
      { kind: "range", low: 95, high: 105, zeroDistance: 20 },
      { kind: "range", low: 4, high: 4, zeroDistance: 1 },
    ],
    [
      [100, 4],
      [95, 4.5],
      [80, 3.2],
      [130, 9],
    ],
  ],
  [
    "counts to zero only",
    [
      { kind: "zero", worstAllowed: 4 },
      { kind: "zero", worstAllowed: 10 },
    ],
    [
      [0, 0],
      [1, 5],
      [4, 2],
      [7, 11],
    ],
  ],
  [
    "marks only",
    [
      { kind: "points", maximum: 20 },
      { kind: "points", maximum: 80 },
    ],
    [
      [20, 80],
      [13, 61],
      [0, 0],
      [5, 79.5],
    ],
  ],
  [
    "all kinds together",
    [
      { kind: "curve", direction: "higher", threshold: 80, target: 100, stretch: 120 },
      { kind: "range", low: 95, high: 105, zeroDistance: 20 },
      { kind: "zero", worstAllowed: 4 },
      { kind: "points", maximum: 10 },
    ],
    [
      [110, 100, 0, 10],
      [90, 90, 1, 7],
      [70, 110, 3, 9],
    ],
  ],
] as const)("a scorecard of %s", (_name, lines, people) => {
  it("has no error, and every person's total is the expected one", async () => {
    const template = templateWith(lines);
    const made = await generate({
      template,
      people: people.map((_, i) => ({ name: `Name ${String(i)}` })),
      withSample: false,
    });
    try {
      expect(made.book.errors()).toEqual([]);
      expect(made.column("Plan", "check", lines.length)).toEqual(lines.map(() => "OK"));
      people.forEach((actuals, person) => {
        actuals.forEach((actual, line) => {
          made.set("Entry", person, `actual:K0${String(line + 1)}`, actual);
        });
      });
      await made.calculate();
      expect(made.book.errors()).toEqual([]);
      people.forEach((actuals, person) => {
        expect(made.at("Results", person, "total")).toBeCloseTo(expectedPerson(template, actuals).total ?? -1, 6);
      });
    } finally {
      made.book.dispose();
    }
  });
});
