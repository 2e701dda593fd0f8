/** What formats of cells have in common. */
import type { Rect } from "../../../src/core/model/a1";
import { formatAt, keysIn } from "../../model/cellStore";
import type { CellFormat, SheetData } from "../../model/types";
import { isUnbounded } from "./cellGrid";

/** The value that all items share; null when they differ. */
export function commonOf<I, T>(items: Iterable<I>, read: (item: I) => T): T | null {
  let common: { readonly value: T } | null = null;
  for (const item of items) {
    const value = read(item);
    if (common === null) common = { value };
    else if (common.value !== value) return null;
  }
  return common === null ? null : common.value;
}

/** The formats in force in a rectangle; of whole rows and columns those that differ from cell to cell, once each. */
export function* formatsIn(sheet: SheetData, rect: Rect): Generator<CellFormat> {
  if (!isUnbounded(rect)) {
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (let column = rect.column; column < rect.column + rect.columns; column += 1)
        yield formatAt(sheet, row, column);
    }
    return;
  }
  for (const key of keysIn(sheet, rect)) {
    const cell = sheet.cells.get(key);
    if (cell) yield cell.format;
  }
  for (const [row, format] of sheet.rowFormats) if (row >= rect.row && row < rect.row + rect.rows) yield format;
  if (rect.rows <= sheet.rowFormats.size) return;
  for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
    yield sheet.columnFormats.get(column) ?? {};
  }
}
