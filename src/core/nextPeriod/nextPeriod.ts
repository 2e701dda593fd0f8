/**
 * The next period of a standing scorecard: the closed one goes to History as values, what belongs to it is emptied, and people,
 * plans, weights, scales, words and texts stay.
 */
import { instanceNames } from "../formulas/names";
import type { TableSource } from "../formulas/byKey";
import type { Problem } from "../model/problem";
import type { KeyedTable } from "../recognise/layout";
import { wordKeys } from "../recognise/layout";
import type { Snapshot } from "../recognise/snapshot";
import { METADATA_VERSION, metadataXml, type InstanceMetadata, type WorkbookMetadata } from "../schema/metadata";
import { freeSheetName } from "../blueprint/scorecard";
import { trendRewrites } from "../blueprint/trendTable";
import { headersOf, type ColumnPlan, type TablePlacement } from "../blueprint/tableSheet";
import type { Blueprint, CellContent, Literal, SheetBlueprint, TableAppend } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import { yearOf, type DayRange } from "./calendar";
import { closedResults, tablesOf, type ClosedResults } from "./closedResults";
import { emptyingChanges, type BlockChange, type TargetChoice } from "./emptying";
import { historySheet, historyTables, linesSheet, sourceOf, stylesBelow, type HistoryTables } from "./historySheets";
import { MOST_YEAR_LINES, yearLineColumns, yearLinesSheet, type YearLinesInput } from "./yearLines";
import { trendCharts } from "./trendCharts";
import { yearColumns, yearSheet, type YearInput } from "./yearSheet";

export interface NextPeriodInput {
  readonly snapshot: Snapshot;
  readonly instance: InstanceMetadata;
  readonly metadata: WorkbookMetadata;
  /** Words of the sheets, in their language. */
  readonly text: SheetText;
  readonly takenSheets: readonly string[];
  readonly closed: DayRange;
  readonly next: DayRange;
  readonly targets: TargetChoice;
}
export interface NextPeriod {
  /** Makes or extends History and Year. */
  readonly blueprint: Blueprint;
  /** Empties the standing sheets, after History is written. */
  readonly changes: readonly BlockChange[];
  readonly people: number;
  readonly withoutTotal: number;
  /** Rows that go on as they are: open actions and what they refer to. */
  readonly carried: number;
}
export type NextPeriodResult =
  { readonly ok: true; readonly value: NextPeriod } | { readonly ok: false; readonly problem: Problem };

/** Why the next period cannot begin, in words. */
export const refusePeriod = (
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): Extract<NextPeriodResult, { readonly ok: false }> => ({
  ok: false,
  problem: {
    what: { key: `commands.nextPeriod.${key}`, params },
    next: { key: `commands.nextPeriod.${key}.next`, params },
  },
});

/** Whether both days are there and in order. */
export const isRange = ({ from, to }: DayRange): boolean => Number.isFinite(from) && Number.isFinite(to) && from <= to;
export const LARGEST_RAISE = 100;

const storedSource = (instance: InstanceMetadata, key: string): TableSource | null => {
  const table = instance.tables[key];
  return table === undefined ? null : { table: table.name, headers: table.columns };
};

/** Rows for a standing table by column key, so that columns which the person added or moved stay as they are. */
export function appended(
  table: KeyedTable,
  columns: readonly ColumnPlan<string>[],
  rows: readonly Readonly<Record<string, Literal>>[],
): TableAppend {
  const plans = new Map(columns.map((column) => [table.columns.get(column.key), column]));
  return {
    table: table.name,
    rows: rows.map((row) =>
      table.headers.map((_, offset): CellContent => {
        const column = plans.get(offset);
        if (column === undefined) return null;
        if (column.content.kind === "formula") return { formula: column.content.formula };
        const value = row[column.key] ?? "";
        return value === "" ? null : value;
      }),
    ),
  };
}

/** The formats of rows added under a standing table. */
export function looksBelow(table: KeyedTable, placement: TablePlacement, count: number): SheetBlueprint {
  const firstRow = (table.rows.at(-1) ?? 0) + 1;
  return {
    name: table.sheet.name,
    target: "existing",
    blocks: [],
    tables: [],
    styles: stylesBelow(placement, firstRow, count, (key) => table.column(key)),
    columnWidths: [],
    conditional: [],
    validation: [],
  };
}

/** What is stored about the workbook, with further tables. */
export function withTables(
  { metadata, instance }: Pick<NextPeriodInput, "metadata" | "instance">,
  placed: Readonly<Record<string, TablePlacement>>,
): string {
  const more: InstanceMetadata["tables"] = Object.fromEntries(
    Object.entries(placed).map(([key, { name, columns }]) => [key, { name, columns: headersOf(columns) }]),
  );
  const stored: InstanceMetadata = { ...instance, tables: { ...instance.tables, ...more } };
  return metadataXml({
    ...metadata,
    version: METADATA_VERSION,
    instances: metadata.instances.map((each) => (each.instance === instance.instance ? stored : each)),
  });
}

