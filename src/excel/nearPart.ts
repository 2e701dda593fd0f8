/**
 * A single cell far away makes Excel's used range enormous: then only the part before the first wide gap is read, and it is
 * said. `npm run audit` cuts in the same way.
 */
import type { Rect } from "../core/model/a1";
import { areaRects } from "./plainCells";
import { rangeOf } from "./styles";

/** More values than Excel on the web gives in one answer. */
const MOST_CELLS = 1_000_000;
/** Empty rows or columns behind which cells count as stray. */
const WIDEST_GAP = 200;

type Span = readonly [first: number, count: number];

/** How many places there are from `start` up to the first wide gap. */
function lengthBeforeGap(start: number, spans: readonly Span[]): number {
  let end = start;
  for (const [first, count] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (first - end > WIDEST_GAP) break;
    end = Math.max(end, first + count);
  }
  return end - start;
}

export const isEnormous = (used: Rect | null): used is Rect => used !== null && used.rows * used.columns > MOST_CELLS;

/**
 * One round trip, for enormous sheets only: asks where typed cells stand, and takes those with the formulas up to the first gap.
 * @param formulas where formulas stand, known already
 * @returns the part to read; the whole where it has no gap
 */
export async function nearPart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Rect,
  formulas: readonly Rect[],
): Promise<Rect> {
  const typed = rangeOf(sheet, used).getSpecialCellsOrNullObject(Excel.SpecialCellType.constants).load("address");
  await context.sync();
  const areas = [...formulas, ...(typed.isNullObject ? [] : areaRects(typed.address))];
  return {
    ...used,
    rows: lengthBeforeGap(
      used.row,
      areas.map(({ row, rows }) => [row, rows]),
    ),
    columns: lengthBeforeGap(
      used.column,
      areas.map(({ column, columns }) => [column, columns]),
    ),
  };
}
