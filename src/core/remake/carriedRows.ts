/**
 * Which rows the tables of a method's workbook have when its sheets are made again: those that stand, in their order, and rows for
 * the items that are new. Where an item is new everybody gets a row for it, right after the person's others.
 */
import type { Literal, TableBlueprint, TableColumn } from "../blueprint/types";
import type { Counts } from "../methods/counts";
import { freeNumbers } from "../people/ids";
import type { PeopleTable } from "../people/peopleTables";
import { isBlank, plainText } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";
import type { StandingItems } from "./moreItems";
import { plain } from "./sheetParts";

/** A row of a new table. */
export interface CarriedRow {
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
/** What the rows follow from. */
export interface RowSource {
  readonly items: readonly StandingItems[];
  readonly added: Counts;
  /** Tables with rows for each person. */
  readonly people: readonly PeopleTable[];
  /** The values of a column as it was built, by keys. */
  readonly built: (table: string, column: string) => readonly Literal[];
}
/** A table that stands, and its like as it was built. */
export interface TablePair {
  readonly key: string;
  readonly old: KeyedTable;
  /** Column key → sheet column in the old table. */
  readonly from: ReadonlyMap<string, number>;
  readonly table: TableBlueprint;
  /** Another table stands under it on the same sheet: there is no room for more rows than were built. */
  readonly hasTableBelow: boolean;
}

/** Words are found by their keys: those of later versions come with them. */
const BY_KEY = "Words";
const textOf = (value: Literal | undefined): string => plainText(value ?? "");

/** Whether people type into a column; ids and labels are ours. */
export const isTypedInto = ({ content, style }: TableColumn): boolean =>
  content.kind === "input" && style?.locked === false;

/** The items of a kind in the order of the new table. */
function itemsOf({ count, rows, highest }: StandingItems, { added, built }: RowSource): readonly NewItem[] {
  const ids = built(count.table, count.id);
  let next = highest;
  const fresh = (): number => {
    next += 1;
    return next;
  };
  const item = (no: number, old: number | null): NewItem => ({ no, old, id: ids[no - 1] ?? "" });
  const standing = rows.map(({ row, no }) => item(no ?? fresh(), row));
  const all = [...standing, ...Array.from({ length: added[count.key] ?? 0 }, () => item(fresh(), null))];
  if (count.across === undefined) return all;
  // Where each has a column the numbers run without a gap: an item that is gone is an empty one again.
  return ids.map((_, i) => all.find(({ no }) => no === i + 1) ?? item(i + 1, null));
}

const valueAt = ({ old, from }: TablePair, row: number, column: string): Literal => {
  const at = from.get(column);
  return at === undefined ? "" : plain(old.at(row, at));
};
const textAt = (pair: TablePair, row: number, column: string): string => textOf(valueAt(pair, row, column));

/** Row of the built table that has an item's labels. */
const likeIn = (ids: readonly Literal[], { id }: NewItem): number | null => {
  const found = ids.findIndex((value) => textOf(value) === textOf(id));
  return found < 0 ? null : found;
};

function wordRows(pair: TablePair, { built }: RowSource): readonly CarriedRow[] {
  const places = new Map(pair.old.rows.map((row) => [textAt(pair, row, "key"), row]));
  return built(pair.key, "key").map((key, i) => ({ old: places.get(textOf(key)) ?? null, like: i, set: { key } }));
}

/** A row for each item and nobody else: in the order of the items. */
function rowsOfItems(
  pair: TablePair,
  column: string,
  items: readonly NewItem[],
  ids: readonly Literal[],
): CarriedRow[] {
  const rowOf = new Map(pair.old.rows.map((row) => [textAt(pair, row, column), row]));
  return items.map((item) => ({
    old: rowOf.get(textOf(item.id)) ?? null,
    like: likeIn(ids, item),
    set: { [column]: item.id },
  }));
}

/** Rows with anything in them. */
const filledRows = ({ old, from }: TablePair): readonly number[] =>
  old.rows.filter((row) => [...from.values()].some((at) => old.formula(row, at) === "" && !isBlank(old.at(row, at))));

/** Rows that stand, each group's followed by those of its new items; then the groups that are new. */
function rowsWithin(
  pair: TablePair,
  source: RowSource,
  [items, groups]: readonly [items: StandingItems, groups: StandingItems | undefined],
): readonly CarriedRow[] {
  const { key } = pair;
  const column = items.count.within[key] ?? "";
  const own = itemsOf(items, source);
  const ids = source.built(key, column);
  // Visits and their items: an item's rows stand with their visit. Elsewhere they stand with their person.
  const group =
    groups === undefined ? source.people.find(({ table }) => table === key)?.person : groups.count.within[key];
  if (group === undefined) return rowsOfItems(pair, column, own, ids);
  const rows = filledRows(pair);
  const known = new Set(rows.map((row) => textAt(pair, row, column)));
  const added = own.filter(({ id }) => !known.has(textOf(id)));
  const forGroup = (id: Literal, which: readonly NewItem[]): readonly CarriedRow[] =>
    which.map((item) => ({ old: null, like: likeIn(ids, item), set: { [group]: id, [column]: item.id } }));
  const last = new Map(rows.map((row) => [textAt(pair, row, group), row]));
  const standing = rows.flatMap((row): readonly CarriedRow[] => {
    const id = valueAt(pair, row, group);
    const isLast = textOf(id) !== "" && last.get(textOf(id)) === row;
    return [{ old: row, like: null, set: {} }, ...(isLast ? forGroup(id, added) : [])];
  });
  const newGroups = groups === undefined ? [] : itemsOf(groups, source).filter(({ id }) => !last.has(textOf(id)));
  return [...standing, ...newGroups.flatMap(({ id }) => forGroup(id, own))];
}

/** The rows as they stand; above another table filled up to as many as were built. */
function standingRows(pair: TablePair, spec: PeopleTable | undefined): readonly CarriedRow[] | "shape" {
  const { old, table, hasTableBelow } = pair;
  const standing = old.rows.map((row): CarriedRow => ({ old: row, like: null, set: {} }));
  if (!hasTableBelow) return standing;
  if (standing.length > table.rows) return "shape";
  const number = spec?.number;
  const numbers = number === undefined ? [] : old.rows.map((row) => valueAt(pair, row, number));
  const free = freeNumbers(
    numbers.map((value) => value ?? ""),
    table.rows + numbers.length,
  );
  const padding = Array.from({ length: table.rows - standing.length }, (_, i): CarriedRow => ({
    ...{ old: null, like: null },
    set: number === undefined ? {} : { [number]: free[i] ?? "" },
  }));
  return [...standing, ...padding];
}

/** The rows of a table; null where it stays as it was built, "shape" where there is no room for those that stand. */
export function carriedRows(pair: TablePair, source: RowSource): readonly CarriedRow[] | "shape" | null {
  const { key, table } = pair;
  const own = source.items.find(({ count }) => count.table === key);
  if (own !== undefined)
    return itemsOf(own, source).map(({ old, no, id }) => ({ old, like: no - 1, set: { [own.count.id]: id } }));
  if (key === BY_KEY) return wordRows(pair, source);
  const [items, groups] = source.items.filter(({ count }) => count.within[key] !== undefined);
  if (items !== undefined) return rowsWithin(pair, source, [items, groups]);
  const spec = source.people.find((each) => each.table === key);
  return table.columns.some(isTypedInto) || spec !== undefined ? standingRows(pair, spec) : null;
}
