/** Accept with reason on workbooks of Evenhand: by ids, with the period, until the next one begins. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { cellAddress, MAX_COLUMNS, quoteSheetName } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const REQUEST = { reason: "Agreed with the works council", initials: "AB" };

async function made(templateId: string): Promise<TestBook> {
  const book = booted.open("Mine");
  valueOf(
    await commands.newScorecard({
      ...{ templateId, people: [], language: "en", jobGroup: "Sales", withSample: true },
      ...{ periodFrom: "2026-01-01", periodTo: "2026-06-30" },
    }),
  );
  return book;
}
/** A cell of the first calculated column of a table with several rows. */
function cellOf({ model }: TestBook, row: number): string {
  for (const sheet of model.data.sheets)
    for (const { rect } of sheet.tables)
      for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
        const holds = (at: number): boolean =>
          sheet.cells.get((rect.row + at) * MAX_COLUMNS + column)?.formula !== undefined;
        if (rect.rows > 5 && Array.from({ length: rect.rows - 1 }, (_, k) => holds(k + 1)).every(Boolean))
          return `${quoteSheetName(sheet.name)}!${cellAddress(rect.row + 1 + row, column)}`;
      }
  throw new Error("no calculated column");
}
/** First weight of the plan changed, so that the sum is off. */
async function unbalanced(): Promise<TestBook> {
  const book = await made("sales-exec");
  const plan = book.model.table("eh_1_Plan");
  const column = plan?.table.columns.findIndex(({ name }) => name === "Weight") ?? -1;
  if (plan === undefined || column < 0) throw new Error("no weights");
  const { rect } = plan.table;
  book.model.setInputs(plan.sheet.id, { row: rect.row + 1, column: rect.column + column, rows: 1, columns: 1 }, [[13]]);
  return book;
}

it("keys a finding of a scorecard by its ids, says the period, and closes it when the next one begins", async () => {
  const book = await unbalanced();
  const { findings, limits } = valueOf(await commands.overview());
  const [finding] = findings.filter(({ rule }) => rule === "W01");
  if (finding === undefined) throw new Error("no finding");
  // What the rule went by, and where that can be changed.
  expect(limits["W01"]).toMatchObject([
    { meaning: { key: "checks.limit.W01.tolerance" }, cell: { sheet: "Settings" } },
  ]);
  valueOf(await commands.acceptFindings([finding], REQUEST));
  const [row] = await book.values("Evenhand log!A5:K5");
  expect(row?.[8]).toBe("2026-01-01 – 2026-06-30");
  expect(row?.[9]).toBe("accepted");
  expect(String(row?.[10])).toMatch(/^\["i1","Sales","","","[0-9a-f]{16}"\]$/);
  const { accepted } = valueOf(await commands.overview());
  expect(accepted.map(({ rule }) => rule)).toEqual(["W01"]);
  valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
  expect((await book.values("Evenhand log!J5")).flat()).toEqual(["period closed"]);
  const now = valueOf(await commands.overview());
  expect(now.accepted).toEqual([]);
  expect(now.findings.map(({ rule }) => rule)).toContain("W01");
});

it("accepts a cell of a method workbook that was typed over, and that cell only", async () => {
  const book = await made("rating-scale");
  const overtyped = (row: number): void => book.type(cellOf(book, row), [[-7]]);
  overtyped(0);
  const typedOver = async () => valueOf(await commands.overview()).findings.filter(({ rule }) => rule === "T03");
  valueOf(await commands.acceptFindings(await typedOver(), REQUEST));
  expect(await typedOver()).toEqual([]);
  expect(valueOf(await commands.overview()).accepted.map(({ rule }) => rule)).toEqual(["T03"]);
  overtyped(1);
  expect(await typedOver()).toHaveLength(1);
});
