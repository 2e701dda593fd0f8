/**
 * A person's rows in a register, where one person has several: each row says whose it is and which of theirs, so that a page finds
 * the first of them however long the register grows and wherever it is sorted to.
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, downToHere, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";
import type { InstanceNames } from "./names";
import { isUnknown } from "./personPageFormulas";

/** Key of the column of a register that ownKeyFormula makes. */
export const OWN_KEY = "ownKey";

/** A row's key: whose it is, and which of theirs. */
const keyed = (id: string, place: string): string => `${id}&"/"&${place}`;
/**
 * "P001/3": the known person of the row, and which of that person's rows it is, from 1; empty for a row that is nobody's.
 * @param keys column with the known id (never what was typed), and one that is 1 where a row counts; without it all count
 */
export const ownKeyFormula = (
  table: string,
  h: Headers,
  { owner, counts }: { readonly owner: string; readonly counts?: string },
): CellFormula => {
  const [id, above] = [cellOf(h, owner), `${downToHere(table, h, owner)},${cellOf(h, owner)}`];
  return cellFormula(
    counts === undefined
      ? `IF(LEN(${id})=0,"",${keyed(id, `COUNTIFS(${above})`)})`
      : `IF(OR(LEN(${id})=0,${cellOf(h, counts)}<>1),"",${keyed(id, `COUNTIFS(${above},${downToHere(table, h, counts)},1)`)})`,
  );
};
/** The same in the order of days, where records are written down as they come to mind; of one day, the lower row is the later one. */
export const ownKeyByDayFormula = (
  table: string,
  h: Headers,
  { owner, counts, day }: { readonly owner: string; readonly counts: string; readonly day: string },
): CellFormula => {
  const [id, on] = [cellOf(h, owner), cellOf(h, day)];
  const all = (of: (key: string) => string): string => `${of(owner)},${id},${of(counts)},1,${of(day)}`;
  const before = `COUNTIFS(${all((key) => columnOf(table, h, key))},"<"&${on})`;
  const above = `COUNTIFS(${all((key) => downToHere(table, h, key))},${on})`;
  return cellFormula(`IF(OR(LEN(${id})=0,${cellOf(h, counts)}<>1),"",${keyed(id, `(${before}+${above})`)})`);
};

/** The picked person and the number of the page's row, as the rows of the register are called; empty while nobody known is picked. */
export const ownAtFormula = (names: InstanceNames, h: Headers, people: TableSource): CellFormula =>
  cellFormula(`IF(${isUnknown(names, people)},"",${names.setting("PagePerson")}&"/"&${cellOf(h, "no")})`);

/** Row of the register that the page's row shows; 0 where the person has fewer. */
export const ownAtRowFormula = (h: Headers, register: TableSource): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "key")})=0,0,IFERROR(MATCH(${cellOf(h, "key")},${columnOf(register.table, register.headers, OWN_KEY)},0),0))`,
  );
/** Id of the record that the page's row shows. */
export const ownIdFormula = (h: Headers, register: TableSource): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "row")}=0,"",INDEX(${columnOf(register.table, register.headers, "id")},${cellOf(h, "row")})&"")`,
  );

/** Something of another table in the row of an id of ours that stands in this row; empty where there is none. */
export const lookedUpFormula = (
  h: Headers,
  id: string,
  { table, headers }: TableSource,
  key: string,
  kind: "text" | "number",
): CellFormula => {
  const found = `INDEX(${columnOf(table, headers, key)},MATCH(${cellOf(h, id)},${columnOf(table, headers, "id")},0))`;
  const shown = kind === "text" ? `${found}&""` : `IF(ISNUMBER(${found}),${found},"")`;
  return cellFormula(`IF(LEN(${cellOf(h, id)})=0,"",IFERROR(${shown},""))`);
};

/** Conditions on the rows of a register, for SUMPRODUCT: those of the picked person that count, and what else is asked of them. */
const ownRows = (
  names: InstanceNames,
  { table, headers }: TableSource,
  owner: string,
  also: readonly string[] = [],
): string =>
  [
    `--(${columnOf(table, headers, owner)}=${names.setting("PagePerson")})`,
    `--(LEN(${columnOf(table, headers, OWN_KEY)})>0)`,
    ...also,
  ].join(",");

/**
 * A number over the picked person's rows; empty while nobody known is picked.
 * @param of what is made of the conditions that pick the rows
 */
export const ofOwnRows = (
  names: InstanceNames,
  people: TableSource,
  register: TableSource,
  owner: string,
  of: (rows: string) => string,
): CellFormula => cellFormula(`IF(${isUnknown(names, people)},"",${of(ownRows(names, register, owner))})`);

/** How many rows of the picked person there are, or how many with further conditions. */
export const ownCountFormula = (
  names: InstanceNames,
  people: TableSource,
  register: TableSource,
  owner: string,
  also: readonly string[] = [],
): CellFormula =>
  cellFormula(`IF(${isUnknown(names, people)},"",SUMPRODUCT(${ownRows(names, register, owner, also)}))`);

/** "10 / 14": how many of the person's rows stand on the page, and how many there are. */
export const ownRowsShownFormula = (
  names: InstanceNames,
  people: TableSource,
  register: TableSource,
  owner: string,
  most: number,
): CellFormula => {
  const all = `SUMPRODUCT(${ownRows(names, register, owner)})`;
  return cellFormula(`IF(${isUnknown(names, people)},"",MIN(${String(most)},${all})&" / "&${all})`);
};
