/** Excel's answers as plain data: addresses as rectangles, values as cells, number formats by column. */
import { intersect, parseRect, splitAddress, type Rect } from "../core/model/a1";
import type { CellValue } from "../core/recognise/snapshot";

/** Rows whose number formats are read: heads and weights stand there. */
export const FORMAT_ROWS = 12;

export const rectOf = (address: string): Rect | null => parseRect(splitAddress(address).address);

/** Areas of a RangeAreas address, "Sheet1!A1:B2,'A, B'!D4"; a comma inside a quoted sheet name divides nothing. */
export const areaRects = (address: string): Rect[] =>
  (address.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map(rectOf).filter((rect): rect is Rect => rect !== null);

export const asCell = (value: unknown): CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";

/**
 * Values as plain cells. An error arrives as its text, "#N/A", like text that somebody typed; Excel's list of error cells
 * tells them apart at a fraction of the bytes that the types of all cells would take.
 */
export function cellsOf(
  values: readonly (readonly unknown[])[],
  used: Rect | null,
  errors: readonly Rect[],
): CellValue[][] {
  const cells = values.map((row) => row.map(asCell));
  if (used === null) return cells;
  for (const area of errors) {
    const shared = intersect(used, area);
    if (shared === null) continue;
    for (let r = shared.row - used.row; r < shared.row - used.row + shared.rows; r += 1) {
      const row = cells[r] ?? [];
      for (let c = shared.column - used.column; c < shared.column - used.column + shared.columns; c += 1) {
        row[c] = { error: String(values[r]?.[c]) };
      }
    }
  }
  return cells;
}

/** Queues the question where errors stand, calculated and typed. */
export const errorCells = (used: Excel.Range): Excel.RangeAreas[] =>
  [Excel.SpecialCellType.formulas, Excel.SpecialCellType.constants].map((kind) =>
    used.getSpecialCellsOrNullObject(kind, Excel.SpecialCellValueType.errors).load("address"),
  );
/** The answer, after the sync. */
export const rectsOf = (areas: readonly Excel.RangeAreas[]): Rect[] =>
  areas.flatMap((found) => (found.isNullObject ? [] : areaRects(found.address)));

/** A formula as written, "" for anything else. */
export const formulaText = (authored: unknown): string =>
  typeof authored === "string" && authored.startsWith("=") ? authored : "";

/** Number format of each column where all its read cells share one; null where not. */
export function columnFormats(formats: Excel.Range | null, columns: number): (string | null)[] {
  if (formats === null) return new Array<string | null>(columns).fill(null);
  const rows = formats.numberFormat as (string | undefined)[][];
  return Array.from({ length: columns }, (_, column) => {
    const seen = new Set(rows.map((row) => row[column] ?? "General"));
    return seen.size === 1 ? ([...seen][0] ?? null) : null;
  });
}
