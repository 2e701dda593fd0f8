/** A sheet of a method with its table: what others look up in it, and how Checks counts it. */
import { rowlessFormula, type TableSource } from "../formulas/byKey";
import { personFormula } from "../formulas/resultFormulas";
import type { CheckRow } from "./checksSheet";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import { withOwnItems } from "./ownItems";
import { registerSheet, type RegisterPlan } from "./registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { Rect } from "../model/a1";
import type { CellFormula, CellStyle, NameBlueprint, SheetBlueprint, ValidationRule } from "./types";

/** Row and column of a table under title, instruction and heads of groups. */
export const TABLE_AT = { row: 4, column: 0 } as const;
export const BOLD: CellStyle = { font: { bold: true } };
/** Long texts; in the middle of the row, as everything else in it. */
export const WRAP: CellStyle = { wrap: true };
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
  const { text, names: own, ownContent } = context;
  const filled = ownContent === undefined ? columns : withOwnItems(ownContent, context, key, columns);
  const table: TablePlacement = { name: own.own.table(key), at: TABLE_AT, rows, columns: filled };
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

/** A table with its sheet and names as a part of the workbook. */
export const partOf = ({ key, sheet, table, names }: MethodTable): MethodPart => ({
  sheet,
  tables: { [key]: table },
  names,
});

/** The table as formulas of other sheets look it up. */
export const sourceOf = ({ table, headers }: MethodTable): TableSource => ({ table: table.name, headers });

/** One row of Checks for each word that the table's check column may show. */
export const wordRows = ({ table, headers, sheet }: MethodTable, words: readonly string[]): CheckRow[] =>
  words.map((word) => ({ word, table: table.name, header: headers["check"] ?? "", sheet: sheet.name }));

/** People of the list for whom a table with a row a person has none: they were typed there by hand. */
export const rowlessRow = (
  { names, peopleHeaders, sheetName }: MethodContext,
  rows: Pick<MethodTable, "table" | "headers">,
): CheckRow => ({
  label: "noRows",
  sheet: sheetName("people"),
  count: rowlessFormula(
    { table: names.table("People"), headers: peopleHeaders },
    "name",
    { table: rows.table.name, headers: rows.headers },
    "id",
  ),
});

/** The name of the person whose id stands in a column of the row. */
export const nameFormula = ({ names, peopleHeaders }: MethodContext, idHeader: string): CellFormula =>
  personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders["name"] ?? "", idHeader);

/** What Excel says when something is typed that is not in the list of a cell. */
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

const placeOf = ({ table }: MethodTable, key: string): number => {
  const place = table.columns.findIndex((column) => column.key === key);
  if (place < 0) throw new Error(`the table ${table.name} has no column ${key}`);
  return place;
};
/** The same sheet with the columns from a key to the last one out of sight: they only serve other formulas. */
export const hiddenFrom = (made: MethodTable, key: string): MethodTable => {
  const first = placeOf(made, key);
  return hidden(
    made,
    made.table.columns.slice(first).map((column) => column.key),
  );
};
/** The same sheet with these columns out of sight. */
export const hidden = (made: MethodTable, keys: readonly string[]): MethodTable => ({
  ...made,
  sheet: { ...made.sheet, hiddenColumns: keys.map((key) => placeOf(made, key)) },
});
/** The same sheet with bars of one column by name under the table. */
export function withBars(
  made: MethodTable,
  { title, value, width, kind = "column", label = "name" }: BarsUnder,
): MethodTable {
  const { at, rows } = made.table;
  const body = (key: string): Rect => ({
    row: at.row + 1,
    column: at.column + placeOf(made, key),
    rows,
    columns: 1,
  });
  const chart = {
    kind,
    title,
    categories: body(label),
    values: body(value),
    seriesName: made.headers[value] ?? "",
    at: { row: at.row + 3 + rows, column: 1, rows: 14, columns: width },
  };
  return { ...made, sheet: { ...made.sheet, charts: [chart] } };
}
interface BarsUnder {
  readonly title: string;
  /** Key of the column that is drawn. */
  readonly value: string;
  /** Columns that the chart covers. */
  readonly width: number;
  readonly kind?: "column" | "bar";
  /** Key of the column with what the bars are called. */
  readonly label?: string;
}
/** Rows under a table that a chart of bars takes on paper. */
export const BARS_ROWS = 18;
