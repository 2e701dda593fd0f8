/** Live watch through Microsoft's client: marks follow a person's edits, within the budget, and only where it was asked for. */
import { createCommands } from "../../src/commands";
import type { Commands, SheetChange, WatchStep } from "../../src/commands/types";
import { Switches } from "../../host/wire/switches";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { settle } from "../support/bootHost";

let booted: BootedWorkbook;
let commands: Commands;
const switches = new Switches();
beforeAll(async () => {
  booted = await bootWorkbook({ switches });
});
afterAll(() => booted.close());

const SHEET = [
  ["Name", "Revenue", "Quality", "Teamwork", "Total"],
  ["Weight", 0.4, 0.3, 0.3, null],
  ["Person A", 80, 90, 70, "=SUMPRODUCT($B$2:$D$2,B3:D3)"],
  ["Person B", 60, 70, 95, "=SUMPRODUCT($B$2:$D$2,B4:D4)"],
  ["Person C", 90, 75, 60, "=SUMPRODUCT($B$2:$D$2,B5:D5)"],
];

let changes: SheetChange[] = [];
let stop = (): void => undefined;
function open(): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", SHEET);
  return book;
}
beforeEach(() => {
  commands = createCommands("en");
  changes = [];
});
afterEach(async () => {
  stop();
  await settle(20);
});

async function listen(): Promise<void> {
  stop = commands.onSheetEvent((change) => changes.push(change));
  await settle(20);
}
/** A person types; the event comes, and the pane answers it. */
async function typed(
  book: TestBook,
  at: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<WatchStep> {
  book.type(at, rows);
  await book.model.recalc();
  await booted.client.deliver();
  await new Promise((resolve) => setTimeout(resolve, 400));
  const change = changes.shift();
  if (change === undefined) throw new Error("no event arrived");
  booted.host.log.clear();
  return valueOf(await commands.watchStep(change));
}
const rulesOf = ({ overview }: WatchStep): string[] => overview.findings.map(({ rule }) => rule);
const marksOn = (book: TestBook): number => book.model.data.sheets[0]?.conditionalFormats.length ?? 0;

it("an edit is read in one round trip and marked in a second; its correction takes the mark away again", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  const clean = await book.digest();
  const broken = await typed(book, "Mine!B2", [[0.3]]);
  expect(rulesOf(broken)).toContain("W01");
  expect(broken.overview.watched).toBe(true);
  expect(booted.host.log.syncs).toBe(2);
  expect(marksOn(book)).toBeGreaterThan(0);
  const mended = await typed(book, "Mine!B2", [[0.4]]);
  expect(rulesOf(mended)).not.toContain("W01");
  expect(booted.host.log.syncs).toBeLessThanOrEqual(2);
  expect(await book.digest()).toEqual(clean);
});

it("an edit that changes no mark costs one round trip and writes nothing", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  const step = await typed(book, "Mine!B3", [[85]]);
  expect(step.stopped).toBeNull();
  expect(booted.host.log.syncs).toBe(1);
  expect(
    booted.host.log.entries.flatMap(({ counts }) => Object.keys(counts)).filter((name) => name.endsWith("=")),
  ).toEqual([]);
});

it("what was read again after edits is what a reading of the whole sheet says", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  const steps: readonly (readonly [string, readonly (readonly (string | number | null)[])[]])[] = [
    ["Mine!C4", [[""]]],
    ["Mine!D3", [["'75"]]],
    ["Mine!E4", [[71]]],
    ["Mine!B2", [[0.5]]],
    ["Mine!E4", [["=SUM(B4:D4)"]]],
    ["Mine!A6", [["Person D", 70, 80, 90]]],
    ["Mine!C5", [["=1/0"]]],
  ];
  for (const [at, rows] of steps) {
    const { overview } = await typed(book, at, rows);
    const whole = valueOf(await createCommands("en").overview());
    expect({ at, ...overview, watched: false, hasMarks: whole.hasMarks }).toEqual({ at, ...whole });
  }
});

it("rows put in are read as a whole; marks move with them and are put right", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  await typed(book, "Mine!C4", [[""]]);
  const id = book.model.data.sheets[0]?.id ?? "";
  book.model.insertCells(id, { row: 2, column: 0, rows: 1, columns: 16_384 }, "Down");
  await booted.client.deliver();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(changes.map(({ edits }) => edits)).toEqual([null]);
  const step = valueOf(await commands.watchStep(changes.shift() ?? { edits: null, remote: false }));
  const found = step.overview.findings.find(({ rule }) => rule === "C01");
  expect(found).toMatchObject({ person: "Person B" });
  expect(found?.location.rect.row).toBe(4);
});

it("what somebody else edits is read and not marked", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  const before = marksOn(book);
  book.model.origin = "remote";
  const step = await typed(book, "Mine!B2", [[0.3]]);
  book.model.origin = "user";
  expect(rulesOf(step)).toContain("W01");
  expect(marksOn(book)).toBe(before);
  expect(
    booted.host.log.entries.flatMap(({ counts }) => Object.keys(counts)).filter((name) => name.endsWith("=")),
  ).toEqual([]);
});

it("without the switch, and on another sheet than the one it was asked for, nothing is marked", async () => {
  const book = open();
  await listen();
  const off = await typed(book, "Mine!B2", [[0.3]]);
  expect(rulesOf(off)).toContain("W01");
  expect(marksOn(book)).toBe(0);
  valueOf(await commands.startWatching());
  const other = book.model.addSheet("Other");
  book.model.activateSheet(other.id);
  book.type("Other!A1", SHEET);
  await booted.client.deliver();
  await new Promise((resolve) => setTimeout(resolve, 400));
  changes = [];
  const step = await typed(book, "Other!B2", [[0.3]]);
  expect(step.overview).toMatchObject({ sheet: "Other", watched: false });
  expect(other.conditionalFormats).toEqual([]);
});

it("Clear flags ends the watching, so that the next edit brings no flag back", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  await typed(book, "Mine!B2", [[0.3]]);
  valueOf(await commands.clearFlags());
  const step = await typed(book, "Mine!B2", [[0.2]]);
  expect(step.overview).toMatchObject({ watched: false, hasMarks: false });
});

it("stops by itself, saying why, when the sheet grows too large for it", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  const marks = marksOn(book);
  const step = await typed(book, "Mine!CW5000", [["far away"]]);
  expect(step.stopped).toMatchObject({ what: { key: "commands.watch.tooLarge", params: { cells: 505_000 } } });
  expect(step.overview.watched).toBe(false);
  expect(marksOn(book)).toBe(marks);
  expect(await commands.startWatching()).toMatchObject({
    ok: false,
    problem: { what: { key: "commands.watch.tooLarge" } },
  });
});

it("stops when a mark cannot be put, and leaves no half of them", async () => {
  const book = open();
  await listen();
  valueOf(await commands.startWatching());
  const clean = await book.digest();
  book.type("Mine!B2", [[0.3]]);
  await booted.client.deliver();
  await new Promise((resolve) => setTimeout(resolve, 400));
  const change = changes.shift() ?? { edits: null, remote: false };
  const dirty = await book.digest();
  switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
  valueOf(await createCommands("en").overview());
  const reading = switches.actionsSeen;
  switches.failAt({ atAction: reading + 3, code: "GeneralException", message: "told to" });
  const failed = await commands.watchStep(change);
  switches.failAt(null);
  expect(failed.ok).toBe(false);
  expect(await book.digest()).toEqual(dirty);
  expect(dirty).not.toEqual(clean);
  expect(valueOf(await commands.overview()).watched).toBe(false);
});
