/** What of a sheet the grid must show: its cells as drawn, and its layout, as plain data that can be compared. */
import type { ICellData, IRange } from "@univerjs/core";
import { columnOf, formatAt, rowOf } from "../../host/model/cellStore";
import type { CellFormat, CellKey, RuleFormat, SheetData } from "../../host/model/types";
import { MAX_COLUMNS, type Rect } from "../../src/core/model/a1";
import { tableLook } from "./cellStyles";
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
export function drawnCells(
  sheet: SheetData,
  rules: ReadonlyMap<CellKey, RuleFormat>,
  dark: boolean,
): Map<CellKey, ICellData> {
  const looks = tableLooks(sheet);
  const cells = new Map<CellKey, ICellData>();
  for (const key of new Set([...sheet.cells.keys(), ...looks.keys(), ...rules.keys()])) {
    const cell = sheet.cells.get(key);
    const own = formatAt(sheet, rowOf(key), columnOf(key));
    cells.set(key, drawnCell(cell, drawnStyle(own, looks.get(key) ?? NO_LOOK, rules.get(key), dark)));
  }
  return cells;
}

/** A style that takes every look away, for cells that have none any more. */
export const BLANK_CELL = (dark: boolean): ICellData => drawnCell(undefined, drawnStyle(NO_LOOK, NO_LOOK, undefined, dark));

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
    heights: pixels(new Map([...sheet.rowHeights].filter(([row]) => row < lastRow + SPARE_ROWS))),
    standardWidth: toPixels(sheet.standardWidth),
    hiddenRows: [...new Set([...sheet.hiddenRows, ...sheet.filteredRows])].sort((a, b) => a - b),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    merges: sheet.merges.map(toRange),
    freeze: sheet.freeze ?? { rows: 0, columns: 0 },
    gridlines: sheet.showGridlines,
  };
}
