/** A method workbook as its method reads it: tables and columns by key, settings and words by the names of their cells. */
import type { ScoresElsewhere } from "../blueprint/elsewhere";
import type { LocatedBook } from "../blueprint/methodChecks";
import type { ReadBook } from "../blueprint/methodReading";
import { scoreSources } from "../methods/combined/links";
import { cellAt } from "../model/scorecard";
import type { InstanceMetadata } from "../schema/metadata";
import { bandsOf } from "./generatedRegisters";
import { plainText } from "./grid";
import { keyedTables, namedValue, type KeyedTable } from "./layout";
import type { CellValue, Snapshot } from "./snapshot";

export interface MethodBook extends LocatedBook {
  /** Tables by the key under which they are stored; only those on sheets that were read. */
  readonly tables: ReadonlyMap<string, KeyedTable>;
}

/** Results with the names of the people, table by table; tables on sheets that were not read, or without any, are left out. */
function scoresIn(snapshot: Snapshot, others: readonly InstanceMetadata[]): readonly ScoresElsewhere[] {
  return others.flatMap((other) => {
    const headers = Object.fromEntries(Object.values(other.tables).map(({ name, columns }) => [name, columns]));
    const tables = keyedTables(snapshot, other.instance, headers, []);
    return scoreSources([other]).flatMap((source): ScoresElsewhere[] => {
      if (source.kind !== "score") return [];
      const { table: wanted, nameHeader, scoreHeader } = source;
      const [key, table] = [...tables].find(([, { name }]) => name === wanted) ?? [];
      const [names, scores] = [nameHeader, scoreHeader].map((header) => table?.headers.indexOf(header) ?? -1);
      if (table === undefined || names === undefined || scores === undefined || names < 0 || scores < 0) return [];
      const people = table.rows.flatMap((row) => {
        const [name, total] = [plainText(table.at(row, table.columnAt(names))), table.at(row, table.columnAt(scores))];
        return name === "" || typeof total !== "number" ? [] : [{ name, total }];
      });
      if (people.length === 0) return [];
      return [{ people, isMeasured: key === "Results", bands: bandsOf(tables.get("Bands")).bands }];
    });
  });
}

/**
 * @param tables by key, of one instance
 * @param others what else stands in the file
 */
export function methodBook(
  snapshot: Snapshot,
  instance: number,
  tables: ReadonlyMap<string, KeyedTable>,
  ranks: ReadBook["ranks"],
  others: readonly InstanceMetadata[] = [],
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
        cell: (column) => cellAt(table.sheet.name, row, table.column(column) ?? table.columnAt(0)),
      }));
    },
    header: (key, column) => {
      const table = tables.get(key);
      return table?.headers[table.columns.get(column) ?? -1] ?? "";
    },
    sheet: (key) => tables.get(key)?.sheet.name ?? "",
    scoresElsewhere: () => scoresIn(snapshot, others),
  };
}
