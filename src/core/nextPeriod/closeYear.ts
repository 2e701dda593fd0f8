/** What the closing of a period adds to the Year sheet and the trend of a method workbook; the sheet itself with the first one. */
import type { TableSource } from "../formulas/byKey";
import { changeOfItemFormula, changeOfPersonFormula } from "../formulas/methodYearFormulas";
import { instanceNames } from "../formulas/names";
import { roundTotal } from "../scoring/round";
import type { KeyedTable } from "../recognise/layout";
import type { InstanceMetadata } from "../schema/metadata";
import { freeSheetName } from "../blueprint/scorecard";
import { trendRewrites } from "../blueprint/trendTable";
import type { ColumnPlan, TablePlacement } from "../blueprint/tableSheet";
import type { Blueprint, ColumnRewrite, Literal, NameBlueprint, SheetBlueprint, TableAppend } from "../blueprint/types";
import { yearOf } from "./calendar";
import { sourceOf } from "./historySheets";
import {
  methodYearColumns,
  methodYearSheet,
  periodColumns,
  periodsSource,
  type MethodYearInput,
  type YearPeriod,
  type YearRow,
} from "./methodYear";
import { appended, looksBelow, type NextPeriodInput } from "./nextPeriod";
import { trendCharts } from "./trendCharts";
import { PAST_KEY, yearKey, type YearPlan } from "./yearPlan";

type Row = Readonly<Record<string, Literal>>;
/** The values of the closed period, as they go to their sheet. */
export interface ClosedValues {
  readonly placement: TablePlacement;
  readonly rows: readonly Row[];
}
export interface YearAdded {
  readonly sheets: readonly SheetBlueprint[];
  readonly names: readonly NameBlueprint[];
  readonly appends: readonly TableAppend[];
  readonly rewrites: Blueprint["rewrites"];
  readonly tables: Readonly<Record<string, TablePlacement>>;
}
export const NO_YEAR: YearAdded = { sheets: [], names: [], appends: [], rewrites: [], tables: {} };

const stored = (instance: InstanceMetadata, key: string): TableSource | null => {
  const table = instance.tables[key];
  return table === undefined ? null : { table: table.name, headers: table.columns };
};
const plain = (value: Literal | undefined): string => String(value ?? "").trim();

/** Rows of all closed periods: those that stand, and those of the one that closes. */
function closedRows(plan: YearPlan, standing: KeyedTable | undefined, { rows }: ClosedValues): readonly Row[] {
  const keys = [
    "fromDay",
    "toDay",
    plan.result,
    ...(plan.of === "people" ? ["id"] : [plan.of.id ?? "", plan.of.words]),
  ];
  const before = standing?.rows.map((row): Row => {
    const value = (key: string): Literal => {
      const found = standing.value(row, key);
      return typeof found === "object" ? "" : found;
    };
    return Object.fromEntries(keys.map((key) => [key, value(key)]));
  });
  return [...(before ?? []), ...rows];
}

/** The periods of closed rows in their order, with the mean of the results of each. */
function periodsOf(plan: YearPlan, rows: readonly Row[]): readonly YearPeriod[] {
  const periods = new Map<number, { to: number; results: number[] }>();
  for (const row of rows) {
    const { fromDay: from, toDay: to } = row;
    if (typeof from !== "number" || typeof to !== "number") continue;
    const period = periods.get(from) ?? { to, results: [] };
    const result = row[plan.result];
    if (typeof result === "number") period.results.push(result);
    periods.set(from, period);
  }
  return [...periods]
    .sort(([a], [b]) => a - b)
    .map(([from, { to, results }]) => ({
      ...{ from, to, count: results.length },
      mean:
        results.length === 0 || plan.how === "shown"
          ? ""
          : roundTotal(results.reduce((sum, result) => sum + result, 0) / results.length),
    }));
}

