/** People come, go and are sorted after a workbook was made, through Microsoft's client and the engine. */
import { createCommands } from "../../src/commands";
import type { Commands, PersonEntry, SheetLanguage } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { differingTables, rulesOf, storedIn, tablesOf } from "../support/sheetsAlike";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const people = (...names: readonly string[]): PersonEntry[] =>
  names.map((name, i) => ({ name, department: i % 2 === 0 ? "North" : "South" }));
const FIRST = people("Ann", "Bob", "Cid");
const MORE = people("Dee", "Eli");

interface Made {
  readonly templateId?: string;
  readonly people?: readonly PersonEntry[];
  readonly language?: SheetLanguage;
  readonly withSample?: boolean;
}
async function made({ templateId = "sales-exec", language = "en", ...rest }: Made = {}): Promise<TestBook> {
  const request = {
    templateId,
    people: rest.people ?? FIRST,
    language,
    jobGroup: "Sales",
    periodFrom: "2026-01-01",
    periodTo: "2026-06-30",
    withSample: rest.withSample ?? false,
  };
  return booted.prepared(JSON.stringify(request), async () => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard(request));
    return book;
  });
}
const add = (list: readonly PersonEntry[], plan: string | null = null, waiting = false) =>
  commands.addPeople({ people: list, plan, waiting });
const everybody = [...FIRST, ...MORE.map((person, i) => ({ ...person, department: i % 2 === 0 ? "North" : "South" }))];

/** Types into a body row of a table, by header. */
function type(book: TestBook, table: string, row: number, header: string, value: string | number): void {
  const found = book.model.table(table);
  const column = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (!found || column < 0) throw new Error(`${table} has no ${header}`);
  const { rect } = found.table;
  book.model.setInputs(found.sheet.id, { row: rect.row + 1 + row, column: rect.column + column, rows: 1, columns: 1 }, [
    [value],
  ]);
}
/** Types a result into every line of these body rows of an entry table. */
function fill(book: TestBook, rows: readonly number[], key = "Entry"): void {
  const stored = storedIn(book).tables[key];
  const lines = Object.entries(stored?.columns ?? {}).filter(([column]) => column.startsWith("actual:"));
  for (const row of rows)
    lines.forEach(([, header], line) => {
      type(book, stored?.name ?? "", row, header, 3 + ((row * 7 + line * 3) % 11));
    });
}

