/** Tables: making, naming, resizing, removing, and their options. */
import { intersect, overlaps } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { mapAllFormulas } from "./allFormulas";
import { emptyCell, isBlank, keyOf, keysIn, lastRow } from "./cellStore";

import { applyFilters } from "./filters";
import { withoutTable, withRenamedName } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { nameIsTaken } from "./names";
import { isValidName } from "./nameRules";
import { newId, newNumber } from "./newWorkbook";
import { accessDenied, alreadyExists, invalidArgument } from "./refusals";
import { applyShift, requireShiftable } from "./structure";
import type { Shift } from "./shift";
import { growTable } from "./tableGrowth";
import { headerText, rewriteColumn, uniqueHeaders, writeHeader } from "./tableHeaders";
import { detectCalculatedColumns, filterRect } from "./tableShape";
import type { SheetData, TableData } from "./types";

/** Throws InvalidArgument when another table or merged cells lie in the rectangle. */
function requireFree(sheet: SheetData, rect: Rect, own: TableData | null): void {
  if (sheet.tables.some((table) => table !== own && overlaps(table.rect, rect))) {
    throw invalidArgument("A table can't overlap another table.");
  }
  if (sheet.merges.some((merge) => overlaps(merge, rect))) {
    throw invalidArgument("A table can't overlap a range that contains merged cells.");
  }
}

/** Makes one free row across the rectangle's columns. */
function pushDown(state: ModelState, sheet: SheetData, rect: Rect, at: number, own: TableData | null): void {
  const high = rect.column + rect.columns - 1;
  const shift: Shift = { axis: "row", at, count: 1, insert: true, low: rect.column, high };
  requireShiftable(sheet, shift, own);
  applyShift(state, sheet, shift);
}

function nextTableName(state: ModelState): string {
  for (let n = 1; ; n += 1) {
    const name = `Table${n}`;
    if (!nameIsTaken(state, null, name)) return name;
  }
}

/**
 * Makes a table over cells. Without headers a header row is put in above, and the cells move down, as Excel does.
 * Throws AccessDenied (protected sheet), InvalidArgument (overlap).
 */
export function addTable(state: ModelState, sheet: SheetData, rect: Rect, hasHeaders: boolean): TableData {
  if (sheet.protection !== null) throw accessDenied();
  requireFree(sheet, rect, null);
  let area = rect;
  if (!hasHeaders) {
    pushDown(state, sheet, rect, rect.row, null);
    area = { ...rect, rows: rect.rows + 1 };
  } else if (rect.rows === 1) area = { ...rect, rows: 2 };
  requireFree(sheet, area, null);
  const texts = Array.from({ length: area.columns }, (_, c) => headerText(state, sheet, area.row, area.column + c));
  const table: TableData = {
    id: newId(),
    name: nextTableName(state),
    rect: area,
    columns: uniqueHeaders(texts).map((name) => ({ id: newNumber(), name })),
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filter: null,
  };
  table.filter = { rect: filterRect(table), criteria: new Map() };
  sheet.tables.push(table);
  table.columns.forEach((_, place) => {
    writeHeader(state, sheet, table, place);
  });
  detectCalculatedColumns(sheet, table, 0, table.columns.length);
  state.dirty.everything();
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "added" });
  return table;
}

/** Throws InvalidArgument for a bad name, ItemAlreadyExists for one in use. */
export function renameTable(state: ModelState, id: string, name: string): void {
  const { sheet, table } = state.requireTable(id);
  if (table.name === name) return;
  if (!isValidName(name)) throw invalidArgument();
  if (table.name.toLowerCase() !== name.toLowerCase() && nameIsTaken(state, null, name)) throw alreadyExists();
  const before = table.name;
  table.name = name;
  mapAllFormulas(state.data, (formula) => withRenamedName(formula, before, name));
  state.dirty.everything();
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "renamed" });
}

/** The header row must stay where it is and the new rectangle overlap the old one (Excel's own conditions). */
export function resizeTable(state: ModelState, id: string, rect: Rect): void {
  const { sheet, table } = state.requireTable(id);
  if (sheet.protection !== null) throw accessDenied();
  const fits =
    rect.row === table.rect.row && intersect(rect, table.rect) !== null && rect.rows >= (table.showHeaders ? 2 : 1);
  if (!fits) throw invalidArgument();
  requireFree(sheet, rect, table);
  if (table.showTotals && rect.rows !== table.rect.rows) throw invalidArgument();
  const shift = rect.column - table.rect.column;
  if (shift > 0) dropColumns(state, sheet, table, 0, shift);
  const cut = table.rect.column + table.columns.length - (rect.column + rect.columns);
  if (cut > 0) dropColumns(state, sheet, table, table.columns.length - cut, cut);
  if (shift < 0) addColumnsLeft(state, sheet, table, -shift);
  const columns = table.columns.length;
  table.rect = { ...table.rect, column: rect.column, columns, rows: Math.min(table.rect.rows, rect.rows) };
  growTable(state, sheet, table, rect);
}
function dropColumns(state: ModelState, sheet: SheetData, table: TableData, place: number, count: number): void {
  for (const column of table.columns.splice(place, count)) rewriteColumn(state, sheet, table, column.name, null);
}
function addColumnsLeft(state: ModelState, sheet: SheetData, table: TableData, count: number): void {
  const texts = Array.from({ length: count }, (_, c) =>
    headerText(state, sheet, table.rect.row, table.rect.column - count + c),
  );
  const names = uniqueHeaders([...table.columns.map(({ name }) => name), ...texts]).slice(table.columns.length);
  table.columns.unshift(...names.map((name) => ({ id: newNumber(), name })));
  table.rect = { ...table.rect, column: table.rect.column - count, columns: table.columns.length };
  names.forEach((_, place) => {
    writeHeader(state, sheet, table, place);
  });
}

