/** Turns what happens in the model into the event entries of Office, for what the add-in has registered. */
import { intersect, rectAddress } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import type { EditOrigin, ModelChange, WorkbookOperations } from "../model/api";
import type { CellScalar } from "../model/types";
import { clientValue, valueTypeOf } from "./range/cellGrid";
import type { EventRegistry } from "./context";

/** Numbers of the client's event types. */
export const EVENT = {
  documentSelection: 2,
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** Entries for the workbook as a whole and its collections carry this instead of an id. */
export const WORKBOOK = "Workbook";
const CATEGORY = 65536;
type Entry = readonly [number, number, string, string, number, boolean];

export class WorkbookEvents implements EventRegistry {
  readonly #registered = new Map<string, number>();
  #entries: Entry[] = [];
  #active: string;
  /** Excel.Runtime.enableEvents: off, nothing is told to the add-in. */
  enabled = true;

  constructor(readonly model: WorkbookOperations) {
    this.#active = model.data.activeSheet;
    model.onChange((change) => {
      this.#hear(change);
    });
  }

  register(event: number, target: string): void {
    const key = `${event} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }
  unregister(event: number, target: string): void {
    const key = `${event} ${target}`;
    const count = (this.#registered.get(key) ?? 0) - 1;
    if (count > 0) this.#registered.set(key, count);
    else this.#registered.delete(key);
  }
  /** Events since the last call, oldest first. */
  take(): readonly Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  /** The same event goes to the object's own handlers and to its collection's. */
  #emit(event: number, targets: readonly string[], payload: Readonly<Record<string, unknown>>, isRemote = false): void {
    for (const target of targets) {
      if (!this.enabled || !this.#registered.has(`${event} ${target}`)) continue;
      this.#entries.push([CATEGORY, event, target, JSON.stringify(payload), 0, isRemote]);
    }
  }

  #hear(change: ModelChange): void {
    switch (change.kind) {
      case "cells":
        this.#cells(change.sheet, change.rect, "RangeEdited", change.origin, change.detail);
        break;
      case "structure":
        this.#cells(change.sheet, change.rect, change.change, change.origin);
        break;
      case "format":
        if (change.rect) this.#format(change.sheet, change.rect);
        break;
      case "sheet":
        this.#sheet(change.sheet, change.change, change.before);
        break;
      case "table":
        this.#table(change.sheet, change.table, change.change);
        break;
      case "sorted":
        this.#emit(EVENT.rowSorted, [change.sheet, WORKBOOK], {
          address: rectAddress(change.rect),
          source: "Local",
          worksheetId: change.sheet,
        });
        break;
      case "selection":
        this.#selection(change.sheet, change.rect);
        break;
      case "calculated":
        for (const sheet of change.sheets) {
          this.#emit(EVENT.calculated, [sheet, WORKBOOK], { address: "", worksheetId: sheet });
        }
        break;
      default:
        // The rest shows in the grid; Excel has no event for it that this host offers.
        break;
    }
  }

  /** Recalculated formulas come as "calculated", never here: Excel's onChanged does not fire for them either. */
  #cells(
    sheet: string,
    rect: Rect,
    changeType: string,
    origin: EditOrigin,
    detail?: { readonly before: CellScalar; readonly after: CellScalar },
  ): void {
    const payload = {
      address: rectAddress(rect),
      changeType,
      source: origin === "remote" ? "Remote" : "Local",
      triggerSource: origin === "addin" ? "ThisLocalAddin" : "Unknown",
      worksheetId: sheet,
      ...(detail === undefined ? {} : details(detail)),
    };
    const isRemote = origin === "remote";
    this.#emit(EVENT.changed, [sheet, WORKBOOK], payload, isRemote);
    const data = this.model.data.sheets.find(({ id }) => id === sheet);
    for (const table of data?.tables ?? []) {
      if (intersect(table.rect, rect) === null) continue;
      this.#emit(EVENT.tableChanged, [table.id, sheet, WORKBOOK], { ...payload, tableId: table.id }, isRemote);
    }
  }

  #format(sheet: string, rect: Rect): void {
    const source = this.model.origin === "remote" ? "Remote" : "Local";
    const payload = { address: rectAddress(rect), source, worksheetId: sheet };
    this.#emit(EVENT.formatChanged, [sheet, WORKBOOK], payload);
  }

  #sheet(sheet: string, change: Extract<ModelChange, { kind: "sheet" }>["change"], before: string | undefined): void {
    const payload = { worksheetId: sheet, source: this.model.origin === "remote" ? "Remote" : "Local" };
    const data = this.model.data.sheets.find(({ id }) => id === sheet);
    if (change === "added") this.#emit(EVENT.added, [WORKBOOK], payload);
    else if (change === "deleted") this.#emit(EVENT.deleted, [WORKBOOK], payload);
    else if (change === "moved") this.#emit(EVENT.moved, [WORKBOOK], payload);
    else if (change === "visibility") this.#emit(EVENT.visibilityChanged, [sheet, WORKBOOK], payload);
    else if (change === "renamed") {
      this.#emit(EVENT.nameChanged, [sheet, WORKBOOK], { ...payload, nameBefore: before, nameAfter: data?.name });
    } else if (change === "protection") {
      this.#emit(EVENT.protectionChanged, [sheet, WORKBOOK], { ...payload, isProtected: data?.protection !== null });
    } else if (change === "activated") {
      const left = this.#active;
      this.#active = sheet;
      this.#emit(EVENT.deactivated, [left, WORKBOOK], { worksheetId: left });
      this.#emit(EVENT.activated, [sheet, WORKBOOK], { worksheetId: sheet });
    }
  }

  #table(sheet: string, table: string, change: string): void {
    const payload = {
      tableId: table,
      worksheetId: sheet,
      source: "Local",
      tableName: this.model.table(table)?.table.name,
    };
    if (change === "added") this.#emit(EVENT.tableAdded, [sheet, WORKBOOK], payload);
    else if (change === "deleted") this.#emit(EVENT.tableDeleted, [sheet, WORKBOOK], payload);
  }

  #selection(sheet: string, rect: Rect): void {
    const address = rectAddress(rect);
    this.#emit(EVENT.selectionChanged, [sheet, WORKBOOK], { address, worksheetId: sheet });
    const data = this.model.data.sheets.find(({ id }) => id === sheet);
    for (const table of data?.tables ?? []) {
      const isInsideTable = intersect(table.rect, rect) !== null;
      const payload = { address, isInsideTable, tableId: table.id, worksheetId: sheet };
      this.#emit(EVENT.tableSelectionChanged, [table.id], payload);
    }
    // workbook.onSelectionChanged is Office's old document event; the transport knows whether it was asked for.
    this.#entries.push([CATEGORY, EVENT.documentSelection, "", "{}", 0, false]);
  }
}

function details(detail: { readonly before: CellScalar; readonly after: CellScalar }): Record<string, unknown> {
  return {
    valueBefore: clientValue(detail.before),
    valueAfter: clientValue(detail.after),
    valueTypeBefore: valueTypeOf(detail.before),
    valueTypeAfter: valueTypeOf(detail.after),
  };
}
