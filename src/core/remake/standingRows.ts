/**
 * A method's workbook made again, with everything in it that was typed on its old sheets: the rows of each table as they stand and
 * in their order, and rows for the items that are new. Formulas are those of the new sheets.
 */
import { bodyHeights } from "../blueprint/tableSheet";
import type { Blueprint, Literal, SheetBlueprint, TableBlueprint, TableColumn } from "../blueprint/types";
import type { Counts } from "../methods/counts";
import { freeNumbers } from "../people/ids";
import type { PeopleTable } from "../people/peopleTables";
import { isBlank, plainText } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";
import type { InstanceMetadata } from "../schema/metadata";
import type { StandingItems } from "./moreItems";
import { grownSheet, namedCells, plain, withNamedCells, type OldNames } from "./sheetParts";

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

/** A row of a new table. */
interface NewRow {
  /** Sheet row of the old table; null for a new one. */
  readonly old: number | null;
  /** Row of the table as it was built, from 0, that says what our own labels are; null for none. */
  readonly like: number | null;
  /** Values by column key that are neither's. */
  readonly set: Readonly<Record<string, Literal>>;
}
interface NewItem {
  readonly no: number;
  readonly old: number | null;
  /** As it stands in the new table. */
  readonly id: Literal;
}
interface Columns {
  /** Column key → sheet column in the old table. */
  readonly from: ReadonlyMap<string, number>;
  readonly lost: readonly string[];
}

/** Words are found by their keys: those of later versions come with them. */
const BY_KEY = "Words";
const isTyped = ({ content, style }: TableColumn): boolean => content.kind === "input" && style?.locked === false;
const valuesOf = (table: TableBlueprint, header: string | undefined): readonly Literal[] => {
  const content = table.columns.find((column) => column.header === header)?.content;
  return content?.kind === "input" ? content.values : [];
};
const textOf = (value: Literal | undefined): string => plainText(value ?? "");

/** Columns by the headers that we stored. Where people renamed some and none was added or deleted, by their order. */
function columnsOf(old: KeyedTable, headers: Readonly<Record<string, string>>): Columns {
  const from = new Map([...old.columns].map(([key, offset]) => [key, old.columnAt(offset)]));
  const taken = new Set(from.values());
  const missing = Object.keys(headers).filter((key) => !from.has(key));
  const strange = old.headers.flatMap((header, offset) =>
    taken.has(old.columnAt(offset)) ? [] : [{ header, column: old.columnAt(offset) }],
  );
  const where = (header: string): string => `${old.sheet.name}: ${header}`;
  if (missing.length !== strange.length)
    return {
      from,
      lost: [...missing.map((key) => where(headers[key] ?? "")), ...strange.map(({ header }) => where(header))],
    };
  missing.forEach((key, i) => from.set(key, strange[i]?.column ?? -1));
  return { from, lost: [] };
}

/** The items of a kind in the order of the new table. */
function itemsOf({ count, rows, highest }: StandingItems, ids: readonly Literal[], added: number): readonly NewItem[] {
  let next = highest;
  const fresh = (): number => {
    next += 1;
    return next;
  };
  const item = (no: number, old: number | null): NewItem => ({ no, old, id: ids[no - 1] ?? "" });
  const standing = rows.map(({ row, no }) => item(no ?? fresh(), row));
  const all = [...standing, ...Array.from({ length: added }, () => item(fresh(), null))];
  if (count.across === undefined) return all;
  // Where each has a column the numbers run without a gap: an item that is gone is an empty one again.
  return ids.map((_, i) => all.find(({ no }) => no === i + 1) ?? item(i + 1, null));
}

class Remake {
  cells = 0;
  formulas = 0;
  readonly lost = new Set<string>();
  private readonly items: ReadonlyMap<string, readonly NewItem[]>;

  constructor(private readonly input: MadeAgainInput) {
    this.items = new Map(
      input.items.map((each) => {
        const { count } = each;
        const ids = valuesOf(this.built(count.table), this.header(count.table, count.id));
        return [count.table, itemsOf(each, ids, input.added[count.key] ?? 0)];
      }),
    );
  }

