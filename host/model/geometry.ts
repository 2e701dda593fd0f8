/** Where rows and columns lie on a sheet, in points. */
import { STANDARD_HEIGHT } from "./newWorkbook";
import type { ChartData, SheetData } from "./types";

export function columnWidthOf(sheet: SheetData, column: number): number {
  return sheet.columnWidths.get(column) ?? sheet.standardWidth;
}
export function rowHeightOf(sheet: SheetData, row: number): number {
  return sheet.rowHeights.get(row) ?? STANDARD_HEIGHT;
}

/** Distance of a column's left edge from the sheet's; hidden columns take no room. */
export function leftOf(sheet: SheetData, column: number): number {
  let left = column * sheet.standardWidth;
  for (const [c, width] of sheet.columnWidths) if (c < column) left += width - sheet.standardWidth;
  for (const c of sheet.hiddenColumns) if (c < column) left -= columnWidthOf(sheet, c);
  return left;
}
/** Distance of a row's top edge from the sheet's; hidden and filtered rows take no room. */
export function topOf(sheet: SheetData, row: number): number {
  let top = row * STANDARD_HEIGHT;
  for (const [r, height] of sheet.rowHeights) if (r < row) top += height - STANDARD_HEIGHT;
  for (const r of new Set([...sheet.hiddenRows, ...sheet.filteredRows])) if (r < row) top -= rowHeightOf(sheet, r);
  return top;
}

/** A column or row, and how far inside it, in points. */
export interface Edge {
  readonly index: number;
  readonly offset: number;
}
/** The cells that the corners of a chart stand in. */
export interface ChartAnchor {
  readonly from: { readonly column: Edge; readonly row: Edge };
  readonly to: { readonly column: Edge; readonly row: Edge };
}

/** The column or row at a distance from the sheet's corner; hidden ones take no room. */
function edgeAt(points: number, sizeOf: (index: number) => number): Edge {
  let rest = Math.max(0, points);
  for (let index = 0; ; index += 1) {
    const size = sizeOf(index);
    if (rest < size) return { index, offset: rest };
    rest -= size;
  }
}
const shownWidth = (sheet: SheetData, column: number): number =>
  sheet.hiddenColumns.has(column) ? 0 : columnWidthOf(sheet, column);
const shownHeight = (sheet: SheetData, row: number): number =>
  sheet.hiddenRows.has(row) || sheet.filteredRows.has(row) ? 0 : rowHeightOf(sheet, row);

export function anchorOf(sheet: SheetData, { left, top, width, height }: ChartData): ChartAnchor {
  const column = (points: number): Edge => edgeAt(points, (index) => shownWidth(sheet, index));
  const row = (points: number): Edge => edgeAt(points, (index) => shownHeight(sheet, index));
  return {
    from: { column: column(left), row: row(top) },
    to: { column: column(left + width), row: row(top + height) },
  };
}

/** Where an edge is now; inside a column or row that has become smaller it stays at its end. */
function pointsAt(start: number, size: number, { offset }: Edge): number {
  return start + Math.min(offset, size);
}

type Box = Pick<ChartData, "left" | "top" | "width" | "height">;
/** The cells of charts as they were placed last: a corner in a hidden row comes back with it. */
const placed = new WeakMap<ChartData, { readonly anchor: ChartAnchor; readonly box: Box }>();
const boxOf = ({ left, top, width, height }: ChartData): Box => ({ left, top, width, height });

/** Rows or columns were put in or taken out: the cells under a chart are others now. */
export function forgetPlace(chart: ChartData): void {
  placed.delete(chart);
}

function standingAnchor(sheet: SheetData, chart: ChartData): ChartAnchor {
  const last = placed.get(chart);
  const isMoved = last === undefined || JSON.stringify(last.box) !== JSON.stringify(boxOf(chart));
  return isMoved ? anchorOf(sheet, chart) : last.anchor;
}

/** Changes sizes on a sheet; its charts move and grow with their cells, as Excel's do. */
export function withCharts(sheet: SheetData, change: () => void): void {
  const anchors = sheet.charts.map((chart) => standingAnchor(sheet, chart));
  change();
  const left = ({ column }: ChartAnchor["from"]): number =>
    pointsAt(leftOf(sheet, column.index), shownWidth(sheet, column.index), column);
  const top = ({ row }: ChartAnchor["from"]): number =>
    pointsAt(topOf(sheet, row.index), shownHeight(sheet, row.index), row);
  sheet.charts.forEach((chart, i) => {
    const anchor = anchors[i];
    if (anchor === undefined) return;
    chart.left = left(anchor.from);
    chart.top = top(anchor.from);
    chart.width = left(anchor.to) - chart.left;
    chart.height = top(anchor.to) - chart.top;
    placed.set(chart, { anchor, box: boxOf(chart) });
  });
}