/** Goals and places of closed rows, each once. */
function itemsOf(of: Exclude<YearPlan["of"], "people">, rows: readonly Row[]): readonly YearRow[] {
  const found = new Map<string, YearRow>();
  for (const row of rows) {
    const item = { id: of.id === undefined ? "" : plain(row[of.id]), name: plain(row[of.words]) };
    const key = `${item.id}/${item.name}`.toLowerCase();
    if (item.name !== "" && !found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}

/** Rows of the year: the list of people, or the goals and places of the closed periods. */
function rowsOf(plan: YearPlan, tables: ReadonlyMap<string, KeyedTable>, rows: readonly Row[]): readonly YearRow[] {
  if (plan.of !== "people") return itemsOf(plan.of, rows);
  const people = tables.get("People");
  return (
    people?.filledRows("name").flatMap((row): YearRow[] => {
      const id = people.text(row, "id");
      return id === "" ? [] : [{ id, name: people.text(row, "name") }];
    }) ?? []
  );
}

/** What lets Results and the person's page read the closed periods, from the first one on. */
function readingHistory({ instance }: NextPeriodInput, year: MethodYearInput): readonly ColumnRewrite[] {
  const { names, text, plan, past } = year;
  const live = instance.tables[plan.table];
  const column = live?.columns["change"];
  const h = live?.columns ?? {};
  const change =
    live === undefined || column === undefined
      ? []
      : [
          {
            table: live.name,
            column,
            formula:
              plan.of === "people"
                ? changeOfPersonFormula(h, past, plan.result)
                : changeOfItemFormula(
                    past,
                    { ...plan.of, result: plan.result },
                    { headers: h, id: plan.of.id ?? "", words: plan.of.words },
                  ),
          },
        ];
  const { [PAST_KEY]: key, id, fromDay: from } = past.headers;
  if (plan.of !== "people" || !key || !id || !from) return change;
  const shown = { total: plan.page ?? plan.result, band: plan.band ?? "", rank: plan.rank ?? "" };
  const results = Object.entries(shown).flatMap(([column, kept]) => {
    const header = past.headers[kept];
    return header === undefined ? [] : [[column, header] as const];
  });
  const history = { table: past.table, headers: { key, id, from, ...Object.fromEntries(results) } };
  return [...change, ...trendRewrites(names, instance, { history, periods: periodsSource(names, text) })];
}

/** Rows under a table that stands. */
interface Grown {
  readonly table: KeyedTable;
  readonly columns: readonly ColumnPlan<string>[];
  readonly rows: readonly Row[];
}
function grown(parts: readonly Grown[]): Pick<YearAdded, "sheets" | "appends"> {
  const filled = parts.filter(({ rows }) => rows.length > 0);
  return {
    appends: filled.map(({ table, columns, rows }) => appended(table, columns, rows)),
    sheets: filled.map(({ table, columns, rows }) =>
      looksBelow(table, { name: table.name, at: { row: 0, column: 0 }, rows: 1, columns }, rows.length),
    ),
  };
}

/**
 * What a closing adds to the year of a method workbook. A workbook of an earlier version gets its Year sheet with the periods that it
 * has closed by then; where the person took the sheet away, nothing is added.
 */
export function yearOfClosing(
  input: NextPeriodInput,
  plan: YearPlan,
  tables: ReadonlyMap<string, KeyedTable>,
  values: ClosedValues,
): YearAdded {
  const { instance, text, closed, takenSheets } = input;
  const names = instanceNames(instance.instance);
  const [live, people, bands = null] = [plan.table, "People", "Bands"].map((key) => stored(instance, key));
  const past = stored(instance, `Past${plan.table}`) ?? sourceOf(values.placement);
  const all = closedRows(plan, tables.get(`Past${plan.table}`), values);
  const rows = rowsOf(plan, tables, all);
  if (live == null || people == null || past.headers[plan.result] === undefined) return NO_YEAR;
  const periods = periodsOf(plan, all);
  const year: MethodYearInput = {
    ...{ names, text, plan, rows, past, live, people, bands },
    ...{ sheet: "", year: yearOf(closed.from), closed: periods, ranks: instance.ranks },
  };
  const key = yearKey(plan);
  if (instance.tables[key] === undefined) {
    const taken = new Set(takenSheets.map((name) => name.toLowerCase()));
    const made = methodYearSheet({ ...year, sheet: freeSheetName(text("name.annual"), taken) });
    return {
      ...{ sheets: [made.sheet], names: made.names, tables: made.tables, appends: [] },
      rewrites: readingHistory(input, year),
    };
  }
  const [table, standing] = [tables.get(key), tables.get("PastPeriods")];
  if (table === undefined || standing === undefined) return NO_YEAR;
  const there = new Set(table.rows.map((row) => `${table.text(row, "id")}/${nameIn(plan, table, row)}`));
  const fresh = rows.filter((row) => !there.has(`${row.id}/${plan.of === "people" ? "" : row.name.toLowerCase()}`));
  const last = periods.filter(({ from }) => from === closed.from).map((period): Row => ({ ...period }));
  const more = grown([
    { table, columns: methodYearColumns(year), rows: fresh },
    { table: standing, columns: periodColumns(year, []), rows: last },
  ]);
  const charts = plan.how === "shown" ? [] : trendCharts(names, text, tables, chartsOf(plan));
  return { ...NO_YEAR, appends: more.appends, sheets: [...more.sheets, ...charts] };
}

const nameIn = ({ of }: YearPlan, table: KeyedTable, row: number): string =>
  of === "people" ? "" : table.text(row, "name").trim().toLowerCase();

const chartsOf = ({ chart = 0 }: YearPlan) => ({ page: "methodTrend", periods: "methodYear", columns: chart }) as const;
