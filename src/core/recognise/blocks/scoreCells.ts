/** Walks over the scores of a block; a matrix is read by row and column, without a cell made for each of its scores. */
import type { Grid } from "../grid";
import type { Understood } from "./model";
import { cellNumber } from "./numbers";

/** Calls `visit` with every score that is a number and the place of its criterion, subject by subject. */
export function eachScore(grid: Grid, { subjects }: Understood, visit: (value: number, item: number) => void): void {
  for (const subject of subjects) {
    if (subject.across === undefined) {
      subject.scores.forEach((cell, i) => {
        const value = cell === null ? null : cellNumber(grid.at(cell.row, cell.column));
        if (value !== null) visit(value, i);
      });
      continue;
    }
    const { across } = subject;
    const { row } = subject.cell;
    for (let i = 0; i < across.length; i += 1) {
      const value = cellNumber(grid.at(row, across[i] ?? -1));
      if (value !== null) visit(value, i);
    }
  }
}
