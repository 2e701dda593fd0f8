/** Column names of tables: unique, never empty, the same as the text in the header cells (Excel's own rules). */
import { intersect } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { mapAllFormulas } from "./allFormulas";
import { cellFor, contains, columnOf, emptyCell, keyOf, rowOf } from "./cellStore";
import { textOf } from "./cellText";
import { mayNameColumn, withRenamedColumn } from "./formulaReferences";
import type { ModelState } from "./modelState";
import type { SheetData, TableColumnData, TableData } from "./types";

/** A name as Excel makes it unique: empty → "Column3" (its place), taken → "Name2", "Name3" … */
export function uniqueHeader(wanted: string, taken: ReadonlySet<string>, place: number): string {
  const base = wanted.trim() === "" ? "Column" : wanted;
  if (base === wanted && !taken.has(base.toLowerCase())) return base;
  for (let n = base === wanted ? 2 : place + 1; ; n += 1) {
    const name = `${base}${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Names for columns from header texts, left to right. */
export function uniqueHeaders(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text, place) => {
    const name = uniqueHeader(text, taken, place);
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Text of a cell as a header: what is shown, as constant text. */
export function headerText(state: ModelState, sheet: SheetData, row: number, column: number): string {
  const cell = sheet.cells.get(keyOf(row, column));
  if (!cell) return "";
  return textOf(cell.value, cell.format.numberFormat ?? "General", state.data.date1904);
}

/** Writes a name into its header cell as text. */
export function writeHeader(state: ModelState, sheet: SheetData, table: TableData, place: number): void {
  const column = table.columns[place];
  if (!column || !table.showHeaders) return;
  const at = { row: table.rect.row, column: table.rect.column + place };
  const cell = cellFor(sheet, at.row, at.column);
  if (cell.value === column.name && cell.formula === undefined) return;
  emptyCell(cell);
  cell.value = column.name;
  state.dirty.cell(sheet.id, keyOf(at.row, at.column));
}

/** Renames a column (the name is already unique) and every formula that names it. */
export function renameColumn(
  state: ModelState,
  sheet: SheetData,
  table: TableData,
  column: TableColumnData,
  name: string,
): void {
  const before = column.name;
  if (before === name) return;
  column.name = name;
  rewriteColumn(state, sheet, table, before, name);
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "renamed" });
}

/** Rewrites structured references to a column, to another name or (null) to #REF!. */
export function rewriteColumn(
  state: ModelState,
  sheet: SheetData,
  table: TableData,
  before: string,
  after: string | null,
): void {
  // A column holds the same text in every row: each is read once in the table and once outside.
  const renamed = { inside: new Map<string, string>(), outside: new Map<string, string>() };
  mapAllFormulas(state.data, (formula, owner, key) => {
    if (!mayNameColumn(formula, before)) return formula;
    const inside = owner === sheet && key !== null && contains(table.rect, rowOf(key), columnOf(key));
    const known = renamed[inside ? "inside" : "outside"];
    const text = known.get(formula) ?? withRenamedColumn(formula, table.name, before, after, inside);
    known.set(formula, text);
    return text;
  });
  state.dirty.everything();
}

/** After something was written into header cells: the columns take the texts, made unique. */
export function acceptHeaders(state: ModelState, sheet: SheetData, rect: Rect): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders) continue;
    const shared = intersect(rect, { ...table.rect, rows: 1 });
    if (!shared) continue;
    for (let c = shared.column; c < shared.column + shared.columns; c += 1) {
      acceptHeader(state, sheet, table, c - table.rect.column);
    }
  }
}

function acceptHeader(state: ModelState, sheet: SheetData, table: TableData, place: number): void {
  const column = table.columns[place];
  if (!column) return;
  const text = headerText(state, sheet, table.rect.row, table.rect.column + place);
  if (text !== column.name) {
    const taken = new Set(table.columns.filter((other) => other !== column).map(({ name }) => name.toLowerCase()));
    renameColumn(state, sheet, table, column, uniqueHeader(text, taken, place));
  }
  writeHeader(state, sheet, table, place);
}
