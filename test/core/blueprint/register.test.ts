/** The entry register: a row a person and line, with own targets; totals, ranks and checks are those of core and of the matrix. */
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { recogniseGenerated } from "../../../src/core/recognise/generatedBook";
import { scoreCard } from "../../../src/core/scoring/scoreCard";
import { templateById } from "../../../src/core/templates/catalogue";
import { snapshotOf } from "../../../tools/audit/snapshotOf";
import { expectSameFromScratch } from "../../support/fromScratch";
import { blueprintOf, generate, salesTemplate, type Generated } from "../../support/generated";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(60_000);

const template: Template = salesTemplate();
const LINES = template.lines.length;
const PEOPLE = template.sample.people.length;
const COMPARED = ["total", "soFar", "low", "high", "coverage", "applicable", "band", "rank"] as const;

function coreOf(made: Generated) {
  const book = recogniseGenerated({
    snapshot: { ...snapshotOf(made.book.model.data), activeSheet: "Results" },
    instance: 1,
    stored: null,
    headers: [Object.fromEntries(Object.entries(made.instance.tables).map(([key, { columns }]) => [key, columns]))],
    listWords: {},
    rankMethod: "competition",
  });
  if (!book.ok) throw new Error(book.faults.join());
  return book.card;
}
const sheetResults = (made: Generated) =>
  Array.from({ length: PEOPLE }, (_, i) => COMPARED.map((key) => made.at("Results", i, key)));
const coreResults = (made: Generated) =>
  scoreCard(coreOf(made)).map((result) => COMPARED.map((key) => result[key] ?? ""));

describe("results typed into a register", () => {
  let [made, matrix]: Generated[] = [];
  const own = (): Generated => {
    if (made === undefined) throw new Error("not made");
    return made;
  };
  beforeAll(async () => {
    made = await generate({ template, form: "register" });
    matrix = await generate({ template });
  });
  afterAll(() => {
    made?.book.dispose();
    matrix?.book.dispose();
  });
  const row = (person: number, line: number): number => person * LINES + line;

  it("come to the same totals, bands and ranks as typed into the matrix, and as core's", () => {
    expect(own().book.errors()).toEqual([]);
    expect(sheetResults(own())).toEqual(matrix === undefined ? [] : sheetResults(matrix));
    expect(coreResults(own())).toEqual(sheetResults(own()));
    expect(own().column("Proof", "check", PEOPLE)).toEqual(Array.from({ length: PEOPLE }, () => own().word("ok")));
  });
  it("a target of somebody's own moves the whole curve for that person alone", async () => {
    const target = Number(own().at("Plan", 0, "target"));
    const before = own().column("Entry", "attainment:K01", PEOPLE);
    own().set("Register", row(0, 0), "ownTarget", target / 2);
    own().set("Register", row(0, 0), "actual", target / 2);
    await own().calculate();
    expect(own().at("Register", row(0, 0), "aim")).toBe(target / 2);
    expect(own().at("Register", row(0, 0), "attainment")).toBeCloseTo(1, 12);
    expect(own().column("Entry", "attainment:K01", PEOPLE).slice(1)).toEqual(before.slice(1));
    // The threshold moves with it.
    own().set("Register", row(0, 0), "actual", Number(own().at("Plan", 0, "threshold")) / 2);
    await own().calculate();
    expect(own().at("Register", row(0, 0), "attainment")).toBeCloseTo(0.6, 12);
    expect(coreResults(own())).toEqual(sheetResults(own()));
  });
  it("a target that cannot be used scores nothing and is named", async () => {
    for (const target of ["soon", -5, 0]) {
      own().set("Register", row(1, 0), "ownTarget", target);
      await own().calculate();
      expect([target, own().at("Register", row(1, 0), "check")]).toEqual([target, own().word("notScored")]);
      expect(own().at("Results", 1, "total")).toBe("");
      expect(coreResults(own())).toEqual(sheetResults(own()));
    }
    own().set("Register", row(1, 0), "ownTarget", "");
    await own().calculate();
    expect(own().at("Results", 1, "total")).not.toBe("");
  });
  it("gaps, n/a with and without its reason, and texts count as in the matrix", async () => {
    own().set("Register", row(2, 1), "actual", "");
    own().set("Register", row(3, 1), "actual", own().word("na"));
    own().set("Register", row(3, 1), "reason", "Not in this post");
    own().set("Register", row(4, 1), "actual", own().word("na"));
    own().set("Register", row(5, 1), "actual", "good");
    await own().calculate();
    const checks = [2, 3, 4, 5].map((person) => own().at("Register", row(person, 1), "check"));
    expect(checks).toEqual(["", own().word("ok"), own().word("reasonMissing"), own().word("notNumber")]);
    expect([2, 3, 4, 5].map((person) => own().at("Results", person, "total") === "")).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(coreResults(own())).toEqual(sheetResults(own()));
    expect(own().book.errors()).toEqual([]);
  });
  it("the page of a person shows the target used, and the cells that core speaks of are those of the register", async () => {
    own().book.setName("eh_1_PagePerson", "P001");
    await own().calculate();
    expect(own().at("PersonPage", 0, "aim")).toBe(own().at("Register", row(0, 0), "aim"));
    // What is handed out before the period shows the curve that is meant.
    own().book.setName("eh_1_PlanPerson", "P001");
    await own().calculate();
    const planned = ["threshold", "aim", "stretch"].map((key) => Number(own().at("PlanPage", 0, key)));
    const levels = ["threshold", "target", "stretch"].map((key) => Number(own().at("Plan", 0, key)) / 2);
    expect(planned).toEqual(levels);
    const card = coreOf(own());
    const sheets = new Set(card.people.flatMap(({ actuals }) => actuals.map(({ cell }) => cell.sheet)));
    expect([...sheets]).toEqual(["Entry"]);
    expect(own().blueprint.sheets.map(({ name }) => name)).toContain("Scores");
  });
});

