/** A KPI scorecard whose results are typed into a page for each person, on the real path: made, checked, next period, language, people. */
import { formatAt } from "../../host/model/cellStore";
import { createCommands } from "../../src/commands";
import type { Commands, NextPeriodRequest } from "../../src/commands/types";
import { cellAddress } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
let syncs = 0;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(180_000);

const ABOUT = {
  templateId: "sales-exec",
  jobGroup: "Sales",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  language: "en",
} as const;
/** Few: their figures are those of the sample. */
const PEOPLE = ["Ann", "Ben", "Cy"].map((name) => ({ name }));
const NEXT: NextPeriodRequest = { from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } };
const made = (): Promise<TestBook> =>
  booted.prepared("form", async () => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard({ ...ABOUT, people: PEOPLE, withSample: true, form: "form" }));
    syncs = booted.host.log.syncs;
    return book;
  });
const LINES = 7;
const BLOCK = LINES + 5;
/** Body row of a line of the n-th page, both from 0. */
const line = (page: number, k: number): number => page * BLOCK + 1 + k;
const bodyRow = (book: TestBook, table = "eh_1_Register"): number => (book.model.table(table)?.table.rect.row ?? 0) + 1;
function type(book: TestBook, table: string, header: string, row: number, value: string | number): void {
  const found = book.model.table(table);
  const offset = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (!found || offset < 0) throw new Error(`${table} ${header}`);
  const { rect } = found.table;
  book.type(`${found.sheet.name}!${cellAddress(rect.row + 1 + row, rect.column + offset)}`, [[value]]);
}
const filled = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== "" && value !== null);
const entry = (book: TestBook, name = "Entry") => {
  const sheet = book.model.data.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};
const COMMENT = "Comment; for n/a the reason";

it("is made in six round trips, opens at the first result, and begins a page with everybody but the first", async () => {
  const book = await made();
  expect(syncs).toBeLessThanOrEqual(6);
  expect(book.sheetNames()).toEqual(expect.arrayContaining(["Entry", "Scores"]));
  expect(book.model.data.selection.row).toBe(bodyRow(book) + 1);
  const people = (await book.column("eh_1_People", "Id")).length;
  const starts = Array.from({ length: people - 1 }, (_, i) => bodyRow(book) + (i + 1) * BLOCK);
  expect([entry(book).page.rowBreaks, entry(book).page.scale]).toEqual([starts, 70]);
  valueOf(await commands.setStage("evaluate"));
  const { findings } = valueOf(await commands.checkSheet());
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
});

it("the next empty cell and a missing result are cells of the page", async () => {
  const book = await made();
  type(book, "eh_1_Register", "Actual", line(1, 2), "");
  const next = valueOf(await commands.nextEmptyCell());
  expect([next.location?.sheet, next.location?.rect.row]).toEqual(["Entry", bodyRow(book) + line(1, 2)]);
  valueOf(await commands.setStage("evaluate"));
  const { findings } = valueOf(await commands.checkSheet());
  const missing = findings.filter(({ rule }) => rule === "C01").map(({ location }) => location);
  expect(missing.map(({ sheet, rect }) => [sheet, rect.row])).toEqual([["Entry", bodyRow(book) + line(1, 2)]]);
});

it("the next period empties results and comments and carries own targets; what stands around the lines stays", async () => {
  const book = await made();
  type(book, "eh_1_Register", "Own target", line(0, 0), 50);
  type(book, "eh_1_Register", COMMENT, line(0, 1), "Two customers moved");
  type(book, "eh_1_Register", COMMENT, BLOCK - 3, "A good half-year");
  const totals = await book.column("eh_1_Results", "Total");
  const titles = await book.column("eh_1_Register", "Indicator");
  valueOf(await commands.startNextPeriod(NEXT));
  expect(await book.column("eh_1_PastResults", "Total")).toEqual(totals);
  expect(filled(await book.column("eh_1_Register", "Actual"))).toEqual([]);
  expect(filled(await book.column("eh_1_Register", COMMENT))).toEqual([]);
  expect(filled(await book.column("eh_1_Register", "Own target"))).toEqual([50]);
  expect(await book.column("eh_1_Register", "Indicator")).toEqual(titles);
});

it("in Chinese and back every total is the same, n/a is still n/a, and the pages speak the language", async () => {
  const book = await made();
  type(book, "eh_1_Register", "Actual", line(0, 3), "n/a");
  type(book, "eh_1_Register", COMMENT, line(0, 3), "Not in this post");
  const totals = await book.column("eh_1_Results", "Total");
  const titles = await book.column("eh_1_Register", "Indicator");
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(await book.column("eh_1_Results", "综合得分")).toEqual(totals);
  expect((await book.column("eh_1_Register", "实际完成值"))[line(0, 3)]).toBe("不适用");
  expect((await book.column("eh_1_Register", "指标"))[BLOCK - 3]).toBe("主管意见");
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(await book.column("eh_1_Results", "Total")).toEqual(totals);
  expect(await book.column("eh_1_Register", "Indicator")).toEqual(titles);
});

it("in both languages wider columns are printed smaller, and as before when one language is left", async () => {
  const book = await made();
  valueOf(await commands.changeLanguage({ to: "both", scope: "workbook" }));
  const [sheet] = book.model.data.sheets.filter(({ page }) => page.scale !== undefined);
  expect(sheet?.page.scale).toBeGreaterThan(50);
  expect(sheet?.page.scale).toBeLessThan(70);
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(sheet?.page.scale).toBe(70);
});

