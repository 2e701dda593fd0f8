/** Ten rows more for a register on a protected sheet, through Microsoft's client and the engine. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { isRegister } from "../../src/core/people/registers";
import { cellAddress } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

/** Written out as Excel tells it, so that what is set again can be compared. */
const SHUT = {
  ...{ allowAutoFilter: true, allowDeleteColumns: false, allowDeleteRows: false, allowEditObjects: false },
  ...{ allowEditScenarios: false, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false },
  ...{ allowInsertColumns: false, allowInsertHyperlinks: false, allowInsertRows: false, allowPivotTables: false },
  ...{ allowSort: false, selectionMode: "Normal" },
};

async function made(templateId: string) {
  return booted.prepared(templateId, async () => {
    const book = booted.open("Mine");
    const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
    const request = { templateId, people: [], language: "en", jobGroup: "Team", ...period, withSample: true } as const;
    valueOf(await commands.newScorecard(request));
    return book;
  });
}
const open = async (sheet: string): Promise<void> => {
  valueOf(await commands.goTo({ sheet, rect: { row: 0, column: 0, rows: 1, columns: 1 } }));
};
type Book = Awaited<ReturnType<typeof made>>;
const registersOf = ({ model }: Book) =>
  model.data.sheets.flatMap((sheet) =>
    sheet.tables.filter(({ name }) => isRegister(name)).map((table) => ({ sheet, table })),
  );

it.each([
  ["sales-exec", ["eh_1_Evidence"]],
  ["incidents", ["eh_1_Incidents"]],
  ["cascade", ["eh_1_TopGoals", "eh_1_DepartmentGoals", "eh_1_Drivers"]],
  ["check-ins", ["eh_1_Talks", "eh_1_Actions"]],
  ["manager-360", ["eh_1_Forms360"]],
] as const)(
  "every register of %s grows while it is protected, counts as before, and can be taken back",
  async (id, names) => {
    const book = await made(id);
    const all = registersOf(book);
    expect(all.map(({ table }) => table.name)).toEqual(names);
    for (const { sheet, table } of all) {
      await open(sheet.name);
      expect(valueOf(await commands.overview()).offers).not.toContain("addRows");
      book.model.protect(sheet.id, SHUT);
      const { offers, findings } = valueOf(await commands.overview());
      expect(offers).toContain("addRows");
      const before = await book.digest();
      const { rows } = table.rect;
      const done = await commands.addRows();
      expect(valueOf(done)).toEqual({ rows: 10 });
      const grown = book.model.table(table.name)?.table.rect;
      expect(grown?.rows).toBe(rows + 10);
      // Ids run on, formulas are those of the rows above, inputs are open and empty, and the sheet is protected as before.
      const ids = await book
        .column(table.name, "Id")
        .catch(() => book.column(table.name, table.columns[0]?.name ?? ""));
      expect(new Set(ids).size).toBe(rows - 1 + 10);
      const errors = [...sheet.cells.values()].filter(({ value }) => typeof value === "object" && value !== null);
      expect(errors).toEqual([]);
      expect(sheet.protection?.options).toEqual(SHUT);
      const first = (grown?.row ?? 0) + rows;
      const typed = table.columns.findIndex(
        (_, i) => book.model.formatAt(sheet.id, first, table.rect.column + i).locked === false,
      );
      book.type(`'${sheet.name}'!${cellAddress(first, table.rect.column + typed)}`, [[""]]);
      expect(valueOf(await commands.checkSheet()).findings).toEqual(findings);
      if (!done.ok || done.undo === undefined) throw new Error("it cannot be taken back");
      valueOf(await commands.takeBack(done.undo));
      expect(await book.digest()).toEqual(before);
      book.model.unprotect(sheet.id);
    }
  },
);

it.each([
  ["cascade", ["LineGoals", "Months", "Year"]],
  ["mbo-individual", ["Goals", "Progress", "Review"]],
] as const)(
  "rows of %s that stand on several sheets come to all of them under one id, also those typed by hand",
  async (id, keys) => {
    const book = await made(id);
    const found = keys.map((key) => book.model.table(`eh_1_${key}`));
    const [first] = found;
    if (first === undefined) throw new Error(id);
    const ids = async (key: string): Promise<unknown[]> =>
      book.column(`eh_1_${key}`, found[keys.indexOf(key as never)]?.table.columns[0]?.name ?? "");
    const standing = await ids(keys[0]);
    book.model.addTableRows(first.table.id, null, [first.table.columns.map((_, i) => (i === 0 ? "'K99" : null))]);
    for (const each of found) {
      await open(each?.sheet.name ?? "");
      expect(valueOf(await commands.overview()).offers).toContain("addRows");
      book.model.protect(each?.sheet.id ?? "", SHUT);
    }
    const { findings } = valueOf(await commands.checkSheet());
    const before = await book.digest();
    const done = await commands.addRows();
    expect(valueOf(done)).toEqual({ rows: 10 });
    const all = await Promise.all(keys.map(ids));
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
    expect(all[0]?.slice(0, standing.length + 2)).toEqual([...standing, "K99", "K100"]);
    expect(valueOf(await commands.checkSheet()).findings).toEqual(findings);
    if (!done.ok || done.undo === undefined) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(await book.digest()).toEqual(before);
  },
);

it("is refused where there is no register, and where a filter hides rows", async () => {
  const book = await made("incidents");
  await open("Settings");
  expect(await commands.addRows()).toMatchObject({ ok: false, problem: { what: { key: "commands.rows.none" } } });
  const [register] = registersOf(book);
  if (register === undefined) throw new Error("no register");
  book.model.setFilter(register.sheet.id, register.table.name, 0, { filterOn: "Values", values: ["R001"] });
  await open(register.sheet.name);
  expect(await commands.addRows()).toMatchObject({ problem: { what: { key: "commands.people.filtered" } } });
});
