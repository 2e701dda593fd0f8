/** Rows and columns that are hidden or filtered out are read and counted like all others, and the person is told how many. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import type { Message } from "../../src/core/model/message";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

const SHEET = [
  ["Team B", null, null, null],
  [null, null, null, null],
  ["Name", "Revenue", "Quality", "Speed"],
  ["Weight", 0.5, 0.3, 0.2],
  ["Ann", 80, 90, 70],
  ["Bob", 60, 70, 70],
  ["Cal", 75, 70, 80],
  ["Dee", 55, 65, 90],
];
function open(): { readonly book: TestBook; readonly sheet: string } {
  const book = booted.open("Scores");
  book.type("Scores!A1", SHEET);
  return { book, sheet: book.model.sheet("Scores")?.id ?? "" };
}
const hiddenSaid = (reasons: readonly Message[]): readonly (readonly [string, unknown])[] =>
  reasons
    .filter(({ key }) => key.startsWith("checks.assumed.hidden"))
    .map(({ key, params }) => [key.replace("checks.assumed.", ""), params?.["count"]] as const);
const overview = async () => {
  booted.host.log.clear();
  const seen = valueOf(await commands.overview());
  return { people: seen.people, indicators: seen.indicators, said: hiddenSaid(seen.reasons) };
};

it("says nothing where nothing is hidden, and asks Excel for nothing more", async () => {
  open();
  expect(await overview()).toEqual({ people: 4, indicators: 3, said: [] });
  expect(booted.host.log.syncs).toBe(2);
});

it("rows and columns hidden by hand are counted, those outside the table are not", async () => {
  const { book, sheet } = open();
  book.model.setHidden(sheet, "rows", 1, 1, true);
  book.model.setHidden(sheet, "rows", 5, 2, true);
  book.model.setHidden(sheet, "columns", 2, 1, true);
  expect(await overview()).toEqual({
    people: 4,
    indicators: 3,
    said: [
      ["hiddenRows", 2],
      ["hiddenColumns", 1],
    ],
  });
  expect(booted.host.log.syncs).toBe(2);
  booted.host.log.clear();
  expect(valueOf(await commands.scoreAndRank()).people).toHaveLength(4);
  valueOf(await commands.checkSheet());
  expect(booted.host.log.syncs).toBeLessThanOrEqual(2 + 3);
});

it("rows that a filter has taken away are counted, together with those hidden by hand", async () => {
  const { book, sheet } = open();
  const table = book.model.addTable(sheet, { row: 2, column: 0, rows: 6, columns: 4 }, true);
  book.model.setFilter(sheet, table.id, 1, { filterOn: "Custom", criterion1: ">=75" });
  book.model.setHidden(sheet, "rows", 4, 1, true);
  const { said } = await overview();
  // The row of weights, Bob and Dee by the filter, Ann by hand.
  expect(said).toEqual([["hiddenRows", 4]]);
  book.model.setFilter(sheet, table.id, null, null);
  expect((await overview()).said).toEqual([["hiddenRows", 1]]);
});

it("a sheet of which every row is hidden is still read", async () => {
  const { book, sheet } = open();
  book.model.setHidden(sheet, "rows", 0, 8, true);
  expect(await overview()).toEqual({ people: 4, indicators: 3, said: [["hiddenRows", 6]] });
});

it("on a scorecard of ours the rows of its tables are counted, the columns hidden on purpose are not", async () => {
  const book = booted.open("Mine");
  valueOf(
    await commands.newScorecard({
      templateId: "sales-exec",
      people: [{ name: "Ann" }, { name: "Bob" }, { name: "Cal" }],
      language: "en",
      jobGroup: "Sales",
      periodFrom: "2026-01-01",
      periodTo: "2026-06-30",
      withSample: false,
    }),
  );
  expect(hiddenSaid(valueOf(await commands.overview()).reasons)).toEqual([]);
  const entry = book.model.sheet("Entry");
  const row = entry?.tables.find(({ name }) => name === "eh_1_Entry")?.rect.row ?? 0;
  book.model.setHidden(entry?.id ?? "", "rows", row + 1, 2, true);
  expect(hiddenSaid(valueOf(await commands.overview()).reasons)).toEqual([["hiddenRows", 2]]);
});
