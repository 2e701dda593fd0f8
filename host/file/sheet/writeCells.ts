/** Puts a sheet's cells into an ExcelJS worksheet: values, formulas with their results, row heights, format tokens. */
import type ExcelJS from "exceljs";
import { MAX_COLUMNS, overlaps } from "../../../src/core/model/a1";
import type { Cell, CellFormat, CellScalar, SheetData, TableData } from "../../model/types";
import type { StyleTable } from "../book/styleTable";
import { formulaToFile } from "../format/formulaText";
import type { LossList } from "../loss";
import { cellTextToFile } from "../package/xmlText";

/** The name of the table around a cell, or null. */
export function tableAt(tables: readonly TableData[], row: number, column: number): string | null {
  const cell = { row, column, rows: 1, columns: 1 };
  return tables.find((table) => overlaps(table.rect, cell))?.name ?? null;
}

function plainValue(value: CellScalar): ExcelJS.CellValue {
  if (typeof value === "string") return value === "" ? null : cellTextToFile(value);
  if (typeof value === "object" && value !== null) return { error: value.error } as ExcelJS.CellErrorValue;
  return value;
}

/** ExcelJS drops a result of null; "" it writes as text, as Excel does. */
function formulaValue(formula: string, value: CellScalar): ExcelJS.CellFormulaValue {
  if (value === null) return { formula };
  if (typeof value === "string") return { formula, result: cellTextToFile(value) };
  if (typeof value === "object") return { formula, result: { error: value.error } as ExcelJS.CellErrorValue };
  return { formula, result: value };
}

/** Names of the header cells of a sheet's tables: a header must be the text of its column, or Excel repairs the file. */
function headerTexts(tables: readonly TableData[]): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const table of tables.filter(({ showHeaders }) => showHeaders)) {
    for (const [i, column] of table.columns.entries()) {
      texts.set(table.rect.row * MAX_COLUMNS + table.rect.column + i, column.name);
    }
  }
  return texts;
}

/** The format in force: the cell's own members over the row's over the column's. */
function formatInForce(sheet: SheetData, cell: CellFormat, row: number, column: number): CellFormat {
  const ofColumn = sheet.columnFormats.get(column);
  const ofRow = sheet.rowFormats.get(row);
  return ofColumn === undefined && ofRow === undefined ? cell : { ...ofColumn, ...ofRow, ...cell };
}

function writeRows(
  sheet: SheetData,
  target: ExcelJS.Worksheet,
  style: (format: CellFormat) => Partial<ExcelJS.Style>,
): void {
  const rows = new Set([
    ...sheet.rowHeights.keys(),
    ...sheet.hiddenRows,
    ...sheet.filteredRows,
    ...sheet.rowFormats.keys(),
  ]);
  for (const index of rows) {
    const row = target.getRow(index + 1);
    const height = sheet.rowHeights.get(index);
    if (height !== undefined) row.height = height;
    const format = sheet.rowFormats.get(index);
    if (format !== undefined) Object.assign(row, { style: style(format) });
    if (sheet.hiddenRows.has(index) || sheet.filteredRows.has(index)) row.hidden = true;
    // ExcelJS leaves out a row without height and cells, even a hidden one; an untouched cell keeps it.
    row.getCell(1).style = {};
  }
}

/** Fills `target`; cells are visited in order of rows. */
export function writeCells(sheet: SheetData, target: ExcelJS.Worksheet, styles: StyleTable, left: LossList): void {
  const cache = new Map<string, Partial<ExcelJS.Style>>();
  const styleOf = (format: CellFormat, quotePrefix = false): Partial<ExcelJS.Style> => {
    const token = styles.token(format, quotePrefix);
    if (token === null) return {};
    const known = cache.get(token) ?? { numFmt: token };
    cache.set(token, known);
    return known;
  };
  writeRows(sheet, target, styleOf);
  const headers = headerTexts(sheet.tables);
  for (const [key, cell] of [...sheet.cells].sort(([a], [b]) => a - b)) {
    const row = Math.floor(key / MAX_COLUMNS);
    const column = key % MAX_COLUMNS;
    const out = target.getRow(row + 1).getCell(column + 1);
    out.style = styleOf(formatInForce(sheet, cell.format, row, column), cell.forcedText === true);
    out.value = valueOf(sheet, cell, row, column, headers.get(key), left);
  }
}

function valueOf(
  sheet: SheetData,
  cell: Cell,
  row: number,
  column: number,
  header: string | undefined,
  left: LossList,
): ExcelJS.CellValue {
  if (header !== undefined) return cellTextToFile(header);
  if (cell.formula === undefined) return plainValue(cell.value);
  const formula = formulaToFile(cell.formula, tableAt(sheet.tables, row, column));
  if (formula !== null && formula !== "") return formulaValue(formula, cell.value);
  left.count(sheet.name, "file.left.formulaNotWritten");
  return plainValue(cell.value);
}
