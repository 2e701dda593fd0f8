/** The same workbook in two languages side by side, and which standing sheet each of its sheets is. */
import type { SheetBlueprint } from "../blueprint/types";
import { splitAddress } from "../model/a1";
import type { StandingBook, StandingSheet } from "./standingBook";
import { shownAt, tableNamed } from "./standingBook";
import type { VirtualBook } from "./virtualBook";

export interface SheetPair {
  readonly from: SheetBlueprint;
  readonly to: SheetBlueprint;
  /** Null when it was taken away. */
  readonly standing: StandingSheet | null;
}

const SUFFIX = / \(\d+\)$/;
/** "Guide (2)" is a Guide; Excel cuts long names before it numbers them. */
export const isNamed = (name: string, base: string): boolean =>
  name === base || (SUFFIX.test(name) && base.startsWith(name.replace(SUFFIX, "")));

/** Cells outside the tables, with literals only. */
export function literals(
  sheet: SheetBlueprint,
): { readonly row: number; readonly column: number; readonly text: string }[] {
  return sheet.blocks.flatMap(({ at, cells }) =>
    cells.flatMap((line, r) =>
      line.flatMap((cell, c) =>
        typeof cell === "string" && cell !== "" ? [{ row: at.row + r, column: at.column + c, text: cell }] : [],
      ),
    ),
  );
}

/** Share of the sheet's texts that stand where they were written. */
function likeness(sheet: SheetBlueprint, standing: StandingSheet): number {
  const texts = literals(sheet);
  const found = texts.filter(({ row, column, text }) => shownAt(standing, row, column) === text);
  return texts.length === 0 ? 0 : found.length / texts.length;
}

const sheetOfReference = (formula: string): string | null => splitAddress(formula.replace(/^=/, "")).sheet;

/** By a table or a named cell of ours on it; a sheet without those by its name and its texts. */
function standingOf(
  sheet: SheetBlueprint,
  book: StandingBook,
  virtual: VirtualBook,
  taken: ReadonlySet<string>,
): StandingSheet | null {
  for (const { name } of sheet.tables) {
    const found = tableNamed(book, name);
    if (found !== null) return found.sheet;
  }
  const own = virtual.names.filter(({ refersTo }) => sheetOfReference(refersTo) === sheet.name).map(({ name }) => name);
  const named = book.names.find(({ name }) => own.includes(name));
  const place = named === undefined ? null : sheetOfReference(named.formula);
  const byName = book.sheets.find(({ name }) => name === place);
  if (byName !== undefined) return byName;
  const like = book.sheets
    .filter(({ id, name, tables }) => !taken.has(id) && tables.length === 0 && isNamed(name, sheet.name))
    .map((standing) => ({ standing, share: likeness(sheet, standing) }))
    .filter(({ share }) => share >= 0.3)
    .sort((a, b) => b.share - a.share);
  return like[0]?.standing ?? null;
}

/** @param taken ids of sheets that belong to another scorecard of the workbook; those found here are added */
export function pairedSheets(book: StandingBook, from: VirtualBook, to: VirtualBook, taken: Set<string>): SheetPair[] {
  return from.sheets.flatMap((sheet, i): SheetPair[] => {
    const other = to.sheets[i];
    if (other === undefined) return [];
    const standing = standingOf(sheet, book, from, taken);
    if (standing !== null) taken.add(standing.id);
    return [{ from: sheet, to: other, standing }];
  });
}
