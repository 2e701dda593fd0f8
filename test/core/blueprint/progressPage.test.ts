/** The Progress sheet of a scorecard: every line of the picked person's plan as core has it, for whoever is picked. */
import { lineProgress, type LineProgress } from "../../../src/core/cascade/lineProgress";
import { lintFormula } from "../../../src/core/formulas/lint";
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { blueprintOf, generate, PERIOD, salesTemplate, type Generated } from "../../support/generated";
import { sheetText } from "../../support/sheetText";

// The engine is slow when the machine is busy; nothing here depends on time.
jest.setTimeout(60_000);

const sales = salesTemplate();
type Kinded = Pick<TemplateLine, "kind"> & Partial<TemplateLine>;
/** Every course that a line can take. */
const LINES: readonly Kinded[] = [
  { kind: "curve", direction: "higher", threshold: 80, target: 100, aggregate: "sum" },
  { kind: "curve", direction: "lower", threshold: 50, target: 40, aggregate: "sum" },
  { kind: "curve", direction: "lower", threshold: 60, target: 45, aggregate: "mean" },
  { kind: "linear", direction: "lower", baseline: 40, target: 20, aggregate: "last" },
  { kind: "linear", direction: "higher", baseline: 60, target: 90, aggregate: "mean" },
  { kind: "ratio", direction: "higher", target: 20, aggregate: "ratio" },
  { kind: "zero", worstAllowed: 3, aggregate: "sum" },
  { kind: "milestone", aggregate: "last" },
  { kind: "range", low: 95, high: 105, zeroDistance: 20, aggregate: "mean" },
  { kind: "rating", maximum: 5, aggregate: "mean" },
  { kind: "points", maximum: 10, aggregate: "mean" },
  { kind: "deduction", maximum: 10, unitPoints: 2, aggregate: "mean" },
];
const ACTUALS = [48, 18, 44, 32, 80, 17, 0, 0.4, 97, 4, 6, 0];

function template(): Template {
  const { section, unit, evidence } = sales.lines[0] ?? { section: null, unit: null, evidence: null };
  if (section === null) throw new Error("the template is empty");
  return {
    ...sales,
    gates: [],
    lines: LINES.map((line, i) => ({
      ...{ section, unit, evidence, aggregate: "last", name: { en: "Visits", "zh-CN": "拜访" } },
      ...{ id: `K${String(i + 1).padStart(2, "0")}`, weight: 100 / LINES.length },
      ...line,
    })),
    sample: { people: [] },
  };
}
const COLUMNS = ["start", "reached", "missing", "expected", "paceNeeded", "forecast"] as const;
const STATES = { reached: "reached", onTrack: "onTrack", behind: "behind", unsaid: "noPace" } as const;

describe("the Progress sheet of a scorecard", () => {
  let [made]: Generated[] = [];
  const own = (): Generated => made ?? never();
  beforeAll(async () => {
    made = await generate({
      ...{ template: template(), people: [{ name: "Person A" }, { name: "Person B" }] },
      ...{ form: "register", withSample: false },
    });
  });
  afterAll(() => made?.book.dispose());

  const ofCore = (i: number, actual: number | null, asOf: number | null, target?: number): LineProgress => {
    const line = LINES[i] ?? never();
    const found = lineProgress({
      ...{ kind: line.kind, direction: line.direction ?? "higher", aggregate: line.aggregate ?? "" },
      ...{ baseline: line.baseline ?? null, target: target ?? line.target ?? null, actual, asOf, ...PERIOD },
    });
    return found.ok ? found.value : never();
  };
  const expectLikeCore = (
    actuals: readonly (number | null)[],
    asOf: number | null,
    targets: readonly number[] = [],
  ) => {
    expect(own().book.errors()).toEqual([]);
    actuals.forEach((actual, i) => {
      const core = ofCore(i, actual, asOf, targets[i]);
      const state = core.state === null ? "" : own().word(STATES[core.state]);
      expect([i, own().at("ProgressPage", i, "state")]).toEqual([i, state]);
      for (const column of COLUMNS) {
        const shown = own().at("ProgressPage", i, column);
        const wanted = core[column] ?? "";
        if (typeof wanted === "number" && typeof shown === "number")
          expect([i, column, Math.abs(shown - wanted) < 1e-9]).toEqual([i, column, true]);
        else expect([i, column, shown]).toEqual([i, column, wanted]);
      }
    });
  };
  const pick = async (person: string, asOf: number | string): Promise<void> => {
    own().book.setName("eh_1_ProgressPerson", person);
    own().book.setName("eh_1_AsOf", asOf);
    await own().calculate();
  };

  it("is the same as core's on an empty sheet, in the middle, at the end, and before the beginning of the period", async () => {
    const nothing = LINES.map(() => null);
    await pick("P001", PERIOD.from + 80);
    expectLikeCore(nothing, PERIOD.from + 80);
    LINES.forEach((_, i) => {
      own().set("Register", i, "actual", ACTUALS[i] ?? "");
    });
    for (const asOf of [PERIOD.from + 80, PERIOD.from - 3, PERIOD.to, PERIOD.to + 40]) {
      await pick("P001", asOf);
      expectLikeCore(ACTUALS, asOf);
    }
    // Nothing is known of the other one.
    await pick("P002", PERIOD.from + 80);
    expectLikeCore(nothing, PERIOD.from + 80);
  });

  it("takes the last day of the period while no as-of date is typed", async () => {
    await pick("P001", "");
    expectLikeCore(ACTUALS, null);
  });

  it("goes by the target of the person's own, and says nothing of what is not applicable or no number", async () => {
    own().set("Register", 0, "ownTarget", 60);
    own().set("Register", 1, "actual", own().word("na"));
    own().set("Register", 1, "reason", "on leave");
    own().set("Register", 2, "actual", "many");
    await pick("P001", PERIOD.from + 80);
    expectLikeCore(
      ACTUALS.map((actual, i) => (i === 1 || i === 2 ? null : actual)),
      PERIOD.from + 80,
      [60],
    );
  });

  it("is empty, without an error, while nobody is picked or the period makes no sense", async () => {
    for (const picked of ["", "P999", "*"]) {
      await pick(picked, PERIOD.to);
      expect(own().book.errors()).toEqual([]);
      for (const column of ["id", "aim", ...COLUMNS, "state"])
        expect([picked, column, new Set(own().column("ProgressPage", column, 12))]).toEqual([
          picked,
          column,
          new Set([""]),
        ]);
    }
    own().book.setName("eh_1_To", "soon");
    await pick("P001", "");
    expect(own().book.errors()).toEqual([]);
    expect(new Set(own().column("ProgressPage", "missing", 12))).toEqual(new Set([""]));
    own().book.setName("eh_1_To", PERIOD.to);
  });
});

it.each(["en", "zh-CN"] as const)(
  "knows the words of Plan for what adds up and what is the last value, in %s",
  (language) => {
    const text = sheetText(language);
    expect([text("word.addsUp"), text("word.lastValue")]).toEqual([text("aggregate.sum"), text("aggregate.last")]);
  },
);

it("has formulas that keep the rules with all kinds of line", () => {
  const sheet = blueprintOf({ template: template() }).sheets.find(({ name }) => name === "Progress");
  const formulas = sheet?.tables.flatMap(({ columns }) =>
    columns.flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : [])),
  );
  expect(formulas?.length).toBeGreaterThan(10);
  expect(formulas?.flatMap((formula) => lintFormula(formula, "cell"))).toEqual([]);
});

function never(): never {
  throw new Error("not made");
}
