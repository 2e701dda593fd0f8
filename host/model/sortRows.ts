/**
 * Sorting rows as Excel does: numbers, text, FALSE, TRUE, errors; blanks last in both directions; equal rows keep their order.
 * Cells move with contents, format, hyperlink and note; conditional formats and validation stay where they are.
 */
import { overlaps } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { isBlank, keyOf, keysIn, rowOf, columnOf } from "./cellStore";
import { visibleRows } from "./filters";
import { movedFormula } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { invalidArgument, mergedConflict } from "./refusals";
import type { Cell, CellScalar, SheetData } from "./types";

export interface SortField {
  /** Column counted from the rectangle's first. */
  readonly key: number;
  readonly ascending: boolean;
}

function rank(value: CellScalar): number {
  if (typeof value === "number") return 0;
  if (typeof value === "string") return 1;
  return typeof value === "boolean" ? 2 : 3;
}

const WITHOUT_CASE = new Intl.Collator("en", { sensitivity: "accent" });
/** Excel puts lower case before upper case when case counts. */
const WITH_CASE = new Intl.Collator("en", { sensitivity: "variant", caseFirst: "lower" });

function compareValues(a: CellScalar, b: CellScalar, matchCase: boolean): number {
  const kinds = rank(a) - rank(b);
  if (kinds !== 0) return kinds;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return (matchCase ? WITH_CASE : WITHOUT_CASE).compare(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return 0;
}

function requireSortable(state: ModelState, sheet: SheetData, rect: Rect, fields: readonly SortField[]): void {
  if (fields.length === 0 || fields.some(({ key }) => key < 0 || key >= rect.columns)) throw invalidArgument();
  if (sheet.protection !== null) {
    state.requireAllowed(sheet, "allowSort");
    state.requireUnlocked(sheet, rect);
  }
  if (sheet.merges.some((merge) => overlaps(merge, rect))) throw mergedConflict();
}

/** Throws InvalidArgument, AccessDenied, MergedRangeConflict. Rows hidden by a filter stay where they are. */
export function sort(
  state: ModelState,
  sheet: SheetData,
  rect: Rect,
  fields: readonly SortField[],
  hasHeaders: boolean,
  matchCase: boolean,
): void {
  requireSortable(state, sheet, rect, fields);
  const area = hasHeaders ? { ...rect, row: rect.row + 1, rows: rect.rows - 1 } : rect;
  const used = usedRows(sheet, area);
  const rows = visibleRows(sheet, area).filter((row) => row <= used);
  const order = [...rows].sort((a, b) => {
    for (const { key, ascending } of fields) {
      const [left, right] = [a, b].map((row) => sheet.cells.get(keyOf(row, area.column + key)));
      const difference = compareCells(left, right, ascending, matchCase);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  moveRows(state, sheet, area, rows, order);
  state.emit({ kind: "sorted", sheet: sheet.id, rect: area });
  state.emitCells(sheet, area);
}

function compareCells(a: Cell | undefined, b: Cell | undefined, ascending: boolean, matchCase: boolean): number {
  const blanks = Number(isBlank(a)) - Number(isBlank(b));
  if (blanks !== 0 || isBlank(a)) return blanks;
  const difference = compareValues(a?.value ?? null, b?.value ?? null, matchCase);
  return ascending ? difference : -difference;
}

function usedRows(sheet: SheetData, area: Rect): number {
  return keysIn(sheet, area).reduce((last, key) => Math.max(last, rowOf(key)), area.row - 1);
}

/** Puts the row `order[i]` where the row `rows[i]` was. References with a sheet's name do not move when sorted, as in Excel. */
function moveRows(
  state: ModelState,
  sheet: SheetData,
  area: Rect,
  rows: readonly number[],
  order: readonly number[],
): void {
  const target = new Map(order.map((from, i) => [from, rows[i] ?? from]));
  const moved: (readonly [number, Cell])[] = [];
  for (const key of keysIn(sheet, area)) {
    const from = rowOf(key);
    const to = target.get(from);
    const cell = sheet.cells.get(key);
    if (to === undefined || !cell || to === from) continue;
    sheet.cells.delete(key);
    state.dirty.cell(sheet.id, key);
    if (cell.formula !== undefined) cell.formula = movedFormula(cell.formula, to - from, 0, true);
    moved.push([keyOf(to, columnOf(key)), cell]);
  }
  for (const [key, cell] of moved) {
    sheet.cells.set(key, cell);
    state.dirty.cell(sheet.id, key);
  }
  for (const note of [...sheet.notes, ...sheet.comments]) {
    const inside = note.column >= area.column && note.column < area.column + area.columns;
    if (inside) note.row = target.get(note.row) ?? note.row;
  }
}
