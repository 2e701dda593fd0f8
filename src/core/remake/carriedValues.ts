/**
 * What was typed on the sheets of one scorecard, put into the blueprint of another one made like it: by the keys of the rows
 * and columns, never by their places. Formulas of the new one stay; what it asks for and the old one lacks stays as it is made.
 */
import type { Blueprint, Literal, SheetBlueprint, TableBlueprint } from "../blueprint/types";
import { isBlank } from "../recognise/grid";
import { tableNameParts, type KeyedTable } from "../recognise/layout";
import type { InstanceMetadata } from "../schema/metadata";
import { columnsOf, grownSheet, namedCells, plain, withNamedCells, type OldNames } from "./sheetParts";

export interface CarryInput {
  readonly blueprint: Blueprint;
  /** What the blueprint stores of its own. */
  readonly made: InstanceMetadata;
  readonly old: OldNames & { readonly stored: InstanceMetadata; readonly tables: ReadonlyMap<string, KeyedTable> };
  /** Sheet rows of the old Plan in the order of the new one's lines. */
  readonly planRows: readonly number[];
}
export interface Carried {
  readonly blueprint: Blueprint;
  /** Cells that were typed into and stand in the new sheets. */
  readonly cells: number;
  /** Columns that people deleted, renamed or added where it cannot be told which is which, "Evidence: Remark". */
  readonly lost: readonly string[];
}

/** Tables in which everything is looked up or counted. */
const MADE_ANEW = /^(?:Weights|Ranking|PersonPage|Trend|PlanPage|ProgressPage|Scheme|Example|Proof\d*)$/;
/** Columns that tell one row from another, where the table has them all. */
const KEYS = [["person", "line", "part"], ["person", "line"], ["scale", "point"], ["key"], ["id"]] as const;
/** Without ids of their own. */
const BY_PLACE = /^Bands$/;

interface Row {
  readonly old: number;
  /** Place in the new table; at its end and beyond for a row that it does not have. */
  readonly place: number;
}

/** Which old row goes where. */
function placed(
  key: string,
  old: KeyedTable,
  table: TableBlueprint,
  offsets: ReadonlyMap<string, number>,
  planRows: readonly number[],
): readonly Row[] {
  if (key === "Plan") return planRows.map((row, place) => ({ old: row, place }));
  if (BY_PLACE.test(key)) return old.rows.map((row, place) => ({ old: row, place }));
  const by = KEYS.find((keys) => keys.every((one) => offsets.has(one) && old.columns.has(one)));
  if (by === undefined) return old.rows.map((row, place) => ({ old: row, place }));
  const valueAt = (row: number, one: string): string => {
    const content = table.columns[offsets.get(one) ?? 0]?.content;
    return content?.kind === "input" ? String(content.values[row] ?? "") : "";
  };
  const places = new Map<string, number>();
  for (let row = 0; row < table.rows; row += 1) {
    const name = by.map((one) => valueAt(row, one)).join("\n");
    if (name.trim() !== "" && !places.has(name)) places.set(name, row);
  }
  let next = table.rows;
  return old.rows.flatMap((row): Row[] => {
    const name = by.map((one) => old.text(row, one)).join("\n");
    const place = places.get(name);
    if (place !== undefined) {
      places.delete(name);
      return [{ old: row, place }];
    }
    // Rows of lines and people that are gone are not taken along.
    if (!GROWING.test(key) || !isTyped(old, row)) return [];
    next += 1;
    return [{ old: row, place: next - 1 }];
  });
}
/** Registers into which people type rows of their own. */
const GROWING = /^(?:Evidence|Extras|Words|Gates|Bonus)$/;
const isTyped = (old: KeyedTable, row: number): boolean =>
  [...old.columns.values()].some((offset) => {
    const column = old.columnAt(offset);
    return old.formula(row, column) === "" && !isBlank(old.at(row, column));
  });

/** The table with the old values in its input columns, and how many cells that are. */
function filled(
  key: string,
  table: TableBlueprint,
  columns: Readonly<Record<string, string>>,
  { old, planRows }: CarryInput,
): { readonly table: TableBlueprint; readonly cells: number; readonly lost: readonly string[] } {
  const standing = old.tables.get(key);
  if (standing === undefined || MADE_ANEW.test(key)) return { table, cells: 0, lost: [] };
  const { from: places, lost } = columnsOf(standing, old.stored.tables[key]?.columns ?? {});
  const offsets = new Map(
    Object.entries(columns).map(([one, header]) => [
      one,
      table.columns.findIndex((column) => column.header === header),
    ]),
  );
  const rows = placed(key, standing, table, offsets, planRows);
  const count = Math.max(table.rows, ...rows.map(({ place }) => place + 1));
  const keys = new Map([...offsets].map(([one, offset]) => [offset, one]));
  let cells = 0;
  const made = table.columns.map((column, offset) => {
    const one = keys.get(offset) ?? "";
    const { content } = column;
    const at = places.get(one);
    if (content.kind !== "input" || at === undefined) return column;
    const values = Array.from({ length: count }, (_, row): Literal => content.values[row] ?? "");
    for (const { old: from, place } of rows) {
      // Ids of lines are those of the new sheets: a row of Plan without one has got one.
      if (key === "Plan" && one === "id") continue;
      const value = plain(standing.at(from, at));
      if (value !== "") cells += 1;
      values[place] = value;
    }
    return { ...column, content: { kind: "input" as const, values } };
  });
  return { table: { ...table, rows: count, columns: made }, cells, lost };
}

/** The blueprint with everything that was typed on the old sheets. */
export function carriedValues(input: CarryInput): Carried {
  const { blueprint, made } = input;
  const named = namedCells(blueprint, made, input.old);
  const lost: string[] = [];
  let cells = 0;
  const sheets = blueprint.sheets.map((sheet): SheetBlueprint => {
    let grown = sheet;
    const tables = sheet.tables.map((table) => {
      const parts = tableNameParts(table.name);
      const key = parts === null ? "" : parts.key;
      const result = filled(key, table, made.tables[key]?.columns ?? {}, input);
      cells += result.cells;
      lost.push(...result.lost);
      if (result.table.rows > table.rows) grown = grownSheet(grown, table, result.table.rows - table.rows);
      return result.table;
    });
    return { ...grown, tables, blocks: withNamedCells(sheet, named) };
  });
  return { blueprint: { ...blueprint, sheets }, cells, lost };
}
