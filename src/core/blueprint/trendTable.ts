/** The earlier periods of the person who is picked: a small table on the page, blank until a period is closed. */
import { NO_TREND, TREND_PERIODS, trendFormulas, type TrendSource } from "../formulas/trendFormulas";
import type { InstanceNames } from "../formulas/names";
import type { InstanceMetadata } from "../schema/metadata";
import type { BuildContext } from "./context";
import { columnMaker } from "./registerSheet";
import type { TablePlacement } from "./tableSheet";
import type { CellStyle, ColumnRewrite } from "./types";

const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };

type TrendColumn = "no" | "rank" | "from" | "to" | "total" | "band";
const ALL: readonly TrendColumn[] = ["no", "rank", "from", "to", "total", "band"];
const LOOKS: Readonly<Record<Exclude<TrendColumn, "no">, readonly [width: number, style: CellStyle]>> = {
  rank: [7, { numberFormat: "0", horizontal: "Left" }],
  from: [34, DATE],
  to: [12, DATE],
  total: [9, { numberFormat: "0.00", font: { bold: true } }],
  band: [10, {}],
};

/**
 * The last closed periods of the page's person, earliest first; its formulas are written once History is known.
 * @param keys the columns in their order, "no" first: on a page with columns of its own they take what fits
 * @param heads what columns are called on a page where results have a name of their own
 * @param numberFormat how results look on a page with columns of its own, on the left as these may be wide
 */
export function trendTable(
  { names, text }: Pick<BuildContext, "names" | "text">,
  row: number,
  keys: readonly TrendColumn[] = ALL,
  heads: Readonly<Partial<Record<TrendColumn, string>>> = {},
  numberFormat?: string,
): TablePlacement {
  const make = columnMaker(text, "trend");
  const numbers = Array.from({ length: TREND_PERIODS }, (_, i) => i + 1);
  return {
    name: names.table("Trend"),
    at: { row, column: 0 },
    rows: TREND_PERIODS,
    columns: keys.map((key) => {
      if (key === "no") return make.label(key, 5, numbers, { font: { color: "muted" }, horizontal: "Left" });
      const [width, style] = LOOKS[key];
      const own: CellStyle =
        key === "total" && numberFormat !== undefined ? { ...style, numberFormat, horizontal: "Left" } : style;
      const column = make.formula(key, width, NO_TREND, own);
      return { ...column, header: heads[key] ?? column.header };
    }),
  };
}

/** What lets the table read History, once it is there; nothing in a workbook that was made without it. */
export function trendRewrites(
  names: InstanceNames,
  { tables }: InstanceMetadata,
  source: TrendSource,
): ColumnRewrite[] {
  const trend = tables["Trend"];
  if (trend === undefined) return [];
  return Object.entries(trendFormulas(names, trend.columns, source)).flatMap(([key, formula]) => {
    const column = trend.columns[key];
    return column === undefined ? [] : [{ table: trend.name, column, formula }];
  });
}
