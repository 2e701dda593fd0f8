/**
 * What the host asks of a spreadsheet engine: hold cells, calculate, tell values.
 * Nothing above this interface names Univer. Formulas arrive translated to plain A1
 * (structured references and table names already replaced by `structuredReferences.ts`).
 */
import type { Rect } from "../../src/core/model/a1";
import type { CellScalar } from "../model/types";

/**
 * What a cell is given: a literal (null clears), or a formula text that starts with "=", with its value where that is known
 * from an earlier calculation. `down`: the formula is written as it reads that many rows above the cell, so that all rows of a
 * table's column are given one text; its relative references move down with the cell.
 */
export type EngineInput =
  | { readonly literal: CellScalar }
  | { readonly formula: string; readonly down?: number | undefined; readonly value?: CellScalar | undefined };

export interface EngineName {
  readonly name: string;
  /** A1 with sheet, or a constant; starts with "=". */
  readonly formula: string;
}

export interface SheetEngine {
  /** `id` is ours and unique in the process. */
  addSheet(id: string, name: string, index: number): void;
  renameSheet(id: string, name: string): void;
  moveSheet(id: string, index: number): void;
  removeSheet(id: string): void;
  /**
   * `inputs[r][c]` belongs to the cell at (rect.row + r, rect.column + c); undefined leaves it. "calculated": all formulas come
   * with their values, and nothing that depends on these cells is calculated for them.
   */
  setCells(
    sheetId: string,
    rect: Rect,
    inputs: readonly (readonly (EngineInput | undefined)[])[],
    state?: "changed" | "calculated",
  ): void;
  /** Replaces all names. */
  setNames(names: readonly EngineName[]): void;
  /** Resolves when everything set before this call is calculated; rejects with EngineError when a value stays missing. */
  recalc(): Promise<void>;
  /** Value of one cell after the last recalc; dates are serials, errors are ErrorValue. */
  value(sheetId: string, row: number, column: number): CellScalar;
  /** Calculates formulas as if they stood in the given cells, without leaving anything behind. */
  evaluate(
    requests: readonly {
      readonly sheetId: string;
      readonly row: number;
      readonly column: number;
      readonly formula: string;
    }[],
  ): Promise<CellScalar[]>;
  dispose(): void;
}

/** A bug or a limit of the engine, never a person's mistake. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}
