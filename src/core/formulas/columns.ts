/** Structured references as text: the one place where a header is put into a formula. */
import type { CellFormula, RuleFormula } from "../blueprint/types";

/** Characters that have a meaning inside brackets and are escaped with an apostrophe. */
const SPECIAL = /['[\]#@]/g;
const escaped = (header: string): string => header.replace(SPECIAL, (character) => `'${character}`);

/** This row's cell of a column of the table the formula stands in: [@[Header]]. */
export const here = (header: string): string => `[@[${escaped(header)}]]`;

/** This row's cells from one column to another: [@[First]:[Last]]. */
export const hereFrom = (first: string, last: string): string =>
  first === last ? here(first) : `[@[${escaped(first)}]:[${escaped(last)}]]`;

/** A whole column of a named table: Table[Header]. */
export const column = (table: string, header: string): string => `${table}[${escaped(header)}]`;

/** Neighbouring columns of a named table: Table[[First]:[Last]]. */
export const columnsFrom = (table: string, first: string, last: string): string =>
  first === last ? column(table, first) : `${table}[[${escaped(first)}]:[${escaped(last)}]]`;

/** The header cells of neighbouring columns. */
export const headsFrom = (table: string, first: string, last: string): string =>
  first === last
    ? `${table}[[#Headers],[${escaped(first)}]]`
    : `${table}[[#Headers],[${escaped(first)}]:[${escaped(last)}]]`;

/** From a column's header cell down to this row: for counting what stands above and here. */
export const fromHead = (table: string, header: string): string =>
  `${table}[[#Headers],[${escaped(header)}]]:${here(header)}`;

/** Brands text as a cell formula. Everything branded here is linted in the tests (lint.ts). */
export const cellFormula = (body: string): CellFormula => `=${body}` as CellFormula;

/** Brands text as a rule formula (conditional format, validation): A1 and names only. */
export const ruleFormula = (body: string): RuleFormula => `=${body}` as RuleFormula;

/** Excel's limit is 8,192; ours keeps formulas readable. */
export const LONGEST_FORMULA = 1000;
