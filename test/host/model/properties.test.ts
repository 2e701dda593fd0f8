/** Laws that hold for any workbook of this shape: fast-check makes the workbooks. */
import fc from "fast-check";
import { digest } from "../../../host/model/digest";
import { columnName } from "../../../src/core/model/a1";
import { bench, rect } from "./workbook";
import type { Bench, Grid } from "./workbook";

const ROWS = 12;
const COLUMNS = 6;

interface Drawn {
  readonly grid: Grid;
  readonly rules: readonly { readonly top: number; readonly rows: number; readonly column: number }[];
  readonly fills: readonly number[];
}
const cellInput = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.constantFrom("", "a", "B", "b", "TRUE", "#N/A", "12%", "1/2/2026"),
);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  grid: fc.array(fc.array(cellInput, { minLength: COLUMNS, maxLength: COLUMNS }), { minLength: ROWS, maxLength: ROWS }),
  rules: fc.array(
    fc.record({
      top: fc.integer({ min: 0, max: ROWS - 2 }),
      rows: fc.integer({ min: 1, max: 5 }),
      column: fc.integer({ min: 0, max: COLUMNS - 1 }),
    }),
    { maxLength: 4 },
  ),
  fills: fc.array(fc.integer({ min: 0, max: ROWS * COLUMNS - 1 }), { maxLength: 8 }),
});

/** Contents on sheet A, rules relative to their first cell, and formulas on B that read ranges of A. */
function build({ grid, rules, fills }: Drawn): Bench {
  const it = bench();
  it.type("A1", grid);
  for (const { top, rows, column } of rules) {
    const range = { row: top, column, rows, columns: 1 };
    const cell = `${columnName(column)}${top + 1}`;
    it.model.addConditionalFormat(it.id(), range, { kind: "Custom", formula: `=${cell}>$A${top + 1}`, format: {} });
    it.model.setValidation(it.id(), range, { rule: { custom: { formula: `=${cell}<>""` } } });
  }
  for (const place of fills) {
    const at = { row: Math.floor(place / COLUMNS), column: place % COLUMNS, rows: 1, columns: 1 };
    it.model.setFormat(it.id(), at, { fill: "#FFEB9C" });
  }
  it.type("A1", [["=SUM(A!A1:F12)", "=A!$B$3", "=A!C12*2"]], "B");
  return it;
}

describe("For any workbook", () => {
  test("rows inserted and deleted again leave everything as it was", () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: ROWS }), fc.integer({ min: 1, max: 4 }), (book, at, count) => {
        const it = build(book);
        const before = digest(it.model.data);
        const rows = { ...rect("1:1"), row: at, rows: count };
        it.model.insertCells(it.id(), rows, "Down");
        it.model.deleteCells(it.id(), rows, "Up");
        expect(digest(it.model.data)).toStrictEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  test("columns inserted and deleted again leave everything as it was", () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: COLUMNS }), fc.integer({ min: 1, max: 3 }), (book, at, count) => {
        const it = build(book);
        const before = digest(it.model.data);
        const columns = { ...rect("A:A"), column: at, columns: count };
        it.model.insertCells(it.id(), columns, "Right");
        it.model.deleteCells(it.id(), columns, "Left");
        expect(digest(it.model.data)).toStrictEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test("rows put into a table and taken out leave everything as it was", () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: ROWS - 2 }), fc.integer({ min: 1, max: 3 }), (book, at, count) => {
        const it = build(book);
        it.table("A1:F12", "T");
        it.model.fillInput(it.id(), rect("F2:F12"), "=[@Column1]*2+A2");
        const before = digest(it.model.data);
        it.model.addTableRows("T", at, count);
        it.model.deleteTableRows("T", at, count);
        expect(digest(it.model.data)).toStrictEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test("sorting twice is sorting once, and nothing is lost", () => {
    const fields = fc.array(fc.record({ key: fc.integer({ min: 0, max: COLUMNS - 1 }), ascending: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(drawn, fields, fc.boolean(), (book, by, headers) => {
        const it = build(book);
        const contents = () =>
          [...(it.model.sheet("A")?.cells.values() ?? [])].map((cell) => JSON.stringify(cell.value)).sort();
        const before = contents();
        it.model.sort(it.id(), rect("A1:F12"), by, headers, false);
        const once = digest(it.model.data);
        it.model.sort(it.id(), rect("A1:F12"), by, headers, false);
        expect(digest(it.model.data)).toStrictEqual(once);
        expect(contents()).toStrictEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test("a sheet, a table and a column renamed there and back leave everything as it was", () => {
    const word = fc.constantFrom("Plan", "Q1's", "第一季度", "A1", "R", "[x]", "a#b", "@me");
    fc.assert(
      fc.property(drawn, word, (book, name) => {
        const it = build(book);
        const table = it.table("A1:F12", "T");
        const first = table.columns[0];
        if (!first) throw new Error("no column");
        it.type("D1", [["=SUM(T[Spare])"]], "B");
        it.model.fillInput(it.id(), rect("F2:F12"), `=T[[#This Row],[Column1]]+[@Column1]`);
        const before = digest(it.model.data);
        const [sheetName, columnOne] = [it.model.sheet(it.id())?.name ?? "", first.name];
        if (!/[[\]]/.test(name)) it.model.renameSheet(it.id(), name);
        it.model.renameTable("T", "Other");
        it.model.renameTableColumn(table.id, first.id, name);
        it.model.renameTableColumn(table.id, first.id, columnOne);
        it.model.renameTable("Other", "T");
        it.model.renameSheet(it.model.data.sheets[0]?.id ?? "", sheetName);
        expect(digest(it.model.data)).toStrictEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test("what the engine was told equals the cells, whatever was done before", async () => {
    const step = fc.record({
      kind: fc.constantFrom("insert", "delete", "type", "sort", "clear"),
      at: fc.integer({ min: 0, max: ROWS - 1 }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, fc.array(step, { maxLength: 6 }), async (book, steps) => {
        const it = build(book);
        await it.model.recalc();
        for (const { kind, at } of steps) {
          const row = { ...rect("1:1"), row: at };
          if (kind === "insert") it.model.insertCells(it.id(), row, "Down");
          else if (kind === "delete") it.model.deleteCells(it.id(), row, "Up");
          else if (kind === "type") it.type(`B${at + 1}`, [["=A1+1", 5]]);
          else if (kind === "clear") it.model.clear(it.id(), rect(`A${at + 1}:C${at + 2}`), "All");
          else it.model.sort(it.id(), rect("A1:F12"), [{ key: 1, ascending: true }], false, false);
          if (at % 2 === 0) await it.model.recalc();
        }
        await it.model.recalc();
        const told = [...(it.engine.sheets[0]?.cells.keys() ?? [])].sort();
        const cells = [...(it.model.sheet(it.id())?.cells ?? [])]
          .filter(([, cell]) => cell.value !== null || cell.formula !== undefined)
          .map(([key]) => `${Math.floor(key / 16_384)},${key % 16_384}`)
          .sort();
        expect(told).toStrictEqual(cells);
      }),
      { numRuns: 60 },
    );
  });
});
