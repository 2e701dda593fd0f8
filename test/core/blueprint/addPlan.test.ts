/** A second plan in a standing scorecard, a second scorecard in the same workbook, and taking the sample away. */
import { buildAddPlan, type AddPlanInput } from "../../../src/core/blueprint/addPlan";
import { sampleCells, standingScorecard } from "../../../src/core/blueprint/standing";
import type { Blueprint } from "../../../src/core/blueprint/types";
import type { Template } from "../../../src/core/schema/template";
import { LANGUAGES, translate } from "../../../src/i18n/everything";
import type { WorkbookModel } from "../../../host/model/workbookModel";
import { blueprintSnapshot } from "../../support/blueprintSnapshot";
import { putBlueprint } from "../../support/blueprintToModel";
import { expectedPerson, expectedRanks } from "../../support/expected";
import { blueprintOf, generate, metadataOf, PERIOD, salesTemplate, type Generated } from "../../support/generated";
import { sheetText } from "../../support/sheetText";

// The engine is slow when the machine is busy; nothing here depends on time.
jest.setTimeout(60_000);

const open: Generated[] = [];
afterEach(() => {
  for (const { book } of open.splice(0)) book.dispose();
});

const sales = salesTemplate();
/** Another job group's lines: the last three of the template with weights of their own. */
const shorter: Template = {
  ...sales,
  id: "shorter",
  lines: sales.lines.slice(4).map((line, i) => ({ ...line, weight: [50, 30, 20][i] ?? 0 })),
  sample: { people: [] },
};

