/** Groups of numbers that are no scores of their own: points said again as shares of 100, sections beside full marks. */
import type { Grid } from "../grid";
import { plays, type Column } from "./columns";
import type { Group } from "./criteriaGroups";
import { factsOf } from "./formulaFacts";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

const LEAST_SCALED = 3;

/** The groups without those most of whose numbers are above the full marks beside them: they are sections, days, anything but marks. */
export function withinFullMarks(
  grid: Grid,
  region: Region,
  weight: Column | undefined,
  groups: readonly Group[],
): readonly Group[] {
  if (weight === undefined || !plays(weight, "maximum") || plays(weight, "weight")) return groups;
  return groups.filter(({ score, levels }) => {
    if (levels !== undefined || plays(score, "score") || plays(score, "actual")) return true;
    let [rated, over] = [0, 0];
    for (let row = region.top + 1; row <= region.bottom; row += 1) {
      const [own, most] = [cellNumber(grid.at(row, score.column)), cellNumber(grid.at(row, weight.column))];
      if (own === null || most === null) continue;
      rated += 1;
      if (own > most) over += 1;
    }
    return over * 2 <= rated || rated < LEAST_SCALED;
  });
}

/** The groups without those whose scores are the first one's, all of them times one number. */
export function withoutOtherScales(grid: Grid, region: Region, groups: readonly Group[]): readonly Group[] {
  const [first] = groups;
  if (first === undefined || groups.length < 2) return groups;
  const rows = Array.from({ length: region.bottom - region.top }, (_, i) => region.top + 1 + i);
  const isScaled = ({ score: { column } }: Group): boolean => {
    const seen = new Set<number>();
    const factors = rows.flatMap((row) => {
      const own = cellNumber(grid.at(row, first.score.column));
      const other = cellNumber(grid.at(row, column));
      // A formula says 0 where nobody has a score yet.
      if (own === null || own === 0 || other === null) return (other ?? 0) === 0 ? [] : [Number.NaN];
      seen.add(own);
      return [other / own];
    });
    const [factor = Number.NaN] = factors;
    const isOther = Math.abs(factor - 1) > 1e-6;
    return seen.size >= LEAST_SCALED && isOther && factors.every((one) => Math.abs(one / factor - 1) < 1e-3);
  };
  return [first, ...groups.slice(1).filter((group) => !isScaled(group))];
}

/** Numbers that the weights are worked out from are no scores: points given out, ranks turned into weights. */
function isBasisOf(grid: Grid, region: Region, weight: Column | undefined, score: Column): boolean {
  if (weight === undefined) return false;
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const made = [first, first + 1, first + 2].filter((row) =>
    factsOf(grid.formulaInCells(row, weight.column)).references.some(
      (rect) => rect.row === row && rect.column === score.column,
    ),
  );
  return made.length >= 2;
}

/** Numbers that formulas make of the weights alone are weights on another scale. */
function isMadeOf(grid: Grid, region: Region, weight: Column | undefined, score: Column): boolean {
  if (weight === undefined) return false;
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const made = [first, first + 1, first + 2].filter((row) => {
    const { references } = factsOf(grid.formulaInCells(row, score.column));
    return references.length > 0 && references.every((rect) => rect.row === row && rect.column === weight.column);
  });
  return made.length >= 2;
}

/** Whether a column holds what the weights are made of, or what is made of them. */
export const isOfWeights = (grid: Grid, region: Region, weight: Column | undefined, score: Column): boolean =>
  isBasisOf(grid, region, weight, score) || isMadeOf(grid, region, weight, score);
