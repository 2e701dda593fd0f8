/** The whole path on a generated scorecard, through Microsoft's client and the engine: generate, type, rank, check, fix, clear. */
import { createCommands } from "../../src/commands";
import type { Commands, NewScorecardRequest } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const REQUEST: NewScorecardRequest = {
  templateId: "sales-exec",
  people: [{ name: "Ann" }, { name: "=Bob", department: "+1" }, { name: "001" }],
  language: "en",
  jobGroup: "Sales",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  withSample: false,
};

async function generated(request: Partial<NewScorecardRequest> = {}): Promise<TestBook> {
  return booted.prepared(JSON.stringify(request), async () => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard({ ...REQUEST, ...request }));
    return book;
  });
}

describe("a new scorecard", () => {
  it("is written in at most six round trips, beside what was there", async () => {
    const book = booted.open("Mine");
    book.type("Mine!A1", [["mine", 1]]);
    booted.host.log.clear();
    const made = valueOf(await commands.newScorecard(REQUEST));
    expect(booted.host.log.syncs).toBeLessThanOrEqual(6);
    expect(made).toEqual({ instance: 1, entrySheet: "Entry" });
    expect(book.sheetNames()).toEqual(
      expect.arrayContaining(["Mine", "Guide", "Settings", "People", "Plan", "Entry", "Results", "Evidence"]),
    );
    expect(await book.values("Mine!A1:B1")).toEqual([["mine", 1]]);
  });

  it("has no error in any cell, and shows the entry sheet", async () => {
    const book = await generated({ people: [], withSample: true });
    await book.model.recalc();
    const errors = book.model.data.sheets.flatMap((sheet) =>
      [...sheet.cells.entries()].flatMap(([key, cell]) =>
        typeof cell.value === "object" && cell.value !== null
          ? [`${sheet.name} ${String(key)} ${cell.formula ?? ""} ${cell.value.error}`]
          : [],
      ),
    );
    expect(errors).toEqual([]);
    expect(book.model.sheet(book.model.data.activeSheet)?.name).toBe("Entry");
  });

  it("writes names that look like formulas or numbers as text", async () => {
    const book = await generated();
    expect(await book.column("eh_1_People", "Name")).toEqual(expect.arrayContaining(["Ann", "=Bob", "001"]));
    const formulas = [...(book.model.sheet("People")?.cells.values() ?? [])].filter((cell) => cell.formula === "=Bob");
    expect(formulas).toEqual([]);
  });

  it("is understood again by its own reader, without a finding", async () => {
    await generated({ people: [], withSample: true });
    const seen = valueOf(await commands.overview());
    expect(seen).toMatchObject({ kind: "generated", stage: "plan", hasSample: true });
    expect(seen.findings.filter((finding) => finding.severity !== "note")).toEqual([]);
    expect(seen.filled).toBe(seen.toFill);
  });

  it("stands a second time beside the first, under names of its own", async () => {
    const book = await generated();
    const second = valueOf(await commands.newScorecard(REQUEST));
    expect(second).toEqual({ instance: 2, entrySheet: "Entry (2)" });
    expect(book.model.table("eh_2_Entry")?.sheet.name).toBe("Entry (2)");
  });

  it("can be taken back: the workbook is as before", async () => {
    const book = booted.open("Mine");
    book.type("Mine!A1", [["mine", 1]]);
    const before = await book.digest();
    const made = await commands.newScorecard(REQUEST);
    if (!made.ok || !made.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(made.undo));
    expect(await book.digest()).toEqual(before);
  });

  it.each([
    [{ people: [] }, "commands.build.noPeople"],
    [{ people: [{ name: " " }] }, "commands.build.emptyName"],
    [{ jobGroup: "" }, "commands.build.noJobGroup"],
    [{ periodFrom: "2026-07-01" }, "commands.build.period"],
    [{ periodFrom: "2026-02-31" }, "commands.build.period"],
    [{ templateId: "none" }, "commands.build.noTemplate"],
  ] as const)("is not begun with %j", async (wrong, key) => {
    const book = booted.open("Mine");
    const refused = await commands.newScorecard({ ...REQUEST, ...wrong });
    expect(refused).toMatchObject({ ok: false, problem: { what: { key }, next: { key: `${key}.next` } } });
    expect(book.sheetNames()).toEqual(["Mine"]);
  });
});

