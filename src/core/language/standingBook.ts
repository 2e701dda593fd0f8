/** The workbook as it stands, as far as changing its language needs it. Plain data; `src/excel` reads it. */
import { type Rect } from "../model/a1";
import type { CellValue, SnapshotName, SnapshotTable } from "../recognise/snapshot";

export interface StandingSheet {
  /** Stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly used: Rect | null;
  readonly values: readonly (readonly CellValue[])[];
  /** Where formulas stand. */
  readonly formulas: readonly Rect[];
  readonly tables: readonly SnapshotTable[];
  readonly charts: readonly ChartTexts[];
}
export interface ChartTexts {
  readonly title: string;
  readonly series: string;
}
export interface StandingBook {
  /** Those that were read. */
  readonly sheets: readonly StandingSheet[];
  /** Of all sheets. */
  readonly sheetNames: readonly string[];
  readonly names: readonly SnapshotName[];
}

/** A cell whose text becomes another. */
export interface CellText {
  /** Id of the sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

const inside = (rect: Rect, row: number, column: number): boolean =>
  row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;

/** A constant text; null for a number, a blank, an error or a formula. */
export function textAt(sheet: StandingSheet, row: number, column: number): string | null {
  const value = shownAt(sheet, row, column);
  return value === null || sheet.formulas.some((area) => inside(area, row, column)) ? null : value;
}
/** A text, typed or calculated; null for anything else. */
export function shownAt({ used, values }: StandingSheet, row: number, column: number): string | null {
  if (used === null) return null;
  const value = values[row - used.row]?.[column - used.column];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Whether a cell lies in a table of the sheet. */
export const inTable = ({ tables }: StandingSheet, row: number, column: number): boolean =>
  tables.some(({ rect }) => inside(rect, row, column));

export interface StandingTable {
  readonly sheet: StandingSheet;
  readonly table: SnapshotTable;
}

/** A table of the workbook with its sheet; null where it was removed. */
export function tableNamed({ sheets }: StandingBook, name: string): StandingTable | null {
  for (const sheet of sheets) {
    const table = sheet.tables.find((candidate) => candidate.name === name);
    if (table !== undefined) return { sheet, table };
  }
  return null;
}
/** Sheet rows of a table's body. */
export const bodyRows = ({ rect, hasHeader, hasTotals }: SnapshotTable): number[] => {
  const first = rect.row + (hasHeader ? 1 : 0);
  const count = rect.rows - (hasHeader ? 1 : 0) - (hasTotals ? 1 : 0);
  return Array.from({ length: Math.max(0, count) }, (_, i) => first + i);
};
/** Sheet column of a header; null when the table has none of that name. */
export function columnOf({ rect, columns }: SnapshotTable, header: string | undefined): number | null {
  const offset = header === undefined ? -1 : columns.indexOf(header);
  return offset < 0 ? null : rect.column + offset;
}
