/** The rows of a table that stands: which columns it calculates, whose rows are whose, and what somebody has typed there. */
import { isBlank } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";
import type { CellValue } from "../recognise/snapshot";
import { isTypedInto, type PeopleTable } from "./peopleTables";

/** Formula texts of a few body rows by offset, "" where a cell holds none; by table name. */
export type FormulaSamples = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The text that most of the sampled cells hold; null where most hold no formula. */
function mostOf(texts: readonly string[]): string | null {
  const formulas = texts.filter((text) => text !== "");
  if (formulas.length * 2 <= texts.length) return null;
  const counts = new Map<string, number>();
  for (const text of formulas) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Formula by offset of the columns that a table calculates. */
export function calculatedColumns(table: KeyedTable, samples: FormulaSamples): ReadonlyMap<number, string> {
  const rows = samples.get(table.name) ?? [];
  const typed = new Set(
    [...table.columns].filter(([key]) => isTypedInto(key, table.columns)).map(([, offset]) => offset),
  );
  const found = new Map<number, string>();
  table.headers.forEach((_, offset) => {
    const formula = typed.has(offset) ? null : mostOf(rows.map((row) => row[offset] ?? ""));
    if (formula !== null) found.set(offset, formula);
  });
  return found;
}

/** Sheet rows by the person's id that they show, in the order of the table. */
export function rowsByPerson(table: KeyedTable, person: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const row of table.rows) {
    const id = table.text(row, person);
    if (id === "") continue;
    const rows = found.get(id);
    if (rows === undefined) found.set(id, [row]);
    else rows.push(row);
  }
  return found;
}

const isSame = (value: CellValue, start: unknown): boolean => value === start;

/** Offset of the column that stands for a person by number; null where the table has none. */
export const columnAcross = (table: KeyedTable, { across }: PeopleTable, number: CellValue): number | null =>
  across === undefined || typeof number !== "number"
    ? null
    : (table.columns.get(`${across.prefix}${String(number)}`) ?? null);

/** Everything that was typed about a person: in rows of the person's own, and in a column that stands for the person. */
export function typedAbout(
  table: KeyedTable,
  spec: PeopleTable,
  calculated: ReadonlyMap<number, string>,
  id: string,
): readonly { readonly row: number; readonly column: number }[] {
  const rows = rowsByPerson(table, spec.person ?? "").get(id) ?? [];
  const across = rows.flatMap((own) => {
    const offset = columnAcross(table, spec, table.value(own, spec.number ?? ""));
    if (offset === null || calculated.has(offset)) return [];
    const column = table.columnAt(offset);
    return table.rows
      .filter((row) => !rows.includes(row) && !isBlank(table.at(row, column)))
      .map((row) => ({ row, column }));
  });
  return [...typedCells(table, spec, calculated, rows), ...across];
}

/** Cells of a person's rows in which something was typed. */
export function typedCells(
  table: KeyedTable,
  spec: PeopleTable,
  calculated: ReadonlyMap<number, string>,
  rows: readonly number[],
): readonly { readonly row: number; readonly column: number }[] {
  const ours = new Set([spec.person, spec.number, ...(spec.labels ?? [])].map((key) => table.columns.get(key ?? "")));
  const starts = new Map(
    Object.entries(spec.start ?? {}).map(([key, value]) => [table.columns.get(key) ?? -1, value] as const),
  );
  return rows.flatMap((row) =>
    table.headers.flatMap((_, offset) => {
      const column = table.columnAt(offset);
      const value = table.at(row, column);
      const untouched = starts.has(offset) && isSame(value, starts.get(offset));
      return calculated.has(offset) || ours.has(offset) || isBlank(value) || untouched ? [] : [{ row, column }];
    }),
  );
}
