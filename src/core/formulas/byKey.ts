/** Columns of a table by their keys: the words of formulas of method workbooks. */
import type { CellFormula } from "../blueprint/types";
import { cellFormula, column, fromHead, here } from "./columns";

/** Column key → header. */
export type Headers = Readonly<Record<string, string>>;
export interface TableSource {
  readonly table: string;
  readonly headers: Headers;
}

/** A header that must be there: a formula with a hole in it is a bug. */
export function headerOf(headers: Headers, key: string): string {
  const header = headers[key];
  if (header === undefined) throw new Error(`there is no column ${key}`);
  return header;
}
/** This row's cell of a column. */
export const cellOf = (headers: Headers, key: string): string => here(headerOf(headers, key));
/** A whole column of a table. */
export const columnOf = (table: string, headers: Headers, key: string): string => column(table, headerOf(headers, key));
/** From the head of a column down to this row. */
export const downToHere = (table: string, headers: Headers, key: string): string =>
  fromHead(table, headerOf(headers, key));

/** True in a cell that holds nothing, blanks or an empty text; also in a condition inside a formula. */
export const isBlank = (cell: string): string => `LEN(TRIM(${cell}))=0`;

/** The first condition that holds gives its word, else the last word. */
export const firstWord = (cases: readonly (readonly [condition: string, word: string])[], otherwise: string): string =>
  cases.reduceRight((rest, [condition, word]) => `IF(${condition},${word},${rest})`, otherwise);

/** A typed id once it is known to stand in a list of ours, else empty: only this is looked for, never what somebody typed. */
export const knownFormula = (list: string, typed: string): CellFormula =>
  cellFormula(`IF(LEN(${typed})=0,"",IF(SUMPRODUCT(--(${list}=${typed}))>0,${typed},""))`);

/** What stands in a column of another table in the row of an id of ours: as text, "" where there is none. */
export const textOfId = (from: TableSource, id: string, key: string): CellFormula =>
  cellFormula(
    `IFERROR(INDEX(${columnOf(from.table, from.headers, key)},MATCH(${id},${columnOf(from.table, from.headers, "id")},0))&"","")`,
  );
/** As a number, 0 where there is none. */
export const numberOfId = (from: TableSource, id: string, key: string): CellFormula =>
  cellFormula(
    `IFERROR(N(INDEX(${columnOf(from.table, from.headers, key)},MATCH(${id},${columnOf(from.table, from.headers, "id")},0))),0)`,
  );

/** How many more people a list has than the table with a row for each of them; never below 0. */
export function rowlessFormula(list: TableSource, listKey: string, rows: TableSource, rowKey: string): CellFormula {
  const named = ({ table, headers }: TableSource, key: string): string =>
    `SUMPRODUCT(--(LEN(${columnOf(table, headers, key)})>0))`;
  return cellFormula(`MAX(0,${named(list, listKey)}-${named(rows, rowKey)})`);
}
