/** Rows and columns of tables added and deleted through the table, which moves what lies beside and below. */
import { isBlank, keysIn, lastColumn, lastRow } from "./cellStore";
import { parseAt, store } from "./editCells";
import type { Input } from "./editCells";
import { applyFilters } from "./filters";
import type { ModelState } from "./modelState";
import type { ParsedInput } from "./parseInput";
import { newNumber } from "./newWorkbook";
import { accessDenied, alreadyExists, insertDeleteConflict, invalidArgument, WRONG_SHAPE } from "./refusals";
import { applyShift, requireShiftable } from "./structure";
import type { Shift } from "./shift";
import { growTable } from "./tableGrowth";
import { renameColumn, uniqueHeader, writeHeader } from "./tableHeaders";
import { bodyRect, detectCalculatedColumns, fillCalculatedColumns, filterRect } from "./tableShape";
import type { SheetData, TableData } from "./types";

function bandOf(table: TableData, at: number, count: number, insert: boolean): Shift {
  return { axis: "row", at, count, insert, low: table.rect.column, high: lastColumn(table.rect) };
}
/** `index` null or the row count: at the end. `rows` gives inputs of the table's width, or how many blank rows. */
export function addTableRows(
  state: ModelState,
  id: string,
  index: number | null,
  rows: readonly (readonly Input[])[] | number,
): void {
  const { sheet, table } = state.requireTable(id);
  if (sheet.protection !== null) throw accessDenied();
  const count = typeof rows === "number" ? rows : rows.length;
  const grid = typeof rows === "number" ? [] : rows;
  if (count < 1 || grid.some((line) => line.length !== table.columns.length)) throw invalidArgument(WRONG_SHAPE);
  const body = bodyRect(table);
  const place = index ?? body.rows;
  if (place < 0 || place > body.rows) throw invalidArgument();
  const row = body.row + place;
  // Read once before anything changes, so that a bad formula changes nothing; again when the cells have their formats.
  const read = (): (ParsedInput | null)[][] =>
    grid.map((line, r) =>
      line.map((input, c) => (input === null ? null : parseAt(state, sheet, row + r, body.column + c, input))),
    );
  read();
  if (place === body.rows) appendRows(state, sheet, table, count);
  else {
    const shift = bandOf(table, row, count, true);
    requireShiftable(sheet, shift, table);
    applyShift(state, sheet, shift);
  }
  read().forEach((line, r) => {
    line.forEach((input, c) => {
      if (input) store(state, sheet, row + r, body.column + c, input);
    });
  });
  detectCalculatedColumns(sheet, table, 0, table.columns.length);
  const rect = { ...body, row, rows: count };
  state.emit({ kind: "structure", sheet: sheet.id, change: "RowInserted", rect, origin: state.origin });
}

/** At the end of the body: over free cells, else what lies below (a totals row too) moves down. */
function appendRows(state: ModelState, sheet: SheetData, table: TableData, count: number): void {
  const at = lastRow(bodyRect(table)) + 1;
  const below = { ...table.rect, row: at, rows: count };
  const free = !table.showTotals && keysIn(sheet, below).every((key) => isBlank(sheet.cells.get(key)));
  const clear = free && !sheet.tables.some((other) => other !== table && touches(other, below));
  if (!clear) {
    const shift = bandOf(table, at, count, true);
    requireShiftable(sheet, shift, table);
    const before = table.rect;
    applyShift(state, sheet, shift);
    if (table.rect.rows > before.rows) return;
  }
  growTable(state, sheet, table, { ...table.rect, rows: table.rect.rows + count });
}
function touches(table: TableData, rect: { row: number; rows: number; column: number; columns: number }): boolean {
  const { rect: own } = table;
  const apart =
    own.row >= rect.row + rect.rows ||
    lastRow(own) < rect.row ||
    own.column >= rect.column + rect.columns ||
    lastColumn(own) < rect.column;
  return !apart;
}

/** Deleting all rows leaves one blank row, as in Excel. */
export function deleteTableRows(state: ModelState, id: string, index: number, count: number): void {
  const { sheet, table } = state.requireTable(id);
  if (sheet.protection !== null) throw accessDenied();
  const body = bodyRect(table);
  if (index < 0 || count < 1 || index + count > body.rows) throw invalidArgument();
  const all = count === body.rows;
  const gone = all ? count - 1 : count;
  if (all) {
    for (const key of keysIn(sheet, { ...body, rows: 1 })) {
      const cell = sheet.cells.get(key);
      if (cell) sheet.cells.set(key, { value: null, format: cell.format });
    }
    fillCalculatedColumns(state, sheet, table, body.row, 1);
  }
  if (gone > 0) {
    const shift = bandOf(table, body.row + index + (all ? 1 : 0), gone, false);
    requireShiftable(sheet, shift, table);
    applyShift(state, sheet, shift);
  }
  state.dirty.everything();
  applyFilters(state, sheet);
  const rect = { ...body, row: body.row + index, rows: count };
  state.emit({ kind: "structure", sheet: sheet.id, change: "RowDeleted", rect, origin: state.origin });
}

