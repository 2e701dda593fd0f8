/** Edits of a workbook that was read: where they were, and what was read becomes with the cells read anew. */
import { intersect, type Rect } from "../model/a1";
import type { CellValue, SnapshotSheet } from "./snapshot";

export interface CellEdit {
  readonly sheetId: string;
  /** "B3:C9" without the sheet; several areas have a comma between them. */
  readonly address: string;
}
/** What happened in one burst of events. */
export interface SheetChange {
  /** Null: more than cells typed over (rows put in, another sheet opened, very many edits): all is to be read. */
  readonly edits: readonly CellEdit[] | null;
  /** Nothing of it was done by this person. */
  readonly remote: boolean;
}

/** Cells read anew: values, and where asked for the formulas as written ("" where there is none). */
export interface FreshCells {
  readonly rect: Rect;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly string[])[] | null;
}

type Formulas = Map<number, readonly string[]>;

function patchFormulas(formulas: Formulas, fresh: FreshCells, used: Rect, at: Rect): void {
  for (let c = at.column; c < at.column + at.columns; c += 1) {
    const offset = c - used.column;
    const texts = [...(formulas.get(offset) ?? new Array<string>(used.rows).fill(""))];
    for (let r = at.row; r < at.row + at.rows; r += 1)
      texts[r - used.row] = fresh.formulas?.[r - fresh.rect.row]?.[c - fresh.rect.column] ?? "";
    if (texts.some((text) => text !== "")) formulas.set(offset, texts);
    else formulas.delete(offset);
  }
}

/** One part's cells put into copies of the rows that it touches. */
function patchRows(
  rows: Map<number, CellValue[]>,
  sheet: SnapshotSheet,
  fresh: FreshCells,
  used: Rect,
  at: Rect,
): void {
  for (let r = at.row; r < at.row + at.rows; r += 1) {
    const index = r - used.row;
    const row = rows.get(index) ?? [...(sheet.values[index] ?? [])];
    for (let c = at.column; c < at.column + at.columns; c += 1)
      row[c - used.column] = fresh.values[r - fresh.rect.row]?.[c - fresh.rect.column] ?? "";
    rows.set(index, row);
  }
}

/**
 * The sheet with cells read anew in their places; everything else is shared with the sheet before.
 * Cells outside the part that was read are left out: the caller reads all again when that part has grown.
 */
export function withFreshCells(sheet: SnapshotSheet, fresh: readonly FreshCells[]): SnapshotSheet {
  const { used } = sheet;
  if (used === null) return sheet;
  const rows = new Map<number, CellValue[]>();
  const formulas: Formulas = new Map(sheet.formulas);
  for (const part of fresh) {
    const at = intersect(part.rect, used);
    if (at === null) continue;
    patchRows(rows, sheet, part, used, at);
    if (part.formulas !== null) patchFormulas(formulas, part, used, at);
  }
  return { ...sheet, values: sheet.values.map((row, index) => rows.get(index) ?? row), formulas };
}
