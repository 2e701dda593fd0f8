/**
 * Rows under tables that stand: what must be known before (one round trip with everything else), the steps, and the way back.
 * New rows look like the last one. Where something stands right under the table it moves down as a whole, if that tears
 * nothing; what is printed, and a chart of the whole table, grow with it.
 */
import type { TableAppend } from "../core/blueprint/types";
import { addedCells } from "../core/blueprint/written";
import { parseRect, rectAddress, splitAddress, type Rect } from "../core/model/a1";
import type { GrownTable, SheetEnd } from "../core/schema/unfinished";
import { rangeOf } from "./styles";

const lastRowOf = (rect: Rect): number => rect.row + rect.rows - 1;

interface LoadedEnd {
  readonly used: Excel.Range;
  readonly sheet: Excel.Worksheet;
}
function loadEnd(sheet: Excel.Worksheet): LoadedEnd {
  sheet.load("charts/items/top");
  return { sheet, used: sheet.getUsedRangeOrNullObject(true).load("address") };
}
function endOf({ sheet, used }: LoadedEnd): SheetEnd {
  const rect = used.isNullObject ? null : parseRect(splitAddress(used.address).address);
  return {
    lastRow: rect === null ? 0 : lastRowOf(rect),
    chartTop: Math.max(0, ...sheet.charts.items.map(({ top }) => top)),
  };
}

interface Loaded {
  readonly append: TableAppend;
  readonly range: Excel.Range;
  readonly under: Excel.Range;
  readonly last: Excel.RangeFormat;
  readonly sheet: Excel.Worksheet;
  readonly area: Excel.RangeAreas;
  readonly end: LoadedEnd;
  /** Columns that shall come into sight. */
  readonly show: readonly Excel.Range[];
}

/** Queues the loading; read with `grownTables` after the sync. */
export function loadGrowth(context: Excel.RequestContext, appends: readonly TableAppend[]): readonly Loaded[] {
  return appends.map((append) => {
    const table = context.workbook.tables.getItem(append.table);
    const range = table.getRange().load("address,top,height");
    const sheet = table.worksheet.load("name,standardHeight");
    return {
      append,
      end: loadEnd(sheet),
      range,
      sheet,
      show: (append.show ?? []).map((offset) => range.getColumn(offset).load("columnHidden,columnIndex")),
      under: range.getRowsBelow(Math.max(1, append.rows.length + (append.apart ?? 0))).load("values,height"),
      last: range.getLastRow().format.load("rowHeight"),
      area: sheet.pageLayout.getPrintAreaOrNullObject().load("address"),
    };
  });
}

/** The tables with their places; `blocked` names the first one under which there is no room and none can be made. */
export function grownTables(loaded: readonly Loaded[]): {
  readonly grown: readonly GrownTable[];
  readonly blocked: string | null;
} {
  const found = loaded.map(({ append, range, under, last, sheet, area, end, show }) => {
    const rect = parseRect(splitAddress(range.address).address);
    const known = rect ?? { row: 0, column: 0, rows: 1, columns: 1 };
    const bottom = range.top + range.height;
    const holdsCells = (under.values as unknown[][]).some((row) => row.some((value) => value !== ""));
    const holdsChart = sheet.charts.items.some(({ top }) => top >= bottom - 1 && top < bottom + under.height);
    const isTaken = holdsCells || holdsChart;
    const height = last.rowHeight as number | null;
    const isUsual = height === null || Math.abs(height - sheet.standardHeight) < 0.5;
    return {
      isBlocked: rect === null || (holdsCells && append.makeRoom !== true),
      grown: {
        table: append.table,
        sheet: sheet.name,
        rect: known,
        added: append.rows.length,
        inserted: isTaken && append.makeRoom === true,
        printArea: area.isNullObject ? null : splitAddress(area.address).address,
        height: isUsual ? null : height,
        usualHeight: sheet.standardHeight,
        before: endOf(end),
        shown: show.filter(({ columnHidden }) => columnHidden).map(({ columnIndex }) => columnIndex),
        cells: addedCells(sheet.name, { row: known.row + known.rows, column: known.column }, append.rows),
      },
    };
  });
  return {
    grown: lowered(found.map(({ grown }) => grown)),
    blocked: found.find(({ isBlocked }) => isBlocked)?.grown.table ?? null,
  };
}

/** What stands under a table that gets rows put in has moved down by the time its own turn comes. */
const lowered = (all: readonly GrownTable[]): readonly GrownTable[] =>
  all.map((grown, place) => {
    const above = all
      .slice(0, place)
      .filter(({ sheet, inserted, rect }) => inserted && sheet === grown.sheet && lastRowOf(rect) < grown.rect.row);
    const by = above.reduce((sum, { added }) => sum + added, 0);
    if (by === 0) return grown;
    const printed = parseRect(grown.printArea ?? "");
    return {
      ...grown,
      rect: { ...grown.rect, row: grown.rect.row + by },
      printArea: printed === null ? grown.printArea : rectAddress({ ...printed, rows: printed.rows + by }),
      before: { ...grown.before, lastRow: grown.before.lastRow + by },
      cells: {
        ...grown.cells,
        rows: grown.cells.rows.map(([row, ...rest]) => [row + by, ...rest] as const),
        formulas: grown.cells.formulas.map((rect) => ({ ...rect, row: rect.row + by })),
      },
    };
  });

