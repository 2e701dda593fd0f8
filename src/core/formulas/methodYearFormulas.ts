/** Formulas of the Year sheet of method workbooks, and of the change against the period that was closed last. */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, downToHere, type Headers, type TableSource } from "./byKey";
import { cellFormula, hereFrom } from "./columns";
import type { InstanceNames } from "./names";

/** A goal or place is known by its id and its words together: under the same id another one may stand in the next period. */
export interface ItemKeys {
  readonly id?: string;
  readonly words: string;
  /** Day that must lie in the row's own period: what goes on is not counted twice. */
  readonly dated?: string;
  readonly result: string;
}
/** Columns of the row at hand that name the item. */
export interface ItemHere {
  readonly headers: Headers;
  readonly id: string;
  readonly words: string;
}

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** Rows of the item that have a number. Text is compared as text: no wildcard counts. */
function rowsOf(from: TableSource, keys: ItemKeys, own: ItemHere): string {
  const same = (key: string, here: string): string => `--(${of(from, key)}=${cellOf(own.headers, here)})`;
  return [
    ...(keys.id === undefined ? [] : [same(keys.id, own.id)]),
    same(keys.words, own.words),
    `--ISNUMBER(${of(from, keys.result)})`,
  ].join(",");
}
/** Without a row there is nothing to divide by, and nothing is shown. */
const meanOf = (rows: string, result: string): string =>
  `IFERROR(SUMPRODUCT(${rows},${result})/SUMPRODUCT(${rows}),"")`;

/** Result of this row's item in the closed period that begins on the day in the cell, the mean of several rows; empty without one. */
export function closedItemFormula(past: TableSource, keys: ItemKeys, own: ItemHere, startCell: string): CellFormula {
  const inPeriod =
    keys.dated === undefined
      ? ""
      : `,--(${of(past, keys.dated)}>=${of(past, "fromDay")}),--(${of(past, keys.dated)}<=${of(past, "toDay")})`;
  const rows = `${rowsOf(past, keys, own)},--(${of(past, "fromDay")}=${startCell})${inPeriod}`;
  return cellFormula(`IF(ISNUMBER(${startCell}),${meanOf(rows, of(past, keys.result))},"")`);
}
/** The same of the open period, live. */
export function openItemFormula(
  names: InstanceNames,
  live: TableSource,
  keys: ItemKeys,
  own: ItemHere,
  startCell: string,
): CellFormula {
  const inPeriod =
    keys.dated === undefined
      ? ""
      : `,--(${of(live, keys.dated)}>=${names.setting("From")}),--(${of(live, keys.dated)}<=${names.setting("To")})`;
  const rows = `${rowsOf(live, keys, own)}${inPeriod}`;
  return cellFormula(`IF(ISNUMBER(${startCell}),${meanOf(rows, of(live, keys.result))},"")`);
}

/** Result of this row's person in the open period, live; what is typed there may be blank, which is not 0. */
export function openResultFormula(live: TableSource, result: string, h: Headers, startCell: string): CellFormula {
  const which = `${of(live, "id")},${cellOf(h, "id")}`;
  return cellFormula(
    `IF(ISNUMBER(${startCell}),IF(COUNTIFS(${which},${of(live, result)},">-1000000")=0,"",SUMIFS(${of(live, result)},${which})),"")`,
  );
}

/** Sum of the periods' numbers; empty when there is none. */
export const yearSumFormula = (first: string, last: string): CellFormula =>
  cellFormula(`IF(COUNT(${hereFrom(first, last)})=0,"",ROUND(SUM(${hereFrom(first, last)}),6))`);
/** Periods in which there is a number. */
export const periodsCountedFormula = (first: string, last: string): CellFormula =>
  cellFormula(`COUNT(${hereFrom(first, last)})`);

/** 1 in the first row that shows a score, else 0: the helper of the rank in which the next place follows. Source: method §2.5. */
export const firstOfScoreFormula = ({ table, headers: h }: TableSource): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "score")}),IF(COUNTIFS(${downToHere(table, h, "score")},${cellOf(h, "score")})=1,1,0),0)`,
  );
/** Place by the score where equals share it and the next place follows: 1, 2, 2, 3. Source: method §2.5. */
export const denseOfScoreFormula = ({ table, headers: h }: TableSource): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "score")}),SUMIFS(${columnOf(table, h, "first")},${columnOf(table, h, "score")},">"&${cellOf(h, "score")})+1,"")`,
  );

/** Result less that of the period closed last, of the row's person by id; empty where one of them is missing. */
export function changeOfPersonFormula(h: Headers, past: TableSource, result: string): CellFormula {
  const which = `${of(past, "id")},${cellOf(h, "id")},${of(past, "toDay")},MAX(${of(past, "toDay")})`;
  const now = cellOf(h, result);
  return cellFormula(
    `IF(AND(ISNUMBER(${now}),COUNTIFS(${which},${of(past, result)},">-1000000")>0),ROUND(${now}-SUMIFS(${of(past, result)},${which}),6),"")`,
  );
}
/** The same of a goal by its id and words. */
export function changeOfItemFormula(past: TableSource, keys: ItemKeys, own: ItemHere): CellFormula {
  const rows = `${rowsOf(past, keys, own)},--(${of(past, "toDay")}=MAX(${of(past, "toDay")}))`;
  const now = cellOf(own.headers, keys.result);
  return cellFormula(
    `IF(ISNUMBER(${now}),IFERROR(ROUND(${now}-SUMPRODUCT(${rows},${of(past, keys.result)})/SUMPRODUCT(${rows}),6),""),"")`,
  );
}