function inputFor(blueprint: Blueprint, choices: Partial<AddPlanInput> = {}): AddPlanInput {
  const metadata = metadataOf(blueprint);
  const instance = metadata.instances[0];
  if (instance === undefined) throw new Error("nothing stored");
  return {
    template: shorter,
    firstTemplate: sales,
    people: [{ name: "Dee", department: "North" }, { name: "Eli" }],
    jobGroup: "Service",
    text: sheetText("en"),
    ...PERIOD,
    instance,
    metadata,
    takenSheets: blueprint.sheets.map(({ name }) => name),
    standing: standingScorecard(blueprintSnapshot(blueprint, "Entry"), instance),
    ...choices,
  };
}
function added(input: AddPlanInput): Blueprint {
  const built = buildAddPlan(input);
  if (!built.ok) throw new Error(built.problem.what.key);
  return built.blueprint;
}
const refusal = (input: AddPlanInput): string => {
  const built = buildAddPlan(input);
  if (built.ok) return "built";
  for (const language of LANGUAGES)
    for (const { key, params } of [built.problem.what, built.problem.next])
      expect(translate(language, key, params)).not.toMatch(/^\[|\{\w+\}/);
  return built.problem.what.key;
};

/** Authored formulas of a table by header, first body row; all rows of a column hold the same. */
function formulasOf(model: WorkbookModel, name: string): Map<string, string> {
  const found = model.table(name);
  if (found === undefined) throw new Error(name);
  const { rect, columns } = found.table;
  return new Map(
    columns.map((column, i) => {
      const rows = Array.from(
        { length: rect.rows - 1 },
        (_, r) => model.cell(found.sheet.id, rect.row + 1 + r, rect.column + i)?.formula ?? "",
      );
      return [column.name, [...new Set(rows)].join(" | ")];
    }),
  );
}

const TABLES = ["People", "Plan", "Weights", "Entry", "Results", "Ranking", "Evidence", "Bands", "Words"];
const GATHERED = ["total", "soFar", "low", "high", "coverage", "applicable", "evidenceGaps", "check", "plan"];

function never(): never {
  throw new Error("the template is empty");
}

describe("a second plan", () => {
  async function withSecondPlan(): Promise<{ made: Generated; plan: Blueprint; before: Map<string, string>[] }> {
    const made = await generate();
    open.push(made);
    const before = TABLES.map((table) => formulasOf(made.book.model, `eh_1_${table}`));
    const plan = added(inputFor(made.blueprint));
    putBlueprint(made.book.model, plan);
    await made.calculate();
    return { made, plan, before };
  }

  it("changes no formula that stands but those that gather in Results", async () => {
    const { made, before } = await withSecondPlan();
    const gathered = new Set(GATHERED.map((key) => made.instance.tables["Results"]?.columns[key]));
    TABLES.forEach((table, i) => {
      const after = formulasOf(made.book.model, `eh_1_${table}`);
      for (const [header, formula] of before[i] ?? []) {
        if (table === "Results" && gathered.has(header)) {
          expect(after.get(header)).toContain("eh_1_Entry2[");
          expect(after.get(header)).not.toContain(" | ");
        } else expect([table, header, after.get(header)]).toEqual([table, header, formula]);
      }
    });
  });

  it("leaves the first people's results as they were, and calculates the new ones", async () => {
    const { made } = await withSecondPlan();
    const samples = sales.sample.people.map(({ actuals }) => actuals);
    const totals = samples.map((actuals) => expectedPerson(sales, actuals).total);
    const results = made.column("Results", "total", 10);
    totals.forEach((total, i) => {
      expect(results[i]).toBeCloseTo(total ?? -1, 6);
    });
    expect(results.slice(8)).toEqual(["", ""]);
    expect(made.column("Results", "rank", 10)).toEqual([...expectedRanks(totals, "competition"), "", ""]);
    expect(made.column("Weights", "total", 2)).toEqual([100, 100]);
    expect(made.column("Plan", "check", 10)).toEqual(Array.from({ length: 10 }, () => "OK"));
    expect(made.column("Results", "check", 10)).toEqual(Array.from({ length: 10 }, () => "OK"));
    expect(made.book.errors()).toEqual([]);
  });

  it("has its lines on the pages of its people, and leaves those of the others", async () => {
    const { made, plan } = await withSecondPlan();
    const ids = metadataOf(plan).instances[0]?.entries["Entry2"] ?? [];
    const pages = ["PersonPage", "PlanPage", "ProgressPage"] as const;
    for (const [person, lines] of [
      ["P009", ids],
      ["P001", sales.lines.map(({ id }) => id)],
    ] as const) {
      made.book.setName("eh_1_PagePerson", person);
      made.book.setName("eh_1_PlanPerson", person);
      made.book.setName("eh_1_ProgressPerson", person);
      await made.calculate();
      for (const page of pages)
        expect(made.column(page, "id", 12)).toEqual([...lines, ...Array.from({ length: 12 - lines.length }, () => "")]);
    }
    expect(made.column("PlanPage", "weight", 3)).toEqual(sales.lines.slice(0, 3).map(({ weight }) => weight));
    expect(made.book.errors()).toEqual([]);
  });

  it("goes without a page that somebody deleted", () => {
    const input = inputFor(blueprintOf());
    const pages = ["eh_1_PersonPage", "eh_1_ProgressPage"];
    const rewritten = (columns: AddPlanInput["standing"]["columns"]): string[] => {
      const { rewrites } = added({ ...input, standing: { ...input.standing, columns } });
      return pages.filter((page) => rewrites.some(({ table }) => table === page));
    };
    const { columns } = input.standing;
    expect(rewritten(columns)).toEqual(pages);
    expect(rewritten(new Map([...columns].filter(([name]) => !pages.includes(name))))).toEqual([]);
  });

  it("with more lines than the pages hold is refused", () => {
    const many = {
      ...sales,
      lines: Array.from({ length: 20 }, (_, i) => ({
        ...(sales.lines[0] ?? never()),
        weight: 5,
        id: `K${String(i + 10)}`,
      })),
    };
    expect(refusal(inputFor(blueprintOf(), { template: many }))).toBe("commands.build.tooManyLines");
  });

  it("ranks its people among themselves, and lists them behind the first plan's", async () => {
    const { made, plan } = await withSecondPlan();
    const stored = metadataOf(plan).instances[0];
    const ids = stored?.entries["Entry2"] ?? [];
    expect(ids).toEqual(["K08", "K09", "K10"]);
    const rows = [
      [100, 8.5, 95],
      [104, 9, 99],
    ];
    rows.forEach((row, person) => {
      row.forEach((actual, line) => {
        const header = stored?.tables["Entry2"]?.columns[`actual:${ids[line] ?? ""}`] ?? "";
        made.book.set("eh_1_Entry2", person, header, actual);
      });
    });
    await made.calculate();
    const totals = rows.map((row) => expectedPerson(shorter, row).total);
    expect(made.column("Results", "rank", 10).slice(8)).toEqual(expectedRanks(totals, "competition"));
    expect(made.column("Results", "plan", 10)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
    expect(made.column("Results", "total", 10)[8]).toBeCloseTo(totals[0] ?? -1, 6);
    const order = totals[0] !== null && (totals[0] ?? 0) > (totals[1] ?? 0) ? ["Dee", "Eli"] : ["Eli", "Dee"];
    expect(made.column("Ranking", "name", 10).slice(8)).toEqual(order);
    expect(made.column("People", "id", 10).slice(8)).toEqual(["P009", "P010"]);
    expect(made.book.errors()).toEqual([]);
  });

  it("is remembered, and a third one goes on counting", async () => {
    const { made, plan } = await withSecondPlan();
    const metadata = metadataOf(plan);
    const instance = metadata.instances[0];
    if (instance === undefined) throw new Error("nothing stored");
    expect(Object.keys(instance.entries)).toEqual(["Entry", "Entry2"]);
    const first = inputFor(made.blueprint).standing;
    const third = added({
      ...inputFor(made.blueprint),
      instance,
      metadata,
      jobGroup: "Export",
      takenSheets: [...made.blueprint.sheets, ...plan.sheets].map(({ name }) => name),
      standing: {
        ...first,
        personIds: [...first.personIds, "P009", "P010"],
        lineIds: [...first.lineIds, "K08", "K09", "K10"],
        jobGroups: [...first.jobGroups, "Service"],
        rankingRows: 10,
      },
    });
    putBlueprint(made.book.model, third);
    await made.calculate();
    expect(made.column("Results", "plan", 12)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3]);
    expect(made.column("Ranking", "place", 12)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(made.column("Weights", "check", 3)).toEqual(["OK", "OK", "OK"]);
    expect(made.book.errors()).toEqual([]);
  });

  it("is refused with a reason, and nothing is built", () => {
    const blueprint = blueprintOf();
    expect(refusal(inputFor(blueprint, { jobGroup: " sales " }))).toBe("commands.build.groupTaken");
    expect(refusal(inputFor(blueprint, { jobGroup: "  " }))).toBe("commands.build.noJobGroup");
    expect(refusal(inputFor(blueprint, { people: [] }))).toBe("commands.build.noPeople");
    expect(refusal(inputFor(blueprint, { people: [{ name: "A" }, { name: " " }] }))).toBe("commands.build.emptyName");
    expect(refusal(inputFor(blueprint, { from: Number.NaN }))).toBe("commands.build.period");
    const marks = shorter.lines.map((line) => ({ ...line, kind: "points" as const, maximum: 10 }));
    expect(refusal(inputFor(blueprint, { template: { ...shorter, lines: marks } }))).toBe("commands.build.otherKinds");
  });
});

describe("a second scorecard in the same workbook", () => {
  it("has sheets, tables and names of its own, and both calculate", async () => {
    const made = await generate();
    open.push(made);
    const before = made.column("Results", "total", 8);
    const second = blueprintOf({
      takenSheets: made.blueprint.sheets.map(({ name }) => name.toUpperCase()),
      metadata: metadataOf(made.blueprint),
    });
    const names = (blueprint: Blueprint): string[] => [
      ...blueprint.sheets.map(({ name }) => name),
      ...blueprint.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)),
      ...blueprint.names.map(({ name }) => name),
    ];
    const taken = new Set(names(made.blueprint).map((name) => name.toLowerCase()));
    expect(names(second).filter((name) => taken.has(name.toLowerCase()))).toEqual([]);
    expect(metadataOf(second).instances.map(({ instance }) => instance)).toEqual([1, 2]);
    putBlueprint(made.book.model, second);
    await made.calculate();
    expect(made.book.errors()).toEqual([]);
    expect(made.column("Results", "total", 8)).toEqual(before);
    expect(Array.from({ length: 8 }, (_, row) => made.book.cell("eh_2_Results", row, "Total"))).toEqual(before);
  });
});

