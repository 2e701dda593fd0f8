/**
 * What a blueprint puts into cells, as a short print of each literal: enough to tell later, cell by cell, whether a place
 * holds only what was written (or still nothing), without keeping anybody's name or figure a second time.
 */
import { intersect, type Rect } from "../model/a1";
import type { Blueprint, CellContent, SheetBlueprint } from "./types";

/** Literals of one row from `column` on, three characters a cell; "..." where nothing was written. */
export type PrintedRow = readonly [row: number, column: number, prints: string];

export interface WrittenCells {
  readonly sheet: string;
  readonly rows: readonly PrintedRow[];
  /** Where formulas were written. */
  readonly formulas: readonly Rect[];
}

/** Cells as Excel gives them back: `formulas` holds a constant's value or a formula's text. */
export interface ReadCells {
  readonly rect: Rect;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

const BLANK = "...";
const WIDTH = BLANK.length;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A long text is told apart by its beginning and its length. */
const COMPARED = 2_000;

/** FNV-1a over the text, folded to 18 bits (Fowler, Noll and Vo; xor folding as they describe it). */
function printOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return BLANK;
  const text =
    typeof value === "string" ? `t${String(value.length)}${value.slice(0, COMPARED)}` : JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  const folded = ((hash >>> 18) ^ hash) & 0x3ffff;
  return [12, 6, 0].map((shift) => DIGITS[(folded >>> shift) & 63] ?? "").join("");
}

const isFormula = (content: CellContent): content is Extract<CellContent, { formula: unknown }> =>
  typeof content === "object" && content !== null;

/** Prints of all cells of a sheet; where two blocks meet, what was written last. */
class Prints {
  readonly #rows = new Map<number, Map<number, string>>();
  readonly #formulas: Rect[] = [];

  put(row: number, column: number, content: CellContent): void {
    if (isFormula(content)) this.formula({ row, column, rows: 1, columns: 1 });
    else if (content !== null) {
      const cells = this.#rows.get(row) ?? new Map<number, string>();
      this.#rows.set(row, cells.set(column, printOf(content)));
    }
  }
  /** Joins on to the stretch before or above it, so that a column of formulas is one rectangle. */
  formula(rect: Rect): void {
    const last = this.#formulas.at(-1);
    if (last?.row === rect.row && last.rows === rect.rows && last.column + last.columns === rect.column)
      this.#formulas[this.#formulas.length - 1] = { ...last, columns: last.columns + rect.columns };
    else this.#formulas.push(rect);
  }
  written(sheet: string): WrittenCells {
    const rows = [...this.#rows].map(([row, cells]): PrintedRow => {
      const columns = [...cells.keys()];
      const first = Math.min(...columns);
      const wide = Math.max(...columns) - first + 1;
      return [row, first, Array.from({ length: wide }, (_, i) => cells.get(first + i) ?? BLANK).join("")];
    });
    return { sheet, rows, formulas: stacked(this.#formulas) };
  }
}

/** Stretches of equal width right under each other become one. */
function stacked(rects: readonly Rect[]): Rect[] {
  const open = new Map<string, Rect>();
  const closed: Rect[] = [];
  for (const rect of rects) {
    const key = `${String(rect.column)},${String(rect.columns)}`;
    const above = open.get(key);
    if (above !== undefined && above.row + above.rows === rect.row) {
      open.set(key, { ...above, rows: above.rows + rect.rows });
      continue;
    }
    if (above !== undefined) closed.push(above);
    open.set(key, rect);
  }
  return [...closed, ...open.values()];
}

function sheetPrints(sheet: SheetBlueprint): WrittenCells {
  const prints = new Prints();
  for (const { at, cells } of sheet.blocks)
    cells.forEach((row, r) => {
      row.forEach((content, c) => {
        prints.put(at.row + r, at.column + c, content);
      });
    });
  for (const table of sheet.tables)
    table.columns.forEach(({ header, content }, c) => {
      const column = table.at.column + c;
      prints.put(table.at.row, column, header);
      const body = { row: table.at.row + 1, column, rows: table.rows, columns: 1 };
      if (content.kind === "formula") prints.formula(body);
      else for (let r = 0; r < table.rows; r += 1) prints.put(body.row + r, column, content.values[r] ?? null);
    });
  return prints.written(sheet.name);
}

/** What stands on the sheets that a blueprint makes. */
export const createdCells = (blueprint: Blueprint): readonly WrittenCells[] =>
  blueprint.sheets.filter(({ target }) => target === "create").map(sheetPrints);

/** What stands in rows that are added at `at`. */
export function addedCells(
  sheet: string,
  at: { readonly row: number; readonly column: number },
  rows: readonly (readonly CellContent[])[],
): WrittenCells {
  const prints = new Prints();
  rows.forEach((row, r) => {
    row.forEach((content, c) => {
      prints.put(at.row + r, at.column + c, content);
    });
  });
  return prints.written(sheet);
}

/**
 * The first cell that holds something else than what was written: another constant, or a formula where none was written.
 * A blank cell is never one: the run may have stopped before it.
 */
export function foreignCell(written: WrittenCells, read: ReadCells): Rect | null {
  const printed = new Map(written.rows.map(([row, column, prints]) => [row, { column, prints }]));
  const place = (r: number, c: number): Rect => ({
    row: read.rect.row + r,
    column: read.rect.column + c,
    rows: 1,
    columns: 1,
  });
  for (const [r, line] of read.formulas.entries()) {
    const row = printed.get(read.rect.row + r);
    for (const [c, authored] of line.entries()) {
      if (authored === "") continue;
      const at = place(r, c);
      // Text that begins with "=" is its own value.
      if (typeof authored === "string" && authored.startsWith("=") && authored !== read.values[r]?.[c]) {
        if (!written.formulas.some((rect) => intersect(rect, at) !== null)) return at;
        continue;
      }
      const start = (at.column - (row?.column ?? 0)) * WIDTH;
      if (row === undefined || start < 0 || row.prints.slice(start, start + WIDTH) !== printOf(read.values[r]?.[c]))
        return at;
    }
  }
  return null;
}
