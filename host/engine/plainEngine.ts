/** An engine that keeps what it is given and calculates nothing: every formula reads 0. For wide tests of what stands above it. */
import type { Rect } from "../../src/core/model/a1";
import type { CellScalar } from "../model/types";
import type { EngineInput, SheetEngine } from "./types";

export class PlainEngine implements SheetEngine {
  readonly #cells = new Map<string, Map<string, CellScalar>>();

  addSheet(id: string): void {
    this.#cells.set(id, new Map());
  }
  renameSheet(): void {}
  moveSheet(): void {}
  removeSheet(id: string): void {
    this.#cells.delete(id);
  }
  setCells(sheetId: string, rect: Rect, inputs: readonly (readonly (EngineInput | undefined)[])[]): void {
    const cells = this.#cells.get(sheetId);
    inputs.forEach((row, r) => {
      row.forEach((input, c) => {
        if (input !== undefined)
          cells?.set(`${rect.row + r}:${rect.column + c}`, "formula" in input ? (input.value ?? 0) : input.literal);
      });
    });
  }
  setNames(): void {}
  recalc(): Promise<void> {
    return Promise.resolve();
  }
  value(sheetId: string, row: number, column: number): CellScalar {
    return this.#cells.get(sheetId)?.get(`${row}:${column}`) ?? null;
  }
  evaluate(requests: readonly unknown[]): Promise<CellScalar[]> {
    return Promise.resolve(requests.map(() => 0));
  }
  dispose(): void {
    this.#cells.clear();
  }
}
