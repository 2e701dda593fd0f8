/**
 * Adding and taking out people in every kind of workbook, and protection, through Microsoft's client. Nothing is calculated
 * here: formulas, constants, looks and rules are compared.
 */
import { createCommands } from "../../src/commands";
import type { Commands, PersonEntry, SheetLanguage } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { differingTables, rulesOf, tablesOf } from "../support/sheetsAlike";

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
});

describe("a ranking by pairs", () => {
  const PAIRS = ["eh_1_Pairs", "eh_1_Whole"];
  /** Judges one pair: the row of an id, the column of a number. */
  async function judge(book: TestBook, id: string, number: number, value: number): Promise<void> {
    const at = book.model.table("eh_1_Pairs");
    const row = (await book.column("eh_1_Pairs", "Id")).indexOf(id);
    const { rect } = at?.table ?? { rect: { row: 0, column: 0 } };
    book.model.setInputs(
      at?.sheet.id ?? "",
      { row: rect.row + 1 + row, column: rect.column + 2 + number, rows: 1, columns: 1 },
      [[value]],
    );
  }
  const inSight = (book: TestBook): readonly number[] =>
    [...(book.model.table("eh_1_Pairs")?.sheet.hiddenColumns ?? [])].sort((a, b) => a - b);

  it.each(["en", "zh-CN"] as const)(
    "grows by a row and a column a person: the one made with all of them (%s)",
    async (language) => {
      const all = await made("ranking", [...FIRST, ...MORE], language);
      const [wanted, hidden, rules] = [await tablesOf(all), inSight(all), PAIRS.map((name) => rulesOf(all, name))];
      const grown = await made("ranking", FIRST, language);
      const before = await grown.digest();
      const done = await add(MORE);
      expect(await differingTables(grown, wanted)).toEqual([]);
      expect([inSight(grown), PAIRS.map((name) => rulesOf(grown, name))]).toEqual([hidden, rules]);
      if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
      valueOf(await commands.takeBack(done.undo));
      expect(await grown.digest()).toEqual(before);
    },
  );
  it("is as it was after a failure at any action, though one table stands under the other", async () => {
    const book = await made("ranking");
    const before = JSON.stringify(await book.digest("charts"));
    const { switches } = booted.host;
    switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
    const done = await add(MORE);
    const count = switches.actionsSeen;
    switches.failAt(null);
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    for (let atAction = 0; atAction < count; atAction += Math.max(1, Math.floor(count / 25))) {
      switches.failAt({ atAction, code: "GeneralException", message: "told to" });
      const failed = await add(MORE);
      switches.failAt(null);
      if (failed.ok && failed.undo) valueOf(await commands.takeBack(failed.undo));
      expect([atAction, JSON.stringify(await book.digest("charts")) === before]).toEqual([atAction, true]);
    }
  });
  it("gives a number that became free to the next person, and keeps what was judged", async () => {
    const book = await made("ranking");
    await judge(book, "P001", 3, 1);
    valueOf(await takeOut("P002"));
    valueOf(await add(MORE.slice(0, 1)));
    expect(await book.column("eh_1_Pairs", "Id")).toEqual(["P001", "P003", "P004"]);
    expect(await book.column("eh_1_Pairs", "No.")).toEqual([1, 3, 2]);
    expect(await book.column("eh_1_Pairs", "No. 3")).toEqual([1, null, null]);
  });
  it("does not take out somebody who was judged in another person's row", async () => {
    const book = await made("ranking");
    await judge(book, "P001", 2, 0.5);
    expect(await takeOut("P002")).toMatchObject({ problem: { what: { key: "commands.people.hasResults" } } });
  });
  it("sorts rows with what was judged in them", async () => {
    const book = await made("ranking", [{ name: "Zoe" }, { name: "Ann" }]);
    await judge(book, "P001", 2, 1);
    valueOf(await commands.goTo({ sheet: "Pairs", rect: { row: 0, column: 0, rows: 1, columns: 1 } }));
    valueOf(await commands.sortPeople("name"));
    expect(await book.column("eh_1_Pairs", "Id")).toEqual(["P002", "P001"]);
    expect(await book.column("eh_1_Pairs", "No. 2")).toEqual([null, 1]);
  });
  it("compares no more than fifteen; whoever comes later is in the other sheets", async () => {
    const book = await made(
      "ranking",
      Array.from({ length: 14 }, (_, i) => ({ name: `Person ${String(i + 1)}` })),
    );
    valueOf(await add(MORE));
    expect((await book.column("eh_1_Pairs", "Id")).length).toBe(15);
    expect((await book.column("eh_1_Orders", "Id")).length).toBe(16);
  });
  it("of an earlier version, without columns for others, stays as it is and says so", async () => {
    const book = await made("ranking");
    const pairs = book.model.table("eh_1_Pairs");
    const last = pairs?.table.columns.find(({ name }) => name === "No. 15");
    book.model.renameTableColumn(pairs?.table.id ?? "", last?.id ?? 0, "gone");
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
