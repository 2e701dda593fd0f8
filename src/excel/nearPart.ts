/**
 * A single cell far away makes Excel's used range enormous: then only the part before the first wide gap is read, and it is
 * said.
 */
import type { Rect } from "../core/model/a1";
import { lengthBeforeGap } from "../core/recognise/nearCells";
import { areaRects } from "./plainCells";
import { rangeOf } from "./styles";

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
