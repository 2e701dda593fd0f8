/**
 * A method's workbook made again, with everything in it that was typed on its old sheets: the rows of each table as they stand and
 * in their order, and rows for the items that are new. Formulas are those of the new sheets.
 */
import { bodyHeights } from "../blueprint/tableSheet";
import type { Blueprint, Literal, SheetBlueprint, TableBlueprint, TableColumn } from "../blueprint/types";
import type { Counts } from "../methods/counts";
import type { PeopleTable } from "../people/peopleTables";
import type { KeyedTable } from "../recognise/layout";
import type { InstanceMetadata } from "../schema/metadata";
import { carriedRows, isTypedInto, type CarriedRow, type RowSource, type TablePair } from "./carriedRows";
import type { StandingItems } from "./moreItems";
import { columnsOf, grownSheet, namedCells, plain, withNamedCells, type OldNames } from "./sheetParts";

export interface MadeAgainInput {
  readonly blueprint: Blueprint;
  /** What the blueprint stores of its own. */
  readonly made: InstanceMetadata;
  readonly old: OldNames & {
    readonly stored: InstanceMetadata;
    readonly tables: ReadonlyMap<string, KeyedTable>;
  };
  readonly items: readonly StandingItems[];
  readonly added: Counts;
  /** Tables with rows for each person. */
  readonly people: readonly PeopleTable[];
}
export interface MadeAgain {
  readonly blueprint: Blueprint;
  /** Cells that were typed into and stand in the new sheets. */
  readonly cells: number;
  /** Of these, formulas of people's own: their values stand. */
  readonly formulas: number;
  /** Columns that people deleted, renamed or added where it cannot be told which is which, "Answers: Remark". */
  readonly lost: readonly string[];
  /** Sheet of the items that are new. */
  readonly sheet: string;
}
export type MadeAgainResult =
  | ({ readonly ok: true } & MadeAgain)
  /** A sheet with rows between tables that stand under each other. */
  | { readonly ok: false; readonly sheet: string };

interface Filled {
  readonly table: TableBlueprint;
  readonly cells: number;
  readonly formulas: number;
}

/** The table with the values of its rows: what was typed, else our own labels. */
function filled(
  { old, from, table }: TablePair,
  rows: readonly CarriedRow[],
  headers: Readonly<Record<string, string>>,
): Filled {
  const keys = new Map(Object.entries(headers).map(([key, header]) => [header, key]));
  let [cells, formulas] = [0, 0];
  const columns = table.columns.map((column): TableColumn => {
    const { content } = column;
    if (content.kind !== "input") return column;
    const key = keys.get(column.header) ?? "";
    const at = from.get(key);
    const values = rows.map((row): Literal => {
      if (key in row.set) return row.set[key] ?? "";
      const label = row.like === null ? "" : (content.values[row.like] ?? "");
      if (row.old === null || at === undefined) return label;
      const value = plain(old.at(row.old, at));
      if (!isTypedInto(column)) return value === "" ? label : value;
      if (value !== "") cells += 1;
      if (old.formula(row.old, at) !== "") formulas += 1;
      return value;
    });
    return { ...column, content: { kind: "input", values: values.length === 0 ? [""] : values } };
  });
  return { table: { ...table, rows: Math.max(1, rows.length), columns }, cells, formulas };
}

/** Rows as high as the texts that stand in them now, and at least as high as the sheet makes them. */
function heightsOf(
  sheet: SheetBlueprint,
  before: TableBlueprint,
  table: TableBlueprint,
): NonNullable<SheetBlueprint["rowHeights"]> {
  const first = before.at.row + 1;
  const standing = sheet.rowHeights ?? [];
  const least = standing.find(({ row }) => row === first)?.height ?? 0;
  const columns = table.columns.map((column, i) => ({
    ...column,
    key: "",
    width: sheet.columnWidths.find((each) => each.column === table.at.column + i)?.width ?? 10,
    style: column.style ?? {},
  }));
  const needed = new Map(bodyHeights({ ...table, columns }).map(({ row, height }) => [row, height]));
  return [
    ...standing.filter(({ row }) => row < first || row >= first + before.rows),
    ...Array.from({ length: table.rows }, (_, i) => ({
      row: first + i,
      height: Math.max(least, needed.get(first + i) ?? 0),
    })).filter(({ height }) => height > 0),
  ];
}

