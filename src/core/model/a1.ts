/**
 * Cell addresses: the one place that turns rows and columns into A1 text and back.
 * Rows and columns are counted from 0 everywhere in code; only A1 text counts from 1.
 */

/** A rectangle of cells on one sheet, counted from 0. `rows` and `columns` are at least 1. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's sheet size since 2007. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "AA" → 26; upper or lower case; -1 when it is no column name. */
export function columnIndex(name: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return -1;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The address of one cell, "B3"; with `absolute`, "$B$3". */
export function cellAddress(row: number, column: number, absolute = false): string {
  const mark = absolute ? "$" : "";
  return `${mark}${columnName(column)}${mark}${String(row + 1)}`;
}

/** The address of a rectangle without its sheet: "B3", "B3:D9", "B:D" or "3:9". */
export function rectAddress(rect: Rect, absolute = false): string {
  const mark = absolute ? "$" : "";
  const lastRow = rect.row + rect.rows - 1;
  const lastColumn = rect.column + rect.columns - 1;
  if (rect.row === 0 && rect.rows === MAX_ROWS) {
    return `${mark}${columnName(rect.column)}:${mark}${columnName(lastColumn)}`;
  }
  if (rect.column === 0 && rect.columns === MAX_COLUMNS) {
    return `${mark}${String(rect.row + 1)}:${mark}${String(lastRow + 1)}`;
  }
  const first = cellAddress(rect.row, rect.column, absolute);
  return rect.rows === 1 && rect.columns === 1 ? first : `${first}:${cellAddress(lastRow, lastColumn, absolute)}`;
}

const A1 = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?(?::\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?)?$/;

/** Parses "B3", "$B$3:D9", "B:D", "3:9" (no sheet part). Null when it is no address inside the sheet. */
export function parseRect(address: string): Rect | null {
  const match = A1.exec(address.trim());
  if (!match) return null;
  const [, c0, r0, c1, r1] = match;
  const span = address.includes(":");
  if (!span && (c0 === undefined || r0 === undefined)) return null;
  if (span && ((c0 === undefined) !== (c1 === undefined) || (r0 === undefined) !== (r1 === undefined))) {
    return null;
  }
  if (c0 === undefined && r0 === undefined) return null;
  const columns = [c0 === undefined ? 0 : columnIndex(c0), c0 === undefined ? MAX_COLUMNS - 1 : columnIndex(c1 ?? c0)];
  const rows = [r0 === undefined ? 0 : Number(r0) - 1, r0 === undefined ? MAX_ROWS - 1 : Number(r1 ?? r0) - 1];
  const left = Math.min(...columns);
  const right = Math.max(...columns);
  const top = Math.min(...rows);
  const bottom = Math.max(...rows);
  if (left < 0 || right >= MAX_COLUMNS || top < 0 || bottom >= MAX_ROWS) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** A sheet name as it stands before "!" in a formula or address, quoted where Excel asks for it. */
export function quoteSheetName(name: string): string {
  const plain = /^[A-Za-z_\u0080-\uffff][A-Za-z0-9_.\u0080-\uffff]*$/.test(name) && !columnRowLike(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Names such as "A1", "R1C1", "R", "C" read as addresses and must be quoted. */
function columnRowLike(name: string): boolean {
  return /^[A-Za-z]{1,3}\d{1,7}$/.test(name) || /^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name);
}

/** Splits "'My sheet'!B3:C4" into sheet and address; the sheet is null when none is named. */
export function splitAddress(text: string): { readonly sheet: string | null; readonly address: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s.exec(text.trim());
  if (!match) return { sheet: null, address: text.trim() };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? null, address: match[3] ?? "" };
}

/** Whether two rectangles of one sheet share a cell. */
export function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** The shared part of two rectangles, or null. */
export function intersect(a: Rect, b: Rect): Rect | null {
  if (!overlaps(a, b)) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}
