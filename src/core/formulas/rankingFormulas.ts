/** Formulas of a Ranking list that sorts a table of results by its own ranks; everything it needs stands in the list itself. */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, downToHere, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** Rank that stands in this row's place of the results, as they are sorted there; empty without one. */
export const rankAtFormula = (h: Headers, results: TableSource, rank: string): CellFormula => {
  const at = `INDEX(${of(results, rank)},${cellOf(h, "place")})`;
  return cellFormula(`IFERROR(IF(ISNUMBER(${at}),${at},""),"")`);
};
/** Where the row that stands there belongs in the list: best first, equals in the order of the results; 0 without a rank. */
export const placeInListFormula = ({ table, headers: h }: TableSource): CellFormula => {
  const own = cellOf(h, "rankAt");
  const above = downToHere(table, h, "rankAt");
  return cellFormula(
    `IF(ISNUMBER(${own}),COUNTIFS(${columnOf(table, h, "rankAt")},"<"&${own})+COUNTIFS(${above},${own}),0)`,
  );
};
/** Row of the results that belongs at this place; 0 for none. */
export const listedRowFormula = ({ table, headers: h }: TableSource): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, "place")},${columnOf(table, h, "order")},0),0)`);
/** Something of that row; empty where nothing stands, which is not 0. */
export const listedAtFormula = (
  h: Headers,
  results: TableSource,
  key: string,
  kind: "text" | "number",
): CellFormula => {
  const at = `INDEX(${of(results, key)},${cellOf(h, "row")})`;
  const shown = kind === "text" ? `${at}&""` : `IF(ISNUMBER(${at}),${at},"")`;
  return cellFormula(`IF(${cellOf(h, "row")}=0,"",${shown})`);
};
/** How many share the rank, where it is more than one. */
export const sharedRankFormula = ({ table, headers: h }: TableSource, rank: string): CellFormula => {
  const count = `COUNTIFS(${columnOf(table, h, "rankAt")},${cellOf(h, rank)})`;
  return cellFormula(`IF(ISNUMBER(${cellOf(h, rank)}),IF(${count}>1,${count},""),"")`);
};
