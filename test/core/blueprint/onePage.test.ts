/** What is handed out comes out on one page, and what would become too small does not. */
import { onOnePage } from "../../../src/core/blueprint/onePage";
import type { PageLayout, SheetBlueprint } from "../../../src/core/blueprint/types";

const sheet = (rows: number, page: Partial<PageLayout> = {}, heights: SheetBlueprint["rowHeights"] = []) =>
  ({
    ...{ name: "Person", target: "create", blocks: [], tables: [], styles: [], validation: [], conditional: [] },
    columnWidths: [{ column: 0, count: 6, width: 15 }],
    rowHeights: heights,
    page: {
      orientation: "Portrait",
      fitToWidth: true,
      printArea: { row: 0, column: 0, rows, columns: 6 },
      ...page,
    },
  }) satisfies SheetBlueprint;
const fits = (one: SheetBlueprint): boolean =>
  onOnePage({ sheets: [one], names: [], rewrites: [], metadata: null }).sheets[0]?.page?.fitToHeight === true;

// Six columns of 15 characters are about as wide as an upright page: 734 points are 48 rows of 15.
it("takes a page and a half onto one page, and no more", () => {
  expect(fits(sheet(40))).toBe(true);
  expect(fits(sheet(70))).toBe(true);
  expect(fits(sheet(90))).toBe(false);
});

it("counts high rows, and a page on its side holds fewer", () => {
  expect(fits(sheet(70, {}, [{ row: 3, height: 300 }]))).toBe(false);
  expect(fits(sheet(70, {}, [{ row: 80, height: 300 }]))).toBe(true);
  expect(fits(sheet(70, { orientation: "Landscape" }))).toBe(false);
});

it("leaves lists alone: they go on under their heads", () => {
  expect(fits(sheet(40, { printTitleRows: { first: 4, last: 4 } }))).toBe(false);
  expect(fits(sheet(40, { fitToWidth: false, scale: 80 }))).toBe(false);
});
