/** Every place of a workbook that holds formula text, visited in one pass. */
import { keyOf } from "./cellStore";
import { withoutTable } from "./formulaReferences";
import { mapRuleFormulas, mapValidationFormulas } from "./ruleFormulas";
import type { ChartData, SheetData, WorkbookData } from "./types";

/** `sheet` null is a workbook name; `key` is the cell it stands in, null for rules, names and charts. */
type FormulaChange = (formula: string, sheet: SheetData | null, key: number | null) => string;

/**
 * Rewrites all formulas: cells, calculated columns, names, validation, conditional formats, chart series.
 * `lostTables` are tables that went away; references to them become #REF!.
 */
export function mapAllFormulas(
  data: WorkbookData,
  change: FormulaChange,
  lostTables: ReadonlySet<string> = new Set(),
): void {
  const lost = [...lostTables];
  const full: FormulaChange = (formula, sheet, key) =>
    lost.reduce((text, table) => withoutTable(text, table), change(formula, sheet, key));
  for (const sheet of data.sheets) mapSheetFormulas(sheet, full);
  for (const name of data.names) name.formula = full(name.formula, null, null);
}

function mapSheetFormulas(sheet: SheetData, change: FormulaChange): void {
  for (const [key, cell] of sheet.cells) {
    if (cell.formula !== undefined) cell.formula = change(cell.formula, sheet, key);
  }
  const plain = (formula: string): string => change(formula, sheet, null);
  for (const table of sheet.tables) {
    for (const column of table.columns) {
      // Brackets without a table's name belong to this table: the key of its first cell says so.
      const key = keyOf(table.rect.row, table.rect.column);
      if (column.calculatedFormula !== undefined)
        column.calculatedFormula = change(column.calculatedFormula, sheet, key);
    }
  }
  for (const format of sheet.conditionalFormats) format.rule = mapRuleFormulas(format.rule, plain);
  for (const validation of sheet.validations) validation.rule = mapValidationFormulas(validation.rule, plain);
  for (const chart of sheet.charts) mapChart(chart, plain);
}

function mapChart(chart: ChartData, change: (formula: string) => string): void {
  for (const series of chart.series) {
    series.values = change(series.values);
    if (series.categories !== null) series.categories = change(series.categories);
    // A series' name is a reference only when it says so; otherwise it is text.
    if (series.name.startsWith("=")) series.name = change(series.name);
  }
}
