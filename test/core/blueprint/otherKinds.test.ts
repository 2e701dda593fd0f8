/** Templates that need only some of the plan's columns. */
import { FORMULA_KINDS } from "../../../src/core/blueprint/words";
import { lintFormula } from "../../../src/core/formulas/lint";
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { expectedPerson } from "../../support/expected";
import { blueprintOf, generate, salesTemplate } from "../../support/generated";

// The engine is slow when the machine is busy; nothing here depends on time.
jest.setTimeout(60_000);

const sales = salesTemplate();
const [model] = sales.lines;
if (model === undefined) throw new Error("the template is empty");
const { section, unit, evidence, aggregate } = model;
// A short name: the longest formula there can be, of all kinds at once, repeats the indicator's name a dozen times.
const words = { name: { en: "Visits", "zh-CN": "拜访" }, section, unit, evidence, aggregate };

function templateWith(lines: readonly (Pick<TemplateLine, "kind"> & Partial<TemplateLine>)[]): Template {
  return {
    ...sales,
    lines: lines.map((line, i) => ({
      ...words,
      id: `K${String(i + 1).padStart(2, "0")}`,
      weight: 100 / lines.length,
      ...line,
    })),
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
  ["progress from a baseline only", [{ kind: "linear", baseline: 40, target: 25 }], [[25], [31], [55], [10]]],
  [
    "ratios only",
    [
      { kind: "ratio", direction: "higher", target: 80 },
      { kind: "ratio", direction: "lower", target: 12 },
    ],
    [
      [80, 12],
      [60, 0],
      [90, 24],
      [0, 11],
    ],
  ],
  [
    "deviations and best targets",
    [
      { kind: "deviation", direction: "higher", target: -4 },
      { kind: "deviation", direction: "lower", target: 30 },
      { kind: "nominal", target: 50 },
    ],
    [
      [-4, 30, 50],
      [-6, 36, 44],
      [1, 70, 120],
    ],
  ],
  [
    "steps only, up and down",
    [
      { kind: "steps", worthBelow: 0.4, step1: 60, worth1: 0.7, step2: 80, worth2: 1, step3: 95, worth3: 1.2 },
      { kind: "steps", worthBelow: 1.2, step1: 2, worth1: 0.5, step2: 6, worth2: 0 },
    ],
    [
      [59.9, 0],
      [60, 2],
      [80, 5.99],
      [140, 6],
    ],
  ],
  [
    "deductions, and yes or no",
    [{ kind: "deduction", maximum: 10, unitPoints: 2 }, { kind: "yesNo" }],
    [
      [0, 1],
      [3, 0],
      [9, 1],
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
      const formulas = made.blueprint.sheets.flatMap(({ tables }) =>
        tables.flatMap(({ columns }) =>
          columns.flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : [])),
        ),
      );
      expect(formulas.flatMap((formula) => lintFormula(formula, "cell"))).toEqual([]);
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

it("a plan of all kinds at once has sound formulas, far within the 8,192 characters that Excel takes", () => {
  const numbers = {
    ...{ threshold: 80, target: 100, stretch: 120, low: 1, high: 2, zeroDistance: 1, worstAllowed: 4 },
    ...{ maximum: 5, baseline: 1, unitPoints: 1, worthBelow: 0.5, step1: 1, worth1: 1 },
  };
  const { sheets } = blueprintOf({
    template: templateWith(FORMULA_KINDS.map((kind) => ({ kind, direction: "higher", ...numbers }))),
    people: [{ name: "Ann" }],
    withSample: false,
  });
  const formulas = sheets.flatMap(({ tables }) =>
    tables.flatMap(({ columns }) =>
      columns.flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : [])),
    ),
  );
  expect(formulas.length).toBeGreaterThan(50);
  // Longer than ours should be, which no template of the catalogue needs; nothing else is wrong with them.
  const said = formulas.flatMap((formula) => lintFormula(formula, "cell"));
  expect(said.filter((fault) => !/^\d+ characters$/.test(fault))).toEqual([]);
  expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(2000);
});

describe("a line whose numbers make no sense", () => {
  it.each([
    ["a baseline that is the target", { kind: "linear", baseline: 5, target: 5 }],
    ["a ratio to 0", { kind: "ratio", direction: "higher", target: 0 }],
    ["a deviation from 0", { kind: "deviation", direction: "lower", target: 0 }],
    ["0 as the best target", { kind: "nominal", target: 0 }],
    ["steps that fall", { kind: "steps", worthBelow: 0, step1: 5, worth1: 0.5, step2: 4, worth2: 1 }],
    ["a step without its worth", { kind: "steps", worthBelow: 0, step1: 1, worth1: 0.5, step2: 4 }],
    ["a step left out", { kind: "steps", worthBelow: 0, step1: 1, worth1: 0.5, step3: 4, worth3: 1 }],
    ["points off that are negative", { kind: "deduction", maximum: 10, unitPoints: -1 }],
  ] as const)("%s is called incomplete in the plan and scores nothing", async (_name, line) => {
    const good = { kind: "range", low: 1, high: 2, zeroDistance: 1 } as const;
    const made = await generate({ template: templateWith([line, good]), people: [{ name: "Ann" }], withSample: false });
    try {
      made.set("Entry", 0, "actual:K01", 3);
      await made.calculate();
      expect(made.at("Plan", 0, "check")).toBe(made.word("incomplete"));
      expect(made.at("Entry", 0, "attainment:K01")).toBe("");
      expect(made.book.errors()).toEqual([]);
    } finally {
      made.book.dispose();
    }
  });
});

describe("an actual that its kind does not allow", () => {
  it.each([
    ["a mark above the maximum", { kind: "points", maximum: 20 }, 21],
    ["a negative mark", { kind: "points", maximum: 20 }, -1],
    ["a negative count", { kind: "zero", worstAllowed: 4 }, -1],
    ["half a yes", { kind: "yesNo" }, 0.5],
    ["a negative result over a target", { kind: "ratio", direction: "higher", target: 5 }, -1],
  ] as const)("%s is not scored, the check says so, and there is no total", async (_name, line, actual) => {
    const good = { kind: "range", low: 1, high: 2, zeroDistance: 1 } as const;
    const made = await generate({ template: templateWith([line, good]), people: [{ name: "Ann" }], withSample: false });
    try {
      made.set("Entry", 0, "actual:K01", actual);
      made.set("Entry", 0, "actual:K02", 1);
      await made.calculate();
      expect(made.at("Entry", 0, "attainment:K01")).toBe("");
      expect(made.at("Entry", 0, "check")).toBe(made.word("notScored"));
      expect(made.at("Results", 0, "total")).toBe("");
      expect(made.at("Results", 0, "soFar")).toBe(100);
      expect(made.book.errors()).toEqual([]);
    } finally {
      made.book.dispose();
    }
  });
});