interface Placing {
  readonly input: NextPeriodInput;
  readonly results: ClosedResults;
  readonly made: HistoryTables;
  readonly tables: ReadonlyMap<string, KeyedTable>;
  readonly year: YearInput;
}
/** What the year's lines add to a closing. */
interface YearLinesAdded {
  readonly sheet: SheetBlueprint | null;
  readonly names: Blueprint["names"];
  readonly table: TablePlacement | null;
  readonly looks: readonly SheetBlueprint[];
  readonly appends: readonly TableAppend[];
  readonly rewrites: Blueprint["rewrites"];
}
const NO_YEAR_LINES: YearLinesAdded = {
  ...{ sheet: null, table: null },
  ...{ names: [], looks: [], appends: [], rewrites: [] },
};

/** The actuals of a plan's entry matrix where they count, by its first and last column. */
const yearEntries = ({ tables, entries }: InstanceMetadata): YearLinesInput["entries"] =>
  Object.entries(entries).flatMap(([key, lines], i) => {
    const table = tables[key];
    const of = (line: string | undefined): string => table?.columns[`value:${line ?? ""}`] ?? "";
    if (table === undefined || of(lines[0]) === "" || of(lines.at(-1)) === "") return [];
    const id = table.columns["id"] ?? "";
    return [{ table: table.name, number: i + 1, id, actual: [of(lines[0]), of(lines.at(-1))] as const }];
  });

/** Year lines as a new sheet, or rows for people and lines that are new in it; nothing for very many rows. */
function yearLinesOf({ input, results, made, tables, year }: Placing, sheetName: () => string): YearLinesAdded {
  const { instance, text } = input;
  const plan = tables.get("Plan");
  const how = new Map(plan?.rows.map((row) => [plan.text(row, "id"), plan.text(row, "aggregation")]));
  const all = results.lines.map((line) => ({ ...line, how: how.get(String(line.line)) ?? "" }));
  const standing = tables.get("YearLines");
  const isThere = new Set(standing?.rows.map((row) => `${standing.text(row, "id")}/${standing.text(row, "line")}`));
  const lines = all.filter(({ id, line }) => !isThere.has(`${String(id)}/${String(line)}`));
  if (all.length > MOST_YEAR_LINES || (standing === undefined && instance.tables["YearLines"] !== undefined))
    return NO_YEAR_LINES;
  const planned: YearLinesInput = {
    ...{ names: year.names, text, lines, people: year.peopleTable, periods: year.periods },
    past: storedSource(instance, "PastLines") ?? sourceOf(made.lines),
    entries: yearEntries(instance),
  };
  if (standing === undefined) {
    const parts = yearLinesSheet(planned, sheetName());
    return { ...NO_YEAR_LINES, sheet: parts.sheet, names: parts.names, table: parts.table };
  }
  const columns = yearLineColumns(planned);
  const open = columns.find(({ key }) => key === "open")?.content;
  const header = instance.tables["YearLines"]?.columns["open"];
  return {
    ...NO_YEAR_LINES,
    // A plan that was added since has an entry sheet of its own.
    rewrites:
      open?.kind === "formula" && header !== undefined
        ? [{ table: standing.name, column: header, formula: open.formula }]
        : [],
    looks:
      lines.length === 0
        ? []
        : [looksBelow(standing, { name: standing.name, at: { row: 0, column: 0 }, rows: 1, columns }, lines.length)],
    appends:
      lines.length === 0
        ? []
        : [
            appended(
              standing,
              columns,
              lines.map((line) => ({ ...line })),
            ),
          ],
  };
}

/** The first period that is closed: the three sheets are made. */
function newSheets(placing: Placing): Blueprint {
  const { input, made, year } = placing;
  const { text, takenSheets } = input;
  const taken = new Set(takenSheets.map((name) => name.toLowerCase()));
  const sheetName = (key: string): string => {
    const name = freeSheetName(text(`name.${key}`), taken);
    taken.add(name.toLowerCase());
    return name;
  };
  const yearParts = yearSheet({ ...year, sheet: sheetName("annual") });
  const byLine = yearLinesOf(placing, () => sheetName("yearLines"));
  const placed = {
    ...(byLine.table === null ? {} : { YearLines: byLine.table }),
    PastResults: made.history,
    PastPeriods: made.periods,
    PastLines: made.lines,
    Annual: yearParts.table,
  };
  return {
    sheets: [
      yearParts.sheet,
      ...(byLine.sheet === null ? [] : [byLine.sheet]),
      historySheet(text, sheetName("history"), made),
      linesSheet(text, sheetName("historyLines"), made),
    ],
    names: [...yearParts.names, ...byLine.names],
    rewrites: trendRewrites(year.names, input.instance, {
      history: sourceOf(made.history),
      periods: sourceOf(made.periods),
    }),
    metadata: withTables(input, placed),
  };
}

