/** Totals and ranks written beside a sheet of the user or on a new one: as formulas that follow, or values; taken back without a trace. */
import { createCommands } from "../../src/commands";
import type { Commands, Outcome, WriteResultsRequest, WrittenResults } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
let chinese: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
  chinese = createCommands("zh-CN");
});
afterAll(() => booted.close());

const FORMULAS: WriteResultsRequest = { place: "beside", form: "formulas" };
const SHEET = [
  ["Name", "Quality", "Speed"],
  ["Weight", 60, 40],
  ["Person A", 90, 70],
  ["Person B", 72, 87],
  ["Person C", 60, null],
  ["Person D", 82, 82],
];
const open = (rows: readonly (readonly (string | number | null)[])[]): TestBook => {
  const book = booted.open("Scores");
  book.type("Scores!A1", rows);
  return book;
};
const didOf = (outcome: Outcome<WrittenResults>): string[] => (outcome.ok ? outcome.did.map(({ key }) => key) : []);

describe("results beside the data", () => {
  test("are formulas that show what was computed and follow the data", async () => {
    const book = open(SHEET);
    const outcome = await commands.writeResults(FORMULAS);
    expect(valueOf(outcome)).toEqual({ sheet: "Scores", people: 4, live: true });
    expect(didOf(outcome)).toEqual(["commands.write.did.beside.live"]);
    expect(await book.values("Scores!D1:E6")).toEqual([
      ["Total", "Rank"],
      [null, null],
      [82, 1],
      [78, 3],
      ["", ""],
      [82, 1],
    ]);
    book.type("Scores!C5", [[100]]);
    expect(await book.values("Scores!D5:E6")).toEqual([
      [76, 4],
      [82, 1],
    ]);
    // What was written is read as the sheet's own totals, and agrees.
    const checked = valueOf(await commands.checkSheet());
    expect(checked.findings.filter(({ rule }) => rule.startsWith("T"))).toEqual([]);
  });

  test("are taken back without a trace, unless somebody typed into them", async () => {
    const book = open(SHEET);
    const before = await book.digest();
    const outcome = await commands.writeResults(FORMULAS);
    if (!outcome.ok || outcome.undo === undefined) throw new Error("nothing to take back");
    expect((await commands.takeBack(outcome.undo)).ok).toBe(true);
    expect(await book.digest()).toEqual(before);

    const again = await commands.writeResults(FORMULAS);
    if (!again.ok || again.undo === undefined) throw new Error("nothing to take back");
    book.type("Scores!D3", [[99]]);
    expect(await commands.takeBack(again.undo)).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.write.changed" } },
    });
    expect(await book.values("Scores!D3:E3")).toEqual([[99, 1]]);
  });

  test("as values they stay as they are", async () => {
    const book = open(SHEET);
    expect(valueOf(await commands.writeResults({ place: "beside", form: "values" })).live).toBe(false);
    book.type("Scores!C5", [[100]]);
    expect(await book.values("Scores!D3:E6")).toEqual([
      [82, 1],
      [78, 3],
      [null, null],
      [82, 1],
    ]);
  });

  test("never go over a cell that holds anything, and say which", async () => {
    const book = open(SHEET);
    // Looks empty, and is not.
    book.type("Scores!E4", [['=""']]);
    const before = await book.digest();
    expect(await commands.writeResults(FORMULAS)).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.write.taken", params: { cell: "E4" } } },
    });
    expect(await book.digest()).toEqual(before);
  });

  test("do not stand beside totals that the sheet has already", async () => {
    const book = open(SHEET.map((row, i) => [...row, i === 0 ? "Total" : i < 2 ? null : 80]));
    const before = await book.digest();
    expect(await commands.writeResults(FORMULAS)).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.write.own" } },
    });
    expect(await book.digest()).toEqual(before);
  });

  test("in Chinese equal totals leave no place out", async () => {
    const book = open(SHEET);
    await chinese.writeResults(FORMULAS);
    expect(await book.values("Scores!D1:E6")).toEqual([
      ["综合得分", "排名"],
      [null, null],
      [82, 1],
      [78, 2],
      ["", ""],
      [82, 1],
    ]);
  });

  test("weights as full marks give a percentage", async () => {
    const book = open([
      ["Name", "Theory", "Practice"],
      ["Maximum points", 40, 60],
      ["Person A", 30, 45],
      ["Person B", 20, 60],
    ]);
    expect(valueOf(await commands.writeResults(FORMULAS)).live).toBe(true);
    expect(await book.values("Scores!D3:E4")).toEqual([
      [75, 2],
      [80, 1],
    ]);
  });

  test("numbers written as text are no numbers to a formula: values are written, and it is said why", async () => {
    const book = open(SHEET.map((row, i) => (i === 2 ? ["Person A", "90分", 70] : row)));
    const outcome = await commands.writeResults(FORMULAS);
    expect(valueOf(outcome).live).toBe(false);
    expect(didOf(outcome)).toContain("commands.write.asValues");
    expect(await book.values("Scores!D3:E3")).toEqual([[82, 1]]);
  });

  test.each(["protected", "read-only"])("a workbook that is %s stays as it is", async (how) => {
    const book = open(SHEET);
    if (how === "protected") book.model.protect(book.model.data.activeSheet, {});
    const before = await book.digest();
    booted.host.switches.readOnly = how === "read-only";
    const outcome = await commands.writeResults(FORMULAS);
    booted.host.switches.readOnly = false;
    expect(outcome.ok).toBe(false);
    expect(await book.digest()).toEqual(before);
  });
});

