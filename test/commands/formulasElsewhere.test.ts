/** Formulas typed over on sheets that are not open: named at their cell and put back there, in the usual round trips. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { cellAddress, quoteSheetName } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

async function made(templateId: string): Promise<TestBook> {
  const book = booted.open("Mine");
  const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
  const request = { templateId, people: [], language: "en", jobGroup: "Team", ...period, withSample: true } as const;
  valueOf(await commands.newScorecard(request));
  return book;
}
function placeOf({ model }: TestBook, table: string, header: string, row: number) {
  const found = model.table(table);
  const column = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (found === undefined || column < 0) throw new Error(`no column ${header} in ${table}`);
  const at = { row: found.table.rect.row + 1 + row, column: found.table.rect.column + column };
  return {
    sheet: found.sheet.name,
    ...at,
    cell: `${quoteSheetName(found.sheet.name)}!${cellAddress(at.row, at.column)}`,
  };
}
const open = async (sheet: string) =>
  valueOf(await commands.goTo({ sheet, rect: { row: 0, column: 0, rows: 1, columns: 1 } }));

describe.each([
  ["rating-scale", "eh_1_ScaleResults", "Score", "Ratings"],
  ["tax-bureau-officer", "eh_1_Results", "So far", "Entry"],
] as const)("in %s", (template, table, header, active) => {
  it.each([
    ["typed over", 3],
    ["deleted", ""],
  ] as const)("a formula %s is named at its cell from another sheet, and put back there", async (_, input) => {
    const book = await made(template);
    await open(active);
    const before = await book.digest("selection");
    const place = placeOf(book, table, header, 1);
    book.type(place.cell, [[input]]);
    await open(active);
    booted.host.log.clear();
    const { findings } = valueOf(await commands.checkSheet());
    expect(booted.host.log.syncs).toBeLessThanOrEqual(3);
    const own = findings.filter(({ rule }) => rule === "T03");
    expect(own.map(({ location, message }) => [location.sheet, location.rect.row, message.params?.["count"]])).toEqual([
      [place.sheet, place.row, 1],
    ]);
    const [finding] = own;
    const [fix] = finding?.fixes ?? [];
    if (finding === undefined || fix === undefined) throw new Error("no fix");
    valueOf(await commands.goTo(finding.location));
    await open(active);
    valueOf(await commands.applyFix(finding, fix));
    expect(valueOf(await commands.checkSheet()).findings.filter(({ rule }) => rule === "T03")).toEqual([]);
    await open(active);
    expect(await book.digest("selection")).toEqual(before);
  });
});

it("formulas of the person's own in a column for input are left alone", async () => {
  const book = await made("rating-scale");
  const rows = book.model.table("eh_1_ScaleRatings")?.table.rect.rows ?? 0;
  for (let row = 0; row < rows - 2; row += 1) {
    const place = placeOf(book, "eh_1_ScaleRatings", "Points", row);
    book.type(place.cell, [[`=Sheet1!A${String(row + 1)}+3`]]);
  }
  await open("Scores");
  const { findings } = valueOf(await commands.checkSheet());
  expect(findings.filter(({ rule }) => rule === "T03")).toEqual([]);
});
