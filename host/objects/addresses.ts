/** Reads the addresses and names that add-ins write, and writes addresses as Excel does. */
import { MAX_COLUMNS, MAX_ROWS, parseRect, quoteSheetName, rectAddress, splitAddress } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import type { WorkbookOperations } from "../model/api";
import { invalidArgument } from "../model/refusals";
import { bodyRect } from "../model/tableShape";
import type { NameData, SheetData } from "../model/types";
import { isRange } from "./context";

export interface Place {
  readonly sheet: SheetData;
  readonly rect: Rect;
}

export const WHOLE_SHEET: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** "Sheet1!B3:D9". */
export function fullAddress(sheet: SheetData, rect: Rect): string {
  return `${quoteSheetName(sheet.name)}!${rectAddress(rect)}`;
}

/** Throws InvalidArgument for a rectangle that leaves the sheet or has no cell. */
export function insideSheet(rect: Rect): Rect {
  const numbers = [rect.row, rect.column, rect.rows, rect.columns];
  const fits =
    numbers.every((number) => Number.isInteger(number)) &&
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.rows >= 1 &&
    rect.columns >= 1 &&
    rect.row + rect.rows <= MAX_ROWS &&
    rect.column + rect.columns <= MAX_COLUMNS;
  if (!fits) throw invalidArgument();
  return rect;
}

/** The name in force on a sheet: its own before the workbook's. */
export function findName(model: WorkbookOperations, scope: string | null, name: string): NameData | undefined {
  const lower = name.toLowerCase();
  const same = model.data.names.filter((other) => other.name.toLowerCase() === lower);
  return same.find((other) => other.scope === scope) ?? same.find((other) => other.scope === null);
}

/** What a formula such as "=Sheet1!$A$1:$B$2", "=Plan[Weight]" or "=Plan" points to; null when it is no single range. */
export function placeOfFormula(model: WorkbookOperations, formula: string, scope: string | null): Place | null {
  const text = formula.replace(/^=/, "").trim();
  const { sheet: sheetName, address } = splitAddress(text);
  const sheet = model.sheet(sheetName ?? scope ?? model.data.activeSheet);
  const rect = parseRect(address);
  if (rect) return sheet ? { sheet, rect } : null;
  return sheetName === null ? tablePlace(model, text) : null;
}

function tablePlace(model: WorkbookOperations, text: string): Place | null {
  const match = /^([^[\]]+?)(?:\[(.*)\])?$/s.exec(text);
  const found = match?.[1] === undefined ? undefined : model.table(match[1]);
  if (!found) return null;
  const { sheet, table } = found;
  const inner = match?.[2]?.trim();
  const body = bodyRect(table);
  if (inner === undefined || inner === "" || inner === "#Data") return { sheet, rect: body };
  if (inner === "#All") return { sheet, rect: table.rect };
  if (inner === "#Headers") return table.showHeaders ? { sheet, rect: { ...table.rect, rows: 1 } } : null;
  const name = inner.replace(/'(.)/g, "$1").toLowerCase();
  const offset = table.columns.findIndex((column) => column.name.toLowerCase() === name);
  return offset < 0 ? null : { sheet, rect: { ...body, column: body.column + offset, columns: 1 } };
}

/**
 * A range, an address ("B3", "Sheet2!B3:C4") or a name. Throws InvalidArgument for anything else.
 * `home` is the sheet of an address that names none.
 */
export function placeOf(model: WorkbookOperations, given: unknown, home: SheetData | null): Place {
  if (isRange(given)) return { sheet: given.$sheet, rect: given.$rect };
  if (typeof given !== "string") throw invalidArgument();
  const { sheet: sheetName, address } = splitAddress(given.replace(/^=/, ""));
  const sheet = sheetName === null ? (home ?? model.sheet(model.data.activeSheet)) : model.sheet(sheetName);
  if (!sheet) throw invalidArgument();
  const rect = parseRect(address);
  if (rect) return { sheet, rect };
  const name = findName(model, sheet.id, address);
  const named = name
    ? placeOfFormula(model, name.formula, name.scope)
    : sheetName === null
      ? tablePlace(model, address)
      : null;
  if (!named) throw invalidArgument();
  return named;
}