/** `index` null: at the right end. `values` hold the header first (when `name` is null) and then the body, or the body only. */
export function addTableColumn(
  state: ModelState,
  id: string,
  index: number | null,
  name: string | null,
  values: readonly Input[] | null,
): void {
  const { sheet, table } = state.requireTable(id);
  if (sheet.protection !== null) throw accessDenied();
  const place = index ?? table.columns.length;
  if (place < 0 || place > table.columns.length) throw invalidArgument();
  const taken = new Set(table.columns.map((column) => column.name.toLowerCase()));
  if (name !== null && taken.has(name.toLowerCase())) throw alreadyExists();
  const body = bodyRect(table);
  const withHeader = values !== null && values.length === body.rows + 1;
  if (values !== null && !withHeader && values.length !== body.rows) throw invalidArgument(WRONG_SHAPE);
  const header = name ?? (withHeader ? String(values[0] ?? "") : "");
  const before = table.columns.length;
  makeColumn(state, sheet, table, place);
  const column = table.columns[place];
  if (!column || table.columns.length !== before + 1) throw insertDeleteConflict();
  taken.delete(column.name.toLowerCase());
  renameColumn(state, sheet, table, column, uniqueHeader(header, taken, place));
  writeHeader(state, sheet, table, place);
  (withHeader ? values.slice(1) : (values ?? [])).forEach((input, r) => {
    const at = { row: body.row + r, column: body.column + place };
    if (input !== null) store(state, sheet, at.row, at.column, parseAt(state, sheet, at.row, at.column, input));
  });
  detectCalculatedColumns(sheet, table, place, 1);
  const rect = { ...table.rect, column: table.rect.column + place, columns: 1 };
  state.emit({ kind: "structure", sheet: sheet.id, change: "ColumnInserted", rect, origin: state.origin });
}

/** Makes room for a column: over free cells at the right end, else what lies to the right of the table's rows moves. */
function makeColumn(state: ModelState, sheet: SheetData, table: TableData, place: number): void {
  const { rect } = table;
  const right = { ...rect, column: lastColumn(rect) + 1, columns: 1 };
  const free = place === table.columns.length && keysIn(sheet, right).every((key) => isBlank(sheet.cells.get(key)));
  if (free && !sheet.tables.some((other) => other !== table && touches(other, right))) {
    growTable(state, sheet, table, { ...rect, columns: rect.columns + 1 });
    return;
  }
  const shift: Shift = {
    axis: "column",
    at: rect.column + place,
    count: 1,
    insert: true,
    low: rect.row,
    high: lastRow(rect),
  };
  requireShiftable(sheet, shift, table);
  applyShift(state, sheet, shift);
  // A column put in at either edge lies outside what moved: the table is stretched over it.
  if (table.columns.length === rect.columns) {
    table.rect = { ...rect, columns: rect.columns + 1 };
    table.columns.splice(place, 0, { id: newNumber(), name: uniqueHeader("", namesOf(table), place) });
    if (table.filter) table.filter.rect = filterRect(table);
  }
}
function namesOf(table: TableData): Set<string> {
  return new Set(table.columns.map(({ name }) => name.toLowerCase()));
}

/** The last column of a table cannot be deleted: InvalidArgument. */
export function deleteTableColumn(state: ModelState, id: string, columnId: number): void {
  const { sheet, table } = state.requireTable(id);
  if (sheet.protection !== null) throw accessDenied();
  const place = table.columns.findIndex((column) => column.id === columnId);
  if (place < 0 || table.columns.length === 1) throw invalidArgument();
  const { rect } = table;
  const gone = { ...rect, column: rect.column + place, columns: 1 };
  const shift: Shift = {
    axis: "column",
    at: gone.column,
    count: 1,
    insert: false,
    low: rect.row,
    high: lastRow(rect),
  };
  requireShiftable(sheet, shift, table);
  applyShift(state, sheet, shift);
  applyFilters(state, sheet);
  state.emit({ kind: "structure", sheet: sheet.id, change: "ColumnDeleted", rect: gone, origin: state.origin });
}

/** An empty or taken name is made unique, as Excel does when one types into the header. */
export function renameTableColumn(state: ModelState, id: string, columnId: number, name: string): void {
  const { sheet, table } = state.requireTable(id);
  const place = table.columns.findIndex((column) => column.id === columnId);
  const column = table.columns[place];
  if (!column) throw invalidArgument();
  if (sheet.protection !== null) throw accessDenied();
  const taken = namesOf(table);
  taken.delete(column.name.toLowerCase());
  renameColumn(state, sheet, table, column, uniqueHeader(name, taken, place));
  writeHeader(state, sheet, table, place);
  state.emitCells(sheet, { ...table.rect, column: table.rect.column + place, columns: 1, rows: 1 });
}
