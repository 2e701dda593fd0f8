/** Where the parts of a table lie, and what its columns are filled with. */
import type { Rect } from "../../src/core/model/a1";
import { isBlank, keyOf } from "./cellStore";
import { movedFormula } from "./formulaReferences";
import type { ModelState } from "./modelState";
import type { SheetData, TableData } from "./types";

/** The rows between header and totals; may have no rows while a table is being changed. */
export function bodyRect(table: TableData): Rect {
  const top = table.showHeaders ? 1 : 0;
  const bottom = table.showTotals ? 1 : 0;
  return { ...table.rect, row: table.rect.row + top, rows: table.rect.rows - top - bottom };
}
/** Header and body: what a table's filter covers. */
export function filterRect(table: TableData): Rect {
  return { ...table.rect, rows: table.rect.rows - (table.showTotals ? 1 : 0) };
}

/** Fills the blank cells of calculated columns in the given body rows. */
export function fillCalculatedColumns(
  state: ModelState,
  sheet: SheetData,
  table: TableData,
  row: number,
  rows: number,
): void {
  const body = bodyRect(table);
  table.columns.forEach((column, place) => {
    if (column.calculatedFormula === undefined) return;
    for (let r = row; r < row + rows; r += 1) {
      const key = keyOf(r, body.column + place);
      const cell = sheet.cells.get(key);
      if (cell && !isBlank(cell)) continue;
      const formula = movedFormula(column.calculatedFormula, r - body.row, 0);
      if (cell) cell.formula = formula;
      else sheet.cells.set(key, { value: null, formula, format: sheet.columnFormats.get(body.column + place) ?? {} });
      state.dirty.cell(sheet.id, key);
    }
  });
}

/** The formula that every body cell of a column holds, told as it stands in the first body row; undefined when they differ. */
function commonFormula(sheet: SheetData, table: TableData, place: number): string | undefined {
  const body = bodyRect(table);
  const column = body.column + place;
  const first = sheet.cells.get(keyOf(body.row, column))?.formula;
  if (first === undefined) return undefined;
  for (let r = 1; r < body.rows; r += 1) {
    const formula = sheet.cells.get(keyOf(body.row + r, column))?.formula;
    if (formula === undefined) return undefined;
    if (formula !== first && movedFormula(formula, -r, 0) !== first) return undefined;
  }
  return first;
}

/** Notes which columns are filled with one formula; a column that no longer is keeps its formula for new rows, as in Excel. */
export function detectCalculatedColumns(sheet: SheetData, table: TableData, firstPlace: number, places: number): void {
  for (let place = firstPlace; place < firstPlace + places; place += 1) {
    const column = table.columns[place];
    if (!column) continue;
    const formula = commonFormula(sheet, table, place);
    if (formula !== undefined) column.calculatedFormula = formula;
    else if (!hasFormula(sheet, table, place)) delete column.calculatedFormula;
  }
}
function hasFormula(sheet: SheetData, table: TableData, place: number): boolean {
  const body = bodyRect(table);
  for (let r = 0; r < body.rows; r += 1) {
    if (sheet.cells.get(keyOf(body.row + r, body.column + place))?.formula !== undefined) return true;
  }
  return false;
}