/** The rows under a table that are added. */
export const under = ({ rect, added }: Pick<GrownTable, "rect" | "added">): Rect => ({
  ...rect,
  row: rect.row + rect.rows,
  rows: added,
});

/** A new page begins with each of the rows. */
export function beginPages(sheet: Excel.Worksheet, rows: readonly number[]): void {
  for (const row of rows) sheet.horizontalPageBreaks.add(rectAddress({ row, column: 0, rows: 1, columns: 1 }));
}

/**
 * Room and looks of the new rows: before anything is written into them.
 * @param pages heights of the rows of one page, in tables that hold a page for each person
 */
export function prepareRows(context: Excel.RequestContext, grown: GrownTable, pages: readonly number[] = []): void {
  const sheet = context.workbook.worksheets.getItem(grown.sheet);
  const place = under(grown);
  if (grown.inserted) rangeOf(sheet, place).getEntireRow().insert("Down");
  setHidden(sheet, grown, false);
  const target = rangeOf(sheet, place);
  // The last page as a whole, or the last row.
  const like = pages.length > 0 && grown.rect.rows > pages.length ? pages.length : 1;
  const above = { ...place, row: place.row - like, rows: like };
  // A table without a row of its own has only its head above.
  if (grown.rect.rows > 1) target.copyFrom(rangeOf(sheet, above), "Formats");
  if (pages.length === 0) {
    if (grown.height !== null) target.format.rowHeight = grown.height;
    return;
  }
  for (let i = 0; i < place.rows; i += 1)
    rangeOf(sheet, { ...place, row: place.row + i, rows: 1 }).format.rowHeight = pages[i % pages.length] ?? 0;
  const starts = Array.from({ length: Math.ceil(place.rows / pages.length) }, (_, i) => place.row + i * pages.length);
  beginPages(sheet, starts);
}

const setHidden = (sheet: Excel.Worksheet, { shown }: GrownTable, isHidden: boolean): void => {
  for (const column of shown) sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = isHidden;
};

/** What is printed ends with the table again. */
export function growPrintArea(context: Excel.RequestContext, { sheet, rect, added, printArea }: GrownTable): void {
  const printed = printArea === null ? null : parseRect(printArea);
  if (printed === null || lastRowOf(printed) !== lastRowOf(rect)) return;
  const grown = { ...printed, rows: printed.rows + added };
  context.workbook.worksheets.getItem(sheet).pageLayout.setPrintArea(rectAddress(grown));
}

interface LoadedShrinking {
  readonly grown: GrownTable;
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly now: Excel.Range;
  readonly end: LoadedEnd;
  readonly breaks: Excel.PageBreakCollection;
}
/** Queues the loading of what must be known before new rows are taken away; the table may be gone. */
export function loadShrinking(context: Excel.RequestContext, grown: GrownTable): LoadedShrinking {
  const table = context.workbook.tables.getItemOrNullObject(grown.table).load("name");
  const sheet = context.workbook.worksheets.getItemOrNullObject(grown.sheet).load("name");
  const breaks = sheet.horizontalPageBreaks.load("items/rowIndex");
  return { grown, table, sheet, now: table.getRange().load("address"), end: loadEnd(sheet), breaks };
}

/** Whether the rows under the table are ours to take away: where rows are put in, only once they are. */
export function isThere({ grown, sheet, end, table, now }: LoadedShrinking): boolean {
  if (sheet.isNullObject) return false;
  // It has not moved down with what stands above it, so its own turn never came.
  if (!table.isNullObject && parseRect(splitAddress(now.address).address)?.row !== grown.rect.row) return false;
  if (!grown.inserted) return true;
  const { lastRow, chartTop } = endOf(end);
  return lastRow > grown.before.lastRow || chartTop > grown.before.chartTop + 0.5;
}

/** Takes new rows away again, as far as they were made: Excel keeps what came before an action that failed. */
export function shrinkTable(loaded: LoadedShrinking): void {
  const { grown, table, sheet, now } = loaded;
  const { rect, added, inserted, printArea, height, usualHeight } = grown;
  if (table.isNullObject || sheet.isNullObject || added === 0) return;
  if (parseRect(splitAddress(now.address).address)?.row !== rect.row) return;
  setHidden(sheet, grown, true);
  if (splitAddress(now.address).address !== rectAddress(rect)) table.resize(rectAddress(rect));
  const place = rangeOf(sheet, under(grown));
  if (!inserted) {
    const { row, rows } = under(grown);
    const ours = loaded.breaks.items.filter(({ rowIndex }) => rowIndex >= row && rowIndex < row + rows);
    // From the last one up: each that goes moves the others in the list.
    for (const one of ours.reverse()) one.delete();
    place.clear();
    if (height !== null) place.format.rowHeight = usualHeight;
  } else if (isThere(loaded)) place.getEntireRow().delete("Up");
  if (printArea !== null && parseRect(printArea) !== null) sheet.pageLayout.setPrintArea(printArea);
}
