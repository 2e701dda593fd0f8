/** Bonus and deduction items of a KPI scorecard on the real path: made, checked, in another language, in the next period, with a second plan. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
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

const made = (): Promise<TestBook> =>
  booted.prepared("with items", async () => {
    const book = booted.open("Mine");
    const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
    const about = { templateId: "tax-bureau-officer", people: [], jobGroup: "Officers", ...period };
    valueOf(await commands.newScorecard({ ...about, language: "en", withSample: true, withItems: true }));
    syncs = booted.host.log.syncs;
    return book;
  });
/** Types into a table's cell by header and body row. */
function type(book: TestBook, table: string, header: string, row: number, value: string | number): void {
  const found = book.model.table(table);
  const offset = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (!found || offset < 0) throw new Error(`${table} ${header}`);
  const { rect } = found.table;
  book.type(`${found.sheet.name}!${cellAddress(rect.row + 1 + row, rect.column + offset)}`, [[value]]);
}
const filled = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== "" && value !== null);

it("is made in six round trips, with sheets of its own beside the plan and the entry, and nothing to complain of", async () => {
  const book = await made();
  expect(syncs).toBeLessThanOrEqual(6);
  const names = book.sheetNames();
  expect(names.indexOf("Bonus items")).toBeGreaterThan(names.indexOf("Plan"));
  expect(names[names.indexOf("Entry") + 1]).toBe("Bonus and deductions");
  valueOf(await commands.setStage("evaluate"));
  const { findings } = valueOf(await commands.checkSheet());
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
});

it("Check names what counts for nobody and what lacks its evidence", async () => {
  const book = await made();
  type(book, "eh_1_Extras", "Person id", 2, "P099");
  type(book, "eh_1_Extras", "Evidence: file or record", 0, "");
  valueOf(await commands.setStage("evaluate"));
  const { findings } = valueOf(await commands.checkSheet());
  const own = findings.filter(({ rule }) => rule === "V04" || rule === "E12");
  expect(own.map(({ rule, message }) => [rule, message.params?.["kind"]])).toEqual([
    ["V04", "person"],
    ["E12", "record"],
    ["E12", "ground"],
  ]);
});

it("in Chinese and back every total is the same, and sides, items and headers follow", async () => {
  const book = await made();
  type(book, "eh_1_Bonus", "Item", 1, "Our own item");
  const totals = await book.column("eh_1_Results", "Total");
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(await book.column("eh_1_Results", "综合得分")).toEqual(totals);
  expect(filled(await book.column("eh_1_Bonus", "加分或扣分"))).toEqual(["加分", "加分", "扣分", "扣分"]);
  const items = filled(await book.column("eh_1_Bonus", "项目"));
  expect(items.slice(0, 3)).toEqual(["获得表彰或书面嘉奖", "Our own item", "经查实的投诉"]);
  expect(filled(await book.column("eh_1_Extras", "计分")).filter((points) => points !== 0)).toEqual([2, -2]);
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(await book.column("eh_1_Results", "Total")).toEqual(totals);
  expect(filled(await book.column("eh_1_Bonus", "Bonus or deduction"))).toEqual([
    "Bonus",
    "Bonus",
    "Deduction",
    "Deduction",
  ]);
});

it("the next period keeps the items and empties what was given; History keeps the total with them", async () => {
  const book = await made();
  const totals = await book.column("eh_1_Results", "Total");
  const items = await book.column("eh_1_Bonus", "Item");
  valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
  expect(await book.column("eh_1_PastResults", "Total")).toEqual(totals);
  expect(await book.column("eh_1_Bonus", "Item")).toEqual(items);
  for (const header of ["Person id", "Item id", "Times", "Why: what happened", "Evidence: file or record", "Date"])
    expect([header, filled(await book.column("eh_1_Extras", header))]).toEqual([header, []]);
});

it("without the sample nothing of it is left, and the items stay", async () => {
  const book = await made();
  valueOf(await commands.removeSample());
  expect(filled(await book.column("eh_1_Extras", "Person id"))).toEqual([]);
  expect(filled(await book.column("eh_1_Extras", "Why: what happened"))).toEqual([]);
  expect(filled(await book.column("eh_1_Bonus", "Item"))).toHaveLength(4);
});

it("people of a second plan get bonus and deductions like everybody", async () => {
  const book = await made();
  const before = await book.column("eh_1_Results", "Total");
  const plan = { templateId: "tax-bureau-officer", people: [{ name: "Zoe" }], jobGroup: "Clerks" };
  valueOf(await commands.addPlan(plan));
  const entry = book.model.table("eh_1_Entry2");
  const first = await Promise.all(
    (book.model.table("eh_1_Entry")?.table.columns ?? [])
      .filter(({ name }) => /^[KG]\d+ /.test(name) && !/ (?:value|attainment|score|evidence|broken)$/.test(name))
      .map(async ({ name }) => (await book.column("eh_1_Entry", name))[0]),
  );
  const inputs = (entry?.table.columns ?? [])
    .map(({ name }) => name)
    .filter((name) => /^[KG]\d+ /.test(name) && !/ (?:value|attainment|score|evidence|broken)$/.test(name));
  inputs.forEach((header, i) => {
    type(book, "eh_1_Entry2", header, 0, (first[i] ?? "") as string | number);
  });
  const place = before.length;
  const zoe = (await book.column("eh_1_Results", "Id"))[place];
  type(book, "eh_1_Extras", "Person id", 2, String(zoe));
  type(book, "eh_1_Extras", "Item id", 2, "X3");
  type(book, "eh_1_Extras", "Times", 2, 1);
  const row = async (header: string) => (await book.column("eh_1_Results", header)).at(place);
  expect([await row("Deduction"), await row("Total")]).toEqual([2, Number(await row("Indicators only")) - 2]);
  expect((await book.column("eh_1_Results", "Total")).slice(0, place)).toEqual(before);
  expect(await book.column("eh_1_Proof2", "Check")).toEqual(["OK"]);
});
