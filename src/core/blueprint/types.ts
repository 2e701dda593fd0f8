/**
 * A blueprint: what shall stand on sheets, as plain data with final text in it.
 * `core/blueprint` builds it, `excel/writeBlueprint` writes it; neither decides anything after the other.
 * Positions count from 0 on the sheet. Formula text comes only from `core/formulas` (hence the brand).
 */
import type { Rect } from "../model/a1";
import type { PaletteId } from "./palette";

declare const formulaBrand: unique symbol;
/** Text of a cell formula, starting with "=", English names, structured references allowed. */
export type CellFormula = string & { readonly [formulaBrand]: "cell" };
/** Text of a rule formula (conditional format, validation): A1 relative to the rule's first cell, names allowed, no table references. */
export type RuleFormula = string & { readonly [formulaBrand]: "rule" };

/** A literal. Text is always written as text, whatever it begins with. null leaves the cell alone, "" is blank. */
export type Literal = string | number | boolean | null;
export interface FormulaCell {
  readonly formula: CellFormula;
}
export type CellContent = Literal | FormulaCell;

export type FontStyle = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: PaletteColor;
};
/** Names from the one palette file (`core/blueprint/palette.ts`). */
export type PaletteColor =
  "ink" | "muted" | "inputFill" | "headFill" | "headInk" | "warningFill" | "errorFill" | "noteFill";

export interface CellStyle {
  readonly fill?: PaletteColor;
  readonly font?: FontStyle;
  readonly numberFormat?: string;
  readonly horizontal?: "Left" | "Center" | "Right" | "CenterAcrossSelection";
  readonly vertical?: "Top" | "Center" | "Bottom";
  readonly wrap?: boolean;
  readonly border?: "bottom" | "box";
  readonly indent?: number;
  /** false: may be typed into when the sheet is protected. */
  readonly locked?: boolean;
}

/** A rectangle of cells written at once. */
export interface CellBlock {
  readonly at: { readonly row: number; readonly column: number };
  readonly cells: readonly (readonly CellContent[])[];
}

export interface StyledArea {
  readonly rect: Rect;
  readonly style: CellStyle;
}

export interface TableColumn {
  readonly header: string;
  readonly content:
    | { readonly kind: "input"; readonly values: readonly Literal[] }
    | { readonly kind: "formula"; readonly formula: CellFormula };
  /** Applies to the column's body. */
  readonly style?: CellStyle;
}

/** A table; `rows` is the number of body rows (at least 1). Cells are written before the table is made over them. */
export interface TableBlueprint {
  /** Workbook-wide name, "eh_1_Plan". */
  readonly name: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  readonly style?: string;
  readonly showFilterButton?: boolean;
}

export type ConditionalRule =
  | {
      readonly kind: "formula";
      readonly rect: Rect;
      readonly formula: RuleFormula;
      readonly style: {
        readonly fill?: PaletteColor;
        readonly fontColor?: PaletteColor;
        readonly bold?: boolean;
        readonly numberFormat?: string;
        readonly dashedBorder?: boolean;
      };
      readonly stopIfTrue?: boolean;
    }
  | { readonly kind: "dataBar"; readonly rect: Rect; readonly min: number; readonly max: number };

export interface ValidationRule {
  readonly rect: Rect;
  readonly rule:
    /** `source` is a defined name or an absolute range on a sheet: "=eh_1_List_Kinds". */
    | { readonly kind: "list"; readonly source: RuleFormula }
    | { readonly kind: "decimal"; readonly min: number | RuleFormula; readonly max: number | RuleFormula }
    | { readonly kind: "whole"; readonly min: number; readonly max: number }
    | { readonly kind: "date"; readonly min: number | RuleFormula; readonly max: number | RuleFormula }
    | { readonly kind: "custom"; readonly formula: RuleFormula };
  readonly allowBlank?: boolean;
  /** "warning" lets the person go on. */
  readonly alert: {
    readonly style: "Stop" | "Warning" | "Information";
    readonly title: string;
    readonly message: string;
  };
  readonly prompt?: { readonly title: string; readonly message: string };
}

export interface NameBlueprint {
  readonly name: string;
  /** "=Settings!$C$4", or a structured reference "=eh_1_Plan[Weight]". */
  readonly refersTo: CellFormula;
  readonly visible?: boolean;
}

export interface ChartBlueprint {
  /** By which it is found again; only of charts that come to a sheet that stands. */
  readonly name?: string;
  readonly kind: "bar" | "column" | "line";
  readonly title: string;
  readonly categories: Rect;
  readonly values: Rect;
  readonly seriesName: string;
  readonly at: Rect;
}

export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  readonly fitToWidth?: boolean;
  /** One page in all: also as high as it. */
  readonly onePage?: boolean;
  readonly printTitleRows?: { readonly first: number; readonly last: number };
  readonly printArea?: Rect;
  /** Printed in this size, in per cent; not together with `fitToWidth`, which makes Excel pass over page breaks. */
  readonly scale?: number;
  /** Rows with which a new page begins. */
  readonly breaks?: readonly number[];
}

export interface SheetBlueprint {
  readonly name: string;
  /** "create": a new sheet; "existing": write into the sheet of that name. */
  readonly target: "create" | "existing";
  readonly tabColor?: PaletteColor;
  readonly blocks: readonly CellBlock[];
  readonly tables: readonly TableBlueprint[];
  readonly styles: readonly StyledArea[];
  /** Looks of single rows of a table, put over those of its columns. */
  readonly rowStyles?: readonly StyledArea[];
  /** Column widths in characters of the default font. */
  readonly columnWidths: readonly { readonly column: number; readonly count?: number; readonly width: number }[];
  readonly rowHeights?: readonly { readonly row: number; readonly height: number }[];
  readonly conditional: readonly ConditionalRule[];
  readonly validation: readonly ValidationRule[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly showGridlines?: boolean;
  readonly charts?: readonly ChartBlueprint[];
  readonly page?: PageLayout;
  readonly hiddenColumns?: readonly number[];
}

/** A formula column of a table that already stands in the workbook, to be rewritten as a whole. */
export interface ColumnRewrite {
  readonly table: string;
  readonly column: string;
  readonly formula: CellFormula;
}

/** Rows to be added at the end of a table that already stands in the workbook; the rows under it must be free, or be made so. */
export interface TableAppend {
  readonly table: string;
  /** What stands right under the table may move down by whole rows: no other table stands beside it. */
  readonly makeRoom?: boolean;
  /** Rows of one page each: new rows look like the last page's rows, and have these heights in points. */
  readonly pages?: readonly number[];
  /** Rows that stay free between the table and what stands under it. */
  readonly apart?: number;
  /** Columns of the table, from 0, that come into sight. */
  readonly show?: readonly number[];
  /** One entry per column of the table. */
  readonly rows: readonly (readonly CellContent[])[];
}

export interface Blueprint {
  readonly sheets: readonly SheetBlueprint[];
  /** Written after all sheets and tables stand. */
  readonly names: readonly NameBlueprint[];
  readonly rewrites: readonly ColumnRewrite[];
  readonly appends?: readonly TableAppend[];
  /** Our custom XML part's new text, or null to leave it. */
  readonly metadata: string | null;
  /** Text of the part that holds templates of one's own; absent: it stays as it is. */
  readonly templates?: string;
  /** Colours; absent: the usual ones. */
  readonly palette?: PaletteId;
  /** The sheet and cell to show at the end. */
  readonly show?: { readonly sheet: string; readonly row: number; readonly column: number };
}
