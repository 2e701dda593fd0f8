/** An engine that calculates nothing: it remembers what it was told and answers formulas from a list. */
import type { EngineInput, EngineName, SheetEngine } from "../../../host/engine/types";
import type { CellScalar } from "../../../host/model/types";
import type { Rect } from "../../../src/core/model/a1";

export class FakeEngine implements SheetEngine {
  readonly sheets: { id: string; name: string; cells: Map<string, EngineInput> }[] = [];
  names: readonly EngineName[] = [];
  /** Values of formulas by their translated text; 1 for any other. */
  readonly answers = new Map<string, CellScalar>();
  /** How often cells were sent, and how many. */
  blocks = 0;
  cellsSent = 0;

  addSheet(id: string, name: string, index: number): void {
    this.sheets.splice(index, 0, { id, name, cells: new Map() });
  }
  renameSheet(id: string, name: string): void {
    this.#sheet(id).name = name;
  }
  moveSheet(id: string, index: number): void {
    const sheet = this.#sheet(id);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(index, 0, sheet);
  }
  removeSheet(id: string): void {
    this.sheets.splice(this.sheets.indexOf(this.#sheet(id)), 1);
  }
  setCells(sheetId: string, rect: Rect, inputs: readonly (readonly (EngineInput | undefined)[])[]): void {
    this.blocks += 1;
    const { cells } = this.#sheet(sheetId);
    inputs.forEach((line, r) => {
      line.forEach((input, c) => {
        if (input === undefined) return;
        this.cellsSent += 1;
        const key = `${rect.row + r},${rect.column + c}`;
        if ("literal" in input && input.literal === null) cells.delete(key);
        else cells.set(key, input);
      });
    });
  }
  setNames(names: readonly EngineName[]): void {
    this.names = names;
  }
  recalc(): Promise<void> {
    return Promise.resolve();
  }
  value(sheetId: string, row: number, column: number): CellScalar {
    const input = this.#sheet(sheetId).cells.get(`${row},${column}`);
    if (input === undefined) return null;
    if ("literal" in input) return input.literal;
    return this.answers.has(input.formula) ? (this.answers.get(input.formula) ?? null) : 1;
  }
  /** The formula as the engine was told it. */
  formula(sheetName: string, row: number, column: number): string | undefined {
    const input = this.sheets.find(({ name }) => name === sheetName)?.cells.get(`${row},${column}`);
    return input && "formula" in input ? input.formula : undefined;
  }
  evaluate(): Promise<CellScalar[]> {
    return Promise.resolve([]);
  }
  dispose(): void {
    this.sheets.length = 0;
  }
  #sheet(id: string): FakeEngine["sheets"][number] {
    const found = this.sheets.find((sheet) => sheet.id === id);
    if (!found) throw new Error(`The engine was never told of sheet ${id}.`);
    return found;
  }
}
