/** Workbooks and Excels in an awkward state: each command ends with a plain word or does its work. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { settle } from "../support/bootHost";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const PLAIN = [
  ["Name", "Revenue", "Quality"],
  ["Weight", 0.5, 0.4],
  ["Ann", 80, 90],
  ["Bob", 60, 70],
  ["Cid", null, 75],
];

function openPlain(): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", PLAIN);
  return book;
}
const sheetId = (book: TestBook, name = "Mine"): string => book.model.sheet(name)?.id ?? "";

it("a sheet protected with a password is named as the reason and stays as it is", async () => {
  const book = openPlain();
  book.model.protect(sheetId(book), {}, "secret");
  const before = await book.digest();
  expect(await commands.checkSheet()).toMatchObject({ ok: false, problem: { what: { key: "excel.password" } } });
  expect(await book.digest()).toEqual(before);
  // Reading is allowed, so a ranking is too.
  expect(valueOf(await commands.scoreAndRank()).people).toHaveLength(3);
});

it("a sheet protected without one is marked and cleared, and protected as before", async () => {
  const book = openPlain();
  book.model.protect(sheetId(book), { allowSort: true });
  const before = await book.digest();
  expect(valueOf(await commands.checkSheet()).marked).toBeGreaterThan(0);
  expect(book.model.data.sheets[0]?.protection).toEqual({ options: expect.objectContaining({ allowSort: true }) });
  expect(valueOf(await commands.clearFlags()).removed).toBeGreaterThan(0);
  // Excel tells all options, ours and its own: the same protection in more words.
  book.model.unprotect(sheetId(book));
  book.model.protect(sheetId(book), { allowSort: true });
  expect(await book.digest()).toEqual(before);
});

it("a read-only workbook can be ranked but not marked", async () => {
  const book = openPlain();
  const before = await book.digest();
  booted.host.switches.readOnly = true;
  expect(await commands.checkSheet()).toMatchObject({ ok: false, problem: { what: { key: "excel.protected" } } });
  booted.host.switches.readOnly = false;
  expect(await book.digest()).toEqual(before);
});

it("hidden and filtered rows are read like all others", async () => {
  const book = openPlain();
  const id = sheetId(book);
  book.model.setHidden(id, "rows", 3, 1, true);
  const hidden = valueOf(await commands.overview());
  expect(hidden).toMatchObject({ kind: "recognised", people: 3 });
  book.model.setHidden(id, "rows", 3, 1, false);
  book.model.addTable(id, { row: 0, column: 0, rows: 5, columns: 3 }, true);
  const table = book.model.data.sheets[0]?.tables[0]?.name ?? "";
  book.model.setFilter(id, table, 0, { filterOn: "Values", values: ["Ann", "Weight"] });
  expect(valueOf(await commands.overview()).people).toBe(3);
});

it("merged titles above the block do not disturb the check", async () => {
  const book = booted.open("Mine");
  book.type("Mine!A1", [["Appraisal 2026"], [], ...PLAIN]);
  book.model.merge(sheetId(book), { row: 0, column: 0, rows: 1, columns: 3 }, false);
  const before = await book.digest();
  expect(valueOf(await commands.checkSheet()).findings.map((finding) => finding.rule)).toContain("W01");
  valueOf(await commands.clearFlags());
  expect(await book.digest()).toEqual(before);
});

it("error cells are errors, text that looks like one is text", async () => {
  const book = openPlain();
  book.type("Mine!B4", [["=1/0"]]);
  book.type("Mine!C4", [["'#VALUE!"]]);
  const found = valueOf(await commands.checkSheet()).findings.map((finding) => finding.rule);
  expect(found).toEqual(expect.arrayContaining(["S03", "S04"]));
});

it("waits for a cell that is being edited and goes on when it is finished", async () => {
  openPlain();
  booted.host.switches.startCellEdit();
  let finished = false;
  const checking = commands.checkSheet().then((outcome) => {
    finished = true;
    return outcome;
  });
  await settle(20);
  expect(finished).toBe(false);
  booted.host.switches.endCellEdit();
  expect((await checking).ok).toBe(true);
});

it("a sheet deleted meanwhile is a plain word", async () => {
  const book = openPlain();
  const { findings } = valueOf(await commands.checkSheet());
  book.model.addSheet("Other");
  book.model.deleteSheet(sheetId(book));
  const finding = findings[0];
  if (!finding) throw new Error("nothing was found");
  expect(await commands.goTo(finding.location)).toMatchObject({ ok: false, problem: { what: { key: "excel.gone" } } });
});

it("what the add-in itself writes is no reason to read again; what a person types is", async () => {
  const book = openPlain();
  let hints = 0;
  const stop = commands.onSheetEvent(() => {
    hints += 1;
  });
  await settle(20);
  const { findings } = valueOf(await commands.checkSheet());
  const fix = findings.find((finding) => finding.rule === "W01")?.fixes?.[0];
  const [finding] = findings;
  if (!fix || !finding) throw new Error("no fix is offered");
  valueOf(await commands.applyFix(finding, fix));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(hints).toBe(0);
  for (const value of [1, 2, 3]) book.type("Mine!B3", [[value]]);
  await booted.client.deliver();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(hints).toBe(1);
  stop();
  await settle(20);
  book.type("Mine!B3", [[4]]);
  await booted.client.deliver();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(hints).toBe(1);
});

it("what somebody else edits is a reason to read again, and to do nothing but read", async () => {
  const book = openPlain();
  let hints = 0;
  const stop = commands.onSheetEvent(() => {
    hints += 1;
  });
  await settle(20);
  valueOf(await commands.checkSheet());
  book.model.origin = "remote";
  book.type("Mine!B3", [[85]]);
  book.model.origin = "user";
  await booted.client.deliver();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(hints).toBe(1);
  const before = await book.digest();
  booted.host.log.clear();
  expect(valueOf(await commands.overview()).people).toBe(3);
  expect(await book.digest()).toEqual(before);
  const set = booted.host.log.entries.flatMap(({ counts }) => Object.keys(counts)).filter((name) => name.endsWith("="));
  expect(set).toEqual([]);
  stop();
  await settle(20);
});

it("the log counts what was asked for and its bytes", async () => {
  openPlain();
  valueOf(await commands.checkSheet());
  const { log } = booted.host;
  const own = log.entries.filter(({ kind }) => kind === "query");
  expect(log.syncs).toBe(own.length);
  expect(log.syncs).toBeLessThanOrEqual(3);
  const members = own.flatMap(({ counts }) => Object.keys(counts));
  expect(members).toEqual(expect.arrayContaining(["Range.values", "ConditionalFormatCollection.add()"]));
  expect(
    own.every(({ requestBytes, responseBytes, actions }) => actions > 0 && requestBytes > 50 && responseBytes > 10),
  ).toBe(true);
  expect(log.bytes.sent).toBe(own.reduce((sum, { requestBytes }) => sum + requestBytes, 0));
});

it("people are taken from the selected cells, with their heads or without", async () => {
  const book = booted.open("List");
  book.type("List!A1", [
    ["Staff no.", "Name", "Department"],
    ["007", "Ann", "Sales"],
    ["008", "Bob", "Sales"],
  ]);
  book.model.select(sheetId(book, "List"), { row: 0, column: 0, rows: 3, columns: 3 });
  expect(valueOf(await commands.peopleFromSelection()).map(({ name, department }) => [name, department])).toEqual([
    ["Ann", "Sales"],
    ["Bob", "Sales"],
  ]);
  book.model.select(sheetId(book, "List"), { row: 1, column: 1, rows: 2, columns: 1 });
  expect(valueOf(await commands.peopleFromSelection())).toEqual([{ name: "Ann" }, { name: "Bob" }]);
  book.model.select(sheetId(book, "List"), { row: 20, column: 0, rows: 2, columns: 1 });
  expect(await commands.peopleFromSelection()).toMatchObject({
    problem: { what: { key: "commands.selection.noPeople" } },
  });
});
