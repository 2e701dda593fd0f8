/** A KPI scorecard whose results are typed into a register, on the real path: made, checked, next period, language, people, second plan. */
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

const PERIOD = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
const NEXT: NextPeriodRequest = { from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } };
const made = (): Promise<TestBook> =>
  booted.prepared("register", async () => {
    const book = booted.open("Mine");
    const about = { templateId: "sales-exec", people: [], jobGroup: "Sales", ...PERIOD };
    valueOf(await commands.newScorecard({ ...about, language: "en", withSample: true, form: "register" }));
    syncs = booted.host.log.syncs;
    return book;
  });
const LINES = 7;
function type(book: TestBook, table: string, header: string, row: number, value: string | number): void {
  const found = book.model.table(table);
  const offset = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (!found || offset < 0) throw new Error(`${table} ${header}`);
  const { rect } = found.table;
  book.type(`${found.sheet.name}!${cellAddress(rect.row + 1 + row, rect.column + offset)}`, [[value]]);
}
const filled = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== "" && value !== null);

it("is made in six round trips and opens where results are typed; the check has nothing to say", async () => {
  const book = await made();
  expect(syncs).toBeLessThanOrEqual(6);
  expect(book.sheetNames()).toEqual(expect.arrayContaining(["Entry", "Scores"]));
  valueOf(await commands.setStage("evaluate"));
  const { findings } = valueOf(await commands.checkSheet());
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
});

it("the next empty cell and what is missing are cells of the register", async () => {
  const book = await made();
  type(book, "eh_1_Register", "Actual", LINES + 2, "");
  const next = valueOf(await commands.nextEmptyCell());
  const at = book.model.table("eh_1_Register")?.table.rect.row ?? 0;
  expect([next.location?.sheet, next.location?.rect.row]).toEqual(["Entry", at + 1 + LINES + 2]);
  valueOf(await commands.setStage("evaluate"));
  type(book, "eh_1_Evidence", "Indicator id", 0, "");
  const { findings } = valueOf(await commands.checkSheet());
  const places = findings
    .filter(({ rule }) => rule === "C01" || rule === "E01")
    .map(({ rule, location }) => [rule, location.sheet]);
  expect(places).toEqual(
    expect.arrayContaining([
      ["C01", "Entry"],
      ["E01", "Entry"],
    ]),
  );
});

it("a formula that was typed over in the scores is named, and put back", async () => {
  const book = await made();
  const header = book.model.table("eh_1_Entry")?.table.columns.find(({ name }) => name.startsWith("K01 "))?.name ?? "";
  type(book, "eh_1_Entry", header, 0, 5);
  valueOf(await commands.goTo({ sheet: "Scores", rect: { row: 6, column: 0, rows: 1, columns: 1 } }));
  const { findings } = valueOf(await commands.checkSheet());
  const own = findings.filter(({ rule }) => rule === "T02" || rule === "T03");
  expect(own.map(({ location }) => location.sheet)).toEqual(["Scores"]);
});

it("the next period empties results and reasons, and own targets go the way that is chosen", async () => {
  for (const [targets, expected] of [
    [{ kind: "carry" }, 50],
    [{ kind: "raise", percent: 10 }, 55],
    [{ kind: "empty" }, null],
  ] as const) {
    const book = await made();
    type(book, "eh_1_Register", "Own target", 0, 50);
    type(book, "eh_1_Register", "Reason if n/a", 1, "none");
    const totals = await book.column("eh_1_Results", "Total");
    valueOf(await commands.startNextPeriod({ ...NEXT, targets }));
    expect(await book.column("eh_1_PastResults", "Total")).toEqual(totals);
    expect(filled(await book.column("eh_1_Register", "Actual"))).toEqual([]);
    expect(filled(await book.column("eh_1_Register", "Reason if n/a"))).toEqual([]);
    expect([targets.kind, filled(await book.column("eh_1_Register", "Own target"))]).toEqual([
      targets.kind,
      expected === null ? [] : [expected],
    ]);
    expect(filled(await book.column("eh_1_Results", "Total"))).toEqual([]);
  }
});

it("in Chinese and back every total is the same, and n/a is still n/a", async () => {
  const book = await made();
  type(book, "eh_1_Register", "Actual", 3, "n/a");
  type(book, "eh_1_Register", "Reason if n/a", 3, "Not in this post");
  const totals = await book.column("eh_1_Results", "Total");
  expect(totals[0]).not.toBe("");
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(await book.column("eh_1_Results", "综合得分")).toEqual(totals);
  expect((await book.column("eh_1_Register", "实际完成值"))[3]).toBe("不适用");
  expect(book.sheetNames()).toEqual(expect.arrayContaining(["评分录入", "评分计算"]));
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(await book.column("eh_1_Results", "Total")).toEqual(totals);
});

