/**
 * Charts of earlier periods, made when a second one is closed: one period is no trend. On the page of one person columns, because
 * Excel draws a line down to zero where a formula shows nothing; on History a line through the means, which are values.
 */
import type { ChartBlueprint, SheetBlueprint } from "../blueprint/types";
import type { TablePlacement } from "../blueprint/tableSheet";
import type { SheetText } from "../blueprint/words";
import type { InstanceNames } from "../formulas/names";
import type { Rect } from "../model/a1";
import { isBlank } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";

/** Columns beside the table that are printed with it, and a row for its title. */
const PAGE_CHART = { columns: 4, above: 2 };
const HISTORY_CHART = { columns: 7, rows: 15, gap: 2 };

const SERIES = {
  ...{ trend: "col.trend.total", history: "col.periods.mean" },
  ...{ methodTrend: "methodTrend.result", methodYear: "col.methodYear.mean" },
} as const;

/** What the charts say, for a change of language: on the sheet of the person's page and on History. */
export const trendChartTexts = (
  text: SheetText,
  key: "trend" | "history" | "methodTrend" | "methodYear",
): { title: string; seriesName: string } => ({
  title: text(`${key}.chart`),
  seriesName: text(SERIES[key]),
});

const isFree = (table: KeyedTable, { row, column, rows, columns }: Rect): boolean =>
  Array.from(
    { length: rows * columns },
    (_, i) => [row + Math.floor(i / columns), column + (i % columns)] as const,
  ).every(([r, c]) => isBlank(table.at(r, c)));

/** A chart on a sheet that stands; nothing where a cell of the person's would be covered or a column is gone. */
function onStanding(
  table: KeyedTable,
  at: Rect,
  rows: number,
  [category, value]: readonly [category: string, value: string],
  chart: Pick<ChartBlueprint, "name" | "kind" | "title" | "seriesName">,
): SheetBlueprint[] {
  const [first, categories, values] = [table.rows[0], table.column(category), table.column(value)];
  if (first === undefined || categories === null || values === null || !isFree(table, at)) return [];
  const body = (column: number): Rect => ({ row: first, column, rows, columns: 1 });
  return [
    {
      name: table.sheet.name,
      target: "existing",
      ...{ blocks: [], tables: [], styles: [], columnWidths: [], conditional: [], validation: [] },
      charts: [{ ...chart, categories: body(categories), values: body(values), at }],
    },
  ];
}

/** The line through the means of a table of closed periods that is made now. */
export function meanChart(names: InstanceNames, text: SheetText, periods: TablePlacement): ChartBlueprint {
  const body = (key: string): Rect => ({
    row: periods.at.row + 1,
    column: periods.at.column + periods.columns.findIndex((column) => column.key === key),
    rows: periods.rows,
    columns: 1,
  });
  return {
    ...{ name: names.own.table("MeanChart"), kind: "line", ...trendChartTexts(text, "methodYear") },
    ...{ categories: body("to"), values: body("mean") },
    at: {
      ...{ row: periods.at.row, column: periods.at.column + periods.columns.length - 1 + HISTORY_CHART.gap },
      ...{ rows: HISTORY_CHART.rows, columns: HISTORY_CHART.columns },
    },
  };
}

const lastColumn = (table: KeyedTable): number => table.columnAt(table.headers.length - 1);

/** Of which sheets the charts are, and how many columns of the person's page they cover. */
interface ChartsOf {
  readonly page: "trend" | "methodTrend";
  readonly periods: "history" | "methodYear";
  readonly columns: number;
}
const OF_SCORECARD: ChartsOf = { page: "trend", periods: "history", columns: PAGE_CHART.columns };

/** The charts that the closing of a second period adds to the sheets that stand. */
export function trendCharts(
  names: InstanceNames,
  text: SheetText,
  tables: ReadonlyMap<string, KeyedTable>,
  of: ChartsOf = OF_SCORECARD,
): readonly SheetBlueprint[] {
  const [trend, periods] = [tables.get("Trend"), tables.get("PastPeriods")];
  if (periods?.rows.length !== 1) return [];
  const top = periods.rows[0] ?? 0;
  const history: Rect = {
    ...{ row: top - 1, column: lastColumn(periods) + HISTORY_CHART.gap },
    ...{ rows: HISTORY_CHART.rows, columns: HISTORY_CHART.columns },
  };
  const onHistory = onStanding(periods, history, 2, ["to", "mean"], {
    ...{ name: names.own.table("MeanChart"), kind: "line" },
    ...trendChartTexts(text, of.periods),
  });
  if (trend === undefined || of.columns === 0) return onHistory;
  const page: Rect = {
    row: (trend.rows[0] ?? 0) - PAGE_CHART.above,
    column: lastColumn(trend) + 1,
    rows: trend.rows.length + PAGE_CHART.above,
    columns: of.columns,
  };
  // By the number of the row beside it: an axis of dates would make hairlines of the columns.
  const onPage = onStanding(trend, page, trend.rows.length, ["no", "total"], {
    ...{ name: names.own.table("TrendChart"), kind: "column" },
    ...trendChartTexts(text, of.page),
  });
  return [...onHistory, ...onPage];
}