it("who comes gets a page like the others, printed as one; who was entered by mistake takes it along", async () => {
  const book = await made();
  const rows = (await book.column("eh_1_Register", "Person")).length;
  const before = await book.column("eh_1_Results", "Total");
  const { printArea } = entry(book).page;
  valueOf(await commands.addPeople({ people: [{ name: "Zoe" }, { name: "Yan" }], plan: "Entry", waiting: false }));
  const persons = await book.column("eh_1_Register", "Person");
  expect(persons).toHaveLength(rows + 2 * BLOCK);
  const zoe = String(persons[rows]);
  expect((await book.column("eh_1_Register", "Part")).slice(rows, rows + BLOCK)).toEqual(
    (await book.column("eh_1_Register", "Part")).slice(0, BLOCK),
  );
  expect((await book.column("eh_1_Register", "Indicator"))[rows]).toBe("Zoe");
  const sheet = entry(book);
  expect(sheet.page.rowBreaks?.slice(-2)).toEqual([bodyRow(book) + rows, bodyRow(book) + rows + BLOCK]);
  expect(sheet.page.printArea?.rows).toBe((printArea?.rows ?? 0) + 2 * BLOCK);
  for (let k = 0; k < BLOCK; k += 1) {
    expect([k, sheet.rowHeights.get(bodyRow(book) + rows + k)]).toEqual([k, sheet.rowHeights.get(bodyRow(book) + k)]);
    for (let column = 0; column < 15; column += 1) {
      const format = (row: number) => formatAt(sheet, row, column);
      expect([k, column, format(bodyRow(book) + rows + k)]).toEqual([k, column, format(bodyRow(book) + k)]);
    }
  }
  const actuals = (await book.column("eh_1_Register", "Actual")).slice(1, 1 + LINES);
  actuals.forEach((actual, k) => {
    type(book, "eh_1_Register", "Actual", rows + 1 + k, actual as number);
  });
  const ids = await book.column("eh_1_Results", "Id");
  expect((await book.column("eh_1_Results", "Total"))[ids.indexOf(zoe)]).toBe(before[0]);
  valueOf(await commands.sortPeople("total"));
  const sorted = await book.column("eh_1_Results", "Id");
  const totals = await book.column("eh_1_Results", "Total");
  expect(ids.slice(0, before.length).map((id) => totals[sorted.indexOf(id)])).toEqual(before);
  // A page is never torn: every block begins with its name.
  const parts = await book.column("eh_1_Register", "Part");
  expect(parts.filter((_, i) => i % BLOCK === 0).every((part) => part === 1)).toBe(true);
  const at = (await book.column("eh_1_Register", "Person")).indexOf(zoe);
  for (let k = 0; k < LINES; k += 1) type(book, "eh_1_Register", "Actual", at + 1 + k, "");
  valueOf(await commands.removePeople({ kind: "mistake", ids: [zoe] }));
  expect(await book.column("eh_1_Register", "Person")).not.toContain(zoe);
  expect(await book.column("eh_1_Register", "Person")).toHaveLength(rows + BLOCK);
});

it("people who are taken back leave no page behind", async () => {
  const book = await made();
  const before = { breaks: entry(book).page.rowBreaks, area: entry(book).page.printArea };
  const added = await commands.addPeople({ people: [{ name: "Zoe" }], plan: "Entry", waiting: false });
  expect(entry(book).page.rowBreaks).toHaveLength((before.breaks?.length ?? 0) + 1);
  if (!added.ok || added.undo === undefined) throw new Error("nothing to take back");
  valueOf(await commands.takeBack(added.undo));
  expect({ breaks: entry(book).page.rowBreaks, area: entry(book).page.printArea }).toEqual(before);
});

it("a second plan has pages of its own, and protection leaves only lines and comments open", async () => {
  const book = await made();
  valueOf(await commands.addPlan({ templateId: "sales-exec", people: [{ name: "Kim" }], jobGroup: "Export" }));
  const actuals = (await book.column("eh_1_Register", "Actual")).slice(1, 1 + LINES);
  actuals.forEach((actual, k) => {
    type(book, "eh_1_Register2", "Actual", 1 + k, actual as number);
  });
  const totals = await book.column("eh_1_Results", "Total");
  expect(totals.at(-1)).toBe(totals[0]);
  expect(await book.column("eh_1_Proof2", "Check")).toEqual(["OK"]);
  expect((await book.column("eh_1_Register2", "Weight"))[LINES + 1]).toBe(100);
  valueOf(await commands.protectSheets(true));
  const column = 8;
  const table = book.model.table("eh_1_Register2");
  const locks = Array.from({ length: BLOCK }, (_, k) => {
    return table !== undefined && formatAt(table.sheet, bodyRow(book, "eh_1_Register2") + k, column).locked !== false;
  });
  expect(locks.map((locked, k) => (locked ? -1 : k)).filter((k) => k >= 0)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it("refuses more people than anybody leafs through, and says what to choose instead", async () => {
  booted.open("Crowd");
  const people = Array.from({ length: 31 }, (_, i) => ({ name: `Person ${String(i)}` }));
  const refused = await commands.newScorecard({ ...ABOUT, people, withSample: false, form: "form" });
  expect(refused.ok ? null : [refused.problem.what.key, refused.problem.what.params]).toEqual([
    "commands.build.tooManyPages",
    { count: 31, most: 30 },
  ]);
});
