/** Groups of scores that say again, on another scale, what the first one says: points, and their share of 100. */
import type { Grid } from "../grid";
import type { Group } from "./criteriaGroups";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

const LEAST_SCALED = 3;

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
