/** Several tables on a sheet: one is chosen, remembered in the workbook, and every command keeps to it. */
import { createCommands } from "../../src/commands";
import type { Commands, Outcome } from "../../src/commands/types";
import { translate } from "../../src/i18n/everything";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

/** The second table's weights are short of 100. */
const TWO = [
  ["Name", "Work", "Care"],
  ["Weight", 60, 40],
  ["Person A", 80, 90],
  ["Person B", 70, 75],
  [null, null, null],
  [null, null, null],
  ["Name", "Sales", "Service", "Order"],
  ["Weight", 50, 30, 10],
  ["Person C", 9, 8, 7],
  ["Person D", 6, 5, 4],
  ["Person E", 7, 7, 7],
];
function open(): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", TWO);
  return book;
}
const offered = async () => valueOf(await commands.overview()).blocks;
async function choose(index: number | null): Promise<Outcome<null>> {
  const block = index === null ? null : (await offered())[index];
  if (block === undefined) throw new Error("no such table");
  return commands.chooseBlock(block?.choice ?? null);
}
const ranked = async (): Promise<string[]> =>
  valueOf(await commands.scoreAndRank()).people.map(({ name, rank }) => `${String(rank)} ${name}`);
const rules = async (): Promise<string[]> => valueOf(await commands.checkSheet()).findings.map(({ rule }) => rule);

it("each table is offered with where it stands, how many it rates on how many indicators, and its sum of weights", async () => {
  open();
  expect(await offered()).toMatchObject([
    {
      location: { rect: { row: 0, rows: 4 } },
      people: 2,
      criteria: 2,
      weights: { sum: 100, expected: 100 },
      isUsed: true,
    },
    {
      location: { rect: { row: 6, rows: 5 } },
      people: 3,
      criteria: 3,
      weights: { sum: 90, expected: 100 },
      isUsed: true,
    },
  ]);
  const single = booted.open("Mine");
  single.type("Mine!A1", TWO.slice(0, 4));
  expect(await offered()).toEqual([]);
});

it("one that is chosen alone is scored, ranked, checked and explained, until all are chosen again", async () => {
  open();
  expect(await rules()).toContain("W01");
  valueOf(await choose(0));
  expect(await ranked()).toEqual(["1 Person A", "2 Person B"]);
  expect(await rules()).not.toContain("W01");
  const told = valueOf(await commands.explain()).lines.map(({ key, params }) => translate("en", key, params));
  expect(told[0]).toBe("Of 2 tables on this sheet only the one in A1:C4 is scored, as you chose.");
  expect(told.join(" ")).not.toContain("A7");
  valueOf(await choose(1));
  expect(valueOf(await commands.overview()).title).toBe("Mine");
  expect(await ranked()).toEqual(["1 Person C", "3 Person D", "2 Person E"]);
  valueOf(await choose(null));
  expect(await ranked()).toHaveLength(5);
});

it("results are written beside the chosen table only", async () => {
  const book = open();
  valueOf(await choose(1));
  expect(valueOf(await commands.writeResults({ place: "beside", form: "values" })).people).toBe(3);
  // 9 × 5 + 8 × 3 + 7 of 9 parts, by hand.
  expect(book.model.valueAt(book.model.sheet("Mine")?.id ?? "", 8, 4)).toBeCloseTo(76 / 9, 6);
  expect(await book.values("Mine!D1:E4")).toEqual(Array.from({ length: 4 }, () => [null, null]));
});

it("the choice is kept in the workbook without a text of the sheet, holds when rows are put in, and is void without its header", async () => {
  const book = open();
  valueOf(await choose(1));
  expect(book.model.data.customXml[0]?.xml).not.toMatch(/Person|Sales|Name/);
  const id = book.model.sheet("Mine")?.id ?? "";
  book.model.insertCells(id, { row: 0, column: 0, rows: 2, columns: 16_384 }, "Down");
  expect(await ranked()).toHaveLength(3);
  book.type("Mine!B9", [["Turnover"]]);
  expect(await ranked()).toHaveLength(5);
});

it("it can be taken back, and forgotten with the answers; the workbook is then what it was", async () => {
  const book = open();
  const before = await book.digest();
  const outcome = await choose(0);
  if (!outcome.ok || outcome.undo === undefined) throw new Error("cannot be taken back");
  valueOf(await commands.takeBack(outcome.undo));
  expect(await book.digest()).toEqual(before);
  valueOf(await choose(0));
  valueOf(await choose(null));
  expect(await book.digest()).toEqual(before);
});

it("a table that is gone cannot be chosen: it is said, and nothing is remembered", async () => {
  const book = open();
  const before = await book.digest();
  expect(await commands.chooseBlock({ print: "0", nth: 0 })).toMatchObject({
    problem: { what: { key: "commands.ask.noBlock" } },
  });
  expect(await book.digest()).toEqual(before);
});

it("what was accepted in the second table stays accepted when it alone is scored", async () => {
  open();
  const found = valueOf(await commands.checkSheet()).findings.filter(({ rule }) => rule === "W01");
  valueOf(await commands.acceptFindings(found, { reason: "Bonus elsewhere", initials: "QA" }));
  booted.host.log.clear();
  valueOf(await choose(1));
  const seen = valueOf(await commands.overview());
  expect([seen.findings, seen.accepted].map((list) => list.filter(({ rule }) => rule === "W01").length)).toEqual([
    0, 1,
  ]);
});
