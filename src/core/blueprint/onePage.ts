/** Pages for one person and other sheets to hand out are printed on one page, also where they are a little longer. */
import type { Rect } from "../model/a1";
import type { Blueprint, SheetBlueprint } from "./types";

/** Of a column, in characters, and of a row, in points, that say nothing of it. */
export const DEFAULT_WIDTH = 8;
export const DEFAULT_HEIGHT = 15;
/** Characters by column. */
export type Widths = Map<number, number>;
/** The widths that a sheet gives its columns, by column from 0. */
export const widthsBy = ({ columnWidths }: SheetBlueprint): Widths =>
  new Map(
    columnWidths.flatMap(({ column, count = 1, width }) =>
      Array.from({ length: count }, (_, i) => [column + i, width] as const),
    ),
  );
/** Characters that an area is wide. */
export const across = (widths: Widths, { column, columns }: Rect): number =>
  Array.from({ length: columns }, (_, i) => widths.get(column + i) ?? DEFAULT_WIDTH).reduce((sum, one) => sum + one, 0);

/** Of A4 between Excel's usual margins, in points. */
const PAGE = { short: 494, long: 734 };
const POINTS_A_CHARACTER = 5.5;
/** What would need more pages than this is read better on two. */
const MOST_PAGES = 1.6;

/** Pages that a sheet needs when it is printed as wide as the page; none where its rows are a list that goes on from page to page. */
function pagesOf(sheet: SheetBlueprint): number | null {
  const { page, rowHeights = [] } = sheet;
  if (page?.fitToWidth !== true || page.printArea === undefined || page.printTitleRows !== undefined) return null;
  const { row, rows } = page.printArea;
  const [wide, high] = page.orientation === "Portrait" ? [PAGE.short, PAGE.long] : [PAGE.long, PAGE.short];
  const scale = Math.min(1, wide / (across(widthsBy(sheet), page.printArea) * POINTS_A_CHARACTER));
  const extra = rowHeights
    .filter((one) => one.row >= row && one.row < row + rows)
    .reduce((sum, one) => sum + one.height - DEFAULT_HEIGHT, 0);
  return ((rows * DEFAULT_HEIGHT + extra) * scale) / high;
}

/** The workbook with its pages fitted: hand-outs of up to about a page and a half come out on one. */
export const onOnePage = (blueprint: Blueprint): Blueprint => ({
  ...blueprint,
  sheets: blueprint.sheets.map((sheet) => {
    const pages = pagesOf(sheet);
    if (pages === null || pages > MOST_PAGES || sheet.page === undefined) return sheet;
    return { ...sheet, page: { ...sheet.page, fitToHeight: true } };
  }),
});
