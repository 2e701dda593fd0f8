/**
 * Formulas that find what was typed over: how many cells of neighbouring formula columns hold no formula any more, and the first
 * of them. They say it without the add-in, which can put the formula back.
 */
import type { CellFormula } from "../blueprint/types";
import { quoteSheetName } from "../model/a1";
import { cellFormula, columnsFrom, headsFrom } from "./columns";

/** Neighbouring columns of a table that all hold formulas. */
export interface FormulaRun {
  readonly table: string;
  readonly first: string;
  readonly last: string;
}

/** More than a sheet has columns: row and column in one number. */
const WIDE = 100_000;
/** More than any row and column in one number, and still exact. */
const BEYOND = 1_000_000_000_000;

const bodyOf = ({ table, first, last }: FormulaRun): string => columnsFrom(table, first, last);

/** How many cells hold no formula. */
export const typedOverFormula = (run: FormulaRun): CellFormula =>
  cellFormula(`SUMPRODUCT(--NOT(ISFORMULA(${bodyOf(run)})))`);

/** Row and column of the first such cell in one number, row before column; 0 for none. @param count cell with their number */
export function firstTypedOverFormula(run: FormulaRun, count: string): CellFormula {
  const body = bodyOf(run);
  const place = `NOT(ISFORMULA(${body}))*(${String(BEYOND)}-ROW(${body})*${String(WIDE)}-COLUMN(${body}))`;
  return cellFormula(`IF(N(${count})=0,0,${String(BEYOND)}-SUMPRODUCT(MAX(${place})))`);
}

const rowOf = (place: string): string => `INT(${place}/${String(WIDE)})`;
const columnOf = (place: string): string => `${place}-${String(WIDE)}*${rowOf(place)}`;

/** Address of the cell at a place; empty for none. */
export const placeAddressFormula = (place: string): CellFormula =>
  cellFormula(`IF(N(${place})=0,"",ADDRESS(${rowOf(place)},${columnOf(place)},4))`);

/** What its column is called; empty for none. */
export const placeHeadFormula = (run: FormulaRun, place: string): CellFormula => {
  const heads = headsFrom(run.table, run.first, run.last);
  const first = headsFrom(run.table, run.first, run.first);
  return cellFormula(`IF(N(${place})=0,"",INDEX(${heads},1,${columnOf(place)}-COLUMN(${first})+1)&"")`);
};

/** Sum of a stretch of cells of a sheet. @param range A1 with dollars */
export const sumOnSheetFormula = (sheet: string, range: string): CellFormula =>
  cellFormula(`SUM(${quoteSheetName(sheet)}!${range})`);

/** A number of another sheet. */
export const numberOnFormula = (cell: string): CellFormula => cellFormula(`N(${cell})`);