describe("adding people to a scorecard", () => {
  it("gives the workbook that would have been made with all of them", async () => {
    const fresh = await made({ people: everybody });
    const wanted = await tablesOf(fresh);
    const grown = await made();
    expect(valueOf(await add(MORE))).toEqual({ added: 2 });
    expect(await differingTables(grown, wanted)).toEqual([]);
    for (const name of ["eh_1_People", "eh_1_Entry", "eh_1_Results", "eh_1_Proof"])
      expect(rulesOf(grown, name)).toEqual(rulesOf(fresh, name));
    const seen = valueOf(await commands.overview());
    expect(seen).toMatchObject({ people: 5, findings: [] });
  });
  it("keeps results, ranks and checks right when they are filled", async () => {
    const fresh = await made({ people: everybody });
    fill(fresh, [0, 1, 2, 3, 4]);
    const wanted = await tablesOf(fresh);
    const grown = await made();
    fill(grown, [0, 1, 2]);
    valueOf(await add(MORE));
    fill(grown, [3, 4]);
    expect(await differingTables(grown, wanted)).toEqual([]);
    const ranks = (await grown.column("eh_1_Results", "Rank")).map(Number);
    expect([...ranks].sort((a, b) => a - b)[0]).toBe(1);
    expect(await grown.column("eh_1_Proof", "Check")).toEqual(["OK", "OK", "OK", "OK", "OK"]);
  });
  it("comes into the plan chosen, and ranks stay within each plan", async () => {
    const book = await made();
    valueOf(await commands.addPlan({ templateId: "sales-exec", people: people("Fay"), jobGroup: "Service" }));
    valueOf(await add(MORE, "Entry2"));
    expect(await book.column("eh_1_Entry2", "Name")).toEqual(["Fay", "Dee", "Eli"]);
    expect(await book.column("eh_1_Proof2", "Name")).toEqual(["Fay", "Dee", "Eli"]);
    expect(await book.column("eh_1_Entry", "Name")).toEqual(["Ann", "Bob", "Cid"]);
    fill(book, [0, 1, 2], "Entry2");
    fill(book, [0, 1, 2]);
    expect(await book.column("eh_1_Results", "Job group")).toEqual([
      "Sales",
      "Sales",
      "Sales",
      "Service",
      "Service",
      "Service",
    ]);
    const ranks = (await book.column("eh_1_Results", "Rank")).map(Number);
    expect(Math.min(...ranks.slice(0, 3))).toBe(1);
    expect(Math.min(...ranks.slice(3))).toBe(1);
    expect(await book.column("eh_1_Proof2", "Check")).toEqual(["OK", "OK", "OK"]);
  });
  it("counts a person typed by hand in Checks until rows are added, with an id of ours", async () => {
    const book = await made();
    const list = book.model.table("eh_1_People");
    const under = (list?.table.rect.row ?? 0) + (list?.table.rect.rows ?? 0);
    book.type(`People!B${String(under + 1)}`, [["Gus", "", "Sales", "North"]]);
    const label = async (): Promise<unknown> => {
      const rows = await book.values("Checks!A5:B40");
      return rows.find(([text]) => String(text).includes("without lines"))?.[1];
    };
    expect(await label()).toBe(1);
    const draft = valueOf(await commands.peopleDraft());
    expect(draft.waiting).toEqual([{ name: "Gus", jobGroup: "Sales", plan: "Entry" }]);
    expect(valueOf(await add([], null, true))).toEqual({ added: 1 });
    expect(await label()).toBe(0);
    expect(await book.column("eh_1_People", "Id")).toEqual(["P001", "P002", "P003", "P004"]);
    expect(await book.column("eh_1_Results", "Name")).toEqual(["Ann", "Bob", "Cid", "Gus"]);
  });
  it("fills the places that Remove sample left before it makes new ones", async () => {
    const book = await made({ people: [], withSample: true });
    const before = (await book.column("eh_1_People", "Id")).length;
    valueOf(await commands.removeSample());
    valueOf(await add(MORE));
    expect((await book.column("eh_1_People", "Id")).length).toBe(before);
    expect((await book.column("eh_1_Results", "Name")).slice(0, 2)).toEqual(["Dee", "Eli"]);
  });
  it("can be taken back: the workbook is as before", async () => {
    const book = await made();
    fill(book, [0, 1]);
    const before = await book.digest();
    const done = await add(MORE);
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(await book.digest()).toEqual(before);
  });
});

describe("what is typed into People", () => {
  it("renames and moves a person everywhere", async () => {
    const book = await made();
    fill(book, [0, 1, 2]);
    type(book, "eh_1_People", 1, "Name", "Barbara");
    type(book, "eh_1_People", 1, "Department", "North");
    type(book, "eh_1_People", 1, "Post", "Lead");
    for (const table of ["eh_1_Entry", "eh_1_Results", "eh_1_Proof"])
      expect((await book.column(table, "Name"))[1]).toBe("Barbara");
    expect(await book.column("eh_1_Ranking", "Name")).toContain("Barbara");
    expect(await book.column("eh_1_Results", "Department")).toEqual(["North", "North", "North"]);
    const inGroup = (await book.column("eh_1_Results", "Rank in department")).map(Number);
    expect(inGroup).toEqual((await book.column("eh_1_Results", "Rank")).map(Number));
  });
});

