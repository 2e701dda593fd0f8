/** Looks for text in cells as Excel's Find does with its standard settings: what is shown, row by row. */
import { intersect } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import type { WorkbookOperations } from "../../model/api";
import { isBlank, keyOf, usedRectOf } from "../../model/cellStore";
import type { SheetData } from "../../model/types";

export interface FindOptions {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: string;
}

/** The first match after the range's first cell (which is looked at last, as in Excel), or null. */
export function findInCells(
  model: WorkbookOperations,
  sheet: SheetData,
  rect: Rect,
  text: string,
  options: FindOptions,
): { readonly row: number; readonly column: number } | null {
  const used = usedRectOf(sheet, true);
  const within = used && intersect(used, rect);
  if (!within) return null;
  const fold = (value: string): string => (options.matchCase === true ? value : value.toLowerCase());
  const wanted = fold(text);
  const matches: { row: number; column: number }[] = [];
  for (let row = within.row; row < within.row + within.rows; row += 1) {
    for (let column = within.column; column < within.column + within.columns; column += 1) {
      if (isBlank(sheet.cells.get(keyOf(row, column)))) continue;
      const shown = fold(model.textAt(sheet.id, row, column));
      if (options.completeMatch === true ? shown === wanted : shown.includes(wanted)) matches.push({ row, column });
    }
  }
  if (options.searchDirection === "Backwards") return matches.at(-1) ?? null;
  const afterFirst = matches.find(({ row, column }) => row !== rect.row || column !== rect.column);
  return afterFirst ?? matches[0] ?? null;
}
