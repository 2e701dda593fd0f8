/** Workbooks made by hand for the tests of the file reader and writer. */
import { MAX_COLUMNS, parseRect } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import { newSheetData, newWorkbookData } from "../../../host/model/newWorkbook";
import type { Cell, CellFormat, CellScalar, SheetData, WorkbookData } from "../../../host/model/types";

const PLAIN: CellFormat = {};

export function rect(address: string): Rect {
  const found = parseRect(address);
  if (found === null) throw new Error(`no address: ${address}`);
  return found;
}

export function book(...sheets: SheetData[]): WorkbookData {
  return { ...newWorkbookData(), sheets, activeSheet: sheets[0]?.id ?? "" };
}

export function put(sheet: SheetData, address: string, cell: Partial<Cell> & { value: CellScalar }): void {
  const { row, column } = rect(address);
  sheet.cells.set(row * MAX_COLUMNS + column, { format: PLAIN, ...cell });
}

export function cellAt(sheet: SheetData | undefined, address: string): Cell | undefined {
  const { row, column } = rect(address);
  return sheet?.cells.get(row * MAX_COLUMNS + column);
}

/** A plan with three indicators: table, totals row, this-row formulas, rules, lists. */
export function planSheet(): SheetData {
  const sheet = newSheetData("Plan & Ziele");
  const rows: readonly (readonly [string, number | null, number])[] = [
    ["R&D* <30>", 50, 0.9],
    [" Kundenzufriedenheit\n(NPS)", null, 1.1],
    ["质量", 30, 0],
  ];
  for (const [i, header] of ["Indicator", "Weight", "Attain ment", "Score"].entries())
    put(sheet, `${"ABCD"[i] ?? ""}1`, { value: header });
  for (const [i, [name, weight, attainment]] of rows.entries()) {
    const row = String(i + 2);
    put(sheet, `A${row}`, { value: name });
    if (weight !== null) put(sheet, `B${row}`, { value: weight, format: { fill: "#FFF2CC", locked: false } });
    put(sheet, `C${row}`, { value: attainment, format: { numberFormat: "0.0%" } });
    put(sheet, `D${row}`, { value: (weight ?? 0) * attainment, formula: "=[@Weight]*[@[Attain ment]]" });
  }
  put(sheet, "A5", { value: "Total" });
  put(sheet, "B5", { value: 80, formula: "=SUBTOTAL(109,[Weight])" });
  put(sheet, "D5", { value: 45, formula: "=ROUND(SUM(eh_1_Plan[Score]),6)" });
  put(sheet, "F2", { value: 1, formula: "=RANK.EQ(B2,eh_1_Plan[Weight])" });
  put(sheet, "F3", { value: "", formula: '=IF(B3="","","x")' });
  put(sheet, "F4", { value: { error: "#DIV/0!" }, formula: "=1/C4" });
  put(sheet, "F5", { value: true, formula: "=B5<>100" });
  put(sheet, "G2", { value: "=not a formula", forcedText: true });
  put(sheet, "G3", { value: "00123", format: { numberFormat: "@" } });
  put(sheet, "G4", { value: "_x0041_ stays\u0007" });
  put(sheet, "G5", { value: 46023.3333333333, format: { numberFormat: "yyyy-mm-dd" } });
  put(sheet, "G6", { value: { error: "#N/A" } });
  sheet.tables.push({
    id: "{t1}",
    name: "eh_1_Plan",
    rect: rect("A1:D5"),
    columns: [
      { id: 1, name: "Indicator", totalsLabel: "Total" },
      { id: 2, name: "Weight", totalsFunction: "Sum" },
      { id: 3, name: "Attain ment" },
      { id: 4, name: "Score", totalsFunction: "Custom", calculatedFormula: "=[@Weight]*[@[Attain ment]]" },
    ],
    showHeaders: true,
    showTotals: true,
    style: "TableStyleLight9",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: true,
    highlightLastColumn: false,
    filter: null,
  });
  return sheet;
}

/** Everything that stands around cells. */
export function furnishedSheet(): SheetData {
  const sheet = newSheetData("Einträge 'A' 2");
  put(sheet, "B2", {
    value: "Head",
    format: {
      bold: true,
      italic: true,
      underline: "Double",
      strikethrough: true,
      fontColor: "#FFFFFF",
      fontName: "Arial",
      fontSize: 14,
      fill: "#1F4E79",
      horizontal: "CenterAcrossSelection",
      vertical: "Top",
      wrap: true,
      rotation: -45,
      shrink: true,
      borders: {
        EdgeBottom: { style: "Dash", weight: "Medium", color: "#FF0000" },
        EdgeTop: { style: "Continuous", weight: "Hairline" },
      },
    },
  });
  put(sheet, "B3", { value: 1, format: { indent: 2, horizontal: "Left", formulaHidden: true } });
  put(sheet, "C3", { value: "site", hyperlink: { address: "https://example.org/?a=1&b=2", screenTip: "Go" } });
  put(sheet, "C4", { value: "plan", hyperlink: { documentReference: "'Plan & Ziele'!A1", textToDisplay: "plan" } });
  for (let row = 5; row <= 9; row += 1) put(sheet, `B${String(row)}`, { value: row });
  sheet.columnFormats.set(7, { numberFormat: "0.00" });
  sheet.rowFormats.set(20, { bold: true });
  sheet.columnWidths.set(1, 120).set(2, 48);
  sheet.rowHeights.set(1, 30.75);
  sheet.hiddenColumns.add(4).add(5);
  sheet.hiddenRows.add(11);
  sheet.merges.push(rect("D1:E2"));
  sheet.freeze = { rows: 2, columns: 1 };
  sheet.showGridlines = false;
  sheet.tabColor = "#70AD47";
  sheet.protection = { options: { allowSort: true, allowAutoFilter: true, selectionMode: "Unlocked" } };
  sheet.page = {
    orientation: "Landscape",
    paperSize: "A4",
    fitToWidth: 1,
    rowBreaks: [12, 20],
    printArea: rect("A1:H30"),
    titleRows: { first: 0, last: 1 },
    titleColumns: { first: 0, last: 0 },
    centerHorizontally: true,
    headersFooters: { leftHeader: "Evenhand", centerFooter: "&P / &N" },
  };
  sheet.notes.push(
    { row: 1, column: 1, author: "Reviewer A", text: "First line\nsecond <line>" },
    { row: 4, column: 1, author: "Reviewer B", text: "n" },
  );
  sheet.autoFilter = {
    rect: rect("B4:C9"),
    criteria: new Map([[0, { filterOn: "Custom", criterion1: ">=6", criterion2: "<9", operator: "And" }]]),
  };
  sheet.filteredRows.add(4).add(8);
  return sheet;
}
