/** The latest record of something, without MAXIFS: each record knows its place in time among those of the same id. */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, downToHere, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";

/** The day of a record that counts, else 0. */
export const dayFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "counted")}=1,${cellOf(h, "date")},0)`);

/** Place in time among the records that count of the same known id: 1 for the first; of one day, the lower row is the later one. */
export const placeFormula = (table: string, h: Headers): CellFormula => {
  const same = `${columnOf(table, h, "known")},${cellOf(h, "known")},${columnOf(table, h, "counted")},1`;
  const above = `${downToHere(table, h, "known")},${cellOf(h, "known")},${downToHere(table, h, "counted")},1`;
  return cellFormula(
    `IF(${cellOf(h, "counted")}=1,COUNTIFS(${same},${columnOf(table, h, "day")},"<"&${cellOf(h, "day")})+` +
      `COUNTIFS(${above},${downToHere(table, h, "day")},${cellOf(h, "day")}),0)`,
  );
};

/** How many records of this row's id count. */
export const recordCountFormula = ({ table, headers }: TableSource, h: Headers): CellFormula =>
  cellFormula(
    `COUNTIFS(${columnOf(table, headers, "known")},${cellOf(h, "id")},${columnOf(table, headers, "counted")},1)`,
  );

/** A number of the latest record of this row's id (their count stands in column `talks`); empty where it has none or it is not above 0. */
export const latestPositiveFormula = ({ table, headers }: TableSource, h: Headers, key: string): CellFormula => {
  const last = `${columnOf(table, headers, "known")},${cellOf(h, "id")},${columnOf(table, headers, "place")},${cellOf(h, "talks")}`;
  const value = `SUMIFS(${columnOf(table, headers, key)},${last})`;
  return cellFormula(`IF(${cellOf(h, "talks")}=0,"",IF(${value}>0,${value},""))`);
};