/** Lines of all kinds that may have a target of one's own, and one that has none. */
const KINDS: readonly (Pick<TemplateLine, "kind"> & Partial<TemplateLine>)[] = [
  { kind: "curve", direction: "lower", threshold: 60, target: 45, stretch: 35 },
  { kind: "curve", direction: "higher", threshold: 80, target: 100, stretch: 120, zeroPoint: 50 },
  { kind: "linear", baseline: 40, target: 25 },
  { kind: "ratio", direction: "lower", target: 12 },
  { kind: "deviation", direction: "higher", target: -4 },
  { kind: "nominal", target: 50 },
  { kind: "range", low: 95, high: 105, zeroDistance: 15 },
];
const [model] = template.lines;
const mixed: Template = {
  ...template,
  lines: KINDS.map((line, i) => ({
    ...{ name: { en: "Visits", "zh-CN": "拜访" }, section: model?.section ?? { en: "", "zh-CN": "" } },
    ...{ unit: { en: "", "zh-CN": "" }, evidence: { en: "", "zh-CN": "" }, aggregate: "last" },
    ...{ id: `K0${String(i + 1)}`, weight: [10, 20, 10, 20, 10, 20, 10][i] ?? 0, ...line },
  })),
  sample: { people: [] },
};

it("targets of one's own, of every kind, score as in core, also when all is calculated from scratch", async () => {
  const own = [50, 80, 30, 9, -8, 40, 100];
  const actuals = [
    [48, 76, 33, 10, -7, 44, 90],
    [45, 100, 25, 12, -4, 50, 100],
    [70, 40, 41, 0, 1, 90, 88],
  ];
  const names = actuals.map((_, i) => ({ name: `Name ${String(i)}` }));
  const made = await generate({ template: mixed, form: "register", people: names, withSample: false });
  actuals.forEach((row, person) => {
    row.forEach((actual, line) => {
      made.set("Register", person * own.length + line, "actual", actual);
      // The last kind has no target: one that is typed there all the same scores nothing.
      if (person !== 1 && (line < 6 || person === 2))
        made.set("Register", person * own.length + line, "ownTarget", own[line] ?? 0);
    });
  });
  // A progress whose own target is its baseline leads nowhere and scores nothing.
  made.set("Register", 2 * own.length + 2, "ownTarget", 40);
  await made.calculate();
  expect(made.book.errors()).toEqual([]);
  const results = scoreCard(coreOf(made));
  expect(results.map(({ soFar, coverage }) => [soFar, coverage])).toEqual(
    results.map((_, i) => [made.at("Results", i, "soFar"), made.at("Results", i, "coverage")]),
  );
  expect(results.map(({ coverage }) => coverage)).toEqual([1, 1, 0.8]);
  // A cost of 48 against an own 50 is better than against the plan's 45.
  const attained = made.column("Register", "attainment", 1)[0];
  expect(Number(attained)).toBeGreaterThan(1);
  await expectSameFromScratch(made.book.model);
  made.book.dispose();
});

