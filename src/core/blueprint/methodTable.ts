/** A sheet of a method with its table: what others look up in it, and how Checks counts it. */
import type { TableSource } from "../formulas/byKey";
import { personFormula } from "../formulas/resultFormulas";
import type { CheckRow } from "./checksSheet";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import { registerSheet, type RegisterPlan } from "./registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellFormula, CellStyle, NameBlueprint, SheetBlueprint, ValidationRule } from "./types";

/** Row and column of a table under title, instruction and heads of groups. */
export const TABLE_AT = { row: 4, column: 0 } as const;
export const BOLD: CellStyle = { font: { bold: true } };
export const WRAP: CellStyle = { wrap: true, vertical: "Top" };
export const WHOLE: CellStyle = { numberFormat: "0" };
export const TEXT: CellStyle = { numberFormat: "@" };

export interface MethodTable {
  readonly sheet: SheetBlueprint;
  /** The key under which the table is stored and read back. */
  readonly key: string;
  readonly table: TablePlacement;
  readonly headers: Readonly<Record<string, string>>;
  readonly names: readonly NameBlueprint[];
}

/** A sheet of one table; title and instruction are the texts "<group>.title" and "<group>.subtitle". */
export function methodTable(
  context: MethodContext,
  key: string,
  group: string,
  columns: readonly ColumnPlan<string>[],
  rows: number,
  plan: Omit<RegisterPlan, "names" | "name" | "title" | "subtitle" | "table">,
  names: readonly NameBlueprint[] = [],
): MethodTable {
  const { text, names: own } = context;
  const table: TablePlacement = { name: own.own.table(key), at: TABLE_AT, rows, columns };
  return {
    key,
    table,
    headers: headersOf(columns),
    names,
    sheet: registerSheet({
      names: own,
      name: context.sheetName(group),
      title: text(`${group}.title`),
      subtitle: text(`${group}.subtitle`, { asOf: text("settings.asOf") }),
      table,
      ...plan,
    }),
  };
}

export const partOf = ({ key, sheet, table, names }: MethodTable): MethodPart => ({
  sheet,
  tables: { [key]: table },
  names,
});
export const sourceOf = ({ table, headers }: MethodTable): TableSource => ({ table: table.name, headers });

/** One row of Checks for each word that the table's check column may show. */
export const wordRows = ({ table, headers, sheet }: MethodTable, words: readonly string[]): CheckRow[] =>
  words.map((word) => ({ word, table: table.name, header: headers["check"] ?? "", sheet: sheet.name }));

/** The name of the person whose id stands in a column of the row. */
export const nameFormula = ({ names, peopleHeaders }: MethodContext, idHeader: string): CellFormula =>
  personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders["name"] ?? "", idHeader);

export const listAlert = ({ text }: MethodContext): ValidationRule["alert"] => ({
  style: "Stop",
  title: text("valid.list.title"),
  message: text("valid.list"),
});
/** For numbers and answers; the message is the text "valid.<key>". */
export const stopAlert = ({ text }: MethodContext, key: string): ValidationRule["alert"] => ({
  style: "Stop",
  title: text("valid.entry.title"),
  message: text(`valid.${key}`),
});
