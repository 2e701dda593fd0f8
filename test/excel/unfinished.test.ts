/**
 * A small blueprint that does everything a blueprint can (sheets, tables, names, rows added to a table that stands, a formula
 * column rewritten, a chart on a sheet that stands, our stored part), stopped at every action, and its removal stopped too: what is left is found by its note
 * and removed, and the workbook equals the one before.
 */
import { addedCells, createdCells, foreignCell } from "../../src/core/blueprint/written";
import type { Blueprint, CellFormula } from "../../src/core/blueprint/types";
import { metadataXml } from "../../src/core/schema/metadata";
import { parseUnfinished, unfinishedXml, type Receipt } from "../../src/core/schema/unfinished";
import { removeBlueprint, removeUnfinished } from "../../src/excel/removeBlueprint";
import { writeBlueprint } from "../../src/excel/writeBlueprint";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
});
afterAll(() => booted.close());

const formula = (text: string): CellFormula => text as CellFormula;
const EMPTY_SHEET = { styles: [], columnWidths: [], conditional: [], validation: [] };
const BLUEPRINT: Blueprint = {
  sheets: [
    {
      ...EMPTY_SHEET,
      name: "New",
      target: "create",
      blocks: [
        { at: { row: 0, column: 0 }, cells: [["=Title", 0.5, true, { formula: formula("=1+1") }]] },
        { at: { row: 0, column: 5 }, cells: [["007"], [{ formula: formula("=F1") }]] },
      ],
      tables: [
        {
          name: "eh_9_List",
          at: { row: 2, column: 0 },
          rows: 2,
          columns: [
            { header: "Name", content: { kind: "input", values: ["Ann", "O'Hara <b>"] } },
            { header: "Twice", content: { kind: "formula", formula: formula("=LEN([@Name])*2") } },
          ],
        },
      ],
    },
    { ...EMPTY_SHEET, name: "Other", target: "create", blocks: [], tables: [] },
    {
      ...EMPTY_SHEET,
      name: "Mine",
      target: "existing",
      blocks: [],
      tables: [],
      charts: [
        {
          name: "eh_9_Chart",
          kind: "column",
          title: "Values",
          categories: { row: 1, column: 0, rows: 2, columns: 1 },
          values: { row: 1, column: 1, rows: 2, columns: 1 },
          seriesName: "Double",
          at: { row: 0, column: 4, rows: 8, columns: 3 },
        },
      ],
    },
  ],
  names: [{ name: "eh_9_Cell", refersTo: formula("=New!$A$1") }],
  rewrites: [{ table: "Standing", column: "Double", formula: formula("=[@Value]*3") }],
  appends: [{ table: "Standing", rows: [[3, { formula: formula("=[@Value]*3") }]] }],
  metadata: metadataXml({ version: 1, instances: [] }),
  show: { sheet: "New", row: 0, column: 0 },
};

function openBook(): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", [
    ["Value", "Double"],
    [1, "=A2*2"],
    [2, "=A3*2"],
  ]);
  const { model } = book;
  const sheet = model.sheet("Mine")?.id ?? "";
  const { id } = model.addTable(sheet, { row: 0, column: 0, rows: 3, columns: 2 }, true);
  model.renameTable(id, "Standing");
  return book;
}
const told = (atAction: number) => ({ atAction, code: "GeneralException", message: "told to" });
const { failAt } = { failAt: (...places: number[]) => booted.host.switches.failAt(...places.map(told)) };
const quiet = (): void => booted.host.switches.failAt(null);

async function actionsOf(command: () => Promise<unknown>): Promise<number> {
  failAt(Number.MAX_SAFE_INTEGER);
  await command();
  const { actionsSeen } = booted.host.switches;
  quiet();
  return actionsSeen;
}

it("stopped at any action, and again while tidying up, is removed later without a trace", async () => {
  openBook();
  const count = await actionsOf(() => writeBlueprint(BLUEPRINT));
  expect(count).toBeGreaterThan(60);
  let offered = 0;
  for (let first = 0; first < count; first += 1) {
    const book = openBook();
    const before = await book.digest();
    failAt(first, first + 1 + ((first * 7) % 50));
    expect((await writeBlueprint(BLUEPRINT)).ok).toBe(false);
    quiet();
    const removed = valueOf(await removeUnfinished());
    if (removed !== null) offered += 1;
    expect({ first, now: await book.digest() }).toEqual({ first, now: before });
  }
  expect(offered).toBeGreaterThan(20);
});

it("a removal that is stopped at any action can be done again", async () => {
  const halfWritten = async (): Promise<{ readonly book: TestBook; readonly before: unknown }> => {
    const book = openBook();
    const before = await book.digest();
    failAt(await written(), (await written()) + 1);
    await writeBlueprint(BLUEPRINT);
    quiet();
    return { book, before };
  };
  let last: number | null = null;
  const written = async (): Promise<number> => (last ??= (await actionsOf(() => writeBlueprint(BLUEPRINT))) - 1);
  openBook();
  await written();
  await halfWritten();
  const count = await actionsOf(() => removeUnfinished());
  expect(count).toBeGreaterThan(20);
  for (let place = 0; place < count; place += 1) {
    const { book, before } = await halfWritten();
    failAt(place);
    expect({ place, ok: (await removeUnfinished()).ok }).toEqual({ place, ok: false });
    quiet();
    expect(valueOf(await removeUnfinished())).not.toBeNull();
    expect({ place, now: await book.digest() }).toEqual({ place, now: before });
  }
});

