/** The earlier periods of the person who is picked: a small table on the page, blank until a period is closed. */
import { NO_TREND, TREND_PERIODS, trendFormulas, type TrendSource } from "../formulas/trendFormulas";
import type { InstanceNames } from "../formulas/names";
import type { InstanceMetadata } from "../schema/metadata";
import type { BuildContext } from "./context";
import { columnMaker } from "./registerSheet";
import type { TablePlacement } from "./tableSheet";
import type { CellStyle, ColumnRewrite } from "./types";

const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };

/** The last closed periods of the page's person, earliest first; its formulas are written once History is known. */
export function trendTable({ names, text }: BuildContext, row: number): TablePlacement {
  const make = columnMaker(text, "trend");
  return {
    name: names.table("Trend"),
    at: { row, column: 0 },
    rows: TREND_PERIODS,
    columns: [
      make.label(
        "no",
        5,
        Array.from({ length: TREND_PERIODS }, (_, i) => i + 1),
        { font: { color: "muted" }, horizontal: "Left" },
      ),
      make.formula("rank", 7, NO_TREND, { numberFormat: "0", horizontal: "Left" }),
      make.formula("from", 34, NO_TREND, DATE),
      make.formula("to", 12, NO_TREND, DATE),
      make.formula("total", 9, NO_TREND, { numberFormat: "0.00", font: { bold: true } }),
      make.formula("band", 10, NO_TREND),
    ],
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
