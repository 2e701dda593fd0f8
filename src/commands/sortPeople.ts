/** Sorts the people of the open sheet, or of the entry and result sheets, by Excel's own sort. */
import { PEOPLE_LIST } from "../core/people/peopleTables";
import { helperCandidates, sortedPlaces, totalsByPerson } from "../core/people/sortPeople";
import { tableNameParts, type KeyedTable } from "../core/recognise/layout";
import { withoutProtection } from "../excel/protection";
import { helperColumns, orderRows, reversed, type RowOrder } from "../excel/rowOrder";
import { runBatch } from "../excel/runBatch";
import { readPeople, sheetsOf, type OpenPeople } from "./openPeople";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import type { Outcome, RunOptions, SortKey } from "./types";

interface Sortable {
  readonly table: KeyedTable;
  readonly person: string;
}

/** The tables of people on the open sheet; else the entry sheets and Results, or all that have a row a person. */
export function sortableTables({ standing, reading }: OpenPeople): readonly Sortable[] {
  const all = standing.all.flatMap(({ table: key, person }): Sortable[] => {
    const table = standing.tables.get(key);
    return table === undefined || person === undefined ? [] : [{ table, person }];
  });
  const list = standing.tables.get(PEOPLE_LIST);
  const here = [...all, ...(list === undefined ? [] : [{ table: list, person: "id" }])].filter(
    ({ table }) => table.sheet.name === reading.snapshot.activeSheet,
  );
  if (here.length > 0) return here;
  const main = all.filter(({ table }) => /^(Entry|Results)/.test(tableNameParts(table.name)?.key ?? ""));
  return main.length > 0 ? main : all;
}

/** Totals by person, as the workbook shows them. */
export const totalsOf = ({ standing }: OpenPeople): ReadonlyMap<string, number> =>
  totalsByPerson(
    standing.all.flatMap(({ table, person }) => (person === "id" ? (standing.tables.get(table) ?? []) : [])),
  );

export async function sortPeople(
  session: Session,
  by: SortKey,
  options: RunOptions = {},
): Promise<Outcome<{ readonly sheets: readonly string[] }>> {
  const read = await readPeople(session, options);
  if (!read.ok) return stopped(read.problem);
  const people = read.value;
  const { standing, open, filtered } = people;
  if (people.fixed !== null) return stopped(problemNamed(`people.fixed.${people.fixed}`));
  const sorted = sortableTables(people);
  const hidden = sorted.find(({ table }) => filtered.includes(table.name));
  if (hidden !== undefined) return stopped(problemNamed("people.filtered", { sheet: hidden.table.sheet.name }));
  // A workbook in both languages is sorted as an English one.
  const { compare } = new Intl.Collator(open.language === "both" ? "en" : open.language, { numeric: true });
  const totals = totalsOf(people);
  const orders = sorted
    .map(({ table, person }) => ({
      table,
      places: sortedPlaces(table, person, by, standing.tables, totals, compare),
    }))
    .filter(({ places }) => places.some((from, to) => from !== to));
  if (orders.length === 0) return stopped(problemNamed("people.sorted"));
  const sheets = sheetsOf(orders.map(({ table }) => table));
  const helpers = await runBatch(
    (context) =>
      helperColumns(
        context,
        orders.map(({ table }) => ({ table: table.name, columns: helperCandidates(table, standing.samples) })),
      ),
    false,
  );
  if (!helpers.ok) return stopped(helpers.problem);
  const ready: RowOrder[] = [];
  for (const [i, { table, places }] of orders.entries()) {
    const helper = helpers.value[i] ?? null;
    if (helper === null) return stopped(problemNamed("people.typedOver", { sheet: table.sheet.name }));
    ready.push({ table: table.name, helper, places });
  }
  const done = await withoutProtection(sheets, () => orderRows(ready));
  if (!done.ok) return stopped(done.problem);
  const undo = session.rememberUndo({ key: "commands.people.undo.sort" }, () =>
    withoutProtection(sheets, () => orderRows(ready.map(reversed))),
  );
  const params = { by, sheets };
  return succeeded({ sheets }, [{ key: "commands.people.didSort", params }], undo);
}
