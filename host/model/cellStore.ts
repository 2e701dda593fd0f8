/** Cells of one sheet: where they are kept, which exist in a rectangle, and the formats they share. */
import { MAX_COLUMNS, MAX_ROWS } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import type { Cell, CellFormat, CellKey, CellScalar, SheetData } from "./types";

export const NO_FORMAT: CellFormat = Object.freeze({});

export function keyOf(row: number, column: number): CellKey {
  return row * MAX_COLUMNS + column;
}
export function rowOf(key: CellKey): number {
  return Math.floor(key / MAX_COLUMNS);
}
export function columnOf(key: CellKey): number {
  return key % MAX_COLUMNS;
}
export function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}
export function lastRow(rect: Rect): number {
  return rect.row + rect.rows - 1;
}
export function lastColumn(rect: Rect): number {
  return rect.column + rect.columns - 1;
}
export function isWholeRows(rect: Rect): boolean {
  return rect.column === 0 && rect.columns === MAX_COLUMNS;
}
export function isWholeColumns(rect: Rect): boolean {
  return rect.row === 0 && rect.rows === MAX_ROWS;
}

const shared = new Map<string, CellFormat>();

/** One frozen object per distinct format, so that equal formats are the same object; absent members are dropped. */
export function sharedFormat(format: CellFormat): CellFormat {
  const entries = Object.entries(format)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return NO_FORMAT;
  const key = JSON.stringify(entries);
  const known = shared.get(key);
  if (known) return known;
  const fresh: CellFormat = Object.freeze(Object.fromEntries(entries) as CellFormat);
  shared.set(key, fresh);
  return fresh;
}

/** `base` with the members of `patch` over it; borders are joined edge by edge. */
export function patchedFormat(base: CellFormat, patch: CellFormat): CellFormat {
  const borders = patch.borders === undefined ? base.borders : { ...base.borders, ...patch.borders };
  return sharedFormat({ ...base, ...patch, ...(borders === undefined ? {} : { borders }) });
}

/** The format a cell has while it does not exist: its row's, else its column's. */
function inheritedFormat(sheet: SheetData, row: number, column: number): CellFormat {
  return sheet.rowFormats.get(row) ?? sheet.columnFormats.get(column) ?? NO_FORMAT;
}
/** The format in force. A cell that exists has its whole format itself, as in a file. */
export function formatAt(sheet: SheetData, row: number, column: number): CellFormat {
  return sheet.cells.get(keyOf(row, column))?.format ?? inheritedFormat(sheet, row, column);
}

/** The cell, made with the inherited format when it does not exist. */
export function cellFor(sheet: SheetData, row: number, column: number): Cell {
  const key = keyOf(row, column);
  const found = sheet.cells.get(key);
  if (found) return found;
  const fresh: Cell = { value: null, format: inheritedFormat(sheet, row, column) };
  sheet.cells.set(key, fresh);
  return fresh;
}

/** Empties a cell's contents, keeping its format. */
export function emptyCell(cell: Cell): void {
  cell.value = null;
  delete cell.formula;
  delete cell.forcedText;
}

/** Forgets a cell that says nothing beyond what its row and column say. */
export function dropIfBlank(sheet: SheetData, row: number, column: number): void {
  const key = keyOf(row, column);
  const cell = sheet.cells.get(key);
  if (!cell || cell.value !== null || cell.formula !== undefined || cell.hyperlink !== undefined) return;
  if (cell.format === inheritedFormat(sheet, row, column) || isEmptyFormat(cell.format, sheet, row, column)) {
    sheet.cells.delete(key);
  }
}
function isEmptyFormat(format: CellFormat, sheet: SheetData, row: number, column: number): boolean {
  return Object.keys(format).length === 0 && inheritedFormat(sheet, row, column) === NO_FORMAT;
}

/** Whether a cell holds neither value nor formula. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.value === null && cell.formula === undefined);
}

/** Keys of the cells that exist in a rectangle, in no order; quick for small rectangles and for whole columns. */
export function keysIn(sheet: SheetData, rect: Rect): CellKey[] {
  const keys: CellKey[] = [];
  if (rect.rows * rect.columns <= sheet.cells.size) {
    for (let r = rect.row; r < rect.row + rect.rows; r += 1) {
      for (let c = rect.column; c < rect.column + rect.columns; c += 1) {
        const key = keyOf(r, c);
        if (sheet.cells.has(key)) keys.push(key);
      }
    }
    return keys;
  }
  for (const key of sheet.cells.keys()) if (contains(rect, rowOf(key), columnOf(key))) keys.push(key);
  return keys;
}

/** Smallest rectangle around the cells with contents (or, with formats, around all cells that exist); null for none. */
export function usedRectOf(sheet: SheetData, valuesOnly: boolean, within: Rect | null = null): Rect | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const [key, cell] of sheet.cells) {
    if (isBlank(cell) && (valuesOnly || Object.keys(cell.format).length === 0)) continue;
    const row = rowOf(key);
    const column = columnOf(key);
    if (within && !contains(within, row, column)) continue;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export function isError(value: CellScalar): value is Extract<CellScalar, object> {
  return typeof value === "object" && value !== null;
}
