/** A workbook read from a file as the same plain data that the add-in reads out of Excel. */
import { MAX_COLUMNS } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { METADATA_NAMESPACE } from "../../src/core/schema/metadata";
import { isEnormous, lengthBeforeGap } from "../../src/core/recognise/nearCells";
import type { CellValue, Snapshot, SnapshotSheet } from "../../src/core/recognise/snapshot";
import type { CellScalar, SheetData, WorkbookData } from "../../host/model/types";

/** More cells than are held at once, also where no gap is between them. */
const MOST_CELLS = 5_000_000;

const valueOf = (value: CellScalar | undefined): CellValue =>
  value === undefined || value === null ? "" : typeof value === "object" ? { error: value.error } : value;

interface UsedPart {
  readonly rect: Rect | null;
  /** Cells outside of it hold something, too. */
  readonly isCut: boolean;
}

/** The rectangle around all cells with a value or a formula; where that is too large, without those far away. */
function usedPart(sheet: SheetData): UsedPart {
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  for (const [key, cell] of sheet.cells) {
    if (cell.value === null && cell.formula === undefined) continue;
    rows.add(Math.floor(key / MAX_COLUMNS));
    columns.add(key % MAX_COLUMNS);
  }
  if (rows.size === 0) return { rect: null, isCut: false };
  const least = (places: ReadonlySet<number>): number => [...places].reduce((a, b) => Math.min(a, b));
  const most = (places: ReadonlySet<number>): number => [...places].reduce((a, b) => Math.max(a, b));
  const [row, column] = [least(rows), least(columns)];
  const whole = { row, column, rows: most(rows) - row + 1, columns: most(columns) - column + 1 };
  if (!isEnormous(whole)) return { rect: whole, isCut: false };
  const length = (start: number, places: ReadonlySet<number>): number =>
    lengthBeforeGap(
      start,
      [...places].map((place) => [place, 1]),
    );
  const near = { row, column, rows: length(row, rows), columns: length(column, columns) };
  const rect = { ...near, rows: Math.min(near.rows, Math.max(1, Math.floor(MOST_CELLS / near.columns))) };
  return { rect, isCut: rect.rows < whole.rows || rect.columns < whole.columns };
}

/** Sheets of which only a part is looked at. */
export const sheetsCut = (data: WorkbookData): readonly { readonly sheet: string; readonly rect: Rect }[] =>
  data.sheets.flatMap((sheet) => {
    const { rect, isCut } = usedPart(sheet);
    return isCut && rect !== null ? [{ sheet: sheet.name, rect }] : [];
  });

function formatOfColumn(sheet: SheetData, used: Rect, column: number): string | null {
  const formats = new Set<string>();
  for (let row = used.row; row < used.row + used.rows; row += 1) {
    const cell = sheet.cells.get(row * MAX_COLUMNS + column);
    formats.add(cell?.format.numberFormat ?? sheet.columnFormats.get(column)?.numberFormat ?? "General");
  }
  return formats.size === 1 ? ([...formats][0] ?? null) : null;
}

function snapshotSheet(sheet: SheetData): SnapshotSheet {
  const used = usedPart(sheet).rect;
  const rows = Array.from({ length: used?.rows ?? 0 }, (_, r) => (used?.row ?? 0) + r);
  const columns = Array.from({ length: used?.columns ?? 0 }, (_, c) => (used?.column ?? 0) + c);
  const cell = (row: number, column: number) => sheet.cells.get(row * MAX_COLUMNS + column);
  const formulas = new Map<number, readonly string[]>();
  for (const [offset, column] of columns.entries()) {
    const texts = rows.map((row) => cell(row, column)?.formula ?? "");
    if (texts.some((text) => text !== "")) formulas.set(offset, texts);
  }
  return {
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    isProtected: sheet.protection !== null,
    used,
    values: rows.map((row) => columns.map((column) => valueOf(cell(row, column)?.value))),
    formulas,
    numberFormats: used === null ? [] : columns.map((column) => formatOfColumn(sheet, used, column)),
    merges: sheet.merges,
    hiddenRows: [...sheet.hiddenRows, ...sheet.filteredRows].sort((a, b) => a - b),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    isFiltered: sheet.filteredRows.size > 0,
    tables: sheet.tables.map((table) => ({
      name: table.name,
      rect: table.rect,
      columns: table.columns.map(({ name }) => name),
      hasHeader: table.showHeaders,
      hasTotals: table.showTotals,
    })),
  };
}

/** All sheets; the open one is the file's own until `withOpenSheet` says otherwise. */
export function snapshotOf(data: WorkbookData): Snapshot {
  return {
    sheets: data.sheets.map(snapshotSheet),
    activeSheet: data.sheets.find(({ id }) => id === data.activeSheet)?.name ?? "",
    names: data.names
      .filter(({ scope }) => scope === null)
      .map(({ name, formula }) => ({ name, formula, value: null })),
    metadata: data.customXml.find(({ xml }) => xml.includes(METADATA_NAMESPACE))?.xml ?? null,
    date1904: data.date1904,
  };
}
