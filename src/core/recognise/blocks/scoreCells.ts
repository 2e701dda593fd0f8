/** The scores of a block as numbers; a matrix is read by row and column, without a cell made for each of its scores. */
import type { Grid } from "../grid";
import type { Understood } from "./model";
import { cellNumber } from "./numbers";

/** Subjects × items, row by row; NaN where a score is no number. */
export function scoreNumbers(grid: Grid, { subjects, items }: Understood): Float64Array {
  const all = new Float64Array(subjects.length * items.length).fill(Number.NaN);
  const { numbers, left } = grid;
  subjects.forEach((subject, s) => {
    const start = s * items.length;
    const { across } = subject;
    if (across === undefined) {
      const { scores } = subject;
      for (let i = 0; i < items.length; i += 1) {
        const cell = scores[i];
        all[start + i] = cell == null ? Number.NaN : (cellNumber(grid.at(cell.row, cell.column)) ?? Number.NaN);
      }
      return;
    }
    const { row } = subject.cell;
    const first = grid.placeOf(row, left);
    for (let i = 0; i < across.length && i < items.length; i += 1) {
      const column = across[i] ?? -1;
      const plain = numbers[first + column - left] ?? Number.NaN;
      all[start + i] = plain;
      if (Number.isNaN(plain)) all[start + i] = cellNumber(grid.at(row, column)) ?? Number.NaN;
    }
  });
  return all;
}
