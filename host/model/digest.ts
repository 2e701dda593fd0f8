/** A workbook as plain JSON that two workbooks can be compared by: what a person could tell apart, without ids. */
import { cellAddress, rectAddress } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { columnOf, isBlank, rowOf } from "./cellStore";
import type { AutoFilterData, Cell, SheetData, TableData, WorkbookData } from "./types";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface DigestOptions {
  /** Values that formulas show. Default true. */
  readonly formulaValues?: boolean;
  /** Parts of sheets to leave out, such as "selection" or "charts". */
  readonly without?: readonly string[];
  /** Settings, custom XML and properties of the file. Default true. */
  readonly memory?: boolean;
}

/** Anything plain as JSON with its keys in order; undefined members are dropped. */
function plain(value: unknown): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map)
    return plain(Object.fromEntries([...value].map(([key, inner]) => [String(key), inner as unknown])));
  if (value instanceof Set) return [...value].map(plain).sort((a, b) => Number(a) - Number(b));
  if (typeof value !== "object") return null;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

function cellDigest(cell: Cell, formulaValues: boolean): Json {
  const { value, formula, format, hyperlink, forcedText } = cell;
  const content = formula === undefined ? { value } : { formula, ...(formulaValues ? { value } : {}) };
  return plain({
    ...content,
    format: Object.keys(format).length > 0 ? format : undefined,
    hyperlink,
    forcedText: forcedText === true ? true : undefined,
  });
}

function cellsDigest(sheet: SheetData, formulaValues: boolean): Json {
  const told = [...sheet.cells].filter(
    ([, cell]) => !isBlank(cell) || Object.keys(cell.format).length > 0 || cell.hyperlink !== undefined,
  );
  told.sort(([a], [b]) => a - b);
  return Object.fromEntries(
    told.map(([key, cell]) => [cellAddress(rowOf(key), columnOf(key)), cellDigest(cell, formulaValues)]),
  );
}

function addresses(rects: readonly Rect[]): string[] {
  return rects.map((rect) => rectAddress(rect));
}
function sortedJson(items: readonly Json[]): Json[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function filterDigest(filter: AutoFilterData | null): Json {
  return filter && { rect: rectAddress(filter.rect), criteria: plain(filter.criteria) };
}
function tableDigest({ id: _id, rect, columns, filter, ...rest }: TableData): Json {
  return {
    ...(plain(rest) as Record<string, Json>),
    rect: rectAddress(rect),
    columns: columns.map(({ id: _column, ...column }) => plain(column)),
    filter: filterDigest(filter),
  };
}

/** Numbers keyed maps in runs, so that a format of a thousand columns is one line. */
function runs(map: ReadonlyMap<number, unknown>): Json {
  const out: { first: number; last: number; value: Json }[] = [];
  for (const [index, value] of [...map].sort(([a], [b]) => a - b)) {
    const open = out.at(-1);
    const json = plain(value);
    if (open && open.last === index - 1 && JSON.stringify(open.value) === JSON.stringify(json)) open.last = index;
    else out.push({ first: index, last: index, value: json });
  }
  return out;
}

function sheetDigest(sheet: SheetData, options: DigestOptions): Json {
  const parts: Record<string, Json> = {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    cells: cellsDigest(sheet, options.formulaValues !== false),
    columnFormats: runs(sheet.columnFormats),
    rowFormats: runs(sheet.rowFormats),
    columnWidths: runs(sheet.columnWidths),
    rowHeights: runs(sheet.rowHeights),
    hiddenColumns: plain(sheet.hiddenColumns),
    hiddenRows: plain(sheet.hiddenRows),
    filteredRows: plain(sheet.filteredRows),
    standardWidth: sheet.standardWidth,
    merges: addresses(sheet.merges).sort(),
    freeze: plain(sheet.freeze),
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    protection: plain(sheet.protection),
    // Each cell has one validation at most, so their order says nothing.
    validations: sortedJson(
      sheet.validations.map(({ ranges, ...rest }) => ({
        ...(plain(rest) as Record<string, Json>),
        ranges: addresses(ranges),
      })),
    ),
    conditionalFormats: sheet.conditionalFormats.map(({ id: _id, ranges, ...rest }) => ({
      ...(plain(rest) as Record<string, Json>),
      ranges: addresses(ranges),
    })),
    tables: sheet.tables.map(tableDigest),
    autoFilter: filterDigest(sheet.autoFilter),
    notes: sortedJson(sheet.notes.map(plain)),
    comments: sheet.comments.map(({ id: _id, replies, ...rest }) => ({
      ...(plain(rest) as Record<string, Json>),
      replies: replies.map(({ id: _reply, ...reply }) => plain(reply)),
    })),
    charts: sheet.charts.map(({ id: _id, ...chart }) => plain(chart)),
    page: plain(sheet.page),
    customProperties: plain(sheet.customProperties),
  };
  for (const part of options.without ?? []) parts[part] = null;
  return parts;
}

/**
 * Two workbooks are the same to a person exactly when their digests are deeply equal. Sheets in order, cells by address,
 * conditional formats by priority; ids are left out.
 */
export function digest(data: WorkbookData, options: DigestOptions = {}): Json {
  const sheetName = (id: string | null): string | null => data.sheets.find((sheet) => sheet.id === id)?.name ?? null;
  const names = data.names.map(({ scope, ...rest }) => ({
    ...(plain(rest) as Record<string, Json>),
    scope: sheetName(scope),
  }));
  const memory =
    options.memory === false
      ? {}
      : {
          settings: plain(data.settings),
          customXml: data.customXml.map(({ xml }) => xml),
          properties: plain(data.properties),
        };
  return {
    sheets: data.sheets.map((sheet) => sheetDigest(sheet, options)),
    names: sortedJson(names),
    activeSheet: options.without?.includes("selection") === true ? null : sheetName(data.activeSheet),
    selection: options.without?.includes("selection") === true ? null : rectAddress(data.selection),
    date1904: data.date1904,
    calculationMode: data.calculationMode,
    ...memory,
  };
}
