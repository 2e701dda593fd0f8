/** What a period that is closed leaves behind, read from the sheets as they show it: totals of people, and their lines. */
import type { Literal } from "../blueprint/types";
import { keyedTables, type KeyedTable } from "../recognise/layout";
import { isBlank } from "../recognise/grid";
import type { CellValue, Snapshot } from "../recognise/snapshot";
import type { InstanceMetadata } from "../schema/metadata";
import { roundTotal } from "../scoring/round";
import type { DayRange } from "./calendar";

export const HISTORY_COLUMNS = [
  "from",
  "to",
  "id",
  "name",
  "jobGroup",
  "department",
  "total",
  "soFar",
  "coverage",
  "band",
  "rank",
  "key",
] as const;
export const LINE_COLUMNS = ["from", "to", "id", "name", "line", "indicator", "unit", "actual", "attainment"] as const;
export const PERIOD_COLUMNS = ["from", "to", "people", "ranked", "mean"] as const;
/** One row by column key. */
type Row<Key extends string> = Readonly<Record<Key, Literal>>;
export type HistoryRow = Row<(typeof HISTORY_COLUMNS)[number]>;
export type LineRow = Row<(typeof LINE_COLUMNS)[number]>;
export type PeriodRow = Row<(typeof PERIOD_COLUMNS)[number]>;

export interface ClosedResults {
  readonly history: readonly HistoryRow[];
  readonly lines: readonly LineRow[];
  readonly period: PeriodRow;
  /** People without a total at the moment. */
  readonly withoutTotal: number;
}

/** The instance's tables by key. */
export const tablesOf = (snapshot: Snapshot, instance: InstanceMetadata): ReadonlyMap<string, KeyedTable> =>
  keyedTables(
    snapshot,
    instance.instance,
    Object.fromEntries(Object.values(instance.tables).map(({ name, columns }) => [name, columns])),
    [],
  );

const ROWS_A_PERIOD = 100_000;

/** An error is no result: it stays a blank in the history. */
const literal = (value: CellValue): Literal => (typeof value === "object" ? "" : value);

function linesOf(entry: KeyedTable, ids: readonly string[], plan: KeyedTable, closed: DayRange): LineRow[] {
  const planRow = new Map(plan.rows.map((row) => [plan.text(row, "id"), row]));
  const about = (line: string, key: string): Literal => {
    const row = planRow.get(line);
    return row === undefined ? "" : literal(plan.value(row, key));
  };
  return entry.filledRows("id").flatMap((row) =>
    ids.map((line) => ({
      ...closed,
      id: entry.text(row, "id"),
      name: literal(entry.value(row, "name")),
      line,
      indicator: about(line, "indicator"),
      unit: about(line, "unit"),
      actual: literal(entry.value(row, `actual:${line}`)),
      attainment: literal(entry.value(row, `attainment:${line}`)),
    })),
  );
}

/** Null when the tables that hold plan and results were not found. */
export function closedResults(
  tables: ReadonlyMap<string, KeyedTable>,
  instance: InstanceMetadata,
  closed: DayRange,
): ClosedResults | null {
  const [results, plan] = [tables.get("Results"), tables.get("Plan")];
  if (results === undefined || plan === undefined) return null;
  // A row of which only the id is left, as after the sample was removed, is nobody.
  const rows = results.filledRows("id").filter((row) => !isBlank(results.value(row, "name")));
  const { from, to } = closed;
  const history = rows.map((row, place): HistoryRow => {
    const of = (key: string): Literal => literal(results.value(row, key));
    return {
      from,
      to,
      id: results.text(row, "id"),
      name: of("name"),
      jobGroup: of("jobGroup"),
      department: of("department"),
      total: of("total"),
      soFar: of("soFar"),
      coverage: of("coverage"),
      band: of("band"),
      rank: of("rank"),
      // No two periods begin on one day: a number that no other row has, wherever the row is sorted to.
      key: from * ROWS_A_PERIOD + place + 1,
    };
  });
  const known = new Set(history.map(({ id }) => id));
  const lines = Object.entries(instance.entries).flatMap(([key, ids]) => {
    const entry = tables.get(key);
    return entry === undefined ? [] : linesOf(entry, ids, plan, { from, to }).filter(({ id }) => known.has(String(id)));
  });
  const totals = history.flatMap(({ total }) => (typeof total === "number" ? [total] : []));
  return {
    history,
    lines,
    period: {
      ...{ from, to, people: history.length },
      ranked: history.filter(({ rank }) => rank !== "").length,
      mean: totals.length === 0 ? "" : roundTotal(totals.reduce((sum, total) => sum + total, 0) / totals.length),
    },
    withoutTotal: history.filter(({ total }) => total === "").length,
  };
}
