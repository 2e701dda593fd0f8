/** Tables that grow because someone typed right below or beside them, and the columns that fill themselves. */
import { intersect, overlaps } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { cellFor, isBlank, keyOf, lastColumn, lastRow } from "./cellStore";
import { movedFormula } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { newNumber } from "./newWorkbook";
import { extendRulesDown } from "./ruleRanges";
import { headerText, uniqueHeader, writeHeader } from "./tableHeaders";
import { bodyRect, detectCalculatedColumns, fillCalculatedColumns, filterRect } from "./tableShape";
import type { SheetData, TableData } from "./types";

interface Place {
  readonly row: number;
  readonly column: number;
}
export interface Growth {
  readonly table: TableData;
  readonly rect: Rect;
}

/** Which table grows by these writes, told before they are stored: what lies in the way must be blank now. */
export function plannedGrowth(sheet: SheetData, rect: Rect, writes: readonly Place[]): Growth[] {
  if (sheet.protection !== null || writes.length === 0) return [];
  const planned: Growth[] = [];
  for (const table of sheet.tables) {
    const grown = grownDown(table, rect, writes) ?? grownRight(table, rect, writes);
    if (grown && isFree(sheet, table, grown)) planned.push({ table, rect: grown });
  }
  return planned;
}

function grownDown(table: TableData, rect: Rect, writes: readonly Place[]): Rect | null {
  const next = lastRow(table.rect) + 1;
  if (table.showTotals || rect.row !== next || !intersect({ ...table.rect, row: next }, { ...rect, rows: 1 }))
    return null;
  const touched = writes.filter(({ column }) => column >= table.rect.column && column <= lastColumn(table.rect));
  if (!touched.some(({ row }) => row === next)) return null;
  const end = touched.reduce((row, write) => Math.max(row, write.row), next);
  return { ...table.rect, rows: end - table.rect.row + 1 };
}

function grownRight(table: TableData, rect: Rect, writes: readonly Place[]): Rect | null {
  const next = lastColumn(table.rect) + 1;
  if (rect.column !== next || rect.row < table.rect.row || lastRow(rect) > lastRow(table.rect)) return null;
  if (!writes.some(({ column }) => column === next)) return null;
  const end = writes.reduce((column, write) => Math.max(column, write.column), next);
  return { ...table.rect, columns: end - table.rect.column + 1 };
}

/** Nothing but blank cells in the new part, no other table, no merged cells. */
function isFree(sheet: SheetData, table: TableData, grown: Rect): boolean {
  if (sheet.tables.some((other) => other !== table && overlaps(other.rect, grown))) return false;
  if (sheet.merges.some((merge) => overlaps(merge, grown))) return false;
  for (let r = grown.row; r < grown.row + grown.rows; r += 1) {
    const inTable = r <= lastRow(table.rect);
    for (let c = inTable ? lastColumn(table.rect) + 1 : grown.column; c <= lastColumn(grown); c += 1) {
      if (!isBlank(sheet.cells.get(keyOf(r, c)))) return false;
    }
  }
  return true;
}

/** Carries out the growth and keeps calculated columns in step with what was typed. */
export function afterTyping(state: ModelState, sheet: SheetData, rect: Rect, growth: readonly Growth[]): void {
  for (const { table, rect: grown } of growth) growTable(state, sheet, table, grown);
  for (const table of sheet.tables) {
    const shared = intersect(rect, bodyRect(table));
    if (!shared) continue;
    const place = shared.column - table.rect.column;
    if (state.origin === "user") fillFromFirstFormula(state, sheet, table, shared);
    detectCalculatedColumns(sheet, table, place, shared.columns);
  }
}

/** A person's formula in an otherwise empty column fills the column (Excel's AutoCorrect for tables). */
function fillFromFirstFormula(state: ModelState, sheet: SheetData, table: TableData, typed: Rect): void {
  const body = bodyRect(table);
  const formula = sheet.cells.get(keyOf(typed.row, typed.column))?.formula;
  if (typed.rows !== 1 || typed.columns !== 1 || formula === undefined) return;
  const others = Array.from({ length: body.rows }, (_, r) => body.row + r).filter((row) => row !== typed.row);
  if (others.some((row) => !isBlank(sheet.cells.get(keyOf(row, typed.column))))) return;
  for (const row of others) {
    cellFor(sheet, row, typed.column).formula = movedFormula(formula, row - typed.row, 0);
    state.dirty.cell(sheet.id, keyOf(row, typed.column));
  }
}

/** Makes a table larger: new columns get names, new rows the formats, rules and calculated columns of the last one. */
export function growTable(state: ModelState, sheet: SheetData, table: TableData, grown: Rect): void {
  const before = table.rect;
  table.rect = grown;
  for (let place = before.columns; place < grown.columns; place += 1) addColumnAt(state, sheet, table, place);
  const first = lastRow(before) + 1;
  const added = lastRow(grown) - lastRow(before);
  if (added > 0) {
    const body = { ...before, row: first - 1, rows: 1 };
    if (first - 1 >= bodyRect(table).row) {
      copyFormatsDown(sheet, body, added);
      extendRulesDown(sheet, body, added);
    }
    fillCalculatedColumns(state, sheet, table, first, added);
  }
  if (table.filter) table.filter.rect = filterRect(table);
  state.dirty.everything();
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "resized" });
}

function addColumnAt(state: ModelState, sheet: SheetData, table: TableData, place: number): void {
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const wanted = table.showHeaders ? headerText(state, sheet, table.rect.row, table.rect.column + place) : "";
  table.columns.splice(place, 0, { id: newNumber(), name: uniqueHeader(wanted, taken, place) });
  writeHeader(state, sheet, table, place);
}

/** New rows look like the row above them, unless they were formatted before. */
function copyFormatsDown(sheet: SheetData, source: Rect, rows: number): void {
  for (let c = source.column; c < source.column + source.columns; c += 1) {
    const format = sheet.cells.get(keyOf(source.row, c))?.format;
    if (!format || Object.keys(format).length === 0) continue;
    for (let r = source.row + 1; r <= source.row + rows; r += 1) {
      const cell = cellFor(sheet, r, c);
      if (Object.keys(cell.format).length === 0) cell.format = format;
    }
  }
}
