/**
 * The geometry of inserting and deleting: where cells, rectangles and references go when a band of cells moves.
 * A shift takes rows `at … at+count-1` in (or out, when deleting) for the columns `low … high`; along columns the same with
 * the axes exchanged.
 */
import { MAX_COLUMNS, MAX_ROWS } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { mapReferences } from "./formulaReferences";
import type { WrittenReference } from "./formulaReferences";

export interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  readonly count: number;
  readonly insert: boolean;
  /** The band across: first and last column (axis row) or row (axis column) that moves. */
  readonly low: number;
  readonly high: number;
}

/** Does the shift move whole rows or columns? */
export function isWhole(shift: Shift): boolean {
  return shift.low === 0 && shift.high === (shift.axis === "row" ? MAX_COLUMNS : MAX_ROWS) - 1;
}
function limit(shift: Shift): number {
  return shift.axis === "row" ? MAX_ROWS : MAX_COLUMNS;
}

/** Where a single row or column goes; null when it is deleted. */
export function shiftIndex(index: number, shift: Shift): number | null {
  if (index < shift.at) return index;
  if (shift.insert) return index + shift.count;
  return index < shift.at + shift.count ? null : index - shift.count;
}

/** Where a span goes: it stretches around an insert inside it and shrinks by what is deleted; null when all of it is. */
export function shiftSpan(first: number, last: number, shift: Shift): readonly [number, number] | null {
  const end = limit(shift) - 1;
  if (shift.insert) {
    if (first === 0 && last === end) return [first, last];
    if (last < shift.at) return [first, last];
    return [first >= shift.at ? Math.min(end, first + shift.count) : first, Math.min(end, last + shift.count)];
  }
  if (first === 0 && last === end) return [first, last];
  const gone = shift.at + shift.count;
  if (first >= shift.at && last < gone) return null;
  const nextFirst = first < shift.at ? first : first < gone ? shift.at : first - shift.count;
  const nextLast = last < shift.at ? last : last < gone ? shift.at - 1 : last - shift.count;
  return [nextFirst, nextLast];
}

function insideBand(low: number, high: number, shift: Shift): boolean {
  return low >= shift.low && high <= shift.high;
}

/** Where a rectangle goes. One that is only partly in the band stays, as in Excel. */
export function shiftRect(rect: Rect, shift: Shift): Rect | null {
  const right = rect.column + rect.columns - 1;
  const bottom = rect.row + rect.rows - 1;
  if (shift.axis === "row") {
    if (!insideBand(rect.column, right, shift)) return rect;
    const span = shiftSpan(rect.row, bottom, shift);
    return span && { ...rect, row: span[0], rows: span[1] - span[0] + 1 };
  }
  if (!insideBand(rect.row, bottom, shift)) return rect;
  const span = shiftSpan(rect.column, right, shift);
  return span && { ...rect, column: span[0], columns: span[1] - span[0] + 1 };
}

function shiftReference(ref: WrittenReference, shift: Shift): WrittenReference | null {
  const [top, bottom] = [Math.min(ref.row, ref.lastRow), Math.max(ref.row, ref.lastRow)];
  const [left, right] = [Math.min(ref.column, ref.lastColumn), Math.max(ref.column, ref.lastColumn)];
  const before: Rect = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  const after = shiftRect(before, shift);
  if (after === null) return null;
  const moved =
    after.row !== top || after.column !== left || after.rows !== before.rows || after.columns !== before.columns;
  if (!moved) return ref;
  const next = {
    row: after.row,
    lastRow: after.row + after.rows - 1,
    column: after.column,
    lastColumn: after.column + after.columns - 1,
  };
  return {
    ...ref,
    row: ref.row <= ref.lastRow ? next.row : next.lastRow,
    lastRow: ref.row <= ref.lastRow ? next.lastRow : next.row,
    column: ref.column <= ref.lastColumn ? next.column : next.lastColumn,
    lastColumn: ref.column <= ref.lastColumn ? next.lastColumn : next.column,
  };
}

/** A formula after the shift on the sheet named `shifted`; `own` is the sheet the formula stands on (null for a name). */
export function shiftFormula(formula: string, own: string | null, shifted: string, shift: Shift): string {
  const target = shifted.toLowerCase();
  return mapReferences(formula, (ref) => {
    const sheet = ref.sheet ?? own;
    return sheet?.toLowerCase() === target ? shiftReference(ref, shift) : ref;
  });
}