describe("two numbers for a result", () => {
  const lines = [
    { ...KINDS[1], id: "K01", weight: 20 },
    { kind: "points" as const, maximum: 12, id: "K02", weight: 40 },
    { kind: "milestone" as const, id: "K03", weight: 40 },
  ];
  const [usual] = mixed.lines;
  const twofold: Template = {
    ...mixed,
    lines: lines.map((line) => ({ ...(usual ?? lines[0]), ...line }) as TemplateLine),
  };
  const names = Array.from({ length: 5 }, (_, i) => ({ name: `Name ${String(i)}` }));
  /** By person: result and second number of a hit rate and of a milestone. */
  const typed = [
    [7, "", 1, ""],
    [7, 10, 1, 5],
    [49, 49, 0.5, 80],
    [11, 10, 1.2, 3],
    [7, 0, 0.9, "late"],
  ] as const;
  it.each(["register", "form"] as const)("hits of so many tries and days late score as in core (%s)", async (form) => {
    const made = await generate({ template: twofold, form, people: names, withSample: false });
    const row = (person: number, line: number): number => (form === "form" ? person * 8 + 1 + line : person * 3 + line);
    typed.forEach(([hits, tries, share, late], person) => {
      made.set("Register", row(person, 0), "actual", 100);
      made.set("Register", row(person, 1), "actual", hits);
      made.set("Register", row(person, 1), "second", tries);
      made.set("Register", row(person, 2), "actual", share);
      made.set("Register", row(person, 2), "second", late);
    });
    // A second number of a line that takes none is no joke: it is named, and nothing is scored.
    made.set("Register", row(0, 0), "second", 3);
    await made.calculate();
    expect(made.book.errors()).toEqual([]);
    const attained = (line: number): unknown[] => names.map((_, i) => made.at("Register", row(i, line), "attainment"));
    expect(attained(1)).toEqual([7 / 12, 0.7, 1, "", ""]);
    expect(attained(2)).toEqual([1, 0.9, 0, "", ""]);
    expect(attained(0)).toEqual(["", 1, 1, 1, 1]);
    const checks = [0, 3, 4].map((person) => made.at("Register", row(person, person === 0 ? 0 : 1), "check"));
    expect(checks).toEqual(checks.map(() => made.word("notScored")));
    const results = scoreCard(coreOf(made));
    expect(results.map(({ soFar, coverage }) => [soFar, coverage])).toEqual(
      results.map((_, i) => [made.at("Results", i, "soFar"), made.at("Results", i, "coverage")]),
    );
    // The scores show it on the scale of the plan; the loss for a day is a cell of Settings.
    expect(made.column("Entry", "actual:K02", 2)).toEqual([7, 8.4]);
    made.book.setName("eh_1_LatePerDay", 0.1);
    await made.calculate();
    expect(made.at("Register", row(1, 2), "attainment")).toBe(0.5);
    expect(scoreCard(coreOf(made))[1]?.total).toBe(made.at("Results", 1, "total"));
    made.book.dispose();
  });
  it.each(["register", "form"] as const)(
    "days late are counted from the days due and done, as in core (%s)",
    async (form) => {
      const made = await generate({ template: twofold, form, people: names, withSample: false });
      const row = (person: number): number => (form === "form" ? person * 8 + 3 : person * 3 + 2);
      const due = 46_100;
      const days = [
        [due, due + 5],
        [due, due - 5],
        [due, ""],
        [due, 5],
        ["", due + 5],
      ] as const;
      days.forEach(([own, second], person) => {
        made.set("Register", row(person), "actual", 1);
        made.set("Register", row(person), "ownTarget", own);
        made.set("Register", row(person), "second", second);
      });
      await made.calculate();
      expect(made.book.errors()).toEqual([]);
      // Not done yet costs nothing; a day done says nothing without a day due.
      const of = (key: string): unknown[] => names.map((_, i) => made.at("Register", row(i), key));
      expect(of("attainment")).toEqual([0.9, 1, 1, 0.9, ""]);
      expect(of("check").map((word) => word === made.word("notScored"))).toEqual([false, false, false, false, true]);
      expect(new Set(of("aim")).size).toBe(1);
      const results = scoreCard(coreOf(made));
      expect(results.map(({ soFar }) => soFar ?? "")).toEqual(results.map((_, i) => made.at("Results", i, "soFar")));
      // What is no day is no due day, and no target either.
      made.set("Register", row(0), "ownTarget", 0.8);
      await made.calculate();
      expect([made.at("Register", row(0), "attainment"), scoreCard(coreOf(made))[0]?.soFar ?? ""]).toEqual([
        "",
        made.at("Results", 0, "soFar"),
      ]);
      made.book.dispose();
    },
  );
  it.each(["en", "zh-CN"] as const)(
    "has columns of names of their own (%s): Excel would rename a second one",
    async (language) => {
      for (const form of ["register", "form"] as const) {
        const made = await generate({ template: twofold, form, people: names, withSample: false, language });
        const headers = Object.values(made.instance.tables["Register"]?.columns ?? {});
        expect(headers).toEqual([...new Set(headers)]);
        made.book.dispose();
      }
    },
  );
  it.each(["register", "form"] as const)(
    "shows days as days, and says above the heads what can be typed (%s)",
    (form) => {
      const sheets = blueprintOf({ template: twofold, form, people: names, withSample: false }).sheets;
      const sheet = sheets.find(({ tables }) => tables.some(({ name }) => name === "eh_1_Register"));
      const looks = (sheet?.conditional ?? []).map(({ kind, ...rule }) =>
        kind === "formula" && "style" in rule ? rule.style.numberFormat : "",
      );
      expect(looks.filter((format) => format === "yyyy-mm-dd")).toHaveLength(2);
      const head = sheet?.tables[0]?.at.row ?? 0;
      const above = sheet?.blocks
        .filter(({ at }) => at.row === head - 1 && at.column === 0)
        .flatMap(({ cells }) => cells.flat());
      expect(above).toEqual([sheetText("en")("register.second")]);
    },
  );
  it("is no column where no line takes two", async () => {
    const made = await generate({ template, form: "register" });
    expect(Object.keys(made.instance.tables["Register"]?.columns ?? {})).not.toContain("second");
    made.book.dispose();
  });
});

it("works with gates, ratings and milestones", async () => {
  for (const id of ["tax-bureau-officer", "software-engineer"]) {
    const made = await generate({ template: templateById(id) ?? template, form: "register" });
    expect([id, made.book.errors()]).toEqual([id, []]);
    const people = made.blueprint.sheets
      .flatMap((sheet) => sheet.tables)
      .find(({ name }) => name === "eh_1_Results")?.rows;
    const totals = made.column("Results", "total", people ?? 0);
    expect(totals.every((total) => typeof total === "number")).toBe(true);
    expect(scoreCard(coreOf(made)).map(({ total, band }) => [total, band])).toEqual(
      totals.map((total, i) => [total, made.at("Results", i, "band")]),
    );
    made.book.dispose();
  }
});
