/** Counts of answers under levels ("Very good 12, Good 8"): how many said so, and nobody's score. */
import type { Grid } from "../grid";
import { factsOf, type CellRef } from "./formulaFacts";
import { isLevelWord } from "./levels";
import type { Understood } from "./model";
import { cellNumber } from "./numbers";

const LEAST_LEVELS = 3;
const SUBJECTS_ASKED = 20;
/** "… / SUM(B2:F2)" */
const DIVIDED = /\/\s*\(?\s*SUM\(([^()]*)\)\s*\)?\s*$/i;

/** A total that is a mean of levels, each taken as often as it was answered: it divides by the sum of the counts. */
function isMeanOfCounts(grid: Grid, { row, column }: CellRef): boolean {
  const formula = grid.formulaInCells(row, column);
  const divided = DIVIDED.exec(formula)?.[1];
  if (divided === undefined) return false;
  const counted = factsOf(`=SUM(${divided})`).references;
  const { scaled, products } = factsOf(formula);
  const taken = [...scaled.map(({ cell }) => [cell]), ...products];
  const isCounted = ({ row: r, column: c }: CellRef): boolean =>
    counted.some(
      (rect) => r >= rect.row && r < rect.row + rect.rows && c >= rect.column && c < rect.column + rect.columns,
    );
  const areInRow = counted.every((rect) => rect.row === row || rect.column === column);
  return areInRow && taken.length >= LEAST_LEVELS && taken.every((cells) => cells.some(isCounted));
}

/** Whole numbers, several for each criterion, which do not all fall or rise from level to level as points of levels would. */
function areCounts(grid: Grid, { items, subjects }: Understood): boolean {
  let isUneven = false;
  for (let i = 0; i < items.length; i += 1) {
    const values = subjects.flatMap(({ scores }) => {
      const cell = scores[i];
      return cell == null ? [] : (cellNumber(grid.at(cell.row, cell.column)) ?? []);
    });
    if (values.length < LEAST_LEVELS || values.some((value) => value < 0 || !Number.isInteger(value))) return false;
    const steps = values.slice(1).map((value, k) => Math.sign(value - (values[k] ?? 0)));
    isUneven ||= steps.includes(1) && steps.includes(-1);
  }
  return items.length > 0 && isUneven;
}

/** Whether a block holds counts of answers: levels across or down with several counts each, or means made of such counts. */
export function areTallies(grid: Grid, understood: Understood): boolean {
  const { subjects } = understood;
  if (subjects.slice(0, SUBJECTS_ASKED).some(({ total }) => total !== null && isMeanOfCounts(grid, total))) return true;
  if (subjects.length < LEAST_LEVELS || subjects.length > SUBJECTS_ASKED) return false;
  return subjects.every(({ label }) => isLevelWord(label)) && areCounts(grid, understood);
}
