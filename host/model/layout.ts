/** What a sheet looks like beside its cells: merges, sizes, hidden rows and columns, frozen panes. */
import { overlaps } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { cellFor, columnOf, dropIfBlank, emptyCell, isBlank, keyOf, keysIn, rowOf } from "./cellStore";
import { textOf } from "./cellText";
import { withCharts } from "./geometry";
import type { ModelState } from "./modelState";
import { STANDARD_HEIGHT } from "./newWorkbook";
import { accessDenied, invalidArgument } from "./refusals";
import type { SheetData } from "./types";

/** Merges the rectangle, or each of its rows. Only the top left contents stay. A table in the way: InvalidArgument. */
export function merge(state: ModelState, sheet: SheetData, rect: Rect, across: boolean): void {
  if (sheet.protection !== null) throw accessDenied();
  if (sheet.tables.some((table) => overlaps(table.rect, rect))) throw invalidArgument();
  const parts = across
    ? Array.from({ length: rect.rows }, (_, r) => ({ ...rect, row: rect.row + r, rows: 1 }))
    : [rect];
  for (const part of parts) {
    if (part.rows * part.columns === 1) continue;
    sheet.merges = sheet.merges.filter((other) => !overlaps(other, part));
    keepFirstContents(state, sheet, part);
    sheet.merges.push(part);
  }
  state.emit({ kind: "merge", sheet: sheet.id, rect });
}

function keepFirstContents(state: ModelState, sheet: SheetData, rect: Rect): void {
  const filled = keysIn(sheet, rect).filter((key) => !isBlank(sheet.cells.get(key)));
  const source = filled.sort((a, b) => a - b)[0];
  for (const key of filled) {
    const cell = sheet.cells.get(key);
    if (!cell) continue;
    const { value, formula } = cell;
    emptyCell(cell);
    dropIfBlank(sheet, rowOf(key), columnOf(key));
    state.dirty.cell(sheet.id, key);
    if (key !== source) continue;
    const target = cellFor(sheet, rect.row, rect.column);
    target.value = value;
    if (formula !== undefined) target.formula = formula;
    state.dirty.cell(sheet.id, keyOf(rect.row, rect.column));
  }
}

export function unmerge(state: ModelState, sheet: SheetData, rect: Rect): void {
  if (sheet.protection !== null) throw accessDenied();
  sheet.merges = sheet.merges.filter((other) => !overlaps(other, rect));
  state.emit({ kind: "merge", sheet: sheet.id, rect });
}

/** Excel keeps column widths in whole pixels of 0.75 points. */
function wholePixels(points: number): number {
  return Math.round(points / 0.75) * 0.75;
}
const MAX_HEIGHT = 409.5;
/** 255 characters of the standard font. */
const MAX_WIDTH = 1342.5;

export function setColumnWidth(
  state: ModelState,
  sheet: SheetData,
  column: number,
  count: number,
  points: number,
): void {
  state.requireAllowed(sheet, "allowFormatColumns");
  if (!(points >= 0 && points <= MAX_WIDTH)) throw invalidArgument();
  withCharts(sheet, () => {
    for (let c = column; c < column + count; c += 1) {
      if (points === 0) sheet.hiddenColumns.add(c);
      else sheet.columnWidths.set(c, wholePixels(points));
    }
  });
  state.emit({ kind: "size", sheet: sheet.id });
}
export function setRowHeight(state: ModelState, sheet: SheetData, row: number, count: number, points: number): void {
  state.requireAllowed(sheet, "allowFormatRows");
  if (!(points >= 0 && points <= MAX_HEIGHT)) throw invalidArgument();
  withCharts(sheet, () => {
    for (let r = row; r < row + count; r += 1) {
      if (points === 0) sheet.hiddenRows.add(r);
      else if (points === STANDARD_HEIGHT) sheet.rowHeights.delete(r);
      else sheet.rowHeights.set(r, wholePixels(points));
    }
  });
  state.emit({ kind: "size", sheet: sheet.id });
}
export function setHidden(
  state: ModelState,
  sheet: SheetData,
  axis: "rows" | "columns",
  first: number,
  count: number,
  hidden: boolean,
): void {
  state.requireAllowed(sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  const set = axis === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
  withCharts(sheet, () => {
    for (let i = first; i < first + count; i += 1) {
      if (hidden) set.add(i);
      else set.delete(i);
    }
  });
  state.emit({ kind: "size", sheet: sheet.id });
}

/** Points of one character of Calibri 11 (7 px at 96 dpi), and of the padding of a cell (5 px). */
const CHARACTER = 5.25;
const PADDING = 3.75;

/** Width of a text: East Asian characters count twice. */
function textWidth(text: string): number {
  let units = 0;
  for (const ch of text)
    units += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(ch) ? 2 : 1;
  return units;
}

/** Fits columns to their widest text, rows to their lines. Wrapped cells do not widen a column, as in Excel. */
export function autofit(state: ModelState, sheet: SheetData, rect: Rect, axis: "rows" | "columns"): void {
  state.requireAllowed(sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  withCharts(sheet, () => {
    if (axis === "columns") autofitColumns(state, sheet, rect);
    else
      for (let r = rect.row; r < rect.row + rect.rows && sheet.rowHeights.size > 0; r += 1) sheet.rowHeights.delete(r);
  });
  state.emit({ kind: "size", sheet: sheet.id, rect });
}
function autofitColumns(state: ModelState, sheet: SheetData, rect: Rect): void {
  const widest = new Map<number, number>();
  for (const key of keysIn(sheet, rect)) {
    const cell = sheet.cells.get(key);
    if (!cell || isBlank(cell) || cell.format.wrap === true) continue;
    const text = textOf(cell.value, cell.format.numberFormat ?? "General", state.data.date1904);
    const scale = (cell.format.fontSize ?? 11) / 11;
    const width = Math.max(...text.split("\n").map(textWidth)) * CHARACTER * scale + PADDING;
    widest.set(columnOf(key), Math.max(widest.get(columnOf(key)) ?? 0, width));
  }
  for (const [column, width] of widest)
    sheet.columnWidths.set(column, Math.min(MAX_WIDTH, wholePixels(Math.ceil(width))));
}

export function freeze(state: ModelState, sheet: SheetData, panes: SheetData["freeze"]): void {
  sheet.freeze = panes && (panes.rows > 0 || panes.columns > 0) ? panes : null;
  state.emit({ kind: "view", sheet: sheet.id });
}