describe("results on a new sheet", () => {
  const request: WriteResultsRequest = { place: "sheet", form: "formulas" };

  test("follow the data, keep its order and can be taken back", async () => {
    const book = open(SHEET);
    const before = await book.digest();
    const outcome = await commands.writeResults(request);
    expect(valueOf(outcome)).toEqual({ sheet: "Results", people: 4, live: true });
    expect(await book.values("Results!A4:C8")).toEqual([
      ["Name", "Total", "Rank"],
      ["Person A", 82, 1],
      ["Person B", 78, 3],
      ["Person C", "", ""],
      ["Person D", 82, 1],
    ]);
    book.type("Scores!B4", [[100]]);
    expect(await book.values("Results!B6:C6")).toEqual([[94.8, 1]]);
    book.type("Scores!B4", [[72]]);
    if (!outcome.ok || outcome.undo === undefined) throw new Error("nothing to take back");
    await commands.takeBack(outcome.undo);
    expect(await book.digest()).toEqual(before);
  });

  test("as values stand best first; a second time the sheet gets another name", async () => {
    const book = open(SHEET);
    await commands.writeResults({ place: "sheet", form: "values" });
    expect((await book.values("Results!A5:C8")).map(([name, , rank]) => [name, rank])).toEqual([
      ["Person A", 1],
      ["Person D", 1],
      ["Person B", 3],
      ["Person C", null],
    ]);
    book.model.activateSheet(book.model.data.sheets[0]?.id ?? "");
    expect(valueOf(await commands.writeResults(request)).sheet).toBe("Results (2)");
  });

  test("work where people stand in columns, as formulas that go down them", async () => {
    const book = open([
      ["Criterion", "Weight", "Supplier A", "Supplier B"],
      ["Price", 60, 80, 70],
      ["Delivery", 40, 90, 100],
    ]);
    expect(await commands.writeResults(FORMULAS)).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.write.columns" } },
    });
    const outcome = await commands.writeResults(request);
    expect(valueOf(outcome)).toMatchObject({ people: 2, live: true });
    expect(await book.values("Results!A5:C6")).toEqual([
      ["Supplier A", 84, 1],
      ["Supplier B", 82, 2],
    ]);
    book.type("Scores!D2", [[90]]);
    expect(await book.values("Results!B5:C6")).toEqual([
      [84, 2],
      [94, 1],
    ]);
  });

  test("are values where weights stand in no cell", async () => {
    const book = open([
      ["Name", "Quality (60%)", "Speed (40%)"],
      ["Person A", 90, 70],
      ["Person B", 70, 95],
    ]);
    const outcome = await commands.writeResults(request);
    expect(valueOf(outcome)).toMatchObject({ people: 2, live: false });
    expect(didOf(outcome)).toContain("commands.write.asValues");
    expect(await book.values("Results!A5:C6")).toEqual([
      ["Person A", 82, 1],
      ["Person B", 80, 2],
    ]);
  });

  test("a sheet's name with quotes and a name that begins like a formula stay what they are", async () => {
    const book = booted.open("O'Neil & =1");
    book.type("'O''Neil & =1'!A1", [...SHEET.slice(0, 3), ["'=1+1", 50, 50]]);
    expect(valueOf(await commands.writeResults(request)).people).toBeGreaterThan(0);
    const values = await book.values("Results!A5:B6");
    expect(values).toEqual([
      ["Person A", 82],
      ["=1+1", 50],
    ]);
  });
});

test("nothing is written where nobody has a total, or on a sheet that is no scorecard", async () => {
  open([...SHEET.slice(0, 2), ["Person A", 90, null], ["Person B", null, 80]]);
  expect(await commands.writeResults(FORMULAS)).toMatchObject({
    ok: false,
    problem: { what: { key: "commands.write.nothing" } },
  });
  open([["Shopping"], ["Milk"], ["Bread"]]);
  expect((await commands.writeResults(FORMULAS)).ok).toBe(false);
});
