/**
 * Reads again what a person edited, in the round trip that looks at the workbook anyway: the cells typed over, the
 * columns of formulas (they may show something else now), error cells and the number formats of the heads.
 */
import { intersect, parseRect, type Rect } from "../core/model/a1";
import { withFreshCells, type CellEdit, type FreshCells } from "../core/recognise/edits";
import type { Snapshot, SnapshotName, SnapshotSheet } from "../core/recognise/snapshot";
import { cellsOf, columnFormats, errorCells, FORMAT_ROWS, formulaText, rectsOf } from "./plainCells";
import { rangeOf } from "./styles";

/** A sheet that was read as a whole, by itself or with the log of acceptances, and the cells typed over since. */
export interface KnownSheet {
  readonly sheetId: string;
  readonly snapshot: Snapshot;
  readonly edits: readonly CellEdit[];
}

/** What the look at the workbook says of it now. */
interface NowOpen {
  readonly active: string;
  readonly activeId: string;
  readonly activeUsed: Rect | null;
  readonly activeFiltered: boolean;
  readonly activeHides: boolean;
  readonly tables: readonly { readonly name: string; readonly sheet: string }[];
  readonly names: readonly SnapshotName[];
}

export interface PendingFresh {
  readonly cells: readonly { readonly rect: Rect; readonly range: Excel.Range; readonly withFormulas: boolean }[];
  readonly errors: readonly Excel.RangeAreas[];
  readonly formats: Excel.Range;
}

const readSheetOf = ({ snapshot }: KnownSheet): SnapshotSheet | undefined =>
  snapshot.sheets.find(({ name }) => name === snapshot.activeSheet);

const columnOf = (used: Rect, offset: number): Rect => ({ ...used, column: used.column + offset, columns: 1 });

/** Areas that were typed over, within what was read; null where one of them cannot be told or lies elsewhere. */
function editedRects({ edits, sheetId }: KnownSheet, used: Rect): readonly Rect[] | null {
  const rects: Rect[] = [];
  for (const edit of edits) {
    if (edit.sheetId !== sheetId) return null;
    for (const area of edit.address.split(",")) {
      const rect = parseRect(area);
      if (rect === null) return null;
      const inside = intersect(rect, used);
      if (inside !== null) rects.push(inside);
    }
  }
  return rects;
}

/** Queues the reading of what was edited; null when all has to be read. */
export function askFresh(context: Excel.RequestContext, known: KnownSheet): PendingFresh | null {
  const sheet = readSheetOf(known);
  const used = sheet?.used ?? null;
  if (sheet === undefined || used === null) return null;
  const edited = editedRects(known, used);
  if (edited === null) return null;
  const open = context.workbook.worksheets.getActiveWorksheet();
  const cells = [
    ...[...sheet.formulas.keys()].map((offset) => ({ rect: columnOf(used, offset), withFormulas: false })),
    // After the columns of formulas: a formula may have been typed over.
    ...edited.map((rect) => ({ rect, withFormulas: true })),
  ];
  return {
    cells: cells.map(({ rect, withFormulas }) => ({
      rect,
      withFormulas,
      range: rangeOf(open, rect).load(withFormulas ? "values,formulas" : "values"),
    })),
    errors: errorCells(open.getUsedRangeOrNullObject(true)),
    formats: rangeOf(open, { ...used, rows: Math.min(used.rows, FORMAT_ROWS) }).load("numberFormat"),
  };
}

const sameRect = (a: Rect | null, b: Rect | null): boolean =>
  a !== null && b !== null && a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** Whether the sheet still is the one that was read: same sheet, same extent, same tables, nothing newly hidden or shown. */
function isSame({ snapshot, sheetId }: KnownSheet, sheet: SnapshotSheet, now: NowOpen): boolean {
  const tables = now.tables.filter(({ sheet: on }) => on === now.active).map(({ name }) => name);
  return (
    now.activeId === sheetId &&
    now.active === snapshot.activeSheet &&
    sameRect(now.activeUsed, sheet.used) &&
    now.activeHides === sheet.hiddenRows.length + sheet.hiddenColumns.length > 0 &&
    tables.length === sheet.tables.length &&
    sheet.tables.every(({ name }) => tables.includes(name))
  );
}

/** The workbook as read before with what was edited since, after the sync; null when all has to be read. */
export function patched(known: KnownSheet, pending: PendingFresh, now: NowOpen): Snapshot | null {
  const sheet = readSheetOf(known);
  if (sheet === undefined || !isSame(known, sheet, now)) return null;
  const errors = rectsOf(pending.errors);
  const fresh = pending.cells.map(({ rect, range, withFormulas }): FreshCells => ({
    rect,
    values: cellsOf(range.values as unknown[][], rect, errors),
    formulas: withFormulas ? (range.formulas as unknown[][]).map((row) => row.map(formulaText)) : null,
  }));
  const again = {
    ...withFreshCells(sheet, fresh),
    numberFormats: columnFormats(pending.formats, sheet.used?.columns ?? 0),
    isFiltered: now.activeFiltered,
  };
  const sheets = known.snapshot.sheets.map((one) => (one === sheet ? again : one));
  return { ...known.snapshot, sheets, names: now.names };
}
