/**
 * Adding and taking out people in every kind of workbook, and protection, through Microsoft's client. Nothing is calculated
 * here: formulas, constants, looks and rules are compared.
 */
import { createCommands } from "../../src/commands";
import type { Commands, PersonEntry, SheetLanguage } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { differingTables, tablesOf } from "../support/sheetsAlike";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

const FIRST: readonly PersonEntry[] = ["Ann", "Bob", "Cid"].map((name) => ({ name, department: "North" }));
const MORE: readonly PersonEntry[] = ["Dee", "Eli"].map((name) => ({ name, department: "South" }));

async function made(
  templateId: string,
  people: readonly PersonEntry[] = FIRST,
  language: SheetLanguage = "en",
): Promise<TestBook> {
  const request = {
    templateId,
    people,
    language,
    jobGroup: "Sales",
    periodFrom: "2026-01-01",
    periodTo: "2026-06-30",
    withSample: false,
  };
  return booted.prepared(JSON.stringify(request), async () => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard(request));
    return book;
  });
}
const add = (people: readonly PersonEntry[]) => commands.addPeople({ people, plan: null, waiting: false });
const takeOut = (...ids: readonly string[]) => commands.removePeople({ kind: "mistake", ids });

describe("every kind of workbook", () => {
  /** One of every way in which rows go by people: the rest are made of the same. */
  const growing = [
    "cascade",
    "incidents",
    "manager-360",
    "weight-workshop",
    "workload",
    "checklist",
    "combined",
  ] as const;
  /** Rows to type into, whoever they are for: they do not go by people. */
  const isSpare = (difference: string): boolean => difference.startsWith("eh_1_WorkTasks");
  it.each([...growing, "sales-exec"])("%s with people added is the one made with all of them", async (id) => {
    const wanted = await tablesOf(await made(id, [...FIRST, ...MORE]));
    const before = await tablesOf(await made(id));
    const grown = await made(id);
    valueOf(await add(MORE));
    expect((await differingTables(grown, wanted)).filter((difference) => !isSpare(difference))).toEqual([]);
    valueOf(await takeOut("P004", "P005"));
    expect(await differingTables(grown, before)).toEqual([]);
  });
  it.each(["supplier"])("%s in Chinese as well", async (id) => {
    const wanted = await tablesOf(await made(id, [...FIRST, ...MORE], "zh-CN"));
    const grown = await made(id, FIRST, "zh-CN");
    valueOf(await add(MORE));
    expect(await differingTables(grown, wanted)).toEqual([]);
  });
  it("the pairs of a ranking cannot grow, and it is said why", async () => {
    const book = await made("ranking");
    const before = await book.digest();
    expect(valueOf(await commands.peopleDraft()).fixed).toEqual({ key: "commands.people.fixed.pairs" });
    for (const outcome of [await add(MORE), await takeOut("P001"), await commands.sortPeople("name")])
      expect(outcome).toMatchObject({ ok: false, problem: { what: { key: "commands.people.fixed.pairs" } } });
    expect(await book.digest()).toEqual(before);
  });
});

describe("what stands in the way", () => {
  it.each([
    [{ people: [], plan: null, waiting: true }, "nobody"],
    [{ people: [{ name: " " }], plan: null, waiting: false }, "noName"],
  ])("is refused with %j, and nothing changes", async (request, key) => {
    const book = await made("sales-exec");
    const before = await book.digest();
    expect(await commands.addPeople(request)).toMatchObject({ problem: { what: { key: `commands.people.${key}` } } });
    expect(await book.digest()).toEqual(before);
  });
  it("makes room where something stands under a table, and leaves it whole", async () => {
    const book = await made("sales-exec");
    const results = book.model.table("eh_1_Results");
    const under = (results?.table.rect.row ?? 0) + (results?.table.rect.rows ?? 0);
    book.type(`Results!A${String(under + 2)}`, [["my note"]]);
    valueOf(await add(MORE));
    expect(await book.column("eh_1_Results", "Id")).toEqual(["P001", "P002", "P003", "P004", "P005"]);
    expect(await book.values(`Results!A${String(under + 4)}`)).toEqual([["my note"]]);
  });
  it("is refused where a filter hides rows", async () => {
    const book = await made("sales-exec");
    const list = book.model.table("eh_1_People");
    book.model.setFilter(list?.sheet.id ?? "", "eh_1_People", 1, { filterOn: "Values", values: ["Ann"] });
    valueOf(await commands.goTo({ sheet: "People", rect: { row: 0, column: 0, rows: 1, columns: 1 } }));
    expect(await commands.sortPeople("name")).toMatchObject({ ok: false });
    expect(await add(MORE)).toMatchObject({ problem: { what: { key: "commands.people.filtered" } } });
  });
  it("Year gets its row once there is one", async () => {
    const book = await made("sales-exec");
    valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
    const ids = await book.column("eh_1_Annual", "Id");
    valueOf(await add(MORE));
    expect(await book.column("eh_1_Annual", "Id")).toEqual([...ids, "P004", "P005"]);
  });
});