/** Whether another table begins under a table, in one of its columns. */
const hasTableBelow = ({ tables }: SheetBlueprint, table: TableBlueprint): boolean =>
  tables.some(
    ({ at, columns }) =>
      at.row > table.at.row &&
      at.column < table.at.column + table.columns.length &&
      table.at.column < at.column + columns.length,
  );

/** Where the new ones are typed: the first of them, or the last row. */
function placeOfNew({ items, added, made }: MadeAgainInput, sheets: readonly SheetBlueprint[]): Blueprint["show"] {
  const wanted = items.find(({ count }) => (added[count.key] ?? 0) > 0) ?? items[0];
  const name = made.tables[wanted?.count.table ?? ""]?.name;
  for (const sheet of sheets)
    for (const table of sheet.tables)
      if (table.name === name) {
        const more = wanted === undefined ? 0 : (added[wanted.count.key] ?? 0);
        const row = table.at.row + 1 + table.rows - Math.max(1, more);
        return { sheet: sheet.name, row, column: table.at.column + 1 };
      }
  return undefined;
}

/** A table made again; null where it stays as it was built, "shape" where there is no room for its rows. */
function tableAgain(
  { made, old }: MadeAgainInput,
  source: RowSource,
  key: string,
  table: TableBlueprint,
  isAbove: boolean,
): (Filled & { readonly lost: readonly string[] }) | "shape" | null {
  const standing = old.tables.get(key);
  if (standing === undefined) return null;
  const { from, lost } = columnsOf(standing, old.stored.tables[key]?.columns ?? {});
  const pair: TablePair = { key, old: standing, from, table, hasTableBelow: isAbove };
  const rows = carriedRows(pair, source);
  return rows === null || rows === "shape" ? rows : { ...filled(pair, rows, made.tables[key]?.columns ?? {}), lost };
}

/** The values of a column of a table as it was built, by keys. */
const builtIn =
  ({ blueprint, made }: MadeAgainInput): RowSource["built"] =>
  (key, column) => {
    const { name, columns = {} } = made.tables[key] ?? {};
    const table = blueprint.sheets.flatMap(({ tables }) => tables).find((each) => each.name === name);
    const content = table?.columns.find(({ header }) => header === columns[column])?.content;
    return content?.kind === "input" ? content.values : [];
  };

/** The blueprint with everything that was typed on the old sheets. */
export function madeAgain(input: MadeAgainInput): MadeAgainResult {
  const { blueprint, made, old } = input;
  const named = namedCells(blueprint, made, old);
  const keys = new Map(Object.entries(made.tables).map(([key, { name }]) => [name, key]));
  const source: RowSource = { ...input, built: builtIn(input) };
  const lost: string[] = [];
  let [cells, formulas] = [0, 0];
  const sheets: SheetBlueprint[] = [];
  for (const sheet of blueprint.sheets) {
    let grown: SheetBlueprint = { ...sheet, blocks: withNamedCells(sheet, named) };
    const tables: TableBlueprint[] = [];
    for (const table of sheet.tables) {
      const key = keys.get(table.name) ?? "";
      const again = tableAgain(input, source, key, table, hasTableBelow(sheet, table));
      if (again === "shape") return { ok: false, sheet: old.tables.get(key)?.sheet.name ?? sheet.name };
      tables.push(again?.table ?? table);
      if (again === null) continue;
      lost.push(...again.lost);
      cells += again.cells;
      formulas += again.formulas;
      grown = { ...grown, rowHeights: heightsOf(grown, table, again.table) };
      if (again.table.rows !== table.rows) grown = grownSheet(grown, table, again.table.rows - table.rows);
    }
    sheets.push({ ...grown, tables });
  }
  const show = placeOfNew(input, sheets);
  const again = { ...blueprint, sheets, ...(show === undefined ? {} : { show }) };
  return { ok: true, blueprint: again, cells, formulas, lost, sheet: show?.sheet ?? "" };
}
