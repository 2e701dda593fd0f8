/** Copies of a whole workbook, and putting one back: what undo and redo are made of. */
import type { Rect } from "../../src/core/model/a1";
import { columnOf, rowOf } from "./cellStore";
import type { ModelState } from "./modelState";
import type { Cell, SheetData, WorkbookData } from "./types";

/** A copy of plain data, maps and sets, to any depth; what is frozen (shared formats) stays the same object. */
function deepCopy<T>(value: T): T;
function deepCopy(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => deepCopy(item));
  if (value instanceof Map)
    return new Map([...value].map(([key, item]: readonly [unknown, unknown]) => [key, deepCopy(item)]));
  if (value instanceof Set) return new Set(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: readonly [string, unknown]) => [key, deepCopy(item)]),
  );
}

/** Cells and shared formats are copied one level deep (formats stay the same frozen objects); the rest wholly. */
function copySheet(sheet: SheetData): SheetData {
  const { cells, columnFormats, rowFormats, ...rest } = sheet;
  return {
    ...deepCopy(rest),
    cells: new Map([...cells].map(([key, cell]) => [key, { ...cell }])),
    columnFormats: new Map(columnFormats),
    rowFormats: new Map(rowFormats),
  };
}

/** A copy that shares nothing changeable with the original. */
export function copyWorkbook(data: WorkbookData): WorkbookData {
  const { sheets, ...rest } = data;
  return { ...deepCopy(rest), sheets: sheets.map(copySheet) };
}

const isSame = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a?.formula === b?.formula &&
  // A formula's value is calculated anew.
  (a?.formula !== undefined || JSON.stringify(a?.value ?? null) === JSON.stringify(b?.value ?? null)) &&
  a?.forcedText === b?.forcedText;

/** The smallest rectangle around the cells whose contents differ; null for none. */
function changedRect(before: SheetData, after: SheetData): Rect | null {
  const keys = new Set([...before.cells.keys(), ...after.cells.keys()]);
  const changed = [...keys].filter((key) => !isSame(before.cells.get(key), after.cells.get(key)));
  if (changed.length === 0) return null;
  const rows = changed.map(rowOf);
  const columns = changed.map(columnOf);
  const span = (places: readonly number[]): readonly [number, number] => {
    const first = places.reduce((least, at) => Math.min(least, at), Infinity);
    return [first, places.reduce((most, at) => Math.max(most, at), 0) - first + 1];
  };
  const [row, height] = span(rows);
  const [column, width] = span(columns);
  return { row, column, rows: height, columns: width };
}

/** Makes the workbook what `wanted` holds; listeners hear of sheets, cells and formats as if a person had changed them. */
export function restoreWorkbook(state: ModelState, wanted: WorkbookData): void {
  const before = state.data.sheets;
  Object.assign(state.data, copyWorkbook(wanted));
  const { sheets } = state.data;
  state.dirty.everything();
  for (const sheet of before)
    if (!sheets.some(({ id }) => id === sheet.id)) state.emit({ kind: "sheet", sheet: sheet.id, change: "deleted" });
  for (const sheet of sheets) {
    const old = before.find(({ id }) => id === sheet.id);
    if (old === undefined) {
      state.emit({ kind: "sheet", sheet: sheet.id, change: "added" });
      continue;
    }
    const rect = changedRect(old, sheet);
    if (rect !== null) state.emitCells(sheet, rect);
    state.emit({ kind: "format", sheet: sheet.id });
  }
  state.emit({ kind: "names" });
}
