/** What all Excel objects share: the model, the events, and how one object makes another without importing its file. */
import type { Rect } from "../../src/core/model/a1";
import type { WorkbookOperations } from "../model/api";
import { itemNotFound } from "../model/refusals";
import type { NameData, SheetData, TableData } from "../model/types";
import type { HostObject } from "../wire/convention";

/** A range as the other objects see it. */
export interface RangeObject extends HostObject {
  readonly $sheet: SheetData;
  readonly $rect: Rect;
}

/** Makes objects over the model; objects are views and may be made as often as wanted. */
export interface ObjectFactory {
  range(sheetId: string, rect: Rect): RangeObject;
  areas(sheetId: string, rects: readonly Rect[]): HostObject;
  worksheet(sheetId: string): HostObject;
  table(tableId: string): HostObject;
  /** A collection of the sheet's tables that `wanted` accepts. */
  tablesOf(sheetId: string, wanted: (table: TableData) => boolean): HostObject;
  name(name: NameData): HostObject;
}

/** Notes which events the add-in has asked for: kind of event and the id that its entries carry. */
export interface EventRegistry {
  register(event: number, target: string): void;
  unregister(event: number, target: string): void;
}

export interface HostContext {
  readonly model: WorkbookOperations;
  readonly make: ObjectFactory;
  readonly events: EventRegistry;
}

/** Throws ItemNotFound when the sheet is gone. */
export function sheetOf(context: HostContext, id: string): SheetData {
  const sheet = context.model.data.sheets.find((other) => other.id === id);
  if (!sheet) throw itemNotFound();
  return sheet;
}

/** Throws ItemNotFound when the table is gone. */
export function tableOf(context: HostContext, id: string): { readonly sheet: SheetData; readonly table: TableData } {
  for (const sheet of context.model.data.sheets) {
    const table = sheet.tables.find((other) => other.id === id);
    if (table) return { sheet, table };
  }
  throw itemNotFound();
}

export function isRange(value: unknown): value is RangeObject {
  return typeof value === "object" && value !== null && "$rect" in value && "$sheet" in value;
}
