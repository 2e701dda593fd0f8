/** Rows of a form whose points are added to the total as they are: a bonus, a deduction, whatever has no weight on purpose. */
import type { Grid } from "../grid";
import { isBesideMark } from "./besideWords";
import type { Column } from "./columns";
import { factsOf } from "./formulaFacts";
import { cellNumber } from "./numbers";

/** Whether the formula of a total multiplies other rows with something, and takes the score of this one as it is. */
function isTakenAsItIs(grid: Grid, row: number, summaries: readonly number[], columns: readonly Column[]): boolean {
  return summaries.some((sum) =>
    columns.some(({ column }) => {
      const { products, scaled, references } = factsOf(grid.formulaInCells(sum, column));
      const isOwn = (cell: { readonly row: number; readonly column: number }): boolean =>
        cell.row === row && cell.column === column;
      const isTaken = references.some((rect) => rect.rows * rect.columns === 1 && isOwn(rect));
      return products.length >= 2 && isTaken && !products.flat().some(isOwn) && !scaled.some(({ cell }) => isOwn(cell));
    }),
  );
}

/**
 * Of the items those that are added as they are: they have no weight, others have, and a word in its place or the formula of the
 * total says so. A negative number among full marks is what is taken off at most.
 * @param isOutOf the numbers in the column of weights are full marks
 */
export function addedRows(
  grid: Grid,
  items: readonly number[],
  summaries: readonly number[],
  weight: Column | undefined,
  scores: readonly Column[],
  isOutOf: boolean,
): readonly number[] {
  if (weight === undefined) return [];
  const weightAt = (row: number): number | null => cellNumber(grid.at(row, weight.column));
  if (items.filter((row) => (weightAt(row) ?? 0) > 0).length < 2) return [];
  return items.filter((row) => {
    const own = weightAt(row);
    if (own !== null) return isOutOf && own < 0;
    return isBesideMark(grid.text(row, weight.column)) || isTakenAsItIs(grid, row, summaries, scores);
  });
}
