/** A column (or row, where criteria stand side by side) of a sheet of the user that says which measures drive results. */
import type { Grid } from "../grid";
import { asksNature, natureOf, type Nature } from "../nature";
import type { CellRef } from "./formulaFacts";
import type { BlockReading } from "./readBlocks";

/** The natures of the items where each of them has one in the cells given; null where one has none. */
function allAt(grid: Grid, cells: readonly CellRef[]): readonly Nature[] | null {
  const natures = cells.flatMap(({ row, column }) => natureOf(grid.text(row, column)) ?? []);
  return natures.length === cells.length ? natures : null;
}

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);

/** How far from the names of criteria side by side the row may stand: among weights, targets and full marks. */
const ROWS_AWAY = 4;

/**
 * The nature of each item, in their order: from a line of cells along the items whose header asks for it.
 * @returns null where there is no such line, or it does not say it of all
 */
export function naturesOfItems(grid: Grid, { rect, headerRows, understood }: BlockReading): readonly Nature[] | null {
  const cells = understood.items.map(({ cell }) => cell);
  const [first] = cells;
  if (first === undefined) return null;
  if (cells.every(({ column }) => column === first.column)) {
    for (const column of range(rect.column, rect.columns)) {
      if (column === first.column || !headerRows.some((row) => asksNature(grid.text(row, column)))) continue;
      const natures = allAt(
        grid,
        cells.map(({ row }) => ({ row, column })),
      );
      if (natures !== null) return natures;
    }
    return null;
  }
  if (cells.some(({ row }) => row !== first.row)) return null;
  const left = Math.min(...cells.map(({ column }) => column));
  for (const row of range(first.row - ROWS_AWAY, 2 * ROWS_AWAY + 1)) {
    const isAsked = range(rect.column, left - rect.column).some((column) => asksNature(grid.text(row, column)));
    if (row === first.row || row < 0 || !isAsked) continue;
    const natures = allAt(
      grid,
      cells.map(({ column }) => ({ row, column })),
    );
    if (natures !== null) return natures;
  }
  return null;
}
