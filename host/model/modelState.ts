/** What all parts of the workbook model share: the data, who edits, what is dirty, kept references, and the listeners. */
import type { Rect } from "../../src/core/model/a1";
import type { EditOrigin, ModelChange, RangeReference } from "./api";
import { DirtyCells } from "./dirtyCells";
import { formatAt } from "./cellStore";
import { accessDenied, itemNotFound } from "./refusals";
import type { CellFormat, SheetData, TableData, WorkbookData } from "./types";

export interface TablePlace {
  readonly sheet: SheetData;
  readonly table: TableData;
}
/** What a protected sheet may still allow (Excel.WorksheetProtectionOptions). */
export type ProtectionOption =
  | "allowAutoFilter"
  | "allowDeleteColumns"
  | "allowDeleteRows"
  | "allowEditObjects"
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertColumns"
  | "allowInsertHyperlinks"
  | "allowInsertRows"
  | "allowSort";

export class ModelState {
  origin: EditOrigin = "addin";
  readonly dirty = new DirtyCells();
  readonly references = new Map<string, RangeReference>();
  readonly #listeners = new Set<(change: ModelChange) => void>();

  constructor(
    readonly data: WorkbookData,
    /** Completes dates typed without a year. */
    readonly thisYear: number,
  ) {}

  listen(listener: (change: ModelChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  emit(change: ModelChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  sheet(idOrName: string): SheetData | undefined {
    const { sheets } = this.data;
    const lower = idOrName.toLowerCase();
    return sheets.find(({ id }) => id === idOrName) ?? sheets.find(({ name }) => name.toLowerCase() === lower);
  }
  /** Throws ItemNotFound. */
  requireSheet(id: string): SheetData {
    const found = this.sheet(id);
    if (!found) throw itemNotFound();
    return found;
  }
  table(nameOrId: string): TablePlace | undefined {
    const lower = nameOrId.toLowerCase();
    for (const sheet of this.data.sheets) {
      const table = sheet.tables.find(({ id, name }) => id === nameOrId || name.toLowerCase() === lower);
      if (table) return { sheet, table };
    }
    return undefined;
  }
  /** Throws ItemNotFound. */
  requireTable(nameOrId: string): TablePlace {
    const found = this.table(nameOrId);
    if (!found) throw itemNotFound();
    return found;
  }

  /** Throws AccessDenied when the sheet is protected and does not allow it. Without an option nothing may be done. */
  requireAllowed(sheet: SheetData, option?: ProtectionOption): void {
    if (sheet.protection === null) return;
    if (option === undefined || sheet.protection.options[option] !== true) throw accessDenied();
  }
  /** Throws AccessDenied when the sheet is protected and one of the cells is locked. */
  requireUnlocked(sheet: SheetData, rect: Rect): void {
    if (sheet.protection === null) return;
    for (let r = rect.row; r < rect.row + rect.rows; r += 1) {
      for (let c = rect.column; c < rect.column + rect.columns; c += 1) {
        if (isLocked(formatAt(sheet, r, c))) throw accessDenied();
      }
    }
  }
  emitCells(sheet: SheetData, rect: Rect): void {
    this.emit({ kind: "cells", sheet: sheet.id, rect, origin: this.origin });
  }
}

export function isLocked(format: CellFormat): boolean {
  return format.locked !== false;
}