/** A later period: rows under those that stand; people who are new get a row in Year. Null when a table was taken away. */
function moreRows(placing: Placing): Blueprint | null {
  const { input, results, made, tables, year } = placing;
  const [history, periods, lines, people] = ["PastResults", "PastPeriods", "PastLines", "Annual"].map((key) =>
    tables.get(key),
  );
  if (history === undefined || periods === undefined || lines === undefined || people === undefined) return null;
  const standing = new Set(people.rows.map((row) => people.text(row, "id")));
  const added = year.people.filter((id) => !standing.has(id)).map((id) => ({ id }));
  const yearPlan = yearColumns(year);
  const yearPlacement = { name: people.name, at: { row: 0, column: 0 }, rows: 1, columns: yearPlan };
  const parts = [
    { table: history, placement: made.history, rows: results.history },
    { table: periods, placement: made.periods, rows: [results.period] },
    { table: lines, placement: made.lines, rows: results.lines },
    { table: people, placement: yearPlacement, rows: added },
  ].filter(({ rows }) => rows.length > 0);
  const taken = new Set(input.takenSheets.map((name) => name.toLowerCase()));
  const byLine = yearLinesOf(placing, () => freeSheetName(input.text("name.yearLines"), taken));
  return {
    sheets: [
      ...(byLine.sheet === null ? [] : [byLine.sheet]),
      ...parts.map(({ table, placement, rows }) => looksBelow(table, placement, rows.length)),
      ...byLine.looks,
      ...trendCharts(year.names, input.text, tables),
    ],
    names: byLine.names,
    rewrites: byLine.rewrites,
    appends: [
      ...parts.map(({ table, placement, rows }) => appended(table, placement.columns, rows)),
      ...byLine.appends,
    ],
    metadata: byLine.table === null ? null : withTables(input, { YearLines: byLine.table }),
  };
}

function yearInput(
  input: NextPeriodInput,
  tables: ReadonlyMap<string, KeyedTable>,
  made: HistoryTables,
): YearInput | null {
  const { instance, text, closed } = input;
  const [results, peopleTable, bands] = ["Results", "People", "Bands"].map((key) => storedSource(instance, key));
  const people = tables.get("People");
  if (results == null || peopleTable == null || bands == null || people === undefined) return null;
  return {
    names: instanceNames(instance.instance),
    text,
    sheet: "",
    year: yearOf(closed.from),
    people: people.filledRows("name").map((row) => people.text(row, "id")),
    ranks: instance.ranks,
    isMarks: instance.scale === "points",
    history: storedSource(instance, "PastResults") ?? sourceOf(made.history),
    periods: storedSource(instance, "PastPeriods") ?? sourceOf(made.periods),
    results,
    peopleTable,
    bands,
  };
}

/** The last day of the latest period that was closed; null before the first. */
function lastClosed(tables: ReadonlyMap<string, KeyedTable>): number | null {
  const periods = tables.get("PastPeriods");
  const ends = periods?.rows.flatMap((row) => periods.number(row, "to") ?? []) ?? [];
  return ends.length === 0 ? null : Math.max(...ends);
}

/**
 * What to write so that the next period can begin; nothing is touched by it.
 * @returns the sheets and rows of History and Year, and the changes to the standing sheets; or in words why not
 */
export function nextPeriod(input: NextPeriodInput): NextPeriodResult {
  const { snapshot, instance, closed, next, targets } = input;
  if (!isRange(closed)) return refusePeriod("settings");
  if (!isRange(next) || next.from <= closed.to) return refusePeriod("dates");
  if (targets.kind === "raise" && !(Math.abs(targets.percent) <= LARGEST_RAISE))
    return refusePeriod("percent", { most: LARGEST_RAISE });
  const tables = tablesOf(snapshot, instance);
  const last = lastClosed(tables);
  if (last !== null && last >= closed.from) return refusePeriod("closed");
  const results = closedResults(tables, instance, closed);
  if (results === null) return refusePeriod("moved");
  if (results.history.length === 0) return refusePeriod("nobody");
  const names = instanceNames(instance.instance);
  const made = historyTables(names, input.text, results);
  const year = yearInput(input, tables, made);
  if (year === null) return refusePeriod("moved");
  const placing: Placing = { input, results, made, tables, year };
  const blueprint = instance.tables["PastResults"] === undefined ? newSheets(placing) : moreRows(placing);
  if (blueprint === null) return refusePeriod("moved");
  return {
    ok: true,
    value: {
      blueprint,
      changes: emptyingChanges({
        snapshot,
        tables,
        prefix: `eh_${String(instance.instance)}_`,
        closed,
        next,
        targets,
        wordKeys: wordKeys(snapshot, instance.instance),
      }),
      people: results.history.length,
      withoutTotal: results.withoutTotal,
      carried: 0,
    },
  };
}
