/** Inserting and deleting cells, rows and columns: the checks that Excel makes, then one pass over all that has a place. */
import { MAX_COLUMNS, MAX_ROWS } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { HostError } from "./api";
import { columnOf, contains, isBlank, isWholeColumns, isWholeRows, lastColumn, lastRow, rowOf } from "./cellStore";
import type { ModelState, ProtectionOption } from "./modelState";
import { accessDenied, mergedConflict } from "./refusals";
import { isWhole } from "./shift";
import type { Shift } from "./shift";
import { inheritFormats } from "./insertedFormats";
import { moveEverything } from "./moveEverything";
import { afterTableShift, checkTables } from "./tableStructure";
import type { SheetData, TableData } from "./types";

function shiftOf(rect: Rect, down: boolean, insert: boolean): Shift {
  return down
    ? { axis: "row", at: rect.row, count: rect.rows, insert, low: rect.column, high: lastColumn(rect) }
    : { axis: "column", at: rect.column, count: rect.columns, insert, low: rect.row, high: lastRow(rect) };
}

/** Inserts blank cells; what was there moves down or right. Whole rows and columns move as such. */
export function insertCells(state: ModelState, sheet: SheetData, rect: Rect, shift: "Down" | "Right"): void {
  const down = isWholeRows(rect) || (shift === "Down" && !isWholeColumns(rect));
  const wanted = shiftOf(rect, down, true);
  requireAllowed(state, sheet, rect, wanted, "allowInsertRows", "allowInsertColumns");
  runShift(state, sheet, wanted, rect);
}

/** Deletes cells; what lies below or right moves in. */
export function deleteCells(state: ModelState, sheet: SheetData, rect: Rect, shift: "Up" | "Left"): void {
  const up = isWholeRows(rect) || (shift === "Up" && !isWholeColumns(rect));
  const wanted = shiftOf(rect, up, false);
  requireAllowed(state, sheet, rect, wanted, "allowDeleteRows", "allowDeleteColumns");
  runShift(state, sheet, wanted, rect);
}

/** Excel lets a protected sheet insert whole rows or columns by option, and delete them when all their cells are unlocked. */
function requireAllowed(
  state: ModelState,
  sheet: SheetData,
  rect: Rect,
  shift: Shift,
  rows: ProtectionOption,
  columns: ProtectionOption,
): void {
  if (sheet.protection === null) return;
  if (!isWhole(shift)) throw accessDenied();
  state.requireAllowed(sheet, shift.axis === "row" ? rows : columns);
  if (shift.insert) return;
  const locked = [...sheet.cells].some(
    ([key, cell]) => contains(rect, rowOf(key), columnOf(key)) && !isBlank(cell) && cell.format.locked !== false,
  );
  if (locked) throw accessDenied();
}

function runShift(state: ModelState, sheet: SheetData, shift: Shift, rect: Rect): void {
  requireShiftable(sheet, shift, null);
  applyShift(state, sheet, shift);
  const part = isWhole(shift) ? (shift.axis === "row" ? "Row" : "Column") : "Cell";
  const change = `${part}${shift.insert ? "Inserted" : "Deleted"}` as const;
  state.emit({ kind: "structure", sheet: sheet.id, change, rect, origin: state.origin });
}

/** Throws for a shift that would tear merged cells or a table (other than `own`), or push contents off the sheet. */
export function requireShiftable(sheet: SheetData, shift: Shift, own: TableData | null): void {
  checkMerges(sheet, shift);
  checkTables(
    sheet.tables.filter((table) => table !== own),
    shift,
  );
  if (shift.insert) checkRoom(sheet, shift);
}

/** The shift itself, for callers that have made their own checks (rows of a table). */
export function applyShift(state: ModelState, sheet: SheetData, shift: Shift): void {
  const before = sheet.tables.map((table) => ({ table, rect: table.rect }));
  const filterBefore = sheet.autoFilter?.rect;
  moveEverything(state, sheet, shift);
  if (shift.insert) inheritFormats(sheet, shift);
  afterTableShift(state, sheet, shift, before, filterBefore);
  state.dirty.everything();
}

/** Merged cells that the band would tear apart are refused. */
function checkMerges(sheet: SheetData, shift: Shift): void {
  for (const merge of sheet.merges) {
    const [low, high, last] =
      shift.axis === "row"
        ? [merge.column, lastColumn(merge), lastRow(merge)]
        : [merge.row, lastRow(merge), lastColumn(merge)];
    const apart = low <= shift.high && high >= shift.low && (low < shift.low || high > shift.high);
    if (apart && last >= shift.at) throw mergedConflict();
  }
}

/** Cells with contents are never pushed off the sheet. */
function checkRoom(sheet: SheetData, shift: Shift): void {
  const end = (shift.axis === "row" ? MAX_ROWS : MAX_COLUMNS) - shift.count;
  for (const [key, cell] of sheet.cells) {
    const [along, across] = shift.axis === "row" ? [rowOf(key), columnOf(key)] : [columnOf(key), rowOf(key)];
    if (along >= end && across >= shift.low && across <= shift.high && !isBlank(cell)) {
      throw new HostError(
        "NonBlankCellOffSheet",
        "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
      );
    }
  }
}
