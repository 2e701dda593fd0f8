/** Bonus and deduction items in words, for the pages that are handed out. */
import { itemLimitsFormula, listedItemFormula } from "../formulas/itemFormulas";
import type { BuildContext } from "./context";
import { LEAST_ITEMS } from "./itemSheets";
import type { CellContent, SheetBlueprint } from "./types";

/** Bonus and deduction items as sentences, with the limits of both sides in the line above; no rows where there are none. */
export function itemBlock(
  { names, text, items, hasItems }: BuildContext,
  at: { readonly row: number; readonly column: number },
): Pick<SheetBlueprint, "blocks" | "styles"> & { readonly rows: number } {
  if (!hasItems) return { blocks: [], styles: [], rows: 0 };
  const count = Math.max(LEAST_ITEMS, items.length);
  const most = itemLimitsFormula(names);
  const sentences = Array.from({ length: count }, (_, i): CellContent[] => [
    { formula: listedItemFormula(names, i + 1) },
  ]);
  return {
    blocks: [{ at, cells: [[text("items.list")], [{ formula: most }], ...sentences] }],
    styles: [{ rect: { ...at, rows: 1, columns: 1 }, style: { font: { bold: true, color: "muted" } } }],
    rows: count + 2,
  };
}
