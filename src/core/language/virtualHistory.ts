/** History and Year as *Start next period* makes them, empty: for their texts. */
import type { TableSource } from "../formulas/byKey";
import { instanceNames } from "../formulas/names";
import { headersOf } from "../blueprint/tableSheet";
import type { SheetBlueprint } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import { historySheet, historyTables, linesSheet, sourceOf } from "../nextPeriod/historySheets";
import { methodYearSheet } from "../nextPeriod/methodYear";
import type { YearPlan } from "../nextPeriod/yearPlan";
import { yearSheet } from "../nextPeriod/yearSheet";
import type { InstanceMetadata } from "../schema/metadata";

const PERIOD = { from: 1, to: 366 };

/** The Year sheet that a method's workbook may have, without rows. */
export function virtualYear(
  text: SheetText,
  made: InstanceMetadata,
  plan: YearPlan,
): { readonly sheet: SheetBlueprint; readonly tables: InstanceMetadata["tables"] } {
  const source = (key: string): TableSource => ({
    table: made.tables[key]?.name ?? "",
    headers: made.tables[key]?.columns ?? {},
  });
  const live = source(plan.table);
  const year = methodYearSheet({
    ...{ names: instanceNames(made.instance), text, sheet: text("name.annual"), plan, year: PERIOD },
    ...{ rows: [], closed: [], ranks: made.ranks, live, people: source("People"), bands: source("Bands") },
    past: { ...live, headers: { ...live.headers, fromDay: text("col.periods.from"), toDay: text("col.periods.to") } },
  });
  return {
    sheet: year.sheet,
    tables: Object.fromEntries(
      Object.entries(year.tables).map(([key, { name, columns }]) => [key, { name, columns: headersOf(columns) }]),
    ),
  };
}

/** The sheets of closed periods that an instance may have, without rows. */
export function virtualHistory(
  text: SheetText,
  stored: InstanceMetadata,
): { readonly sheets: readonly SheetBlueprint[]; readonly tables: InstanceMetadata["tables"] } {
  const names = instanceNames(stored.instance);
  const made = historyTables(names, text, {
    history: [],
    lines: [],
    period: { ...PERIOD, people: 0, ranked: 0, mean: "" },
    withoutTotal: 0,
  });
  const source = (key: string): { table: string; headers: Readonly<Record<string, string>> } => ({
    table: stored.tables[key]?.name ?? "",
    headers: stored.tables[key]?.columns ?? {},
  });
  const year = yearSheet({
    names,
    text,
    sheet: text("name.annual"),
    year: PERIOD,
    people: [],
    ranks: stored.ranks,
    isMarks: stored.scale === "points",
    history: sourceOf(made.history),
    periods: sourceOf(made.periods),
    results: source("Results"),
    peopleTable: source("People"),
    bands: source("Bands"),
  });
  const placed = { PastResults: made.history, PastPeriods: made.periods, PastLines: made.lines, Annual: year.table };
  return {
    sheets: [
      year.sheet,
      historySheet(text, text("name.history"), made),
      linesSheet(text, text("name.historyLines"), made),
    ],
    tables: Object.fromEntries(
      Object.entries(placed).map(([key, { name, columns }]) => [key, { name, columns: headersOf(columns) }]),
    ),
  };
}
