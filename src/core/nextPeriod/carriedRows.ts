/** Which rows of a method's tables go on into the next period: open actions, plans that are not closed, what they refer to. */
import type { KeyedTable } from "../recognise/layout";
import { isBlank } from "../recognise/grid";
import { meantIn, type OpenRows, type PeriodTable } from "./periodTables";

export interface CarryInput {
  readonly tables: ReadonlyMap<string, KeyedTable>;
  readonly plans: Readonly<Record<string, PeriodTable>>;
  /** Last day of the period that closes. */
  readonly lastDay: number;
  /** Word shown → key. */
  readonly wordKeys: ReadonlyMap<string, string>;
}
export type CarriedRows = ReadonlyMap<string, ReadonlySet<number>>;

/** A row in which something was typed. */
const isUsed = (table: KeyedTable, { emptied }: PeriodTable, row: number): boolean =>
  meantIn(emptied, [...table.columns.keys()]).some((key) => !isBlank(table.value(row, key)));

const idOf = (table: KeyedTable, row: number): string => table.text(row, "id").trim().toLowerCase();

/** By what stands in the row itself. */
function isOpen(open: OpenRows, table: KeyedTable, row: number, wordKeys: CarryInput["wordKeys"]): boolean {
  switch (open.kind) {
    case "blank":
      return isBlank(table.value(row, open.column));
    case "wordOtherThan":
      return !open.words.includes(wordKeys.get(table.text(row, open.column)) ?? "");
    case "positive":
      return (table.number(row, open.column) ?? 0) > 0;
    default:
      return false;
  }
}

/** Ids that go on in a table. */
const idsIn = (tables: CarryInput["tables"], carried: CarriedRows, key: string): ReadonlySet<string> => {
  const table = tables.get(key);
  return new Set(table === undefined ? [] : [...(carried.get(key) ?? [])].map((row) => idOf(table, row)));
};

/** Rows that go on because of rows of another table, once those are known. */
function byOthers({ tables, plans }: CarryInput, carried: CarriedRows, key: string): readonly number[] {
  const [table, open] = [tables.get(key), plans[key]?.open];
  const plan = plans[key];
  if (table === undefined || plan === undefined || open === undefined) return [];
  if (open.kind === "partOf") {
    const ids = idsIn(tables, carried, open.table);
    return table.rows.filter(
      (row) => isUsed(table, plan, row) && ids.has(table.text(row, open.column).trim().toLowerCase()),
    );
  }
  if (open.kind !== "namedBy") return [];
  const other = tables.get(open.table);
  const named = new Set(
    other === undefined
      ? []
      : [...(carried.get(open.table) ?? [])].map((row) => other.text(row, open.column).trim().toLowerCase()),
  );
  return table.rows.filter((row) => isUsed(table, plan, row) && named.has(idOf(table, row)));
}

/** Sheet rows that stay as they are, by table. */
export function carriedRows(input: CarryInput): CarriedRows {
  const { tables, plans, lastDay, wordKeys } = input;
  const carried = new Map<string, Set<number>>();
  for (const [key, plan] of Object.entries(plans)) {
    const table = tables.get(key);
    if (table === undefined) continue;
    const { open, dated } = plan;
    const own = table.rows.filter(
      (row) =>
        isUsed(table, plan, row) &&
        ((open !== undefined && isOpen(open, table, row, wordKeys)) ||
          (dated !== undefined && (table.number(row, dated) ?? 0) > lastDay)),
    );
    carried.set(key, new Set(own));
  }
  for (const key of Object.keys(plans)) for (const row of byOthers(input, carried, key)) carried.get(key)?.add(row);
  return carried;
}
