/** Inserted cells take the format of the row above or the column to the left, as in Excel. */
import { formatAt, keyOf, keysIn, columnOf, rowOf } from "./cellStore";
import { isWhole } from "./shift";
import type { Shift } from "./shift";
import type { SheetData } from "./types";

/** Row or column whose formats new cells take; null at the sheet's edge. A table's header never lends its format to the body. */
function sourceIndex(sheet: SheetData, shift: Shift): number | null {
  const before = shift.at - 1;
  if (before < 0) return null;
  if (shift.axis === "row") {
    const underHeader = sheet.tables.some(
      ({ rect, showHeaders }) =>
        showHeaders && rect.row === before && rect.column <= shift.high && rect.column >= shift.low,
    );
    if (underHeader) return shift.at + shift.count;
  }
  return before;
}

export function inheritFormats(sheet: SheetData, shift: Shift): void {
  const source = sourceIndex(sheet, shift);
  if (source === null) return;
  const rows = shift.axis === "row";
  const line = rows
    ? { row: source, column: shift.low, rows: 1, columns: shift.high - shift.low + 1 }
    : { row: shift.low, column: source, rows: shift.high - shift.low + 1, columns: 1 };
  for (const key of keysIn(sheet, line)) {
    const format = sheet.cells.get(key)?.format;
    if (!format || Object.keys(format).length === 0) continue;
    for (let i = shift.at; i < shift.at + shift.count; i += 1) {
      const [row, column] = rows ? [i, columnOf(key)] : [rowOf(key), i];
      if (formatAt(sheet, row, column) !== format) sheet.cells.set(keyOf(row, column), { value: null, format });
    }
  }
  inheritLine(sheet, shift, source);
}

function inheritLine(sheet: SheetData, shift: Shift, source: number): void {
  const formats = shift.axis === "row" ? sheet.rowFormats : sheet.columnFormats;
  const format = formats.get(source);
  if (!format || !isWhole(shift)) return;
  for (let i = shift.at; i < shift.at + shift.count; i += 1) formats.set(i, format);
}
