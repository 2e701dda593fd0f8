/** A sheet that the user brings: people down, indicators across, a weight row. Through Microsoft's client and the engine. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const SHEET = [
  ["Name", "Revenue", "Quality", "Teamwork"],
  ["Weight", 0.4, 0.3, 0.25],
  ["Ann", 80, 90, 70],
  ["Bob", 60, 70, 95],
  ["Cid", 90, null, 60],
];

function openPlain(): TestBook {
  const book = booted.open("Scores");
  book.type("Scores!A1", SHEET);
  return book;
}

describe("a plain sheet with weights of 95 %", () => {
  it("is understood: people, indicators, weights, what is filled", async () => {
    openPlain();
    const seen = valueOf(await commands.overview());
    expect(seen).toMatchObject({ kind: "recognised", people: 3, indicators: 3, filled: 8, toFill: 9, hasMarks: false });
    expect(seen.plans[0]?.weightSum).toBeCloseTo(95, 9);
    expect(booted.host.log.syncs).toBe(2);
  });

  it("is checked in three round trips, marked, and is after Clear flags what it was before", async () => {
    const book = openPlain();
    const before = await book.digest();
    booted.host.log.clear();
    const checked = valueOf(await commands.checkSheet());
    expect(booted.host.log.syncs).toBe(3);
    expect(checked.findings.map((finding) => finding.rule)).toEqual(expect.arrayContaining(["W01", "C01"]));
    expect(checked.marked).toBeGreaterThan(0);
    expect(await book.digest()).not.toEqual(before);
    const cleared = valueOf(await commands.clearFlags());
    expect(cleared.removed).toBeGreaterThan(0);
    expect(await book.digest()).toEqual(before);
  });

  it("keeps the user's own rules first in priority, and their formulas, formats and places", async () => {
    const book = openPlain();
    const sheet = book.model.data.sheets[0];
    if (!sheet) throw new Error("the workbook has no sheet");
    const body = { row: 2, column: 1, rows: 3, columns: 3 };
    for (const formula of ["=B3>90", '=B3="evenhand"']) {
      book.model.addConditionalFormat(sheet.id, body, { kind: "Custom", formula, format: { fill: "#00FF00" } });
    }
    const own = structuredClone(sheet.conditionalFormats);
    const before = await book.digest();
    await commands.checkSheet();
    expect(sheet.conditionalFormats.length).toBeGreaterThan(own.length);
    expect(sheet.conditionalFormats.slice(0, own.length)).toEqual(own);
    valueOf(await commands.clearFlags());
    expect(await book.digest()).toEqual(before);
  });

  it("marks the cell for evidence of whoever has results and none, and takes the mark away", async () => {
    const book = booted.open("Scores");
    const proofs = ["Evidence", null, "report 1", null, "report 3"];
    book.type(
      "Scores!A1",
      SHEET.map((row, r) => [...row, proofs[r] ?? null]),
    );
    const before = await book.digest();
    const checked = valueOf(await commands.checkSheet());
    const missing = checked.findings.filter((finding) => finding.rule === "E01");
    expect(missing.map(({ person, location }) => [person, location.rect.row, location.rect.column])).toEqual([
      ["Bob", 3, 4],
    ]);
    const marks = JSON.stringify(book.model.data.sheets[0]?.conditionalFormats);
    expect(marks).toContain("evenhand:E01");
    valueOf(await commands.clearFlags());
    expect(await book.digest()).toEqual(before);
  });

  it("keeps its marks on the right rows when it is sorted", async () => {
    const book = openPlain();
    await commands.checkSheet();
    const sheet = book.model.data.sheets[0];
    const marks = JSON.stringify(sheet?.conditionalFormats);
    book.model.sort(
      sheet?.id ?? "",
      { row: 2, column: 0, rows: 3, columns: 4 },
      [{ key: 0, ascending: false }],
      false,
      false,
    );
    // The rules look at their own row only, so they stay where they are while the rows move.
    expect(JSON.stringify(sheet?.conditionalFormats)).toBe(marks);
    expect(valueOf(await commands.overview()).findings.map((finding) => finding.rule)).toContain("C01");
  });

  it("gets no second set of marks when it is checked twice", async () => {
    const book = openPlain();
    await commands.checkSheet();
    const once = book.model.data.sheets[0]?.conditionalFormats.length;
    await commands.checkSheet();
    expect(book.model.data.sheets[0]?.conditionalFormats).toHaveLength(once ?? -1);
  });

  it("is ranked without being touched; who is not complete gets no rank", async () => {
    const book = openPlain();
    const before = await book.digest();
    const ranked = valueOf(await commands.scoreAndRank());
    expect(await book.digest()).toEqual(before);
    expect(ranked.people.map((person) => [person.name, person.rank !== null])).toEqual([
      ["Ann", true],
      ["Bob", true],
      ["Cid", false],
    ]);
    // 80, 90, 70 with 40, 30, 25 of 95; by hand.
    expect(ranked.people[0]?.total).toBeCloseTo((80 * 40 + 90 * 30 + 70 * 25) / 95, 5);
  });

  it("gets its weights mended by the fix of the finding, and taken back", async () => {
    const book = openPlain();
    const { findings } = valueOf(await commands.checkSheet());
    const finding = findings.find((found) => found.rule === "W01");
    const fix = finding?.fixes?.[0];
    if (!finding || !fix) throw new Error("no fix is offered for the weights");
    const fixed = await commands.applyFix(finding, fix);
    expect(valueOf(fixed).changed).toBe(3);
    const [weights] = await book.values("Scores!B2:D2");
    expect(weights?.reduce<number>((sum, weight) => sum + Number(weight), 0)).toBeCloseTo(1, 9);
    if (!fixed.ok || !fixed.undo) throw new Error("the fix cannot be taken back");
    valueOf(await commands.takeBack(fixed.undo));
    expect(await book.values("Scores!B2:D2")).toEqual([[0.4, 0.3, 0.25]]);
    expect(await commands.takeBack(fixed.undo)).toMatchObject({ problem: { what: { key: "commands.takeBack.gone" } } });
  });

  it("gets the weights of one section mended, those of the others as they were, and taken back", async () => {
    const book = booted.open("Scores");
    const rows = [
      ["Section", "Section weight", "KPI", "Weight", "Score"],
      ["Results", 60, "Sales", 24, 80],
      ["", "", "Margin", 31, 70],
      ["Behaviour", 40, "Care", 20, 90],
      ["", "", "Team", 20, 60],
    ];
    book.type("Scores!A1", rows);
    const { findings } = valueOf(await commands.checkSheet());
    expect(findings.map(({ rule }) => rule)).toEqual(["W15"]);
    const [finding] = findings;
    const [fix] = finding?.fixes ?? [];
    if (!finding || !fix) throw new Error("no fix is offered for the section");
    const fixed = await commands.applyFix(finding, fix);
    expect(valueOf(fixed).changed).toBe(2);
    expect(await book.values("Scores!D2:D5")).toEqual([[26], [34], [20], [20]]);
    expect(valueOf(await commands.checkSheet()).findings).toEqual([]);
    if (!fixed.ok || !fixed.undo) throw new Error("the fix cannot be taken back");
    valueOf(await commands.takeBack(fixed.undo));
    expect(await book.values("Scores!D2:D5")).toEqual([[24], [31], [20], [20]]);
  });

  it("keeps a cell that was changed after the preview", async () => {
    const book = openPlain();
    const { findings } = valueOf(await commands.checkSheet());
    const finding = findings.find((found) => found.rule === "W01");
    const fix = finding?.fixes?.[0];
    if (!finding || !fix) throw new Error("no fix is offered for the weights");
    book.type("Scores!C2", [[0.5]]);
    expect(await commands.applyFix(finding, fix)).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.fix.stale" } },
    });
    expect(await book.values("Scores!B2:D2")).toEqual([[0.4, 0.5, 0.25]]);
  });

  it("leads to the next empty cell and selects it", async () => {
    const book = openPlain();
    const next = valueOf(await commands.nextEmptyCell());
    expect(next).toMatchObject({ filled: 8, toFill: 9, location: { sheet: "Scores" } });
    expect(book.model.data.selection).toEqual({ row: 4, column: 2, rows: 1, columns: 1 });
  });

  it("is read in no more than 1.25 times the bytes of its values and formulas", async () => {
    const book = booted.open("Scores");
    const people = Array.from({ length: 400 }, (_, i) => [
      `Person ${String(i)}`,
      ...Array.from({ length: 8 }, (_, k) => ((i * 37 + k * 11) % 50) + 50),
      `=SUMPRODUCT($B$2:$I$2,B${String(i + 3)}:I${String(i + 3)})`,
    ]);
    book.type("Scores!A1", [
      ["Name", "A", "B", "C", "D", "E", "F", "G", "H", "Total"],
      ["Weight", ...Array<number>(8).fill(0.125)],
      ...people,
    ]);
    valueOf(await commands.checkSheet());
    const values = await book.values("Scores!A1:J402");
    const formulas = people.map((row) => [row.at(-1)]);
    const ideal = JSON.stringify(values).length + JSON.stringify(formulas).length;
    expect(booted.host.log.bytes.received).toBeLessThan(1.25 * ideal + 3000);
  });
});

describe("sheets that cannot be worked with", () => {
  it("an empty sheet gets a plain answer", async () => {
    booted.open("Empty");
    expect(valueOf(await commands.overview()).kind).toBe("empty");
    expect(await commands.checkSheet()).toMatchObject({ ok: false, problem: { what: { key: "commands.empty" } } });
  });
  it("a shopping list is refused with a reason and stays as it is", async () => {
    const book = booted.open("List");
    book.type("List!A1", [
      ["Milk", 2],
      ["Bread", 1],
      ["Eggs", 12],
    ]);
    const before = await book.digest();
    const checked = await commands.checkSheet();
    expect(checked.ok).toBe(false);
    expect(await book.digest()).toEqual(before);
  });
});
