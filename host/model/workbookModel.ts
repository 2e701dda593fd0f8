/**
 * The workbook of the stand-in host: every operation on it, as Excel does or refuses it. This class only says what there is;
 * each operation's rules stand in the file of its name. The engine is told at `recalc()`, never in between.
 */
import type { Rect } from "../../src/core/model/a1";
import type { SheetEngine } from "../engine/types";
import type { EditOrigin, ModelChange, RangeReference, WorkbookOperations } from "./api";
import { formatAt, keyOf, usedRectOf } from "./cellStore";
import { textOf } from "./cellText";
import { copy } from "./copyCells";
import type { CopyWhat } from "./copyCells";
import { restoreWorkbook } from "./copyWorkbook";
import { clear, fillInput, setInputs } from "./editCells";
import type { Input } from "./editCells";
import { EngineFeed } from "./engineFeed";
import { setFilter } from "./filters";
import { setFormat, setNumberFormats } from "./formatCells";
import { keep, release } from "./keptReferences";
import { autofit, freeze, merge, setColumnWidth, setHidden, setRowHeight, unmerge } from "./layout";
import { ModelState } from "./modelState";
import type { TablePlace } from "./modelState";
import { addName, deleteName, setName } from "./names";
import { protect, unprotect } from "./protection";
import {
  addConditionalFormat,
  deleteConditionalFormats,
  setConditionalFormat,
  setConditionalFormatPriority,
  setValidation,
} from "./rules";
import { activateSheet, addSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "./sheets";
import { sort } from "./sortRows";
import type { SortField } from "./sortRows";
import { deleteCells, insertCells } from "./structure";
import { plainFormula } from "./tablePlain";
import { addTableColumn, addTableRows, deleteTableColumn, deleteTableRows, renameTableColumn } from "./tableRows";
import { addTable, deleteTable, renameTable, resizeTable, setTableOption } from "./tables";
import type { TableOptions } from "./tables";
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

export interface ModelOptions {
  /** The year that completes a date typed without one. */
  readonly thisYear?: number;
  /** The calculated workbook that `data` is a copy of; it must not change. Only what is changed in the copy is calculated. */
  readonly calculated?: WorkbookData;
}

export class WorkbookModel implements WorkbookOperations {
  readonly #state: ModelState;
  readonly #feed: EngineFeed;
  readonly #engine: SheetEngine;

  /** Takes over `data` (new or read from a file); all of it goes to the engine at the first `recalc()`. */
  constructor(
    readonly data: WorkbookData,
    engine: SheetEngine,
    options: ModelOptions = {},
  ) {
    this.#state = new ModelState(data, options.thisYear ?? new Date().getFullYear());
    this.#engine = engine;
    this.#feed = new EngineFeed(this.#state, engine, options.calculated ?? null);
    if (options.calculated === undefined) this.#state.dirty.everything();
  }

  get origin(): EditOrigin {
    return this.#state.origin;
  }
  set origin(origin: EditOrigin) {
    this.#state.origin = origin;
  }
  onChange(listener: (change: ModelChange) => void): () => void {
    return this.#state.listen(listener);
  }
  get isDirty(): boolean {
    return this.#state.dirty.any;
  }
  async recalc(): Promise<void> {
    await this.#feed.recalc();
  }

  sheet(idOrName: string): SheetData | undefined {
    return this.#state.sheet(idOrName);
  }
  addSheet(name?: string): SheetData {
    return addSheet(this.#state, name);
  }
  renameSheet(id: string, name: string): void {
    renameSheet(this.#state, id, name);
  }
  moveSheet(id: string, position: number): void {
    moveSheet(this.#state, id, position);
  }
  deleteSheet(id: string): void {
    deleteSheet(this.#state, id);
  }
  setVisibility(id: string, visibility: SheetData["visibility"]): void {
    setVisibility(this.#state, id, visibility);
  }
  activateSheet(id: string): void {
    activateSheet(this.#state, id);
  }
  select(sheetId: string, rect: Rect): void {
    activateSheet(this.#state, sheetId);
    this.data.selection = rect;
    this.#state.emit({ kind: "selection", sheet: this.#sheet(sheetId).id, rect });
  }

  cell(sheetId: string, row: number, column: number): Cell | undefined {
    return this.#sheet(sheetId).cells.get(keyOf(row, column));
  }
  formatAt(sheetId: string, row: number, column: number): CellFormat {
    return formatAt(this.#sheet(sheetId), row, column);
  }
  valueAt(sheetId: string, row: number, column: number): CellScalar {
    return this.cell(sheetId, row, column)?.value ?? null;
  }
  textAt(sheetId: string, row: number, column: number): string {
    const format = this.formatAt(sheetId, row, column).numberFormat ?? "General";
    return textOf(this.valueAt(sheetId, row, column), format, this.data.date1904);
  }
  setInputs(sheetId: string, rect: Rect, inputs: readonly (readonly Input[])[]): void {
    setInputs(this.#state, this.#sheet(sheetId), rect, inputs);
  }
  fillInput(sheetId: string, rect: Rect, input: string | number | boolean): void {
    fillInput(this.#state, this.#sheet(sheetId), rect, input);
  }
  setNumberFormats(sheetId: string, rect: Rect, formats: readonly (readonly (string | null)[])[]): void {
    setNumberFormats(this.#state, this.#sheet(sheetId), rect, formats);
  }
  setFormat(sheetId: string, rect: Rect, patch: CellFormat): void {
    setFormat(this.#state, this.#sheet(sheetId), rect, patch);
  }
  clear(sheetId: string, rect: Rect, what: "All" | "Contents" | "Formats" | "Hyperlinks"): void {
    clear(this.#state, this.#sheet(sheetId), rect, what);
  }
  usedRect(sheetId: string, valuesOnly: boolean): Rect | null {
    return usedRectOf(this.#sheet(sheetId), valuesOnly);
  }
  insertCells(sheetId: string, rect: Rect, shift: "Down" | "Right"): void {
    insertCells(this.#state, this.#sheet(sheetId), rect, shift);
  }
  deleteCells(sheetId: string, rect: Rect, shift: "Up" | "Left"): void {
    deleteCells(this.#state, this.#sheet(sheetId), rect, shift);
  }
  copy(
    from: { sheet: string; rect: Rect },
    to: { sheet: string; rect: Rect },
    what: CopyWhat,
    skipBlanks: boolean,
    transpose: boolean,
  ): void {
    const source = { sheet: this.#sheet(from.sheet), rect: from.rect };
    copy(this.#state, source, { sheet: this.#sheet(to.sheet), rect: to.rect }, what, skipBlanks, transpose);
  }
  sort(sheetId: string, rect: Rect, fields: readonly SortField[], hasHeaders: boolean, matchCase: boolean): void {
    sort(this.#state, this.#sheet(sheetId), rect, fields, hasHeaders, matchCase);
  }
  merge(sheetId: string, rect: Rect, across: boolean): void {
    merge(this.#state, this.#sheet(sheetId), rect, across);
  }
  unmerge(sheetId: string, rect: Rect): void {
    unmerge(this.#state, this.#sheet(sheetId), rect);
  }
  setColumnWidth(sheetId: string, column: number, count: number, points: number): void {
    setColumnWidth(this.#state, this.#sheet(sheetId), column, count, points);
  }
  setRowHeight(sheetId: string, row: number, count: number, points: number): void {
    setRowHeight(this.#state, this.#sheet(sheetId), row, count, points);
  }
  setHidden(sheetId: string, axis: "rows" | "columns", first: number, count: number, hidden: boolean): void {
    setHidden(this.#state, this.#sheet(sheetId), axis, first, count, hidden);
  }
  autofit(sheetId: string, rect: Rect, axis: "rows" | "columns"): void {
    autofit(this.#state, this.#sheet(sheetId), rect, axis);
  }
  freeze(sheetId: string, panes: SheetData["freeze"]): void {
    freeze(this.#state, this.#sheet(sheetId), panes);
  }

  keep(sheetId: string, rect: Rect): RangeReference {
    return keep(this.#state, sheetId, rect);
  }
  reference(id: string): RangeReference | undefined {
    return this.#state.references.get(id);
  }
  release(ids: readonly string[]): void {
    release(this.#state, ids);
  }

  table(nameOrId: string): TablePlace | undefined {
    return this.#state.table(nameOrId);
  }
  addTable(sheetId: string, rect: Rect, hasHeaders: boolean): TableData {
    return addTable(this.#state, this.#sheet(sheetId), rect, hasHeaders);
  }
  renameTable(id: string, name: string): void {
    renameTable(this.#state, id, name);
  }
  resizeTable(id: string, rect: Rect): void {
    resizeTable(this.#state, id, rect);
  }
  deleteTable(id: string, keepCells: boolean): void {
    deleteTable(this.#state, id, keepCells, plainFormula(this.#state));
  }
  addTableRows(id: string, index: number | null, rows: readonly (readonly Input[])[] | number): void {
    addTableRows(this.#state, id, index, rows);
  }
  deleteTableRows(id: string, index: number, count: number): void {
    deleteTableRows(this.#state, id, index, count);
  }
  addTableColumn(id: string, index: number | null, name: string | null, values: readonly Input[] | null): void {
    addTableColumn(this.#state, id, index, name, values);
  }
  deleteTableColumn(id: string, columnId: number): void {
    deleteTableColumn(this.#state, id, columnId);
  }
  renameTableColumn(id: string, columnId: number, name: string): void {
    renameTableColumn(this.#state, id, columnId, name);
  }
  setTableOption(id: string, patch: TableOptions): void {
    setTableOption(this.#state, id, patch);
  }
  setFilter(
    sheetId: string,
    table: string | null,
    columnOffset: number | null,
    criterion: Readonly<Record<string, unknown>> | null,
  ): void {
    setFilter(this.#state, this.#sheet(sheetId), table, columnOffset, criterion);
  }

  addName(scope: string | null, name: string, formula: string, comment?: string): NameData {
    return addName(this.#state, scope, name, formula, comment);
  }
  setName(name: NameData, patch: Partial<Pick<NameData, "formula" | "visible" | "comment">>): void {
    setName(this.#state, name, patch);
  }
  deleteName(name: NameData): void {
    deleteName(this.#state, name);
  }
  setValidation(sheetId: string, rect: Rect, patch: Partial<Omit<DataValidationData, "ranges">> | null): void {
    setValidation(this.#state, this.#sheet(sheetId), rect, patch);
  }
  addConditionalFormat(sheetId: string, rect: Rect, rule: ConditionalFormatRule): ConditionalFormatData {
    return addConditionalFormat(this.#state, this.#sheet(sheetId), rect, rule);
  }
  setConditionalFormat(
    sheetId: string,
    id: string,
    patch: Partial<Pick<ConditionalFormatData, "rule" | "stopIfTrue" | "ranges">>,
  ): void {
    setConditionalFormat(this.#state, this.#sheet(sheetId), id, patch);
  }
  setConditionalFormatPriority(sheetId: string, id: string, priority: number): void {
    setConditionalFormatPriority(this.#state, this.#sheet(sheetId), id, priority);
  }
  deleteConditionalFormats(sheetId: string, ids: readonly string[]): void {
    deleteConditionalFormats(this.#state, this.#sheet(sheetId), ids);
  }

  protect(sheetId: string, options: Readonly<Record<string, unknown>>, password?: string): void {
    protect(this.#state, sheetId, options, password);
  }
  unprotect(sheetId: string, password?: string): void {
    unprotect(this.#state, sheetId, password);
  }

  touched(change: ModelChange): void {
    if (change.kind === "cells") this.#state.dirty.sheet(change.sheet);
    else if (change.kind === "names" || change.kind === "sheet" || change.kind === "table")
      this.#state.dirty.everything();
    this.#state.emit(change);
  }
  /** Makes the workbook what a copy of it holds (copyWorkbook.ts). */
  restore(wanted: WorkbookData): void {
    restoreWorkbook(this.#state, wanted);
  }
  dispose(): void {
    this.#engine.dispose();
  }

  #sheet(id: string): SheetData {
    return this.#state.requireSheet(id);
  }
}
