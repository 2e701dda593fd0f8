/** Reads cells as the grids that add-ins see, and checks the grids that add-ins write. */
import type { Rect } from "../../../src/core/model/a1";
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/core/model/a1";
import { HostError } from "../../model/api";
import type { WorkbookOperations } from "../../model/api";
import { invalidArgument, WRONG_SHAPE } from "../../model/refusals";
import type { CellScalar } from "../../model/types";

/** Excel's limit of cells in one read of an add-in (documentation, "Resource limits"). */
export const MAX_CELLS = 5_000_000;

export type ClientValue = string | number | boolean;
export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** Whole rows and columns have no values for an add-in: null on reading, refused on writing (documentation, "unbounded ranges"). */
export function isUnbounded(rect: Rect): boolean {
  return rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS;
}

/** A grid of what `read` says of each cell; null for an unbounded range. Throws RangeExceedsLimit. */
export function gridOf<T>(rect: Rect, read: (row: number, column: number) => T): T[][] | null {
  if (isUnbounded(rect)) return null;
  if (rect.rows * rect.columns > MAX_CELLS) {
    throw new HostError("RangeExceedsLimit", "The cell count in the range has exceeded the maximum supported number.");
  }
  return Array.from({ length: rect.rows }, (_, r) =>
    Array.from({ length: rect.columns }, (_unused, c) => read(rect.row + r, rect.column + c)),
  );
}

export function clientValue(value: CellScalar): ClientValue {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}
export function valueTypeOf(value: CellScalar): ValueType {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}
export function formulaAt(model: WorkbookOperations, sheetId: string, row: number, column: number): ClientValue {
  const cell = model.cell(sheetId, row, column);
  return cell?.formula ?? clientValue(cell?.value ?? null);
}

type Input = string | number | boolean | null;
const isInput = (value: unknown): value is Input =>
  value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number";

/**
 * What an add-in writes: one value for all cells, or a grid of the range's shape where null leaves a cell.
 * Throws InvalidArgument for null as a whole, for a wrong shape, and for an unbounded range.
 */
export function writtenGrid(rect: Rect, given: unknown): { readonly one: ClientValue } | { readonly grid: Input[][] } {
  if (isUnbounded(rect)) throw invalidArgument();
  if (!Array.isArray(given)) {
    if (given === null || !isInput(given)) throw invalidArgument();
    return { one: given };
  }
  const rows: readonly unknown[] = given;
  if (rows.length !== rect.rows) throw invalidArgument(WRONG_SHAPE);
  return {
    grid: rows.map((row) => {
      if (!Array.isArray(row) || row.length !== rect.columns) throw invalidArgument(WRONG_SHAPE);
      const line: readonly unknown[] = row;
      return line.map((value) => {
        if (!isInput(value)) throw invalidArgument();
        return value;
      });
    }),
  };
}
