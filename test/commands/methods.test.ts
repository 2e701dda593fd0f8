/** Method workbooks through the add-in's commands: made, understood, checked by rows and by a second computation, ranked. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { cellAddress, MAX_COLUMNS, quoteSheetName } from "../../src/core/model/a1";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

async function make(templateId: string, withSample = true) {
  return booted.prepared(`${templateId} ${String(withSample)}`, async () => {
    const book = booted.open("Mine");
    const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
    const people = withSample ? [] : [{ name: "Ann" }, { name: "Bo" }];
    const request = { templateId, people, language: "en", jobGroup: "Team", ...period, withSample } as const;
    valueOf(await commands.newScorecard(request));
    return book;
  });
}

/** What becomes of a formula under somebody's fingers. */
const LOST = [
  ["typed over", -77],
  ["deleted", ""],
  ["changed", "=1+1"],
] as const;

describe.each(METHOD_WORKBOOKS.map((method) => [method.id, method] as const))("%s", (id, method) => {
  it("is understood as what it is; its sample has no wrong result and no formula typed over", async () => {
    await make(id);
    const overview = valueOf(await commands.overview());
    expect(overview).toMatchObject({ kind: "method", title: method.name.en, people: method.samplePeople.length });
    expect(overview.findings).toEqual([]);
    expect(overview.stage).not.toBeNull();
  });
  it("can be checked and has no wrong result while nothing is entered", async () => {
    await make(id, false);
    const { findings } = valueOf(await commands.checkSheet());
    expect(findings.filter(({ rule }) => rule !== "X01")).toEqual([]);
  });
  // One way for each method, and all three of them among the methods.
  const [how, input] = LOST[METHOD_WORKBOOKS.indexOf(method) % LOST.length] ?? LOST[0];
  it(`names a formula that was ${how}, at its cell, and puts it back`, async () => {
    const book = await make(id);
    const before = await book.digest();
    const [cell, name] = formulaCell(book);
    book.type(cell, [[input]]);
    const typed = await book.digest();
    const { findings } = valueOf(await commands.overview());
    const [finding] = findings.filter(({ rule }) => rule === "T03");
    expect(finding?.message.params).toMatchObject({ column: name, count: 1 });
    const [fix] = finding?.fixes ?? [];
    if (finding === undefined || fix === undefined) throw new Error("no fix");
    const fixed = await commands.applyFix(finding, fix);
    expect(await book.digest()).toEqual(before);
    if (!fixed.ok || fixed.undo === undefined) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(fixed.undo));
    expect(await book.digest()).toEqual(typed);
  });
});

/** First cell of a column in which every cell of a table of three rows or more holds a formula, with its header. */
function formulaCell({ model }: Awaited<ReturnType<typeof make>>): readonly [address: string, header: string] {
  for (const sheet of model.data.sheets)
    for (const { rect, columns } of sheet.tables)
      for (const [i, { name }] of columns.entries()) {
        const holds = (row: number): boolean =>
          sheet.cells.get((rect.row + row) * MAX_COLUMNS + rect.column + i)?.formula !== undefined;
        if (rect.rows > 3 && Array.from({ length: rect.rows - 1 }, (_, k) => holds(k + 1)).every(Boolean))
          return [`${quoteSheetName(sheet.name)}!${cellAddress(rect.row + 1, rect.column + i)}`, name];
      }
  throw new Error("no column of formulas");
}

describe("the ranking workbook", () => {
  it("gives places without totals, and says at which row a place is no number", async () => {
    const book = await make("ranking");
    const before = valueOf(await commands.scoreAndRank());
    expect(before.people.map(({ rank }) => rank).sort()).toContain(1);
    expect(before.people.every(({ total }) => total === null)).toBe(true);
    const { sheet, table } = book.model.table("eh_1_Orders") ?? { sheet: null, table: null };
    if (sheet === null) throw new Error("no orders");
    const column = table.columns.findIndex(({ name }) => name === "Judge 1");
    book.type(`Orders!${cellAddress(table.rect.row + 1, table.rect.column + column)}`, [["first"]]);
    const { findings } = valueOf(await commands.checkSheet());
    expect(findings[0]).toMatchObject({
      rule: "X01",
      severity: "error",
      location: { sheet: "Orders", rect: { row: table.rect.row + 1 } },
      message: { params: { row: "P001", word: "Not a number" } },
    });
    expect(findings.filter(({ rule }) => rule === "X02")).toEqual([]);
  });
  it("names places that the entries do not give, also where the whole column was typed over", async () => {
    const book = await make("ranking");
    const { sheet, table } = book.model.table("eh_1_RankResults") ?? { sheet: null, table: null };
    if (sheet === null) throw new Error("no results");
    const column = table.columns.findIndex(({ name }) => name === "Rank");
    const at = `${sheet.name}!${cellAddress(table.rect.row + 1, table.rect.column + column)}`;
    book.type(
      at,
      Array.from({ length: table.rect.rows - 1 }, () => [1]),
    );
    const { findings } = valueOf(await commands.checkSheet());
    const wrong = findings.filter(({ rule }) => rule === "X02");
    expect(wrong.length).toBeGreaterThan(0);
    expect(new Set(wrong.map(({ location }) => location.sheet))).toEqual(new Set([sheet.name]));
  });
});

