/** Tables when rows and columns come and go: what Excel refuses, and how columns, filters and rules follow. */
import { overlaps } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { mapAllFormulas } from "./allFormulas";
import { lastColumn, lastRow } from "./cellStore";
import { withoutTable } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { newNumber } from "./newWorkbook";
import { insertDeleteConflict } from "./refusals";
import { extendRulesDown, setConditionalRanges, setValidationRanges } from "./ruleRanges";
import { isWhole, shiftRect, shiftSpan } from "./shift";
import type { Shift } from "./shift";
import { rewriteColumn, uniqueHeader, writeHeader } from "./tableHeaders";
import { bodyRect, fillCalculatedColumns, filterRect } from "./tableShape";
import type { AutoFilterData, SheetData, TableData } from "./types";

function crosses(rect: Rect, shift: Shift): "no" | "whole" | "part" {
  const [low, high] = shift.axis === "row" ? [rect.column, lastColumn(rect)] : [rect.row, lastRow(rect)];
  const last = shift.axis === "row" ? lastRow(rect) : lastColumn(rect);
  if (last < shift.at || high < shift.low || low > shift.high) return "no";
  return low >= shift.low && high <= shift.high ? "whole" : "part";
}

/** Throws InsertDeleteConflict for shifts that tear a table apart or take its header away. */
export function checkTables(tables: readonly TableData[], shift: Shift): void {
  for (const table of tables) {
    const how = crosses(table.rect, shift);
    if (how === "no") continue;
    if (how === "part") throw insertDeleteConflict();
    if (!shift.insert && shift.axis === "row" && shiftRect(table.rect, shift) !== null) checkRowsLeft(table, shift);
  }
}
function checkRowsLeft(table: TableData, shift: Shift): void {
  const gone = (row: number): boolean => row >= shift.at && row < shift.at + shift.count;
  const body = bodyRect(table);
  const headerGone = table.showHeaders && gone(table.rect.row);
  const bodyGone = gone(body.row) && gone(lastRow(body));
  if (headerGone || bodyGone) throw insertDeleteConflict();
}

interface Before {
  readonly table: TableData;
  readonly rect: Rect;
}

/** After the sheet has moved: deleted tables go, columns are added or taken away, new rows are filled. */
export function afterTableShift(
  state: ModelState,
  sheet: SheetData,
  shift: Shift,
  before: readonly Before[],
  filterBefore: Rect | undefined,
): void {
  for (const { table, rect } of before) {
    const now = shiftRect(rect, shift);
    if (now === null) dropTable(state, sheet, table);
    else if (shift.axis === "column" && now.columns !== rect.columns) followColumns(state, sheet, table, rect, shift);
    else if (shift.axis === "row" && now.rows > rect.rows) followNewRows(state, sheet, table, shift);
    if (now !== null && table.filter) table.filter.rect = filterRect(table);
  }
  if (sheet.autoFilter && filterBefore && shift.axis === "column") shiftCriteria(sheet.autoFilter, shift, filterBefore);
}

/** Takes a table away and turns references to it into #REF!. */
function dropTable(state: ModelState, sheet: SheetData, table: TableData): void {
  sheet.tables = sheet.tables.filter((other) => other !== table);
  mapAllFormulas(state.data, (formula) => withoutTable(formula, table.name));
  state.dirty.everything();
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "deleted" });
}

function followColumns(state: ModelState, sheet: SheetData, table: TableData, before: Rect, shift: Shift): void {
  if (shift.insert) {
    const first = shift.at - before.column;
    for (let place = first; place < first + shift.count; place += 1) {
      const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
      table.columns.splice(place, 0, { id: newNumber(), name: uniqueHeader("", taken, 0) });
      writeHeader(state, sheet, table, place);
    }
  } else {
    const first = Math.max(shift.at, before.column) - before.column;
    const last = Math.min(shift.at + shift.count - 1, lastColumn(before)) - before.column;
    for (const column of table.columns.splice(first, last - first + 1))
      rewriteColumn(state, sheet, table, column.name, null);
  }
  if (table.filter) shiftCriteria(table.filter, shift, before);
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "resized" });
}

/** Criteria stay with their columns; those of a deleted column go. */
function shiftCriteria(filter: AutoFilterData, shift: Shift, before: Rect): void {
  const next = new Map<number, Readonly<Record<string, unknown>>>();
  for (const [offset, criterion] of filter.criteria) {
    const span = shiftSpan(before.column + offset, before.column + offset, shift);
    if (span) next.set(span[0] - (shiftRect(before, shift)?.column ?? before.column), criterion);
  }
  filter.criteria = next;
}

function followNewRows(state: ModelState, sheet: SheetData, table: TableData, shift: Shift): void {
  const body = bodyRect(table);
  if (shift.at === body.row) extendRulesUp(sheet, { ...body, row: shift.at + shift.count, rows: 1 }, shift.count);
  const end = shift.at + shift.count - 1;
  if (shift.at > body.row && end === lastRow(body)) {
    // Put in above the totals row: the rules of the last body row go on.
    extendRulesDown(sheet, { ...body, row: shift.at - 1, rows: 1 }, shift.count);
  }
  if (isWhole(shift) || overlaps(body, { row: shift.at, rows: shift.count, column: body.column, columns: 1 })) {
    fillCalculatedColumns(state, sheet, table, shift.at, shift.count);
  }
  state.emit({ kind: "table", sheet: sheet.id, table: table.id, change: "resized" });
}

/** Rules that began with the body's first row also cover rows put in above it. */
function extendRulesUp(sheet: SheetData, first: Rect, rows: number): void {
  for (const format of sheet.conditionalFormats) {
    const next = stretched(format.ranges, first, rows);
    if (next) setConditionalRanges(format, next);
  }
  for (const validation of sheet.validations) {
    const next = stretched(validation.ranges, first, rows);
    if (next) setValidationRanges(validation, next);
  }
}
function stretched(ranges: readonly Rect[], first: Rect, rows: number): Rect[] | null {
  const fits = (rect: Rect): boolean =>
    rect.row === first.row && rect.column >= first.column && lastColumn(rect) <= lastColumn(first);
  if (!ranges.some(fits)) return null;
  return ranges.map((rect) => (fits(rect) ? { ...rect, row: rect.row - rows, rows: rect.rows + rows } : rect));
}
