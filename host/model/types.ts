/**
 * The workbook as the stand-in host keeps it: authored contents as plain data.
 * The engine calculates and the grid draws; what a workbook *is* stands here.
 * Rows and columns count from 0.
 */
import type { Rect } from "../../src/core/model/a1";

export type ErrorText = "#N/A" | "#DIV/0!" | "#VALUE!" | "#NAME?" | "#REF!" | "#NUM!" | "#NULL!" | "#SPILL!" | "#CALC!";
export interface ErrorValue {
  readonly error: ErrorText;
}
/** null is an empty cell; "" can only come from a formula. */
export type CellScalar = number | string | boolean | null | ErrorValue;

export interface Border {
  readonly style: "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
  readonly weight?: "Hairline" | "Thin" | "Medium" | "Thick";
  readonly color?: string;
}
export type BorderEdge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";

/** Direct formatting of a cell; an absent member is the default. Frozen and shared between cells. */
export interface CellFormat {
  readonly numberFormat?: string;
  readonly fill?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: "None" | "Single" | "Double";
  readonly strikethrough?: boolean;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly rotation?: number;
  readonly shrink?: boolean;
  readonly borders?: Readonly<Partial<Record<BorderEdge, Border>>>;
  /** Default true. */
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  /** Named style, if any ("Normal", "Input"). */
  readonly styleName?: string;
}

export interface Cell {
  /** The literal, or the formula's last calculated value. */
  value: CellScalar;
  /** Authored formula with "=", English, structured references kept as written. */
  formula?: string;
  format: CellFormat;
  hyperlink?: {
    readonly address?: string;
    readonly documentReference?: string;
    readonly screenTip?: string;
    readonly textToDisplay?: string;
  };
  /** Literal text typed with a leading apostrophe, or in a cell formatted "@". */
  forcedText?: boolean;
}
/** row * MAX_COLUMNS + column */
export type CellKey = number;

export interface DataValidationData {
  ranges: Rect[];
  /** In the shape of Excel.DataValidationRule, e.g. {list:{inCellDropDown:true, source:"=Lists!$A$1:$A$5"}}. Range sources are stored as text. */
  rule: Readonly<Record<string, unknown>>;
  errorAlert: {
    readonly showAlert: boolean;
    readonly style: "Stop" | "Warning" | "Information";
    readonly title: string;
    readonly message: string;
  };
  prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string };
  ignoreBlanks: boolean;
}

export interface RuleFormat {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: "None" | "Single" | "Double";
  readonly strikethrough?: boolean;
  readonly numberFormat?: string;
  readonly borders?: Readonly<Partial<Record<BorderEdge, Border>>>;
}
export interface Threshold {
  readonly type: "LowestValue" | "HighestValue" | "Number" | "Percent" | "Percentile" | "Formula" | "Automatic";
  readonly formula?: string;
}
export type ConditionalFormatRule =
  | { readonly kind: "Custom"; readonly formula: string; readonly format: RuleFormat }
  | {
      readonly kind: "CellValue";
      readonly operator: string;
      readonly formula1: string;
      readonly formula2?: string;
      readonly format: RuleFormat;
    }
  | {
      readonly kind: "DataBar";
      readonly lower: Threshold;
      readonly upper: Threshold;
      readonly positiveColor: string;
      readonly negativeColor?: string;
      readonly gradient: boolean;
      readonly showValue: boolean;
    }
  | { readonly kind: "ColorScale"; readonly points: readonly { readonly at: Threshold; readonly color: string }[] }
  | {
      readonly kind: "IconSet";
      readonly style: string;
      readonly reverse: boolean;
      readonly showIconOnly: boolean;
      readonly criteria: readonly { readonly at: Threshold; readonly operator: "GreaterThan" | "GreaterThanOrEqual" }[];
    };
export interface ConditionalFormatData {
  readonly id: string;
  ranges: Rect[];
  /** Place in the sheet's list is the priority: index 0 wins. */
  stopIfTrue: boolean;
  rule: ConditionalFormatRule;
}

