/** Compares the values of one workbook's formulas as two programs calculated them. */
import { cellAddress, MAX_COLUMNS } from "../../src/core/model/a1";
import type { CellScalar, WorkbookData } from "../../host/model/types";

export interface Difference {
  readonly sheet: string;
  readonly key: number;
  readonly formula: string;
  readonly ours: CellScalar;
  /** undefined: no such cell. */
  readonly theirs: CellScalar | undefined;
}
export interface Comparison {
  readonly formulas: number;
  readonly differences: readonly Difference[];
}

/** Of the larger of both numbers, and absolutely below 1. */
const TOLERANCE = 1e-9;

/** Numbers within the tolerance; texts, truth values and errors exactly. An empty result and an empty text are one. */
export function sameValue(a: CellScalar, b: CellScalar): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
  if (typeof a === "object" && a !== null) return typeof b === "object" && b !== null && a.error === b.error;
  return (a ?? "") === (b ?? "");
}

/** Every formula cell of `ours` against the cell at the same place of `theirs`; sheets are matched by name. */
export function compareFormulas(ours: WorkbookData, theirs: WorkbookData): Comparison {
  const differences: Difference[] = [];
  let formulas = 0;
  for (const sheet of ours.sheets) {
    const other = theirs.sheets.find(({ name }) => name === sheet.name);
    for (const [key, cell] of sheet.cells) {
      if (cell.formula === undefined) continue;
      formulas += 1;
      const value = other?.cells.get(key)?.value;
      const isSame = other !== undefined && sameValue(cell.value, value ?? null);
      if (isSame) continue;
      const { formula, value: own } = cell;
      differences.push({ sheet: sheet.name, key, formula, ours: own, theirs: value });
    }
  }
  return { formulas, differences };
}

/** A difference in one line. */
export function describeDifference({ sheet, key, formula, ours, theirs }: Difference): string {
  const address = cellAddress(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS);
  const shown = (value: CellScalar | undefined): string =>
    typeof value === "object" && value !== null ? value.error : value === undefined ? "no cell" : JSON.stringify(value);
  return `${sheet}!${address}: ours ${shown(ours)}, LibreOffice ${shown(theirs)}   ${formula}`;
}
