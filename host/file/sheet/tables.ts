/** Table parts: XML both ways, with the formulas that new rows take. */
import { MAX_COLUMNS, parseRect, rectAddress } from "../../../src/core/model/a1";
import type { SheetData, TableColumnData, TableData } from "../../model/types";
import { formulaFromFile, formulaToFile } from "../format/formulaText";
import { TOTALS_FUNCTION } from "../format/vocabulary";
import { newId } from "../../model/newWorkbook";
import type { LossList } from "../loss";
import {
  attribute,
  cellAttribute,
  child,
  children,
  flagAttribute,
  numberAttribute,
  parseXml,
  textOf,
} from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { cellTextToFile, element, textElement, XML_HEAD } from "../package/xmlText";
import { readFilter, writeFilter } from "./filters";

/** A line break in a header is coded in the attribute, as Excel does. */
function columnNameToFile(name: string): string {
  return cellTextToFile(name).replaceAll("\n", "_x000a_");
}

function totalsFormula(sheet: SheetData, table: TableData, index: number): string | undefined {
  const row = table.rect.row + table.rect.rows - 1;
  return sheet.cells.get(row * MAX_COLUMNS + table.rect.column + index)?.formula;
}

function totalsXml(
  sheet: SheetData,
  table: TableData,
  column: TableColumnData,
  index: number,
): { readonly name: string | undefined; readonly formula: string } {
  if (!table.showTotals) return { name: undefined, formula: "" };
  const named = column.totalsFunction === undefined ? undefined : TOTALS_FUNCTION.toFile(column.totalsFunction);
  const typed = totalsFormula(sheet, table, index);
  if (named !== undefined && named !== "custom" && named !== "none") return { name: named, formula: "" };
  const text = typed === undefined ? null : formulaToFile(typed, table.name);
  return text === null
    ? { name: undefined, formula: "" }
    : { name: "custom", formula: textElement("totalsRowFormula", text) };
}

function columnXml(sheet: SheetData, table: TableData, column: TableColumnData, index: number, left: LossList): string {
  const calculated =
    column.calculatedFormula === undefined ? null : formulaToFile(column.calculatedFormula, table.name);
  if (column.calculatedFormula !== undefined && calculated === null)
    left.count(sheet.name, "file.left.formulaNotWritten");
  const totals = totalsXml(sheet, table, column, index);
  const label = table.showTotals && totals.name === undefined ? column.totalsLabel : undefined;
  return element(
    "tableColumn",
    { id: index + 1, name: columnNameToFile(column.name), totalsRowFunction: totals.name, totalsRowLabel: label },
    calculated === null ? "" : textElement("calculatedColumnFormula", calculated),
    totals.formula,
  );
}

/** A whole table part. `id` is unique in the workbook and counts from 1. */
export function writeTable(sheet: SheetData, table: TableData, id: number, left: LossList): string {
  const { rect } = table;
  const body = { ...rect, rows: rect.rows - (table.showTotals ? 1 : 0) };
  const filter =
    table.showFilterButton && table.showHeaders
      ? { rect: body, criteria: table.filter?.criteria ?? new Map<number, Readonly<Record<string, unknown>>>() }
      : null;
  return (
    XML_HEAD +
    element(
      "table",
      {
        xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        id,
        name: table.name,
        displayName: table.name,
        ref: rectAddress(rect),
        headerRowCount: table.showHeaders ? undefined : 0,
        totalsRowCount: table.showTotals ? 1 : undefined,
        totalsRowShown: table.showTotals ? undefined : false,
      },
      filter === null ? "" : writeFilter(filter, sheet.name, left),
      element(
        "tableColumns",
        { count: table.columns.length },
        ...table.columns.map((column, i) => columnXml(sheet, table, column, i, left)),
      ),
      element("tableStyleInfo", {
        name: table.style === "" ? undefined : table.style,
        showFirstColumn: table.highlightFirstColumn,
        showLastColumn: table.highlightLastColumn,
        showRowStripes: table.showBandedRows,
        showColumnStripes: table.showBandedColumns,
      }),
    )
  );
}

function readColumn(node: Element, index: number, table: string): TableColumnData {
  const formula = child(node, "calculatedColumnFormula");
  const word = attribute(node, "totalsRowFunction");
  const totals = word === undefined ? undefined : TOTALS_FUNCTION.fromFile(word);
  const label = attribute(node, "totalsRowLabel");
  return {
    id: numberAttribute(node, "id") ?? index + 1,
    name: cellAttribute(node, "name"),
    ...(totals === undefined ? {} : { totalsFunction: totals }),
    ...(label === undefined ? {} : { totalsLabel: label }),
    ...(formula === null ? {} : { calculatedFormula: formulaFromFile(textOf(formula), table) }),
  };
}

/** Null for a part that is no table with a readable range. */
export function readTable(xml: string, sheet: string, left: LossList): TableData | null {
  const root = parseXml(xml);
  const rect = parseRect(attribute(root, "ref") ?? "");
  const name = attribute(root, "displayName") ?? attribute(root, "name");
  if (root === null || rect === null || name === undefined) return null;
  const filter = readFilter(child(root, "autoFilter"), sheet, left);
  const style = child(root, "tableStyleInfo");
  return {
    id: newId(),
    name,
    rect,
    columns: children(child(root, "tableColumns"), "tableColumn").map((node, i) => readColumn(node, i, name)),
    showHeaders: (numberAttribute(root, "headerRowCount") ?? 1) > 0,
    showTotals: (numberAttribute(root, "totalsRowCount") ?? 0) > 0,
    style: attribute(style, "name") ?? "",
    showBandedRows: flagAttribute(style, "showRowStripes"),
    showBandedColumns: flagAttribute(style, "showColumnStripes"),
    showFilterButton: filter !== null,
    highlightFirstColumn: flagAttribute(style, "showFirstColumn"),
    highlightLastColumn: flagAttribute(style, "showLastColumn"),
    filter: filter !== null && filter.criteria.size > 0 ? filter : null,
  };
}
