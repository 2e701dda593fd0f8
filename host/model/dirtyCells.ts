/** Which cells the engine has not been told about: single cells, whole sheets, or everything (after a rename). */
import type { CellKey } from "./types";

export class DirtyCells {
  #cells = new Map<string, Set<CellKey>>();
  #sheets = new Set<string>();
  #all = false;
  #names = false;
  #any = false;

  get any(): boolean {
    return this.#any;
  }
  get all(): boolean {
    return this.#all;
  }
  get names(): boolean {
    return this.#names || this.#all;
  }
  cell(sheetId: string, key: CellKey): void {
    this.#any = true;
    const known = this.#cells.get(sheetId);
    if (known) known.add(key);
    else this.#cells.set(sheetId, new Set([key]));
  }
  sheet(sheetId: string): void {
    this.#any = true;
    this.#sheets.add(sheetId);
  }
  /** Formula texts or what they mean may have changed anywhere. */
  everything(): void {
    this.#any = true;
    this.#all = true;
  }
  definedNames(): void {
    this.#any = true;
    this.#names = true;
  }
  isWhole(sheetId: string): boolean {
    return this.#all || this.#sheets.has(sheetId);
  }
  keys(sheetId: string): ReadonlySet<CellKey> {
    return this.#cells.get(sheetId) ?? new Set();
  }
  clear(): void {
    this.#cells = new Map();
    this.#sheets = new Set();
    this.#all = false;
    this.#names = false;
    this.#any = false;
  }
}
