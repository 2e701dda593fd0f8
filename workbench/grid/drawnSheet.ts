/** What of a sheet the grid must show: its cells as drawn, and its layout, as plain data that can be compared. */
import type { ICellData, IRange } from "@univerjs/core";
import { columnOf, formatAt, rowOf } from "../../host/model/cellStore";
import type { CellFormat, CellKey, RuleFormat, SheetData } from "../../host/model/types";
import { MAX_COLUMNS, type Rect } from "../../src/core/model/a1";
import { insideRect, tableLook, withNamedStyle } from "./cellStyles";
import { drawnCell, drawnStyle } from "./drawnCell";

const PIXELS_PER_POINT = 4 / 3;
export const toPixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);
export const toPoints = (pixels: number): number => pixels / PIXELS_PER_POINT;

const NO_LOOK: CellFormat = {};

export function toRange(rect: Rect): IRange {
  return {
    startRow: rect.row,
    startColumn: rect.column,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.column + rect.columns - 1,
  };
}

/** Looks of the table styles by cell. */
function tableLooks(sheet: SheetData): Map<CellKey, CellFormat> {
  const looks = new Map<CellKey, CellFormat>();
  for (const table of sheet.tables) {
    const { rect } = table;
    for (let row = rect.row; row < rect.row + rect.rows; row += 1)
      for (let column = rect.column; column < rect.column + rect.columns; column += 1)
        looks.set(row * MAX_COLUMNS + column, tableLook(table, row, column));
  }
  return looks;
}

/** Every cell that has something to show. `rules`: formats that conditional formats give at the moment. */
export function drawnCells(sheet: SheetData, rules: ReadonlyMap<CellKey, RuleFormat>): Map<CellKey, ICellData> {
  const looks = tableLooks(sheet);
  const cells = new Map<CellKey, ICellData>();
  for (const key of new Set([...sheet.cells.keys(), ...looks.keys(), ...rules.keys()])) {
    const cell = sheet.cells.get(key);
    const own = formatAt(sheet, rowOf(key), columnOf(key));
    cells.set(key, drawnCell(cell, drawnStyle(own, looks.get(key) ?? NO_LOOK, rules.get(key))));
  }
  return cells;
}

/** A style that takes every look away, for cells that have none any more. */
export const BLANK_CELL: ICellData = drawnCell(undefined, drawnStyle(NO_LOOK, NO_LOOK, undefined));

export interface DrawnLayout {
  readonly rows: number;
  readonly columns: number;
  /** Column → pixels. */
  readonly widths: Readonly<Record<number, number>>;
  readonly heights: Readonly<Record<number, number>>;
  readonly standardWidth: number;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly IRange[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
}

const STANDARD_FONT = 11;
const STANDARD_WIDTH_PX = 64;

/** Width of a text in units of the font's size: Chinese characters are square, Latin ones about half as wide. */
const textUnits = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 1 : 0.55), 0);

/** Heights of rows that nobody set, where a large font or wrapped text needs more than the standard, as Excel fits them. */
function fittedHeights(sheet: SheetData): Map<number, number> {
  const heights = new Map<number, number>();
  const merged = (row: number, column: number): boolean => sheet.merges.some((rect) => insideRect(rect, row, column));
  for (const [key, cell] of sheet.cells) {
    const row = rowOf(key);
    const column = columnOf(key);
    const own = formatAt(sheet, row, column);
    const format = own.styleName === undefined ? own : withNamedStyle(own);
    const size = format.fontSize ?? STANDARD_FONT;
    if (cell.value === null || sheet.rowHeights.has(row) || (size <= 12 && format.wrap !== true)) continue;
    let lines = 1;
    if (format.wrap === true && typeof cell.value === "string" && !merged(row, column)) {
      const width = (toPixels(sheet.columnWidths.get(column) ?? sheet.standardWidth) || STANDARD_WIDTH_PX) - 6;
      const perUnit = toPixels(size) * (format.bold === true ? 1.06 : 1);
      lines = cell.value
        .split("\n")
        .reduce((sum, text) => sum + Math.max(1, Math.ceil((textUnits(text) * perUnit) / width)), 0);
    }
    const needed = Math.round(toPixels(size) * 1.27 * lines + 2);
    if (needed > Math.max(20, heights.get(row) ?? 0)) heights.set(row, needed);
  }
  return heights;
}

/** Rows and columns below and beside what is used. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 12;

export function drawnLayout(sheet: SheetData): DrawnLayout {
  let lastRow = 0;
  let lastColumn = 0;
  for (const key of sheet.cells.keys()) {
    lastRow = Math.max(lastRow, rowOf(key));
    lastColumn = Math.max(lastColumn, columnOf(key));
  }
  const pixels = (sizes: ReadonlyMap<number, number>): Record<number, number> =>
    Object.fromEntries([...sizes].map(([index, points]) => [index, toPixels(points)]));
  return {
    rows: Math.max(200, Math.ceil((lastRow + SPARE_ROWS) / 50) * 50),
    columns: Math.max(30, lastColumn + SPARE_COLUMNS),
    widths: pixels(new Map([...sheet.columnWidths].filter(([column]) => column < lastColumn + SPARE_COLUMNS))),
    heights: {
      ...Object.fromEntries(fittedHeights(sheet)),
      ...pixels(new Map([...sheet.rowHeights].filter(([row]) => row < lastRow + SPARE_ROWS))),
    },
    standardWidth: toPixels(sheet.standardWidth),
    hiddenRows: [...new Set([...sheet.hiddenRows, ...sheet.filteredRows])].sort((a, b) => a - b),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    merges: sheet.merges.map(toRange),
    freeze: sheet.freeze ?? { rows: 0, columns: 0 },
    gridlines: sheet.showGridlines,
  };
}
