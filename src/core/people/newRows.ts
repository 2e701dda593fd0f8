/** Rows for new people in a table that stands: formulas and labels as other people's rows have them, everything else empty. */
import { formHeights, FORM_ROWS_AROUND } from "../blueprint/formRows";
import type { CellContent, Literal, TableAppend } from "../blueprint/types";
import { cellFormula } from "../formulas/columns";
import type { KeyedTable } from "../recognise/layout";
import { freeNumbers, runningOn } from "./ids";
import type { PeopleTable } from "./peopleTables";
import { calculatedColumns, columnAcross, rowsByPerson, type FormulaSamples } from "./standingRows";

/** The rows of one person that new people's rows are made like: as many as most people have, the last such one. */
function modelRows(table: KeyedTable, person: string): readonly number[] {
  const all = [...rowsByPerson(table, person).values()];
  const counts = new Map<number, number>();
  for (const { length } of all) counts.set(length, (counts.get(length) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  return [...all].reverse().find(({ length }) => length === usual) ?? table.rows.slice(-1);
}

/** How many rows a new person gets in a table. */
export function rowsEach(
  spec: PeopleTable,
  specs: readonly PeopleTable[],
  tables: ReadonlyMap<string, KeyedTable>,
): number {
  if (spec.as !== undefined) {
    const other = specs.find(({ table }) => table === spec.as);
    return other === undefined ? 1 : rowsEach(other, specs, tables);
  }
  const table = tables.get(spec.table);
  if (spec.person === undefined || table === undefined) return spec.rows ?? 1;
  return modelRows(table, spec.person).length;
}

/** The rows that a table gets. @param values of a column by key, one a person; null leaves it to the rule of the table */
export function newRows(
  table: KeyedTable,
  spec: PeopleTable,
  ids: readonly string[],
  each: number,
  samples: FormulaSamples,
  values: (key: string, person: number) => Literal | null = () => null,
): TableAppend {
  const calculated = calculatedColumns(table, samples);
  const keys = new Map([...table.columns].map(([key, offset]) => [offset, key]));
  const model = spec.person === undefined ? [] : modelRows(table, spec.person);
  const number = table.column(spec.number ?? "");
  const numbers = number === null ? [] : table.rows.map((row) => table.at(row, number));
  const free = spec.across === undefined ? null : freeNumbers(numbers, spec.across.most);
  const placed = free === null ? ids : ids.slice(0, free.length);
  const running = number === null || free !== null ? null : runningOn(numbers);
  const next = (person: number): Literal | null => (free === null ? (running?.() ?? null) : (free[person] ?? null));
  const cell = (person: number, k: number, offset: number): CellContent => {
    const formula = calculated.get(offset);
    // Read from this very column, so it means the same in a row under it.
    if (formula !== undefined) return { formula: cellFormula(formula.replace(/^=/, "")) };
    const key = keys.get(offset) ?? "";
    if (key === spec.person) return ids[person] ?? null;
    if (key === spec.number) return next(person);
    const row = model[k];
    if (spec.labels?.includes(key) === true && row !== undefined) {
      const label = table.value(row, key);
      return typeof label === "object" || label === "" ? null : label;
    }
    return values(key, person) ?? spec.start?.[key] ?? null;
  };
  // In an entry form everybody has a page; a block that somebody has cut or stretched is none any more.
  const pages = table.column("part") === null ? [] : formHeights(each - FORM_ROWS_AROUND);
  return {
    table: table.name,
    ...(pages.length === each && each > 0 ? { pages } : {}),
    ...(spec.apart === undefined ? {} : { apart: spec.apart }),
    ...(free === null
      ? {}
      : { show: free.slice(0, placed.length).flatMap((no) => columnAcross(table, spec, no) ?? []) }),
    rows: placed.flatMap((_, person) =>
      Array.from({ length: each }, (_row, k) => table.headers.map((_header, offset) => cell(person, k, offset))),
    ),
  };
}