it("goes on with the number of items that a workbook was made with: checks, people who come, the next period", async () => {
  const book = booted.open("Mine");
  const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
  const request = { templateId: "manager-360", people: [], language: "en", jobGroup: "Team", ...period } as const;
  valueOf(await commands.newScorecard({ ...request, withSample: true, counts: { statements: 7 } }));
  expect(valueOf(await commands.checkSheet()).findings).toEqual([]);
  valueOf(await commands.addPeople({ people: [{ name: "Dan" }], plan: null, waiting: false }));
  const persons = await book.column("eh_1_Profile360", "Person");
  expect(persons.filter((id) => id === "P004")).toHaveLength(7);
  expect(valueOf(await commands.checkSheet()).findings.filter(({ rule }) => rule !== "X01")).toEqual([]);
  valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
  expect((await book.column("eh_1_Items360", "Statement")).filter((text) => text !== "" && text !== null)).toHaveLength(
    5,
  );
  for (const head of ["Q1", "Q7"])
    expect((await book.column("eh_1_Forms360", head)).every((value) => value === "" || value === null)).toBe(true);
});

describe("what shows only when all rows are seen together", () => {
  const LETTERS = Array.from("ABCDEF");
  /** A review of six managers with the sample's answers, in which the boss of all of them gives 3 everywhere. */
  async function review(): Promise<TestBook> {
    return booted.prepared("360 of six", async () => {
      const book = booted.open("Mine");
      const people = LETTERS.map((letter) => ({ name: `Person ${letter}` }));
      const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
      const request = { templateId: "manager-360", people, language: "en", jobGroup: "Team", ...period } as const;
      valueOf(await commands.newScorecard({ ...request, withSample: true }));
      return book;
    });
  }
  /** Address of a cell of the forms, by body row and header. */
  function form({ model }: TestBook, row: number, header: string): string {
    const found = model.table("eh_1_Forms360");
    if (found === undefined) throw new Error("no forms");
    const { rect, columns } = found.table;
    const column = columns.findIndex(({ name }) => name === header);
    return `${quoteSheetName(found.sheet.name)}!${cellAddress(rect.row + 1 + row, rect.column + column)}`;
  }
  const bossed = LETTERS.map((_, i) => 9 * i + 1);

  it("is said at its cell with its limit, and accepted with a reason until the answers change; nothing is marked", async () => {
    const book = await review();
    expect(valueOf(await commands.overview()).findings).toEqual([]);
    for (const row of bossed) book.type(form(book, row, "Q1"), [[3, 3, 3, 3, 3]]);
    const before = await book.digest("selection");
    const { findings } = valueOf(await commands.checkSheet());
    const [finding] = findings.filter(({ rule }) => rule === "R05");
    if (finding === undefined) throw new Error(`no R05 among ${findings.map(({ rule }) => rule).join(" ")}`);
    expect(finding.message.params).toEqual({ rater: "Rater 2", count: 6, percent: 100 });
    valueOf(await commands.goTo(finding.location));
    const sheet = book.model.data.sheets.find(({ name }) => name === finding.location.sheet);
    const { row, column } = finding.location.rect;
    expect(form(book, 1, "Rater")).toBe(`${quoteSheetName(sheet?.name ?? "")}!${cellAddress(row, column)}`);
    expect(book.model.data.selection).toMatchObject({ row, column });
    expect(valueOf(await commands.overview()).limits["R05"]).toMatchObject([{ value: 0.5 }]);
    valueOf(await commands.clearFlags());
    expect(await book.digest("selection")).toEqual(before);
    valueOf(await commands.acceptFindings([finding], { reason: "Talked about it", initials: "AB" }));
    const rules = (list: readonly { readonly rule: string }[]): string[] => list.map(({ rule }) => rule);
    const accepted = valueOf(await commands.overview());
    expect([rules(accepted.accepted), rules(accepted.findings)]).toEqual([
      ["R05"],
      rules(findings).filter((rule) => rule !== "R05"),
    ]);
    for (const place of bossed.slice(4)) book.type(form(book, place, "Q1"), [[3, 4, 3, 2, 3]]);
    expect(rules(valueOf(await commands.overview()).findings)).toContain("R05");
  });
});