/** `keepCells`: turn it into an ordinary range (formulas get plain addresses from the caller's translation); else the cells go too. */
export function deleteTable(state: ModelState, id: string, keepCells: boolean, plain: PlainFormula): void {
  const { sheet, table } = state.requireTable(id);
  if (sheet.protection !== null) throw accessDenied();
  if (keepCells) mapAllFormulas(state.data, (formula, owner, key) => plain(formula, owner, key, table));
  sheet.tables = sheet.tables.filter((other) => other !== table);
  if (!keepCells) {
    for (const key of keysIn(sheet, table.rect)) {
      sheet.cells.delete(key);
      state.dirty.cell(sheet.id, key);
    }
    mapAllFormulas(state.data, (formula) => withoutTable(formula, table.name));
  }
  applyFilters(state, sheet);
  state.dirty.everything();
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "deleted" });
  state.emitCells(sheet, table.rect);
}
/** A formula with the references to one table written as plain addresses. */
export type PlainFormula = (formula: string, owner: SheetData | null, key: number | null, table: TableData) => string;

export type TableOptions = Partial<
  Pick<
    TableData,
    | "showHeaders"
    | "showTotals"
    | "style"
    | "showBandedRows"
    | "showBandedColumns"
    | "showFilterButton"
    | "highlightFirstColumn"
    | "highlightLastColumn"
  >
>;

export function setTableOption(state: ModelState, id: string, patch: TableOptions): void {
  const { sheet, table } = state.requireTable(id);
  if (sheet.protection !== null) throw accessDenied();
  const { showHeaders, showTotals, ...look } = patch;
  Object.assign(table, look);
  if (showHeaders !== undefined && showHeaders !== table.showHeaders) setHeaders(state, sheet, table, showHeaders);
  if (showTotals !== undefined && showTotals !== table.showTotals) setTotals(state, sheet, table, showTotals);
  if (look.showFilterButton === false) clearFilter(state, sheet, table);
  state.dirty.everything();
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "styled" });
}
function clearFilter(state: ModelState, sheet: SheetData, table: TableData): void {
  table.filter?.criteria.clear();
  applyFilters(state, sheet);
}

/** Hiding the header empties its cells; the row stays free above the body, as in Excel. */
function setHeaders(state: ModelState, sheet: SheetData, table: TableData, show: boolean): void {
  if (!show) {
    for (const key of keysIn(sheet, { ...table.rect, rows: 1 })) {
      const cell = sheet.cells.get(key);
      if (cell) emptyCell(cell);
    }
    table.rect = { ...table.rect, row: table.rect.row + 1, rows: table.rect.rows - 1 };
    table.showHeaders = false;
    clearFilter(state, sheet, table);
    table.filter = null;
    return;
  }
  const row = table.rect.row - 1;
  const above = { ...table.rect, row, rows: 1 };
  const free = row >= 0 && keysIn(sheet, above).every((key) => isBlank(sheet.cells.get(key)));
  if (!free) throw invalidArgument();
  table.rect = { ...table.rect, row, rows: table.rect.rows + 1 };
  table.showHeaders = true;
  table.filter = { rect: filterRect(table), criteria: new Map() };
  table.columns.forEach((_, place) => {
    writeHeader(state, sheet, table, place);
  });
}

/** A totals row pushes down what lies below it, unless the row is free; "Total" stands in its first cell. */
function setTotals(state: ModelState, sheet: SheetData, table: TableData, show: boolean): void {
  const { rect } = table;
  const row = show ? lastRow(rect) + 1 : lastRow(rect);
  const line = { ...rect, row, rows: 1 };
  if (!show) {
    for (const key of keysIn(sheet, line)) sheet.cells.delete(key);
    table.showTotals = false;
    table.rect = { ...rect, rows: rect.rows - 1 };
    return;
  }
  if (!keysIn(sheet, line).every((key) => isBlank(sheet.cells.get(key)))) {
    pushDown(state, sheet, rect, row, table);
  }
  table.showTotals = true;
  table.rect = { ...rect, rows: rect.rows + 1 };
  const first = table.columns[0];
  if (first) first.totalsLabel ??= "Total";
  table.columns.forEach((column, place) => {
    if (column.totalsLabel === undefined) return;
    const key = keyOf(row, rect.column + place);
    sheet.cells.set(key, { value: column.totalsLabel, format: sheet.cells.get(key)?.format ?? {} });
  });
}
