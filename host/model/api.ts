/**
 * The operations on the host's workbook. `WorkbookModel` (workbookModel.ts) implements this; the object
 * classes, the file reader and the workbench use it. Every operation that Excel would refuse throws HostError.
 */
import type { Rect } from "../../src/core/model/a1";
import type {
  Cell,
  CellFormat,
  CellScalar,
  ConditionalFormatData,
  ConditionalFormatRule,
  DataValidationData,
  NameData,
  SheetData,
  TableData,
  WorkbookData,
} from "./types";

/** What Excel itself would answer; codes are Excel's own (host.md: AccessDenied, InvalidArgument, ItemNotFound …). */
export class HostError extends Error {
  override readonly name = "HostError";
  location?: string;
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

export type EditOrigin = "addin" | "user" | "remote";

/** What changed, for the grid, for Office events and for the log. Collected during a batch, delivered in order. */
export type ModelChange =
  | {
      readonly kind: "cells";
      readonly sheet: string;
      readonly rect: Rect;
      readonly origin: EditOrigin;
      readonly detail?: { readonly before: CellScalar; readonly after: CellScalar };
    }
  | {
      readonly kind: "structure";
      readonly sheet: string;
      readonly change:
        "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";
      readonly rect: Rect;
      readonly origin: EditOrigin;
    }
  | {
      readonly kind: "format" | "validation" | "conditional" | "merge" | "size" | "note" | "filter" | "chart" | "view";
      readonly sheet: string;
      readonly rect?: Rect;
    }
  | {
      readonly kind: "table";
      readonly sheet: string;
      readonly table: string;
      readonly change: "added" | "deleted" | "resized" | "renamed" | "styled";
    }
  | {
      readonly kind: "sheet";
      readonly sheet: string;
      readonly change:
        "added" | "deleted" | "renamed" | "moved" | "activated" | "visibility" | "protection" | "tabColor";
      readonly before?: string;
    }
  | { readonly kind: "sorted"; readonly sheet: string; readonly rect: Rect }
  | { readonly kind: "names" }
  | { readonly kind: "selection"; readonly sheet: string; readonly rect: Rect }
  | { readonly kind: "calculated"; readonly sheets: readonly string[] };

export interface RangeReference {
  readonly id: string;
  sheet: string;
  /** Follows inserts and deletes; null once all its cells are deleted. */
  rect: Rect | null;
}

export interface WorkbookOperations {
  readonly data: WorkbookData;
  /** Who edits during the current call; set by the dispatcher ("addin"), the grid ("user") and the remote switch. */
  origin: EditOrigin;
  onChange(listener: (change: ModelChange) => void): () => void;

  /** Anything written since the last recalc? */
  readonly isDirty: boolean;
  recalc(): Promise<void>;

  // sheets
  sheet(idOrName: string): SheetData | undefined;
  addSheet(name?: string): SheetData;
  renameSheet(id: string, name: string): void;
  moveSheet(id: string, position: number): void;
  deleteSheet(id: string): void;
  setVisibility(id: string, visibility: SheetData["visibility"]): void;
  activateSheet(id: string): void;
  select(sheetId: string, rect: Rect): void;

