/**
 * More items for a method's workbook that stands: which items it has, which of them were typed in by hand and have no places for
 * answers yet, and with how many numbers its sheets are made again. Ids are never given twice: what was answered about an item
 * that is gone stays that item's.
 */
import { itemCountsOf, type CountFault, type Counts, type ItemCount, type ItemKey } from "../methods/counts";
import { isBlank } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";

type Tables = ReadonlyMap<string, KeyedTable>;

/** The items of one kind in a workbook that stands. */
export interface ItemsNow {
  readonly key: ItemKey;
  /** Rows for them. */
  readonly standing: number;
  /** Of these, typed under the table by hand: nobody can answer them yet. */
  readonly waiting: number;
  readonly most: number;
}

/** One row of items. */
export interface ItemRow {
  /** Sheet row. */
  readonly row: number;
  /** The number in its id; null where the id is none of ours or stands twice. */
  readonly no: number | null;
  /** Whether every table has places for its answers, as far as anything is typed to be answered. */
  readonly hasPlaces: boolean;
}
export interface StandingItems {
  readonly count: ItemCount;
  /** Rows with an id or with anything typed, in their order. */
  readonly rows: readonly ItemRow[];
  /** The highest number that anything goes by, also an item that is gone. */
  readonly highest: number;
}

const ID = /^([A-Za-z]*)(\d{1,4})$/;
const partsOf = (text: string): { readonly letters: string; readonly no: number } | null => {
  const [, letters, digits] = ID.exec(text) ?? [];
  return letters === undefined || Number(digits) === 0 ? null : { letters, no: Number(digits) };
};

/** What the ids of a column begin with: most of them. */
function lettersOf(table: KeyedTable, column: string): string {
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const parts = partsOf(table.text(row, column));
    if (parts !== null) counts.set(parts.letters, (counts.get(parts.letters) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** Whether a person typed anything into the row beside its id. */
const isTyped = (table: KeyedTable, row: number, id: string): boolean =>
  table.headers.some((_, offset) => {
    const column = table.columnAt(offset);
    return column !== table.column(id) && table.formula(row, column) === "" && !isBlank(table.at(row, column));
  });

/** Numbers that have a column of their own. */
function numbersAcross({ across }: ItemCount, tables: Tables): ReadonlySet<number> | null {
  if (across === undefined) return null;
  const keys = [...(tables.get(across.table)?.columns.keys() ?? [])];
  const pattern = new RegExp(`^${across.prefix}(\\d+)$`);
  return new Set(keys.flatMap((key) => pattern.exec(key)?.[1] ?? []).map(Number));
}

function standingItems(count: ItemCount, tables: Tables): StandingItems | null {
  const table = tables.get(count.table);
  const elsewhere = [...Object.keys(count.within), ...(count.across === undefined ? [] : [count.across.table])];
  if (table === undefined || elsewhere.some((key) => !tables.has(key))) return null;
  const letters = lettersOf(table, count.id);
  const numberOf = (text: string): number | null => {
    const parts = partsOf(text);
    return parts?.letters === letters ? parts.no : null;
  };
  const places = Object.entries(count.within).map(
    ([key, column]) =>
      new Set((tables.get(key)?.rows ?? []).flatMap((row) => numberOf(tables.get(key)?.text(row, column) ?? "") ?? [])),
  );
  const across = numbersAcross(count, tables);
  const all = across === null ? places : [...places, across];
  const seen = new Set<number>();
  const rows = table.rows.flatMap((row): ItemRow[] => {
    const text = table.text(row, count.id);
    if (text === "" && !isTyped(table, row, count.id)) return [];
    const found = numberOf(text);
    const no = found === null || seen.has(found) ? null : found;
    if (no !== null) seen.add(no);
    const isPlaced = no !== null && all.every((numbers) => numbers.has(no));
    return [{ row, no, hasPlaces: isPlaced || !isTyped(table, row, count.id) }];
  });
  return { count, rows, highest: Math.max(0, ...seen, ...all.flatMap((numbers) => [...numbers])) };
}

/** The items of a method's workbook, kind by kind; null where a table of theirs was taken away. */
export function itemsIn(method: string, tables: Tables): readonly StandingItems[] | null {
  const found = itemCountsOf(method).flatMap((count) => standingItems(count, tables) ?? []);
  return found.length === itemCountsOf(method).length ? found : null;
}

const waitingIn = ({ rows }: StandingItems): number => rows.filter(({ hasPlaces }) => !hasPlaces).length;

/** Items that nobody can answer: where each stands, and what it is called. */
export const itemsWithoutPlaces = (
  items: readonly StandingItems[],
  tables: Tables,
): readonly { readonly table: KeyedTable; readonly row: number; readonly name: string }[] =>
  items.flatMap(({ count, rows }) => {
    const table = tables.get(count.table);
    // Where nobody is judged at all yet nothing can be said of one item.
    if (table === undefined || !rows.some(({ no, hasPlaces }) => no !== null && hasPlaces)) return [];
    return rows
      .filter(({ hasPlaces }) => !hasPlaces)
      .map(({ row }) => {
        const texts = [...table.columns.keys()].map((key) => table.text(row, key));
        return { table, row, name: texts.find((text) => text !== "") ?? "" };
      });
  });

/** What the pane asks for. */
export const itemsNow = (items: readonly StandingItems[]): readonly ItemsNow[] =>
  items.map((each) => ({
    key: each.count.key,
    standing: each.rows.length,
    waiting: waitingIn(each),
    most: each.count.most,
  }));

export type MoreFault =
  | Extract<CountFault, { kind: "range" }>
  /** Neither a number nor anything that waits. */
  | { readonly kind: "nothing" }
  | { readonly kind: "most"; readonly key: ItemKey; readonly standing: number; readonly most: number };

/**
 * With which numbers the sheets are made again.
 * @param added how many empty items are wanted beside those that stand
 */
export function moreCounts(
  items: readonly StandingItems[],
  added: Counts,
): { readonly ok: true; readonly counts: Counts } | { readonly ok: false; readonly fault: MoreFault } {
  const bad = items.find(({ count }) => {
    const wanted = added[count.key] ?? 0;
    return !Number.isInteger(wanted) || wanted < 0;
  });
  if (bad !== undefined)
    return { ok: false, fault: { kind: "range", key: bad.count.key, least: 0, most: bad.count.most } };
  if (items.every((each) => (added[each.count.key] ?? 0) + waitingIn(each) === 0))
    return { ok: false, fault: { kind: "nothing" } };
  const counts = items.map((each) => {
    const unnumbered = each.rows.filter(({ no }) => no === null).length;
    return { ...each, wanted: each.highest + unnumbered + (added[each.count.key] ?? 0) };
  });
  const over = counts.find(({ count, wanted }) => wanted > count.most);
  if (over !== undefined) {
    const { count, rows } = over;
    return { ok: false, fault: { kind: "most", key: count.key, standing: rows.length, most: count.most } };
  }
  return {
    ok: true,
    counts: Object.fromEntries(counts.map(({ count, wanted }) => [count.key, Math.max(count.least, wanted)])),
  };
}