describe("from the first result to a ranking", () => {
  it("sheet, pane and hand agree on totals and ranks", async () => {
    const book = await generated({ people: [], withSample: true });
    const ranked = valueOf(await commands.scoreAndRank());
    const totals = await book.column("eh_1_Results", "Total");
    const ranks = await book.column("eh_1_Results", "Rank");
    expect(ranked.people.length).toBeGreaterThan(1);
    ranked.people.forEach((person, i) => {
      expect(totals[i]).toBeCloseTo(person.total ?? Number.NaN, 6);
      expect(ranks[i]).toBe(person.rank);
    });
  });

  it("shows broken weights in the cell, offers the fix, and is quiet again after it", async () => {
    const book = await generated({ people: [], withSample: true });
    const plan = book.model.table("eh_1_Plan");
    const weight = plan?.table.columns.findIndex((column) => column.name === "Weight") ?? -1;
    const first = { row: (plan?.table.rect.row ?? 0) + 1, column: (plan?.table.rect.column ?? 0) + weight };
    book.model.setInputs(plan?.sheet.id ?? "", { ...first, rows: 1, columns: 1 }, [[1]]);
    const before = await book.digest();
    booted.host.log.clear();
    const checked = valueOf(await commands.checkSheet());
    expect(booted.host.log.syncs).toBeLessThanOrEqual(3);
    // A generated sheet shows it by its own rules: nothing is added to it.
    expect(await book.digest()).toEqual(before);
    const finding = checked.findings.find((found) => found.rule === "W01");
    const fix = finding?.fixes?.[0];
    if (!finding || !fix) throw new Error("no fix is offered");
    valueOf(await commands.applyFix(finding, fix));
    const weights = await book.column("eh_1_Plan", "Weight");
    expect(weights.reduce<number>((sum, value) => sum + Number(value), 0)).toBeCloseTo(100, 9);
    const again = valueOf(await commands.checkSheet());
    expect(again.findings.map((found) => found.rule)).not.toContain("W01");
  });

  it("leads through the empty cells person by person", async () => {
    await generated();
    const one = valueOf(await commands.nextEmptyCell());
    const two = valueOf(await commands.nextEmptyCell());
    expect(one.filled).toBe(0);
    expect(two.location).not.toEqual(one.location);
    expect(two.location?.rect.row).toBe(one.location?.rect.row);
  });

  it("flags a result without evidence in its row from the stage Evaluate on, and not before", async () => {
    const book = await generated();
    const { location } = valueOf(await commands.nextEmptyCell());
    if (!location) throw new Error("no cell is empty");
    const { table } = book.model.table("eh_1_Plan") ?? {};
    const lines = (table?.rect.rows ?? 1) - 1;
    const entry = book.model.sheet(location.sheet)?.id ?? "";
    book.model.setInputs(entry, { ...location.rect, columns: lines }, [Array<number>(lines).fill(100)]);
    const rulesFound = async (): Promise<string[]> =>
      valueOf(await commands.checkSheet()).findings.map((finding) => finding.rule);
    const [early] = await book.column("eh_1_Entry", "Check");
    expect(early).not.toBe("Evidence missing");
    expect(await rulesFound()).not.toContain("E01");
    valueOf(await commands.setStage("evaluate"));
    const [late] = await book.column("eh_1_Entry", "Check");
    expect(late).toBe("Evidence missing");
    expect(await rulesFound()).toContain("E01");
  });

  it("sets the stage, and takes it back", async () => {
    await generated({ people: [], withSample: true });
    const set = await commands.setStage("evaluate");
    expect(valueOf(await commands.overview()).stage).toBe("evaluate");
    if (!set.ok || !set.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(set.undo));
    expect(valueOf(await commands.overview()).stage).toBe("plan");
  });
});

describe("sample people", () => {
  it("leave an empty template when they are removed, and come back", async () => {
    const book = await generated({ people: [], withSample: true });
    const before = await book.digest();
    const removed = await commands.removeSample();
    expect(valueOf(removed).rows).toBeGreaterThan(0);
    const seen = valueOf(await commands.overview());
    expect(seen).toMatchObject({ hasSample: false, filled: 0 });
    expect(await commands.removeSample()).toMatchObject({ problem: { what: { key: "commands.sample.none" } } });
    if (!removed.ok || !removed.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(removed.undo));
    expect(await book.digest()).toEqual(before);
  });
});

describe("a second plan for another job group", () => {
  const SECOND = { templateId: "sales-exec", people: [{ name: "Dora" }], jobGroup: "Inside sales" };

  it("leaves the first plan and its entry as they are, and gathers both in the results", async () => {
    const book = await generated({ people: [], withSample: true });
    const firstEntry = await formulasOf(book, "Entry");
    const totals = await book.column("eh_1_Results", "Total");
    booted.host.log.clear();
    const added = valueOf(await commands.addPlan(SECOND));
    expect(booted.host.log.syncs).toBeLessThanOrEqual(6);
    expect(added.entrySheet).toBe("Entry 2");
    expect(await formulasOf(book, "Entry")).toEqual(firstEntry);
    expect(await book.column("eh_1_People", "Name")).toContain("Dora");
    expect((await book.column("eh_1_Results", "Total")).slice(0, totals.length)).toEqual(totals);
    const seen = valueOf(await commands.overview());
    expect(seen.plans).toHaveLength(2);
  });

  it("is refused for a job group that has a plan", async () => {
    await generated();
    const refused = await commands.addPlan({ ...SECOND, jobGroup: "sales" });
    expect(refused).toMatchObject({ ok: false, problem: { what: { key: "commands.build.groupTaken" } } });
  });

  it("can be taken back", async () => {
    const book = await generated({ people: [], withSample: true });
    const before = await book.digest();
    const { selection } = book.model.data;
    const added = await commands.addPlan(SECOND);
    if (!added.ok || !added.undo) throw new Error(JSON.stringify(added));
    valueOf(await commands.takeBack(added.undo));
    // Removing a sheet shows another one; where the person looks is not part of what was taken back.
    book.model.select(book.model.sheet("Entry")?.id ?? "", selection);
    expect(await book.digest()).toEqual(before);
  });
});

async function formulasOf(book: TestBook, sheet: string): Promise<unknown> {
  await book.model.recalc();
  return [...(book.model.sheet(sheet)?.cells.entries() ?? [])].map(([key, cell]) => [key, cell.formula ?? cell.value]);
}
