/** Taking people out: a leaving date for those who were there, and the rows of those who were entered by mistake. */
import { isBlank } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";
import { cellAt } from "../model/scorecard";
import type { Location } from "../model/location";
import type { BlockChange } from "../nextPeriod/emptying";
import { rowsEach } from "./newRows";
import { PEOPLE_LIST, type PeopleTable } from "./peopleTables";
import { calculatedColumns, rowsByPerson, typedAbout, typedCells } from "./standingRows";
import type { StandingPeople } from "./addPeople";

/** Rows of a table to be taken out, by body row from 0, last first. */
export interface RowRemoval {
  readonly table: string;
  readonly sheet: string;
  readonly rows: readonly number[];
}

/** What is known of a person outside the list: cells that were typed for them, and rows elsewhere that name them. */
export function tracesOf({ tables, all, samples }: StandingPeople, id: string): readonly Location[] {
  const own = new Set([PEOPLE_LIST, ...all.map(({ table }) => table)]);
  const typed = all.flatMap((spec) => {
    const table = tables.get(spec.table);
    if (table === undefined || spec.person === undefined) return [];
    return typedAbout(table, spec, calculatedColumns(table, samples), id).map(({ row, column }) =>
      cellAt(table.sheet.name, row, column),
    );
  });
  const named = [...tables].flatMap(([key, table]) => (own.has(key) || isLookedUp(key) ? [] : mentions(table, id)));
  return [...typed, ...named];
}

/** Pages show whoever is picked: no trace of their own. */
const isLookedUp = (key: string): boolean =>
  /Page$|^(Trend|Scheme|Example|Report|Record)/.test(key) || key.startsWith("page");

function mentions(table: KeyedTable, id: string): Location[] {
  return table.rows.flatMap((row) =>
    table.headers.flatMap((_, offset) => {
      const column = table.columnAt(offset);
      return table.at(row, column) === id ? [cellAt(table.sheet.name, row, column)] : [];
    }),
  );
}

/** The rows of people in all tables that have rows a person; where rows are only counted, as many from the end. */
export function removedRows(standing: StandingPeople, ids: readonly string[]): readonly RowRemoval[] {
  const { tables, all } = standing;
  const gone = new Set(ids);
  const specs: readonly PeopleTable[] = [{ table: PEOPLE_LIST, person: "id" }, ...all];
  return specs.flatMap((spec): RowRemoval[] => {
    const table = tables.get(spec.table);
    if (table === undefined) return [];
    const places = new Map(table.rows.map((row, place) => [row, place]));
    const rows =
      spec.person === undefined ? countedRows(standing, spec, table, gone) : ownRows(table, spec.person, gone);
    const found = rows.flatMap((row) => places.get(row) ?? []).sort((a, b) => b - a);
    return found.length === 0 ? [] : [{ table: table.name, sheet: table.sheet.name, rows: found }];
  });
}

const ownRows = (table: KeyedTable, person: string, gone: ReadonlySet<string>): readonly number[] =>
  [...rowsByPerson(table, person)].flatMap(([id, rows]) => (gone.has(id) ? rows : []));

/** Rows that follow those of another table go by their ids; others, which only count, go from the end where nothing is typed. */
function countedRows(
  { tables, all, samples }: StandingPeople,
  spec: PeopleTable,
  table: KeyedTable,
  gone: ReadonlySet<string>,
): readonly number[] {
  const leader = all.find(({ table: key }) => key === spec.as);
  const led = tables.get(leader?.table ?? "");
  if (leader?.person !== undefined && leader.number !== undefined && led !== undefined && spec.number !== undefined) {
    const numbers = new Set(ownRows(led, leader.person, gone).map((row) => led.text(row, leader.number ?? "")));
    return table.rows.filter((row) => numbers.has(table.text(row, spec.number ?? "")));
  }
  const calculated = calculatedColumns(table, samples);
  const free = table.rows.filter((row) => typedCells(table, spec, calculated, [row]).length === 0);
  return free.slice(Math.max(0, free.length - gone.size * rowsEach(spec, all, tables)));
}

/** The last day of people, written into the list; people who have one keep it. */
export function leavingChanges(
  tables: ReadonlyMap<string, KeyedTable>,
  ids: readonly string[],
  day: number,
): readonly BlockChange[] {
  const list = tables.get(PEOPLE_LIST);
  const column = list?.column("to") ?? null;
  const [first] = list?.rows ?? [];
  if (list === undefined || column === null || first === undefined) return [];
  const leaving = new Set(ids);
  const { rows } = list;
  return [
    {
      sheet: list.sheet.name,
      rect: { row: first, column, rows: rows.length, columns: 1 },
      before: rows.map((row) => [list.at(row, column)]),
      after: rows.map((row) => [leaving.has(list.text(row, "id")) && isBlank(list.at(row, column)) ? day : null]),
    },
  ];
}
