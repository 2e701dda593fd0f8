/** Weights over one step of a calculation that its formulas multiply with the next one. */
import type { Grid } from "../grid";
import { isNumeric, type Column } from "./columns";
import { formulaWeights, type WeightRow } from "./matrixWeights";
import type { ItemWeight } from "./model";
import { cellNumber } from "./numbers";

const NONE: ReadonlyMap<number, ItemWeight> = new Map();

/**
 * Weights that stand over raw values, while the totals multiply them with other columns, the same values on one scale: column of
 * what is multiplied → its weight. Empty where the totals do not say so.
 */
export function weightsElsewhere(
  grid: Grid,
  body: readonly number[],
  columns: readonly Column[],
  label: Column,
  { row }: WeightRow,
): ReadonlyMap<number, ItemWeight> {
  if (!grid.hasFormulas) return NONE;
  const right = columns.filter((c) => c.column > label.column && isNumeric(c));
  const found = [...formulaWeights(grid, body, right, right, undefined)];
  const areElsewhere = found.every(([column, { cell }]) => cell?.row === row && cell.column !== column);
  const all = right.filter(({ column }) => cellNumber(grid.at(row, column)) !== null).length;
  return found.length >= 2 && found.length === all && areElsewhere ? new Map(found) : NONE;
}
