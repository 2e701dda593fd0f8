/** Where rows and columns lie on a sheet, in points. */
import { STANDARD_HEIGHT } from "../../model/newWorkbook";
import type { SheetData } from "../../model/types";

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