describe("protection", () => {
  /** Written out as Excel tells it, so that what is set again can be compared. */
  const SHUT = {
    allowAutoFilter: false,
    allowDeleteColumns: false,
    allowDeleteRows: false,
    allowEditObjects: false,
    allowEditScenarios: false,
    allowFormatCells: false,
    allowFormatColumns: false,
    allowFormatRows: false,
    allowInsertColumns: false,
    allowInsertHyperlinks: false,
    allowInsertRows: false,
    allowPivotTables: false,
    allowSort: false,
    selectionMode: "Normal",
  };
  it("shuts formulas, leaves inputs open, and is taken off again as it was", async () => {
    const book = await made("sales-exec");
    const before = await book.digest();
    const done = await commands.protectSheets(true);
    expect(valueOf(done).sheets).toBe(book.model.data.sheets.length - 1);
    const entry = book.model.table("eh_1_Entry");
    const at = (column: number) => ({ row: (entry?.table.rect.row ?? 0) + 1, column, rows: 1, columns: 1 });
    const id = entry?.sheet.id ?? "";
    book.model.setInputs(id, at(3), [[90]]);
    expect(() => book.model.setInputs(id, at(1), [["typed over"]])).toThrow();
    book.model.setInputs(id, at(3), [[""]]);
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(await book.digest()).toEqual(before);
  });

  it("is lifted and set again exactly as it was by everything that writes", async () => {
    const book = await made("sales-exec");
    const sheets = book.model.data.sheets.filter(({ name }) => name !== "Mine");
    sheets.forEach((sheet, i) => book.model.protect(sheet.id, i % 2 === 0 ? { allowSort: true } : {}));
    // What is allowed; Excel tells the rest as not allowed.
    const how = (): unknown =>
      sheets.map(({ protection }) =>
        protection === null ? null : Object.entries(protection.options).filter(([, value]) => value === true),
      );
    const before = how();
    valueOf(await add(MORE));
    expect(how()).toEqual(before);
    valueOf(await takeOut("P005"));
    valueOf(await commands.removePeople({ kind: "leave", ids: ["P004"], day: "2026-05-31" }));
    valueOf(await commands.setStage("evaluate"));
    valueOf(await commands.addPlan({ templateId: "sales-exec", people: FIRST, jobGroup: "Service" }));
    expect(how()).toEqual(before);
    const next = { from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } } as const;
    const done = await commands.startNextPeriod(next);
    valueOf(done);
    expect(how()).toEqual(before);
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(how()).toEqual(before);
  });

  it("with a password stays shut: a plain word, and nothing changes", async () => {
    const book = await made("sales-exec");
    for (const sheet of book.model.data.sheets)
      book.model.protect(sheet.id, SHUT, sheet.name === "Results" ? "secret" : undefined);
    const before = await book.digest();
    for (const outcome of [await add(MORE), await takeOut("P003"), await commands.protectSheets(false)])
      expect(outcome).toMatchObject({
        ok: false,
        problem: { what: { key: "excel.password", params: { sheets: ["Results"] } } },
      });
    expect(await book.digest()).toEqual(before);
  });

  it("is as it was after a failure at any action, and so is everything else", async () => {
    const book = await made("sales-exec", FIRST.slice(0, 2));
    for (const sheet of book.model.data.sheets) book.model.protect(sheet.id, SHUT);
    const { switches } = booted.host;
    for (const act of [() => add(MORE), () => takeOut("P002")]) {
      // Excel lets a chart of a table grow with it; the stand-in does not.
      const before = await book.digest("charts");
      switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
      const done = await act();
      const count = switches.actionsSeen;
      switches.failAt(null);
      if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
      valueOf(await commands.takeBack(done.undo));
      expect(await book.digest("charts")).toEqual(before);
      const step = Math.max(1, Math.floor(count / 12));
      for (let atAction = 0; atAction < count; atAction += step) {
        switches.failAt({ atAction, code: "GeneralException", message: "told to" });
        const failed = await act();
        switches.failAt(null);
        if (failed.ok && failed.undo) valueOf(await commands.takeBack(failed.undo));
        expect([atAction, JSON.stringify(await book.digest("charts")) === JSON.stringify(before)]).toEqual([
          atAction,
          true,
        ]);
      }
    }
  });
});
