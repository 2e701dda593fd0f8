/**
 * What was read from a workbook, as plain data: the input of recognition and of every check.
 * Made by `src/excel` from Excel and by `tools/audit` from a file; core knows neither.
 */
import type { Rect } from "../model/a1";

/** A blank cell is "" (as Excel reads it); an error is its own kind, never text or a number. */
export type CellValue = string | number | boolean | CellError;
export interface CellError {
  readonly error: string;
}

export interface SnapshotTable {
  readonly name: string;
  /** Header, body and totals together. */
  readonly rect: Rect;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** Formulas of its first and last body row by column, "" for none; only where those of the sheet were not read. */
  readonly sampled?: readonly (readonly string[])[];
}

export interface SnapshotSheet {
  readonly name: string;
  /** Excel's own id, which stays when the sheet is renamed; absent where a file does not tell. */
  readonly id?: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  /** The part that was read; `values[0][0]` is the cell at (used.row, used.column). Null: an empty sheet. */
  readonly used: Rect | null;
  readonly values: readonly (readonly CellValue[])[];
  /**
   * Formulas by column of the used part, only for columns that hold any:
   * column offset → one text a row, "" where the cell holds no formula.
   */
  readonly formulas: ReadonlyMap<number, readonly string[]>;
  /** Where formulas stand, of a sheet whose formulas themselves were not read. */
  readonly formulaAreas?: readonly Rect[];
  /** Number format of each column where it is the same in all its cells; null where mixed. */
  readonly numberFormats: readonly (string | null)[];
  readonly merges: readonly Rect[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** A filter hides rows at the moment. */
  readonly isFiltered: boolean;
  /** Its ticks under levels were made the points of these levels: formulas cannot take them. */
  readonly ticked?: true;
  /** More stands far away from what was read. */
  readonly isCut?: true;
  readonly tables: readonly SnapshotTable[];
}

export interface SnapshotName {
  readonly name: string;
  /** "=Settings!$C$4" or a constant. */
  readonly formula: string;
  readonly value: CellValue | null;
}

/** The top left of a sheet that was not read: enough to see whether it is made like the open one. */
export interface SheetHead {
  readonly name: string;
  /** Column of the first value of each row. */
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

export interface Snapshot {
  readonly sheets: readonly SnapshotSheet[];
  readonly activeSheet: string;
  /** Ids of all sheets of the workbook, also of those that were not read. */
  readonly sheetIds?: readonly string[];
  /** Heads of the other visible sheets, where they were asked for. */
  readonly heads?: readonly SheetHead[];
  readonly names: readonly SnapshotName[];
  /** Our own custom XML part, if there is one (text as stored). */
  readonly metadata: string | null;
  readonly date1904: boolean;
}
