/** The people of the workbook that is open: who they are, which tables have rows for them, and what those tables hold. */
import {
  allPeopleTables,
  entryKeys,
  hasAcross,
  scorecardTables,
  PEOPLE_LIST,
  type MethodPeople,
  type PeopleTable,
} from "../core/people/peopleTables";
import type { StandingPeople } from "../core/people/addPeople";
import { tablesOf } from "../core/nextPeriod/closedResults";
import { plainText } from "../core/recognise/grid";
import { namedValue, tableNameParts, type KeyedTable } from "../core/recognise/layout";
import { lookAtTables } from "../excel/peopleRows";
import { runBatch, done, failed, type Done } from "../excel/runBatch";
import { instanceOnSheet, type OpenInstance } from "./instanceOnSheet";
import { loadMethod } from "./methodParts";
import { problemNamed } from "./outcomes";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { RunOptions } from "./types";

/** All sheets with tables of ours. */
export const everyTable = (tables: readonly { readonly name: string; readonly sheet: string }[]): readonly string[] => [
  ...new Set(tables.filter(({ name }) => tableNameParts(name) !== null).map(({ sheet }) => sheet)),
];

export interface OpenPlan {
  readonly entry: string;
  readonly jobGroup: string;
}
export interface OpenPeople {
  readonly reading: Reading;
  readonly open: OpenInstance;
  readonly standing: StandingPeople;
  /** One entry a plan of a KPI scorecard; empty for a method. */
  readonly plans: readonly OpenPlan[];
  /** Key of the reason why this workbook cannot take in more people; null when it can. */
  readonly fixed: string | null;
  /** Tables, by name, of which a filter hides rows. */
  readonly filtered: readonly string[];
  /** Tables in which people of a plan have rows; those of a method where it is none. */
  readonly specsOf: (plan: OpenPlan | null) => readonly PeopleTable[];
  readonly word: (key: string) => string;
  readonly setting: (name: string) => number | null;
}

/** The job group of each entry table: that of its lines in Plan. */
function plansOf(open: OpenInstance, tables: ReadonlyMap<string, KeyedTable>): readonly OpenPlan[] {
  const plan = tables.get("Plan");
  return entryKeys(open.stored).map((entry) => {
    const lines = new Set(open.stored.entries[entry] ?? []);
    const row = plan?.rows.find((candidate) => lines.has(plan.text(candidate, "id")));
    return { entry, jobGroup: row === undefined ? "" : (plan?.text(row, "jobGroup") ?? "") };
  });
}

/** Other tables on the same sheet that whole rows under this one would tear. */
export function canMakeRoom(table: KeyedTable): boolean {
  const bottom = (table.rows.at(-1) ?? 0) + 1;
  return table.sheet.tables.every(
    ({ name, rect }) => name === table.name || rect.row >= bottom || rect.row + rect.rows <= bottom,
  );
}

/** Reads the workbook and its tables of people: three round trips. */
export async function readPeople(session: Session, options: RunOptions = {}): Promise<Done<OpenPeople>> {
  const read = await runBatch((context) => readSheet(context, session, options, 2, { alsoRead: everyTable }), false);
  if (!read.ok) return read;
  const open = instanceOnSheet(read.value);
  if (open === null) return failed(problemNamed("people.none"));
  const { snapshot } = read.value;
  const tables = tablesOf(snapshot, open.stored);
  if (tables.get(PEOPLE_LIST) === undefined) return failed(problemNamed("people.moved"));
  const definition = await loadMethod(open.stored.template);
  const method: MethodPeople | null = definition === null ? null : (definition.people ?? { tables: [] });
  const all = allPeopleTables(open.stored, method);
  const missing = all.find(({ table }) => !tables.has(table));
  if (missing !== undefined) return failed(problemNamed("people.moved"));
  const wanted = [PEOPLE_LIST, ...all.map(({ table }) => table)].flatMap((key) => tables.get(key) ?? []);
  const look = await runBatch(
    (context) =>
      lookAtTables(
        context,
        wanted.map(({ name, rows }) => ({ name, rows: rows.length })),
      ),
    false,
  );
  if (!look.ok) return look;
  const prefix = `eh_${String(open.stored.instance)}_`;
  return done({
    reading: read.value,
    open,
    standing: { tables, all, samples: look.value.samples },
    plans: method === null ? plansOf(open, tables) : [],
    fixed: all.every((spec) => hasAcross(spec, tables.get(spec.table)?.columns ?? new Set())) ? null : "pairs",
    filtered: look.value.filtered,
    specsOf: (plan) => (plan === null ? all : scorecardTables(open.stored, plan.entry)),
    word: (key) => plainText(namedValue(snapshot, `${prefix}w_${key}`) ?? ""),
    setting: (name) => {
      const value = namedValue(snapshot, `${prefix}${name}`);
      return typeof value === "number" ? value : null;
    },
  });
}

/** Sheets that hold these tables. */
export const sheetsOf = (tables: readonly KeyedTable[]): readonly string[] => [
  ...new Set(tables.map(({ sheet }) => sheet.name)),
];