  private header(table: string, column: string): string | undefined {
    return this.input.made.tables[table]?.columns[column];
  }
  private built(key: string): TableBlueprint {
    const { blueprint, made } = this.input;
    const name = made.tables[key]?.name;
    const found = blueprint.sheets.flatMap(({ tables }) => tables).find((table) => table.name === name);
    if (found === undefined) throw new Error(`a workbook was built without the table ${key}`);
    return found;
  }
  private countsWithin(key: string): readonly StandingItems[] {
    return this.input.items.filter(({ count }) => count.within[key] !== undefined);
  }

  /** The rows of a table; null where it stays as it was built. "shape" where it has no room for those that stand. */
  private rowsOf(
    key: string,
    old: KeyedTable,
    from: Columns["from"],
    hasTableBelow: boolean,
  ): readonly NewRow[] | "shape" | null {
    const table = this.built(key);
    const own = this.items.get(key);
    if (own !== undefined) {
      const id = this.input.items.find(({ count }) => count.table === key)?.count.id ?? "id";
      return own.map((item) => ({ old: item.old, like: item.no - 1, set: { [id]: item.id } }));
    }
    if (key === BY_KEY) {
      const at = from.get("key");
      const places = new Map(at === undefined ? [] : old.rows.map((row) => [plainText(old.at(row, at)), row]));
      const keys = valuesOf(table, this.header(key, "key"));
      return keys.map((word, i) => ({ old: places.get(textOf(word)) ?? null, like: i, set: { key: word } }));
    }
    if (this.countsWithin(key).length > 0) return this.rowsWithin(key, old, from);
    const spec = this.input.people.find((each) => each.table === key);
    if (!table.columns.some(isTyped) && spec === undefined) return null;
    const standing = old.rows.map((row): NewRow => ({ old: row, like: null, set: {} }));
    if (!hasTableBelow) return standing;
    if (standing.length > table.rows) return "shape";
    const number = spec?.number === undefined ? undefined : from.get(spec.number);
    const numbers = number === undefined ? [] : old.rows.map((row) => old.at(row, number));
    const free = freeNumbers(numbers, table.rows + numbers.length);
    const padding = Array.from({ length: table.rows - standing.length }, (_, i): NewRow => ({
      old: null,
      like: null,
      set: spec?.number === undefined ? {} : { [spec.number]: free[i] ?? "" },
    }));
    return [...standing, ...padding];
  }

  /** Rows that stand, each group's followed by those of its new items; then the groups that are new. */
  private rowsWithin(key: string, old: KeyedTable, from: Columns["from"]): readonly NewRow[] {
    const counts = this.countsWithin(key);
    const table = this.built(key);
    const textAt = (row: number, column: string): string => {
      const at = from.get(column);
      return at === undefined ? "" : plainText(old.at(row, at));
    };
    // Visits and their items: an item's rows stand with their visit.
    const [items, groups] = counts;
    if (items === undefined) return [];
    const column = items.count.within[key] ?? "";
    const own = this.items.get(items.count.table) ?? [];
    const built = valuesOf(table, this.header(key, column));
    const likeOf = ({ id }: NewItem): number | null => {
      const found = built.findIndex((value) => textOf(value) === textOf(id));
      return found < 0 ? null : found;
    };
    const group =
      groups === undefined ? this.input.people.find((each) => each.table === key)?.person : groups.count.within[key];
    const rows = old.rows.filter((row) =>
      [...from.values()].some((at) => old.formula(row, at) === "" && !isBlank(old.at(row, at))),
    );
    const known = new Set(rows.map((row) => textAt(row, column)));
    if (group === undefined) {
      const rowOf = new Map(rows.map((row) => [textAt(row, column), row]));
      return own.map((item) => ({
        old: rowOf.get(textOf(item.id)) ?? null,
        like: likeOf(item),
        set: { [column]: item.id },
      }));
    }
    const added = own.filter(({ id }) => !known.has(textOf(id)));
    const forGroup = (id: Literal, which: readonly NewItem[]): readonly NewRow[] =>
      which.map((item) => ({ old: null, like: likeOf(item), set: { [group]: id, [column]: item.id } }));
    const last = new Map(rows.map((row) => [textAt(row, group), row]));
    const standing = rows.flatMap((row): readonly NewRow[] => {
      const at = from.get(group);
      const id = at === undefined ? "" : plain(old.at(row, at));
      const isLast = textOf(id) !== "" && last.get(textOf(id)) === row;
      return [{ old: row, like: null, set: {} }, ...(isLast ? forGroup(id, added) : [])];
    });
    const newGroups =
      groups === undefined ? [] : (this.items.get(groups.count.table) ?? []).filter(({ id }) => !last.has(textOf(id)));
    return [...standing, ...newGroups.flatMap(({ id }) => forGroup(id, own))];
  }

