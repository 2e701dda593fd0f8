/** Changing the language of a workbook that people have worked in, with calculation: totals, checks and what they typed. */
import { createCommands } from "../../src/commands";
import type { Commands, SheetLanguage } from "../../src/commands/types";
import { cellAddress } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { withPlainHeads } from "../support/plainHeads";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(180_000);

const PERIOD = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
async function made(templateId: string): Promise<TestBook> {
  const book = booted.open("Mine");
  const request = { templateId, people: [], jobGroup: "Sales", ...PERIOD, withSample: true };
  valueOf(await commands.newScorecard({ ...request, language: "en" }));
  return book;
}
const change = (to: SheetLanguage) => commands.changeLanguage({ to, scope: "workbook" });

/** The address of a cell of a table, by header and body row. */
function cellOf({ model }: TestBook, table: string, header: string | RegExp, row: number): string {
  const found = model.table(table);
  if (!found) throw new Error(table);
  const offset = found.table.columns.findIndex(({ name }) =>
    header instanceof RegExp ? header.test(name) : name === header,
  );
  if (offset < 0) throw new Error(`${table} ${String(header)}`);
  const { rect } = found.table;
  return `${found.sheet.name}!${cellAddress(rect.row + 1 + row, rect.column + offset)}`;
}
const headsOf = ({ model }: TestBook, table: string): string[] =>
  model.table(table)?.table.columns.map(({ name }) => name) ?? [];

it("keeps totals, ranks and a person's own texts through a sheet that people worked in, and is taken back exactly", async () => {
  const book = await made("sales-exec");
  const addPlan = { templateId: "sales-exec", people: [{ name: "Zoe" }], jobGroup: "Export" };
  valueOf(await commands.addPlan(addPlan));
  // Somebody says what does not apply, marks a stage, adds a column, renames a head and writes notes of their own.
  book.type(cellOf(book, "eh_1_Entry", /^K02 /, 1), [["n/a"]]);
  book.type(cellOf(book, "eh_1_Entry", "Reason if n/a", 1), [["Yes"]]);
  valueOf(await commands.setStage("evaluate"));
  book.type(cellOf(book, "eh_1_People", "Name", 0), [["Sample"]]);
  book.type(cellOf(book, "eh_1_People", "Manager", 0), [["Total"]]);
  const people = book.model.table("eh_1_People");
  const beside = cellAddress(
    people?.table.rect.row ?? 0,
    (people?.table.rect.column ?? 0) + headsOf(book, "eh_1_People").length,
  );
  book.type(`${people?.sheet.name ?? ""}!${beside}`, [["Language of my own"]]);
  const plan = book.model.table("eh_1_Plan");
  const owner = headsOf(book, "eh_1_Plan").indexOf("Owner");
  book.type(`Plan!${cellAddress(plan?.table.rect.row ?? 0, owner)}`, [["Who"]]);
  book.type("Guide!A2", [["Our own subtitle"]]);
  const before = withPlainHeads(await book.digest());
  const totals = await book.column("eh_1_Results", "Total");
  const ranks = await book.column("eh_1_Results", "Rank");
  booted.host.log.clear();
  const outcome = await change("zh-CN");
  const done = valueOf(outcome);
  const syncs = booted.host.log.syncs;
  expect(syncs).toBeLessThanOrEqual(8);
  expect(done.kept.map(({ sheet, row }) => [sheet, row])).toEqual(
    expect.arrayContaining([
      ["使用说明", 1],
      ["考核方案", plan?.table.rect.row],
    ]),
  );
  // In Chinese: the same numbers; what was chosen follows its list, what was typed stays.
  expect(await book.column("eh_1_Results", "综合得分")).toEqual(totals);
  expect(await book.column("eh_1_Results", "排名")).toEqual(ranks);
  expect(await book.values(cellOf(book, "eh_1_Entry", /^K02 /, 1))).toEqual([["不适用"]]);
  expect(await book.values(cellOf(book, "eh_1_Entry", /原因/, 1))).toEqual([["Yes"]]);
  expect(await book.values(cellOf(book, "eh_1_People", "姓名", 0))).toEqual([["Sample"]]);
  expect(await book.values(cellOf(book, "eh_1_People", "主管", 0))).toEqual([["Total"]]);
  expect(await book.values("使用说明!A2")).toEqual([["Our own subtitle"]]);
  expect(headsOf(book, "eh_1_Plan")).toContain("Who");
  expect(headsOf(book, "eh_1_People")).toContain("Language of my own");
  const seen = valueOf(await commands.overview());
  expect(seen).toMatchObject({ kind: "generated", stage: "evaluate" });
  // Taken back, it is as it was.
  if (!outcome.ok || outcome.undo === undefined) throw new Error("nothing to take back");
  valueOf(await commands.takeBack(outcome.undo));
  expect(withPlainHeads(await book.digest())).toEqual(before);
});

it("goes on working in the new language: checks, the next period, and back to English with History", async () => {
  const book = await made("sales-exec");
  valueOf(await change("both"));
  const totals = await book.column("eh_1_Results", "Total\u2002综合得分");
  expect(totals.every((total) => typeof total === "number")).toBe(true);
  expect(valueOf(await commands.checkSheet()).findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  const next = { from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } } as const;
  valueOf(await commands.startNextPeriod(next));
  const back = valueOf(await change("en"));
  expect(back.kept).toEqual([]);
  expect(await book.column("eh_1_PastResults", "Total")).toEqual(totals);
  expect(book.sheetNames()).toEqual(expect.arrayContaining(["Past results", "Year"]));
  expect(valueOf(await commands.overview())).toMatchObject({ kind: "generated", stage: "plan", filled: 0 });
});

it("chooses entries again that formulas make of the words of their row", async () => {
  const book = await made("bars");
  const points = await book.column("eh_1_BarsRatings", "Points");
  expect(points.filter((point) => typeof point === "number").length).toBeGreaterThan(3);
  valueOf(await change("zh-CN"));
  const heads = headsOf(book, "eh_1_BarsRatings");
  expect(await book.column("eh_1_BarsRatings", heads[5] ?? "")).toEqual(points);
  const seen = valueOf(await commands.overview());
  expect(seen.findings).toEqual([]);
});
