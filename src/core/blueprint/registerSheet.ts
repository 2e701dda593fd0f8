/**
 * The common form of a sheet that holds one table: title, heads of groups of columns, the table, validation by column key,
 * red where a check column is not OK, print layout. Every method workbook is made of such sheets.
 */
import { notOkRule } from "../formulas/planFormulas";
import type { InstanceNames } from "../formulas/names";
import { cellAddress, type Rect } from "../model/a1";
import { bodyHeights, heading, placeTable, widthsOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type {
  CellFormula,
  CellStyle,
  ConditionalRule,
  Literal,
  RuleFormula,
  SheetBlueprint,
  ValidationRule,
} from "./types";
import type { SheetText } from "./words";

/** A validation of a column's cells; `rule` may need the first cell, absolute in its column ("$C6"). */
export interface ColumnRule {
  readonly key: string;
  readonly rule: ValidationRule["rule"];
  readonly alert: ValidationRule["alert"];
  readonly allowBlank?: boolean;
}
/** A label over neighbouring columns. */
export interface ColumnGroup {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}
export interface RegisterPlan {
  readonly names: InstanceNames;
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly table: TablePlacement;
  /** Columns whose word is flagged unless it is OK or empty; `also` are coloured with it. */
  readonly checks?: readonly { readonly key: string; readonly also?: readonly string[] }[];
  readonly groups?: readonly ColumnGroup[];
  readonly rules?: readonly ColumnRule[];
  readonly conditional?: readonly ConditionalRule[];
  /** Columns that stay in sight, and the first column that is not printed. */
  readonly frozen: number;
  readonly printTo?: string;
  readonly orientation?: "Portrait" | "Landscape";
  /** Rows under the table that are printed too: a chart. */
  readonly printUnder?: number;
  readonly tabColor?: SheetBlueprint["tabColor"];
  readonly headHeight?: number;
  /** Least height of the body rows in points, where formulas show long texts. */
  readonly rowHeight?: number;
}

const indexOf = ({ table }: RegisterPlan, key: string): number => {
  const found = table.columns.findIndex((column) => column.key === key);
  if (found < 0) throw new Error(`the table ${table.name} has no column ${key}`);
  return table.at.column + found;
};
/** The body cells of a column. */
export const bodyOf = (plan: RegisterPlan, key: string): Rect => ({
  row: plan.table.at.row + 1,
  column: indexOf(plan, key),
  rows: plan.table.rows,
  columns: 1,
});
/** The first body cell of a column for rules, its column absolute: "$C6". */
export const firstCellOf = (plan: RegisterPlan, key: string): string =>
  `$${cellAddress(plan.table.at.row + 1, indexOf(plan, key))}`;

function groupHeads(plan: RegisterPlan): Pick<SheetBlueprint, "blocks" | "styles"> {
  const row = plan.table.at.row - 1;
  const groups = (plan.groups ?? []).map(({ from, to, label }) => {
    const [first, last] = [indexOf(plan, from), indexOf(plan, to)];
    return { label, rect: { row, column: first, rows: 1, columns: last - first + 1 } };
  });
  return {
    blocks: groups.map(({ label, rect }) => ({ at: { row, column: rect.column }, cells: [[label]] })),
    styles: groups.map(({ rect }) => ({
      rect,
      style: { fill: "noteFill", font: { bold: true, color: "ink" }, horizontal: "CenterAcrossSelection" },
    })),
  };
}

function rowHeights({ table, rowHeight = 0 }: RegisterPlan): { readonly row: number; readonly height: number }[] {
  const needed = new Map(bodyHeights(table).map(({ row, height }) => [row, height]));
  return Array.from({ length: table.rows }, (_, i) => {
    const row = table.at.row + 1 + i;
    return { row, height: Math.max(rowHeight, needed.get(row) ?? 0) };
  }).filter(({ height }) => height > 0);
}

/** The sheet; its body rows are as high as their texts need. */
export function registerSheet(plan: RegisterPlan): SheetBlueprint {
  const { table, names } = plan;
  const placed = placeTable(table);
  const head = heading(plan.title, plan.subtitle);
  const groups = groupHeads(plan);
  const body = table.at.row + 1;
  const flagged = (plan.checks ?? []).flatMap(({ key, also = [] }): ConditionalRule[] =>
    [key, ...also].map((column) => ({
      kind: "formula",
      rect: bodyOf(plan, column),
      formula: notOkRule(names, firstCellOf(plan, key)),
      style: { fill: "errorFill", bold: true },
    })),
  );
  const printed = plan.printTo === undefined ? table.at.column + table.columns.length : indexOf(plan, plan.printTo);
  return {
    name: plan.name,
    target: "create",
    ...(plan.tabColor === undefined ? {} : { tabColor: plan.tabColor }),
    blocks: [...head.blocks, ...groups.blocks],
    tables: [placed.table],
    styles: [...head.styles, ...groups.styles, ...placed.styles],
    columnWidths: widthsOf(table),
    rowHeights: [{ row: table.at.row, height: plan.headHeight ?? 32 }, ...rowHeights(plan)],
    conditional: [...flagged, ...(plan.conditional ?? [])],
    validation: (plan.rules ?? []).map(({ key, rule, alert, allowBlank }) => ({
      rect: bodyOf(plan, key),
      rule,
      alert,
      ...(allowBlank === undefined ? {} : { allowBlank }),
    })),
    freeze: { rows: body, columns: plan.frozen },
    showGridlines: false,
    page: {
      orientation: plan.orientation ?? "Landscape",
      fitToWidth: true,
      printTitleRows: { first: table.at.row, last: table.at.row },
      printArea: { row: 0, column: 0, rows: body + table.rows + (plan.printUnder ?? 0), columns: printed },
    },
  };
}

/** A list rule of a column. */
export const listRule = (key: string, source: RuleFormula, alert: ValidationRule["alert"]): ColumnRule => ({
  key,
  rule: { kind: "list", source },
  alert,
});

/** Columns of a table whose headers are the texts "col.<group>.<key>". */
export function columnMaker(text: SheetText, group: string) {
  const head = (key: string): string => text(`col.${group}.${key}`);
  const make = (key: string, width: number, content: ColumnPlan<string>["content"], style: CellStyle) => ({
    key,
    header: head(key),
    width,
    content,
    style,
  });
  return {
    head,
    heads: (keys: readonly string[]): Readonly<Record<string, string>> =>
      Object.fromEntries(keys.map((key) => [key, head(key)])),
    input: (key: string, width: number, values: readonly Literal[], style: CellStyle = {}): ColumnPlan<string> => ({
      ...make(key, width, { kind: "input", values }, style),
      isInput: true,
    }),
    /** A number that only names its row stands where its head stands. */
    label: (key: string, width: number, values: readonly Literal[], style: CellStyle = {}): ColumnPlan<string> =>
      make(
        key,
        width,
        { kind: "input", values },
        style.numberFormat === undefined ? { horizontal: "Left", ...style } : style,
      ),
    formula: (key: string, width: number, formula: CellFormula, style: CellStyle = {}): ColumnPlan<string> =>
      make(key, width, { kind: "formula", formula }, style),
    /** Calculated for other formulas; quiet, not printed. */
    quiet: (key: string, width: number, formula: CellFormula): ColumnPlan<string> =>
      make(key, width, { kind: "formula", formula }, { font: { color: "muted" }, numberFormat: "General" }),
  };
}
