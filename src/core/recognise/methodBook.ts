/** A method workbook as its method reads it: tables and columns by key, settings and words by the names of their cells. */
import type { ReadBook } from "../blueprint/methodReading";
import { plainText } from "./grid";
import { namedValue, type KeyedTable } from "./layout";
import type { CellValue, Snapshot } from "./snapshot";

export interface MethodBook extends ReadBook {
  /** Tables by the key under which they are stored; only those on sheets that were read. */
  readonly tables: ReadonlyMap<string, KeyedTable>;
}

/** @param tables by key, of one instance */
export function methodBook(
  snapshot: Snapshot,
  instance: number,
  tables: ReadonlyMap<string, KeyedTable>,
  ranks: ReadBook["ranks"],
): MethodBook {
  const named = (name: string): CellValue => namedValue(snapshot, `eh_${String(instance)}_${name}`) ?? "";
  return {
    tables,
    ranks,
    word: (key) => plainText(named(`w_${key}`)),
    setting: (name) => {
      const value = named(name);
      return typeof value === "number" ? value : null;
    },
    rows: (key) => {
      const table = tables.get(key);
      if (table === undefined) return [];
      return table.rows.map((row) => ({
        text: (column) => table.text(row, column),
        number: (column) => table.number(row, column),
      }));
    },
  };
}
