/**
 * Formulas of the earlier periods on the page of one person: the last ones that were closed, oldest first, from History. Rows of
 * History are known by a number of their own, so that sorting or filtering it changes nothing here.
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";
import type { InstanceNames } from "./names";

/** As many periods as the page shows. */
export const TREND_PERIODS = 6;

export interface TrendSource {
  /** A row a person and closed period. */
  readonly history: TableSource;
  /** A row a closed period, in the order in which they were closed. */
  readonly periods: TableSource;
}
/** Before a period is closed there is no history to read. */
export const NO_TREND: CellFormula = cellFormula('""');

type TrendColumn = "from" | "to" | "total" | "band" | "rank";

/**
 * By column of the table; `own` has "no", the place from 1, "from" and the rest. Of result, band and rank those that History has:
 * where nobody is ranked it has no rank.
 */
export function trendFormulas(
  names: InstanceNames,
  own: Headers,
  { history, periods }: TrendSource,
): Readonly<Partial<Record<TrendColumn, CellFormula>>> {
  const person = names.setting("PagePerson");
  const all = columnOf(periods.table, periods.headers, "from");
  const place = `MAX(0,COUNT(${all})-${String(TREND_PERIODS)})+${cellOf(own, "no")}`;
  const past = (key: string): string => columnOf(history.table, history.headers, key);
  const from = cellOf(own, "from");
  const ofRow = `${past("id")},${person},${past("from")},${from}`;
  // The id is typed: it is compared before it is looked for, as "*" would be anybody.
  const known = `SUMPRODUCT(--(${names.setting("PeopleIds")}=${person}))>0`;
  const period = (key: string): string => `INDEX(${columnOf(periods.table, periods.headers, key)},${place})`;
  const number = (key: string): CellFormula =>
    cellFormula(
      `IF(ISNUMBER(${from}),IF(COUNTIFS(${ofRow},${past(key)},">-1000000")=0,"",SUMIFS(${past(key)},${ofRow})),"")`,
    );
  const band = (): CellFormula => {
    const row = `MATCH(N(SUMIFS(${past("key")},${ofRow})),${past("key")},0)`;
    return cellFormula(`IF(ISNUMBER(${from}),IFERROR(INDEX(${past("band")},${row})&"",""),"")`);
  };
  return {
    from: cellFormula(`IF(AND(${known},${place}<=COUNT(${all})),${period("from")},"")`),
    to: cellFormula(`IF(ISNUMBER(${from}),${period("to")},"")`),
    ...(history.headers["total"] === undefined ? {} : { total: number("total") }),
    ...(history.headers["band"] === undefined ? {} : { band: band() }),
    ...(history.headers["rank"] === undefined ? {} : { rank: number("rank") }),
  };
}
