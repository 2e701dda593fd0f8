/** Empty workbooks and sheets, and the ids that are never given twice in a process. */
import type { SheetData, WorkbookData } from "./types";

let last = 0;

/** A new id in the form of Excel's own, "{00000000-0001-…}", unique in the process. */
export function newId(): string {
  last += 1;
  return `{00000000-0001-4000-8000-${last.toString(16).padStart(12, "0")}}`;
}

let lastNumber = 0;
/** A number unique in the process, for table columns and kept references. */
export function newNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

/** Excel's default column width (64 px at 96 dpi) and row height, in points. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

/** A blank sheet with Excel's defaults. */
export function newSheetData(name: string): SheetData {
  return {
    id: newId(),
    name,
    visibility: "Visible",
    tabColor: "",
    cells: new Map(),
    columnFormats: new Map(),
    rowFormats: new Map(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    filteredRows: new Set(),
    standardWidth: STANDARD_WIDTH,
    merges: [],
    freeze: null,
    showGridlines: true,
    showHeadings: true,
    protection: null,
    validations: [],
    conditionalFormats: [],
    tables: [],
    autoFilter: null,
    notes: [],
    comments: [],
    charts: [],
    page: {},
    customProperties: new Map(),
  };
}

/** A workbook with the given sheets ("Sheet1" when none are named), the first of them active at A1. */
export function newWorkbookData(...sheetNames: readonly string[]): WorkbookData {
  const sheets = (sheetNames.length > 0 ? sheetNames : ["Sheet1"]).map(newSheetData);
  return {
    sheets,
    names: [],
    activeSheet: sheets[0]?.id ?? "",
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    settings: new Map(),
    customXml: [],
    properties: {
      title: "",
      subject: "",
      author: "",
      keywords: "",
      comments: "",
      category: "",
      manager: "",
      company: "",
      custom: new Map(),
    },
    date1904: false,
    calculationMode: "Automatic",
  };
}
