/** Cells of a kind (Range.getSpecialCells). */
import type { Rect } from "../../../src/core/model/a1";
import { intersect } from "../../../src/core/model/a1";
import { HostError } from "../../model/api";
import type { WorkbookOperations } from "../../model/api";
import { columnOf, isBlank, keyOf, keysIn, rowOf, usedRectOf } from "../../model/cellStore";
import type { CellScalar, SheetData } from "../../model/types";

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Throws NotImplemented for kinds that this host does not know. */
export function specialCells(
  model: WorkbookOperations,
  sheet: SheetData,
  rect: Rect,
  kind: string,
  valueType: string,
): CellPlace[] {
  // One cell stands for the whole sheet, as in Excel's own "Go to special".
  const within =
    rect.rows === 1 && rect.columns === 1
      ? usedRectOf(sheet, false)
      : intersect(rect, usedRectOf(sheet, false) ?? rect);
  if (within === null) return [];
  if (kind === "Blanks")
    return everyCell(within).filter(({ row, column }) => isBlank(sheet.cells.get(keyOf(row, column))));
  if (kind === "Visible") {
    return everyCell(within).filter(
      ({ row, column }) =>
        !sheet.hiddenRows.has(row) && !sheet.filteredRows.has(row) && !sheet.hiddenColumns.has(column),
    );
  }
  if (kind !== "Formulas" && kind !== "Constants") {
    throw new HostError("NotImplemented", `The stand-in host cannot look for special cells of the kind ${kind}.`, 501);
  }
  return keysIn(sheet, within)
    .filter((key) => {
      const cell = sheet.cells.get(key);
      if (!cell || isBlank(cell) || (cell.formula !== undefined) !== (kind === "Formulas")) return false;
      return isOfType(model.valueAt(sheet.id, rowOf(key), columnOf(key)), valueType);
    })
    .map((key) => ({ row: rowOf(key), column: columnOf(key) }));
}

function everyCell(rect: Rect): CellPlace[] {
  return Array.from({ length: rect.rows * rect.columns }, (_, i) => ({
    row: rect.row + Math.floor(i / rect.columns),
    column: rect.column + (i % rect.columns),
  }));
}

/** `type` is a member of Excel.SpecialCellValueType, a joined word such as "ErrorsText". */
function isOfType(value: CellScalar, type: string): boolean {
  if (type === "All") return true;
  if (typeof value === "object") return type.includes("Errors");
  if (typeof value === "boolean") return type.includes("Logical");
  return type.includes(typeof value === "number" ? "Number" : "Text");
}
