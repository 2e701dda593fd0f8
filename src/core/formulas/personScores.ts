/** Formulas of a results table with a row a person: sums over that person's rows elsewhere, band and rank of a score. */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";

/** Sum of a column of the rows of this row's person; `source` has the person's id in "person", this table in "id". */
export const sumOfPersonFormula = (h: Headers, { table, headers }: TableSource, key: string): CellFormula =>
  cellFormula(`SUMIFS(${columnOf(table, headers, key)},${columnOf(table, headers, "person")},${cellOf(h, "id")})`);
/** The band in which the score of this row stands; empty without a score. Source: domain rules C3, C11. */
export const bandOfScoreFormula = (h: Headers, bands: TableSource, score = "score"): CellFormula => {
  const of = (key: string): string => columnOf(bands.table, bands.headers, key);
  return cellFormula(
    `IF(ISNUMBER(${cellOf(h, score)}),INDEX(${of("band")},MATCH(${cellOf(h, score)},${of("from")},1)),"")`,
  );
};
/** Place by the score, 1 = highest, equals share it; empty without a score. Source: method §2.5. */
export const rankOfScoreFormula = ({ table, headers: h }: TableSource, score = "score"): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, score)}),COUNTIFS(${columnOf(table, h, score)},">"&${cellOf(h, score)})+1,"")`);