it("people who come get a row for each line, who was entered by mistake loses them, and sorting changes no total", async () => {
  const book = await made();
  const rows = (await book.column("eh_1_Register", "Person")).length;
  const before = await book.column("eh_1_Results", "Total");
  valueOf(await commands.addPeople({ people: [{ name: "Zoe" }], plan: "Entry", waiting: false }));
  const persons = await book.column("eh_1_Register", "Person");
  expect(persons).toHaveLength(rows + LINES);
  const zoe = String(persons.at(-1));
  expect((await book.column("eh_1_Register", "Line")).slice(-LINES)).toEqual([
    "K01",
    "K02",
    "K03",
    "K04",
    "K05",
    "K06",
    "K07",
  ]);
  const actuals = (await book.column("eh_1_Register", "Actual")).slice(0, LINES);
  actuals.forEach((actual, k) => {
    type(book, "eh_1_Register", "Actual", rows + k, actual as number);
  });
  const ids = await book.column("eh_1_Results", "Id");
  expect((await book.column("eh_1_Results", "Total"))[ids.indexOf(zoe)]).toBe(before[0]);
  valueOf(await commands.sortPeople("total"));
  const sorted = await book.column("eh_1_Results", "Id");
  const totals = await book.column("eh_1_Results", "Total");
  expect(ids.slice(0, before.length).map((id) => totals[sorted.indexOf(id)])).toEqual(before);
  for (let k = 0; k < LINES; k += 1)
    type(book, "eh_1_Register", "Actual", (await book.column("eh_1_Register", "Person")).indexOf(zoe) + k, "");
  valueOf(await commands.removePeople({ kind: "mistake", ids: [zoe] }));
  expect(await book.column("eh_1_Register", "Person")).not.toContain(zoe);
  expect(await book.column("eh_1_Register", "Person")).toHaveLength(rows);
});

it("a second plan has a register of its own; without the sample nothing of it is left and no formula is gone", async () => {
  const book = await made();
  valueOf(await commands.addPlan({ templateId: "sales-exec", people: [{ name: "Kim" }], jobGroup: "Export" }));
  const actuals = (await book.column("eh_1_Register", "Actual")).slice(0, LINES);
  actuals.forEach((actual, k) => {
    type(book, "eh_1_Register2", "Actual", k, actual as number);
  });
  const totals = await book.column("eh_1_Results", "Total");
  expect(totals.at(-1)).toBe(totals[0]);
  expect(await book.column("eh_1_Proof2", "Check")).toEqual(["OK"]);
  valueOf(await commands.removeSample());
  expect(filled(await book.column("eh_1_Register", "Actual"))).toEqual([]);
  expect(filled(await book.column("eh_1_Register2", "Actual"))).toHaveLength(LINES);
  const { findings } = valueOf(await commands.checkSheet());
  expect(findings.filter(({ rule }) => rule === "T02" || rule === "T03")).toEqual([]);
});

it("tries and days late go with the next period, and stay in another language", async () => {
  const book = booted.open("Mine");
  const about = { templateId: "software-engineer", people: [], jobGroup: "Development", ...PERIOD };
  valueOf(await commands.newScorecard({ ...about, language: "en", withSample: true, form: "register" }));
  const milestone = (await book.column("eh_1_Register", "Line")).indexOf("K07");
  type(book, "eh_1_Register", "Actual", milestone, 1);
  type(book, "eh_1_Register", "Out of, or days late", milestone, 10);
  // The second person's is counted from the day due to the day done.
  const next = (await book.column("eh_1_Register", "Line")).indexOf("K07", milestone + 1);
  type(book, "eh_1_Register", "Actual", next, 1);
  type(book, "eh_1_Register", "Own target", next, 46_100);
  type(book, "eh_1_Register", "Out of, or days late", next, 46_105);
  const attained = await book.column("eh_1_Register", "Attainment");
  expect([attained[milestone], attained[next]]).toEqual([0.8, 0.9]);
  valueOf(await commands.setStage("evaluate"));
  const { findings } = valueOf(await commands.checkSheet());
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  const totals = await book.column("eh_1_Results", "Total");
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(await book.column("eh_1_Results", "综合得分")).toEqual(totals);
  expect((await book.column("eh_1_Register", "总次数或延期天数"))[milestone]).toBe(10);
  valueOf(await commands.startNextPeriod(NEXT));
  expect(filled(await book.column("eh_1_Register", "总次数或延期天数"))).toEqual([]);
  expect(filled(await book.column("eh_1_Register", "个人目标值"))).toEqual([]);
});
