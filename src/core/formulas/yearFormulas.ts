/** Formulas of the Year sheet: closed periods and the open one, person by person, into a total of the year. */
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { cellOf, columnOf, type TableSource } from "./byKey";
import { cellFormula, hereFrom, ruleFormula, type column } from "./columns";
import type { InstanceNames } from "./names";

type Headers = TableSource["headers"];

/** Most periods of one year: months. */
export const MOST_PERIODS = 12;

/** First and last day of the year that the sheet shows, as names of cells. */
interface YearCells {
  readonly from: string;
  readonly to: string;
}
/** Names of the cells that hold the first and the last day of the year. */
export const yearCells = (names: InstanceNames): YearCells => ({
  from: names.own.cell("YearFrom"),
  to: names.own.cell("YearTo"),
});

/** First day of the n-th closed period that begins in the year; empty when there are fewer. Periods stand in order. */
export function nthPeriodFormula(periods: TableSource, { from, to }: YearCells, n: number): CellFormula {
  const starts = columnOf(periods.table, periods.headers, "from");
  return cellFormula(
    `IF(COUNTIFS(${starts},">="&${from},${starts},"<="&${to})<${String(n)},"",INDEX(${starts},COUNTIFS(${starts},"<"&${from})+${String(n)}))`,
  );
}
/** Last day of the closed period that begins on the day in the cell. */
export const periodEndFormula = ({ table, headers }: TableSource, startCell: string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${startCell}),INDEX(${columnOf(table, headers, "to")},MATCH(${startCell},${columnOf(table, headers, "from")},0)),"")`,
  );
/** The open period counts where it begins in the year. */
export const openPeriodFormula = (names: InstanceNames, { from, to }: YearCells): CellFormula =>
  cellFormula(`IF(AND(${names.setting("From")}>=${from},${names.setting("From")}<=${to}),${names.setting("From")},"")`);
/** Last day of the open period; empty where it does not count. */
export const openEndFormula = (names: InstanceNames, startCell: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${startCell}),${names.setting("To")},"")`);
/** Days of a period, both ends counted; empty when there is none. */
export const periodDaysFormula = (startCell: string, endCell: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${startCell}),${endCell}-${startCell}+1,"")`);

/** Total of this row's person in the period that begins on the day in the cell; empty without one, never zero. */
export function closedTotalFormula(history: TableSource, h: Headers, startCell: string): CellFormula {
  const of = (key: string): string => columnOf(history.table, history.headers, key);
  const which = `${of("id")},${cellOf(h, "id")},${of("from")},${startCell}`;
  return cellFormula(
    `IF(ISNUMBER(${startCell}),IF(COUNTIFS(${which},${of("total")},">-1000000")=0,"",SUMIFS(${of("total")},${which})),"")`,
  );
}
/** The person's total of the open period, live from Results. */
export const openTotalFormula = ({ table, headers }: TableSource, h: Headers, startCell: string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${startCell}),IFERROR(INDEX(${columnOf(table, headers, "total")},MATCH(${cellOf(h, "id")},${columnOf(table, headers, "id")},0)),""),"")`,
  );

interface PeriodColumns {
  readonly first: string;
  readonly last: string;
  /** Days of each period, above the columns; blank cells and text count as none. */
  readonly daysAbove: ReturnType<typeof column>;
}
/** Days of the periods in which the person has a total. */
export const countedDaysFormula = ({ first, last, daysAbove }: PeriodColumns): CellFormula =>
  cellFormula(`SUMPRODUCT(--ISNUMBER(${hereFrom(first, last)}),${daysAbove})`);
/** Mean of the totals, each by the days of its period; empty when there is none. Source: domain rule C3 (parts by days). */
export const yearTotalFormula = ({ first, last, daysAbove }: PeriodColumns, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "days")}>0,ROUND(SUMPRODUCT(${hereFrom(first, last)},${daysAbove})/${cellOf(h, "days")},6),"")`,
  );
/** Numbers of the year's periods in which the person has no total: "2 5". */
export function missingPeriodsFormula(
  parts: readonly { readonly own: string; readonly startCell: string; readonly number: number }[],
): CellFormula {
  const each = parts.map(
    ({ own, startCell, number }) => `IF(AND(ISNUMBER(${startCell}),NOT(ISNUMBER(${own}))),${String(number)}&" ","")`,
  );
  return cellFormula(`TRIM(${each.join("&")})`);
}
/** Days of the year for which there is a period, of all its days. */
export const coveredDaysFormula = (daysAbove: string, { from, to }: YearCells): CellFormula =>
  cellFormula(`SUM(${daysAbove})&" / "&(${to}-${from}+1)`);
/** True once no period is open and there is one for each day of the year: nothing is "so far" any more. */
export const wholeYearRule = (names: InstanceNames, openStart: string, daysAbove: string): RuleFormula => {
  const { from, to } = yearCells(names);
  return ruleFormula(`AND(NOT(ISNUMBER(${openStart})),SUM(${daysAbove})>=${to}-${from}+1)`);
};