  // cells
  cell(sheetId: string, row: number, column: number): Cell | undefined;
  /** The format in force: the cell's own over row over column. */
  formatAt(sheetId: string, row: number, column: number): CellFormat;
  /** The calculated value ("" from a formula stays ""; an empty cell is null). */
  valueAt(sheetId: string, row: number, column: number): CellScalar;
  /** What the person sees, by number format (ssf). */
  textAt(sheetId: string, row: number, column: number): string;
  /**
   * Types into cells as Excel does: "=…" is a formula, "12 %" a number with a format, "'x" text, "" clears;
   * null leaves the cell. `inputs` has the rect's shape. Grows a table when the cell is right under or beside one
   * (not on a protected sheet), fills its calculated columns.
   */
  setInputs(sheetId: string, rect: Rect, inputs: readonly (readonly (string | number | boolean | null)[])[]): void;
  /** One input for every cell; relative references of a formula move with it. */
  fillInput(sheetId: string, rect: Rect, input: string | number | boolean): void;
  setNumberFormats(sheetId: string, rect: Rect, formats: readonly (readonly (string | null)[])[]): void;
  setFormat(sheetId: string, rect: Rect, patch: CellFormat): void;
  clear(sheetId: string, rect: Rect, what: "All" | "Contents" | "Formats" | "Hyperlinks"): void;
  usedRect(sheetId: string, valuesOnly: boolean): Rect | null;
  insertCells(sheetId: string, rect: Rect, shift: "Down" | "Right"): void;
  deleteCells(sheetId: string, rect: Rect, shift: "Up" | "Left"): void;
  copy(
    from: { sheet: string; rect: Rect },
    to: { sheet: string; rect: Rect },
    what: "All" | "Formulas" | "Values" | "Formats",
    skipBlanks: boolean,
    transpose: boolean,
  ): void;
  /** Sorts rows of the rect; formulas move as Excel moves them, conditional formats and validation stay in place. */
  sort(
    sheetId: string,
    rect: Rect,
    fields: readonly { readonly key: number; readonly ascending: boolean }[],
    hasHeaders: boolean,
    matchCase: boolean,
  ): void;
  merge(sheetId: string, rect: Rect, across: boolean): void;
  unmerge(sheetId: string, rect: Rect): void;
  setColumnWidth(sheetId: string, column: number, count: number, points: number): void;
  setRowHeight(sheetId: string, row: number, count: number, points: number): void;
  setHidden(sheetId: string, axis: "rows" | "columns", first: number, count: number, hidden: boolean): void;
  autofit(sheetId: string, rect: Rect, axis: "rows" | "columns"): void;
  freeze(sheetId: string, panes: SheetData["freeze"]): void;

  // references kept for the client; they follow inserts and deletes
  keep(sheetId: string, rect: Rect): RangeReference;
  reference(id: string): RangeReference | undefined;
  release(ids: readonly string[]): void;

  // tables
  table(nameOrId: string): { readonly sheet: SheetData; readonly table: TableData } | undefined;
  addTable(sheetId: string, rect: Rect, hasHeaders: boolean): TableData;
  renameTable(id: string, name: string): void;
  resizeTable(id: string, rect: Rect): void;
  deleteTable(id: string, keepCells: boolean): void;
  addTableRows(
    id: string,
    index: number | null,
    rows: readonly (readonly (string | number | boolean | null)[])[] | number,
  ): void;
  deleteTableRows(id: string, index: number, count: number): void;
  addTableColumn(
    id: string,
    index: number | null,
    name: string | null,
    values: readonly (string | number | boolean | null)[] | null,
  ): void;
  deleteTableColumn(id: string, columnId: number): void;
  renameTableColumn(id: string, columnId: number, name: string): void;
  setTableOption(
    id: string,
    patch: Partial<
      Pick<
        TableData,
        | "showHeaders"
        | "showTotals"
        | "style"
        | "showBandedRows"
        | "showBandedColumns"
        | "showFilterButton"
        | "highlightFirstColumn"
        | "highlightLastColumn"
      >
    >,
  ): void;
  /** null clears. Recomputes the hidden rows. */
  setFilter(
    sheetId: string,
    table: string | null,
    columnOffset: number | null,
    criterion: Readonly<Record<string, unknown>> | null,
  ): void;

  // names, rules
  addName(scope: string | null, name: string, formula: string, comment?: string): NameData;
  setName(name: NameData, patch: Partial<Pick<NameData, "formula" | "visible" | "comment">>): void;
  deleteName(name: NameData): void;
  setValidation(sheetId: string, rect: Rect, patch: Partial<Omit<DataValidationData, "ranges">> | null): void;
  /** New rules come first in priority, as in Excel. Formulas with table references, unions or array constants are refused. */
  addConditionalFormat(sheetId: string, rect: Rect, rule: ConditionalFormatRule): ConditionalFormatData;
  setConditionalFormat(
    sheetId: string,
    id: string,
    patch: Partial<Pick<ConditionalFormatData, "rule" | "stopIfTrue" | "ranges">>,
  ): void;
  setConditionalFormatPriority(sheetId: string, id: string, priority: number): void;
  deleteConditionalFormats(sheetId: string, ids: readonly string[]): void;

  // protection; every cell operation above throws AccessDenied where it is in force
  protect(sheetId: string, options: Readonly<Record<string, unknown>>, password?: string): void;
  unprotect(sheetId: string, password?: string): void;

  /** Reports a change made directly to `data` (charts, notes, page setup, properties …). */
  touched(change: ModelChange): void;
  dispose(): void;
}