describe("taking people out", () => {
  it("writes a last day, and every result stays", async () => {
    const book = await made();
    fill(book, [0, 1, 2]);
    const totals = await book.column("eh_1_Results", "Total");
    valueOf(await commands.removePeople({ kind: "leave", ids: ["P002"], day: "2026-05-31" }));
    expect(await book.column("eh_1_People", "To")).toEqual([null, 46_173, null]);
    expect(await book.column("eh_1_Results", "Total")).toEqual(totals);
  });
  it("takes the rows of a mistake out of every table: as if the person had never been entered", async () => {
    const fresh = await made({ people: everybody.filter(({ name }) => name !== "Eli") });
    fill(fresh, [0, 1, 2, 3]);
    const wanted = await tablesOf(fresh);
    const book = await made({ people: everybody });
    fill(book, [0, 1, 2, 3]);
    const done = valueOf(await commands.removePeople({ kind: "mistake", ids: ["P005"] }));
    expect(done).toEqual({ people: 1 });
    expect(await differingTables(book, wanted)).toEqual([]);
    for (const name of ["eh_1_Entry", "eh_1_Results"]) expect(rulesOf(book, name)).toEqual(rulesOf(fresh, name));
  });
  it("takes somebody out of the middle, and can be taken back", async () => {
    const book = await made({ people: everybody });
    fill(book, [0, 2, 3, 4]);
    // Excel lets a chart of a table grow with it; the stand-in does not.
    const before = await book.digest("charts");
    const done = await commands.removePeople({ kind: "mistake", ids: ["P002"] });
    expect(await book.column("eh_1_Results", "Name")).toEqual(["Ann", "Cid", "Dee", "Eli"]);
    expect((await book.column("eh_1_Ranking", "Name")).length).toBe(4);
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(await book.digest("charts")).toEqual(before);
  });
  it("is refused for somebody with a result or a record, and nothing changes", async () => {
    const book = await made();
    fill(book, [0]);
    type(book, "eh_1_Evidence", 0, "Person id", "P003");
    const before = await book.digest();
    for (const id of ["P001", "P003"])
      expect(await commands.removePeople({ kind: "mistake", ids: [id] })).toMatchObject({
        problem: { what: { key: "commands.people.hasResults" } },
      });
    expect(await commands.removePeople({ kind: "mistake", ids: ["P099"] })).toMatchObject({ ok: false });
    expect(await book.digest()).toEqual(before);
  });
});

describe("sorting", () => {
  it.each([
    ["name", ["Ann", "Bob", "Cid", "Dee", "Eli"]],
    ["department", ["Dee", "Cid", "Ann", "Eli", "Bob"]],
  ] as const)("by %s puts Entry and Results in order, and no result changes", async (by, order) => {
    const book = await made({ people: [...everybody].reverse() });
    fill(book, [0, 1, 2, 3, 4]);
    valueOf(await commands.goTo({ sheet: "Settings", rect: { row: 0, column: 0, rows: 1, columns: 1 } }));
    const byName = async (): Promise<unknown> => {
      const [names, totals, ranks] = await Promise.all(
        ["Name", "Total", "Rank"].map((header) => book.column("eh_1_Results", header)),
      );
      return Object.fromEntries((names ?? []).map((name, i) => [String(name), [totals?.[i], ranks?.[i]]]));
    };
    const [before, digest] = [await byName(), await book.digest()];
    const done = await commands.sortPeople(by);
    expect(valueOf(done).sheets).toEqual(["Entry", "Results"]);
    expect(await book.column("eh_1_Entry", "Name")).toEqual(order);
    expect(await book.column("eh_1_Results", "Name")).toEqual(order);
    expect(await byName()).toEqual(before);
    expect(await book.column("eh_1_Proof", "Check")).toEqual(["OK", "OK", "OK", "OK", "OK"]);
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(await book.digest()).toEqual(digest);
  });
  it("by total puts the best first on the open sheet alone", async () => {
    const book = await made({ people: everybody });
    fill(book, [0, 1, 2, 3, 4]);
    valueOf(await commands.goTo({ sheet: "Results", rect: { row: 0, column: 0, rows: 1, columns: 1 } }));
    const entry = await book.column("eh_1_Entry", "Id");
    valueOf(await commands.sortPeople("total"));
    const totals = (await book.column("eh_1_Results", "Total")).map(Number);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    expect(await book.column("eh_1_Entry", "Id")).toEqual(entry);
    expect(await commands.sortPeople("total")).toMatchObject({ problem: { what: { key: "commands.people.sorted" } } });
  });
});