it("a take-back that is stopped half-way is found and ended later", async () => {
  const book = openBook();
  const before = await book.digest();
  const receipt = valueOf(await writeBlueprint(BLUEPRINT));
  expect(valueOf(await removeUnfinished())).toBeNull();
  const count = await actionsOf(() => removeBlueprint(receipt));
  const again = valueOf(await writeBlueprint(BLUEPRINT));
  failAt(count - 5);
  expect((await removeBlueprint(again)).ok).toBe(false);
  quiet();
  expect(valueOf(await removeUnfinished())).not.toBeNull();
  expect(await book.digest()).toEqual(before);
});

it("rows that somebody typed into the rows added to a table are kept, and the cell is named", async () => {
  const book = openBook();
  const last = (await actionsOf(() => writeBlueprint(BLUEPRINT))) - 1;
  openBook();
  failAt(last, last + 1);
  const half = openBook();
  await writeBlueprint(BLUEPRINT);
  quiet();
  half.type("Mine!A4", [[99]]);
  expect(await removeUnfinished()).toMatchObject({
    ok: false,
    problem: { where: { sheet: "Mine", rect: { row: 3, column: 0, rows: 1, columns: 1 } } },
  });
  expect(await half.values("Mine!A4")).toEqual([[99]]);
  expect(half.sheetNames()).toEqual(["Mine", "New", "Other"]);
  expect(book).not.toBe(half);
});

describe("the note of a run", () => {
  const receipt: Receipt = {
    createdSheets: ["New", "O'Hara & <Co>"],
    createdNames: ["eh_9_Cell"],
    metadataBefore: metadataXml({ version: 1, instances: [] }),
    rewrittenBefore: [{ table: "Standing", column: "Double", formula: '=IF([@Value]<1,"<&>",1)' }],
    grownTables: [
      {
        table: "Standing",
        sheet: "Mine",
        rect: { row: 0, column: 0, rows: 3, columns: 2 },
        added: 1,
        inserted: true,
        printArea: "A1:B9",
        height: 22.5,
        shown: [4],
        usualHeight: 15,
        before: { lastRow: 8, chartTop: 120.25 },
        cells: addedCells("Mine", { row: 3, column: 0 }, [[3, { formula: formula("=1") }]]),
      },
    ],
    cells: createdCells(BLUEPRINT),
    charts: [{ sheet: "Mine", name: "eh_9_Chart", place: 2 }],
  };

  it("comes back as it was written, and holds nobody's name", () => {
    const xml = unfinishedXml(receipt);
    expect(parseUnfinished(xml)).toEqual(receipt);
    expect(xml).not.toContain("Ann");
    expect(new DOMParser().parseFromString(xml, "text/xml").querySelector("parsererror")).toBeNull();
  });

  it.each([
    ["nothing", ""],
    ["another part", metadataXml({ version: 1, instances: [] })],
    ["no JSON", unfinishedXml(receipt).replace("{", "")],
    ["a field of another kind", unfinishedXml(receipt).replace('"added":1', '"added":"1"')],
    ["an unknown field", unfinishedXml(receipt).replace('"added":1', '"added":1,"more":2')],
    ["a later version", unfinishedXml(receipt).replace('version="1"', 'version="2"')],
  ])("is not taken from %s", (_, xml) => {
    expect(parseUnfinished(xml)).toBeNull();
  });

  it("tells what was written from what somebody wrote, cell by cell", () => {
    const [cells] = createdCells(BLUEPRINT);
    if (cells === undefined) throw new Error("no cells");
    const rect = { row: 0, column: 0, rows: 5, columns: 6 };
    const values = [
      ["=Title", 0.5, true, 2, "", "007"],
      ["", "", "", "", "", "007"],
      ["Name", "Twice", "", "", "", ""],
      ["Ann", 6, "", "", "", ""],
      ["O'Hara <b>", 20, "", "", "", ""],
    ];
    const formulas = values.map((row) => [...row]);
    for (const [r, c] of [
      [0, 3],
      [1, 5],
      [3, 1],
      [4, 1],
    ] as const)
      (formulas[r] ?? [])[c] = "=X1";
    expect(foreignCell(cells, { rect, values, formulas })).toBeNull();
    const changed = (r: number, c: number, value: unknown, authored: unknown = value) => {
      const edit = (rows: unknown[][], to: unknown) =>
        rows.map((row, i) => row.map((cell, j) => (i === r && j === c ? to : cell)));
      return foreignCell(cells, { rect, values: edit(values, value), formulas: edit(formulas, authored) });
    };
    const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
    expect(changed(0, 0, "=Titles")).toEqual(at(0, 0));
    expect(changed(0, 1, 0.51)).toEqual(at(0, 1));
    expect(changed(0, 1, "0.5")).toEqual(at(0, 1));
    expect(changed(0, 2, false)).toEqual(at(0, 2));
    expect(changed(0, 4, "x")).toEqual(at(0, 4));
    expect(changed(1, 0, 1, "=1")).toEqual(at(1, 0));
    expect(changed(3, 1, 6)).toEqual(at(3, 1));
    // A run may have stopped before a cell was written.
    expect(changed(3, 0, "")).toBeNull();
  });
});