describe("taking the sample away", () => {
  it("empties the sample's people, figures and records, and leaves formulas, ids and the plan", async () => {
    const made = await generate();
    open.push(made);
    const snapshot = blueprintSnapshot(made.blueprint, "Entry");
    const cells = sampleCells(snapshot, made.instance, "Sample");
    const { model } = made.book;
    for (const { location, after, before } of cells) {
      const sheet = model.sheet(location.sheet);
      if (sheet === undefined) throw new Error(location.sheet);
      expect(model.cell(sheet.id, location.rect.row, location.rect.column)?.formula).toBeUndefined();
      expect(model.valueAt(sheet.id, location.rect.row, location.rect.column)).toBe(before);
      if (typeof after === "object") throw new Error("a formula");
      model.setInputs(sheet.id, location.rect, [[after]]);
    }
    await made.calculate();
    expect(new Set(cells.map(({ location }) => location.sheet))).toEqual(new Set(["People", "Entry", "Evidence"]));
    expect(made.book.errors()).toEqual([]);
    expect(made.column("Results", "total", 8)).toEqual(Array.from({ length: 8 }, () => ""));
    expect(made.column("Results", "name", 8)).toEqual(Array.from({ length: 8 }, () => ""));
    expect(made.column("Entry", "toFill", 8)).toEqual(Array.from({ length: 8 }, () => 7));
    expect(made.column("People", "id", 2)).toEqual(["P001", "P002"]);
    expect(made.column("Evidence", "check", 8)).toEqual(Array.from({ length: 8 }, () => ""));
    expect(made.column("Weights", "total", 1)).toEqual([100]);
  });

  it("touches nothing that a person typed", () => {
    const blueprint = blueprintOf({ people: [{ name: "Ann" }], withSample: false });
    const instance = metadataOf(blueprint).instances[0];
    if (instance === undefined) throw new Error("nothing stored");
    expect(sampleCells(blueprintSnapshot(blueprint, "Entry"), instance, "Sample")).toEqual([]);
  });
});