export interface TableColumnData {
  readonly id: number;
  name: string;
  totalsFunction?: string;
  totalsLabel?: string;
  /** The formula the whole column is filled with, if it is such a column; new rows take it. */
  calculatedFormula?: string;
}
export interface TableData {
  readonly id: string;
  name: string;
  /** Header row (if shown), body and totals row (if shown). */
  rect: Rect;
  columns: TableColumnData[];
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  filter: AutoFilterData | null;
}
export interface AutoFilterData {
  rect: Rect;
  /** Column offset → criterion, in the shape of Excel.FilterCriteria. */
  criteria: Map<number, Readonly<Record<string, unknown>>>;
}
export interface NameData {
  name: string;
  /** "=Sheet1!$A$1", "=eh_1_Plan[Weight]", "=0.005". */
  formula: string;
  /** Sheet id for a sheet-scoped name, null for the workbook. */
  scope: string | null;
  visible: boolean;
  comment: string;
}
export interface NoteData {
  row: number;
  column: number;
  author: string;
  text: string;
}
export interface CommentData {
  readonly id: string;
  row: number;
  column: number;
  author: string;
  text: string;
  resolved: boolean;
  created: string;
  replies: { readonly id: string; author: string; text: string; created: string }[];
}
export interface ChartData {
  readonly id: string;
  name: string;
  type: string;
  title: string;
  showTitle: boolean;
  /** Where it stands, in points. */
  left: number;
  top: number;
  width: number;
  height: number;
  series: { name: string; values: string; categories: string | null }[];
  legendVisible: boolean;
  /** What somebody chose for the axes; absent: Excel chooses. */
  axes?: ChartAxesData;
}
export interface ChartAxesData {
  readonly valueMinimum?: number;
  /** The first category stands where the last one would. */
  readonly reversed?: boolean;
  /** Where the axis of values meets that of categories. */
  readonly valuesAt?: "Maximum";
}
export interface ProtectionData {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password?: string;
}
export interface PageSetupData {
  orientation?: "Portrait" | "Landscape";
  paperSize?: string;
  fitToWidth?: number;
  fitToHeight?: number;
  /** In per cent; absent: 100. */
  scale?: number;
  /** Rows with which a new page begins, ascending. */
  rowBreaks?: readonly number[];
  printArea?: Rect;
  titleRows?: { readonly first: number; readonly last: number };
  titleColumns?: { readonly first: number; readonly last: number };
  centerHorizontally?: boolean;
  headersFooters?: Readonly<Record<string, string>>;
}

export interface SheetData {
  /** Unique in the process, never reused: "{00000001-0001-…}". */
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  tabColor: string;
  cells: Map<CellKey, Cell>;
  /** Formats of whole columns and rows, under the cells' own. */
  columnFormats: Map<number, CellFormat>;
  rowFormats: Map<number, CellFormat>;
  /** Points (Excel.Range.format.columnWidth). Absent: the sheet's default. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenColumns: Set<number>;
  /** Hidden by hand; rows hidden by a filter are in `filteredRows`. */
  hiddenRows: Set<number>;
  filteredRows: Set<number>;
  standardWidth: number;
  merges: Rect[];
  freeze: { readonly rows: number; readonly columns: number } | null;
  showGridlines: boolean;
  showHeadings: boolean;
  protection: ProtectionData | null;
  validations: DataValidationData[];
  /** In order of priority. */
  conditionalFormats: ConditionalFormatData[];
  tables: TableData[];
  autoFilter: AutoFilterData | null;
  notes: NoteData[];
  comments: CommentData[];
  charts: ChartData[];
  page: PageSetupData;
  customProperties: Map<string, string>;
}
export interface WorkbookData {
  sheets: SheetData[];
  names: NameData[];
  activeSheet: string;
  selection: Rect;
  settings: Map<string, unknown>;
  customXml: { readonly id: string; xml: string }[];
  properties: {
    title: string;
    subject: string;
    author: string;
    keywords: string;
    comments: string;
    category: string;
    manager: string;
    company: string;
    custom: Map<string, string | number | boolean>;
  };
  date1904: boolean;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
}