  /** The table with what was typed; "shape" where there is no room. */
  filled(key: string, table: TableBlueprint, hasTableBelow: boolean): TableBlueprint | "shape" {
    const { old: standing, made } = this.input;
    const old = standing.tables.get(key);
    if (old === undefined) return table;
    const { from, lost } = columnsOf(old, standing.stored.tables[key]?.columns ?? {});
    const rows = this.rowsOf(key, old, from, hasTableBelow);
    if (rows === null || rows === "shape") return rows ?? table;
    for (const one of lost) this.lost.add(one);
    const keys = new Map(Object.entries(made.tables[key]?.columns ?? {}).map(([one, header]) => [header, one]));
    const columns = table.columns.map((column): TableColumn => {
      const { content } = column;
      if (content.kind !== "input") return column;
      const one = keys.get(column.header) ?? "";
      const at = from.get(one);
      const values = rows.map((row): Literal => {
        if (one in row.set) return row.set[one] ?? "";
        const label = row.like === null ? "" : (content.values[row.like] ?? "");
        if (row.old === null || at === undefined || at < 0) return label;
        const value = plain(old.at(row.old, at));
        if (!isTyped(column)) return value === "" ? label : value;
        if (value !== "") this.cells += 1;
        if (old.formula(row.old, at) !== "") this.formulas += 1;
        return value;
      });
      return { ...column, content: { kind: "input", values: values.length === 0 ? [""] : values } };
    });
    return { ...table, rows: Math.max(1, rows.length), columns };
  }
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

/** The blueprint with everything that was typed on the old sheets. */
export function madeAgain(input: MadeAgainInput): MadeAgainResult {
  const { blueprint, made, old, items, added } = input;
  const named = namedCells(blueprint, made, old);
  const remake = new Remake(input);
  const keys = new Map(Object.entries(made.tables).map(([key, { name }]) => [name, key]));
  const sheets: SheetBlueprint[] = [];
  for (const sheet of blueprint.sheets) {
    let grown: SheetBlueprint = { ...sheet, blocks: withNamedCells(sheet, named) };
    const tables: TableBlueprint[] = [];
    for (const table of sheet.tables) {
      const isAbove = sheet.tables.some(
        ({ at, columns }) =>
          at.row > table.at.row &&
          at.column < table.at.column + table.columns.length &&
          table.at.column < at.column + columns.length,
      );
      const filled = remake.filled(keys.get(table.name) ?? "", table, isAbove);
      if (filled === "shape")
        return { ok: false, sheet: old.tables.get(keys.get(table.name) ?? "")?.sheet.name ?? sheet.name };
      if (filled !== table) {
        grown = { ...grown, rowHeights: heightsOf(grown, table, filled) };
        if (filled.rows !== table.rows) grown = grownSheet(grown, table, filled.rows - table.rows);
      }
      tables.push(filled);
    }
    sheets.push({ ...grown, tables });
  }
  const wanted = items.find(({ count }) => (added[count.key] ?? 0) > 0) ?? items[0];
  const name = made.tables[wanted?.count.table ?? ""]?.name;
  const found = sheets.find(({ tables }) => tables.some((table) => table.name === name));
  const table = found?.tables.find((each) => each.name === name);
  const more = added[wanted?.count.key ?? "items"] ?? 0;
  return {
    ok: true,
    cells: remake.cells,
    formulas: remake.formulas,
    lost: [...remake.lost],
    sheet: found?.name ?? "",
    blueprint: {
      ...blueprint,
      sheets,
      // Where the new ones are typed.
      ...(found === undefined || table === undefined
        ? {}
        : {
            show: {
              sheet: found.name,
              row: table.at.row + 1 + table.rows - Math.max(1, more),
              column: table.at.column + 1,
            },
          }),
    },
  };
}
