/**
 * Keeps a SheetEngine in step with the model: tells it sheets, names and changed cells in few blocks, has it calculate,
 * and brings the values back. What was sent is remembered, so that "everything may have changed" costs only the differences.
 */
import type { Rect } from "../../src/core/model/a1";
import { joinTokens } from "../../src/core/formulas/tokens";
import { bodyRows, isSameInAllRows, translateStructuredReferences } from "../engine/structuredReferences";
import type { TableLookup } from "../engine/structuredReferences";
import type { EngineInput, SheetEngine } from "../engine/types";
import { columnOf, contains, isError, keyOf, rowOf } from "./cellStore";
import { sheetOfToken, tokensOf } from "./formulaReferences";
import { ModelState, type TablePlace } from "./modelState";
import type { Cell, CellKey, NameData, SheetData, WorkbookData } from "./types";

interface SentSheet {
  name: string;
  /** A formula's translated text, or a literal marked by its type. */
  readonly cells: Map<CellKey, string>;
}

/** One string per input, equal exactly when the engine would be told the same. */
function signature(input: EngineInput): string {
  if ("formula" in input) return `f${input.formula}${input.down === undefined ? "" : `\u0001${String(input.down)}`}`;
  const { literal } = input;
  return isError(literal) ? `e${literal.error}` : `${typeof literal}:${String(literal)}`;
}

export class EngineFeed {
  readonly #sent = new Map<string, SentSheet>();
  #order: string[] = [];
  #scopedNames: readonly NameData[] = [];
  #lookup: TableLookup;
  /** By table and formula: a column's formula as it reads in the first row, or null where it reads differently further down. */
  readonly #columns = new Map<string, string | null>();

  constructor(
    private state: ModelState,
    private readonly engine: SheetEngine,
    /** What the workbook began as, calculated and not to be changed; null when all is still to be calculated. */
    private calculated: WorkbookData | null = null,
  ) {
    this.#lookup = this.#indexTables();
  }

  /**
   * Gives the engine the workbook that the present one began as, with its values: only what was changed since is calculated.
   * It is put in the place of the present one for as long as that takes.
   */
  #takeOver(calculated: WorkbookData): void {
    const now = this.state;
    this.state = new ModelState(calculated, now.thisYear);
    this.state.dirty.everything();
    this.#push("calculated");
    this.state = now;
  }

  /** Sends what is dirty, calculates, and stores the values of formula cells. */
  async recalc(): Promise<void> {
    if (this.calculated !== null) {
      if (!this.state.dirty.any) return;
      this.#takeOver(this.calculated);
      this.calculated = null;
    }
    this.#push("changed");
    try {
      await this.engine.recalc();
    } catch (error) {
      // The values are not there: whoever asks next tries again.
      this.state.dirty.everything();
      throw error;
    }
    this.#pull();
  }

  #push(given: "changed" | "calculated"): void {
    const { dirty, data } = this.state;
    this.#lookup = this.#indexTables();
    this.#columns.clear();
    this.#scopedNames = data.names.filter(({ scope }) => scope !== null);
    this.#pushSheets();
    if (dirty.names) this.#pushNames();
    for (const sheet of data.sheets) this.#pushCells(sheet, given);
    dirty.clear();
  }

  #pushSheets(): void {
    const { sheets } = this.state.data;
    const alive = new Set(sheets.map(({ id }) => id));
    for (const [id] of this.#sent) {
      if (alive.has(id)) continue;
      this.engine.removeSheet(id);
      this.#sent.delete(id);
      this.#order = this.#order.filter((known) => known !== id);
    }
    sheets.forEach((sheet, index) => {
      const sent = this.#sent.get(sheet.id);
      if (!sent) {
        this.engine.addSheet(sheet.id, sheet.name, index);
        this.#sent.set(sheet.id, { name: sheet.name, cells: new Map() });
        this.#order.splice(index, 0, sheet.id);
        this.state.dirty.sheet(sheet.id);
        return;
      }
      if (sent.name !== sheet.name) {
        this.engine.renameSheet(sheet.id, sheet.name);
        sent.name = sheet.name;
      }
      if (this.#order[index] === sheet.id) return;
      this.engine.moveSheet(sheet.id, index);
      this.#order = this.#order.filter((known) => known !== sheet.id);
      this.#order.splice(index, 0, sheet.id);
    });
  }

  #pushNames(): void {
    this.engine.setNames(
      this.state.data.names.map((name) => ({
        name: name.scope === null ? name.name : this.#scopedAlias(name),
        formula: this.#translate(name.formula, name.scope, null),
      })),
    );
  }

  #pushCells(sheet: SheetData, given: "changed" | "calculated"): void {
    const sent = this.#sent.get(sheet.id)?.cells;
    if (!sent) return;
    const { dirty } = this.state;
    const keys = dirty.isWhole(sheet.id) ? new Set([...sheet.cells.keys(), ...sent.keys()]) : dirty.keys(sheet.id);
    const changed: (readonly [CellKey, EngineInput])[] = [];
    for (const key of keys) {
      const cell = sheet.cells.get(key);
      const input = this.#input(sheet, key, cell);
      const mark = signature(input);
      const before = sent.get(key) ?? "object:null";
      if (mark === before) continue;
      if (mark === "object:null") sent.delete(key);
      else sent.set(key, mark);
      changed.push([key, given === "calculated" && "formula" in input ? { ...input, value: cell?.value } : input]);
    }
    for (const block of blocksOf(changed)) this.engine.setCells(sheet.id, block.rect, block.inputs, given);
  }

  #input(sheet: SheetData, key: CellKey, cell: Cell | undefined): EngineInput {
    if (cell?.formula === undefined) return { literal: cell?.value ?? null };
    return (
      this.#columnFormula(cell.formula, sheet.id, key) ?? { formula: this.#translate(cell.formula, sheet.id, key) }
    );
  }

  /** A formula that says the same in all rows of its table is translated once, and parsed once by the engine. */
  #columnFormula(formula: string, sheetId: string, key: CellKey): EngineInput | null {
    const [row, column] = [rowOf(key), columnOf(key)];
    const table = this.#lookup.around(sheetId, row, column)?.table;
    if (table === undefined) return null;
    const [first, last] = bodyRows(table);
    if (row < first || row > last) return null;
    const at = `${table.id}\u0001${formula}`;
    let known = this.#columns.get(at);
    if (known === undefined) {
      known = isSameInAllRows(formula, table) ? this.#translate(formula, sheetId, keyOf(first, column)) : null;
      this.#columns.set(at, known);
    }
    return known === null ? null : { formula: known, down: row - first };
  }

  /** Names of a sheet's own go to the engine, which knows workbook names only, under an alias. */
  #scopedAlias(name: NameData): string {
    const index = this.state.data.sheets.findIndex(({ id }) => id === name.scope);
    return `eh_scope_${index}_${name.name}`;
  }

  #translate(formula: string, sheetId: string | null, key: CellKey | null): string {
    const place = sheetId === null || key === null ? null : { sheetId, row: rowOf(key), column: columnOf(key) };
    const plain = translateStructuredReferences(formula, place, this.#lookup);
    return withPlainErrors(this.#scopedNames.length === 0 ? plain : this.#withAliases(plain, sheetId));
  }

  #withAliases(formula: string, sheetId: string | null): string {
    const tokens = tokensOf(formula);
    const out: string[] = [];
    tokens.forEach((token, i) => {
      const before = tokens[i - 1];
      const named = before?.kind === "sheet" ? this.state.sheet(sheetOfToken(before.text) ?? "")?.id : sheetId;
      const scoped =
        token.kind === "name" &&
        this.#scopedNames.find(({ name, scope }) => scope === named && name.toLowerCase() === token.text.toLowerCase());
      if (!scoped) {
        out.push(token.text);
        return;
      }
      if (before?.kind === "sheet") out.pop();
      out.push(this.#scopedAlias(scoped));
    });
    return out.join("");
  }

  #indexTables(): TableLookup {
    const byName = new Map<string, TablePlace>();
    const bySheet = new Map<string, TablePlace[]>();
    for (const sheet of this.state.data.sheets) {
      const places = sheet.tables.map((table) => ({ sheet, table }));
      bySheet.set(sheet.id, places);
      for (const place of places) byName.set(place.table.name.toLowerCase(), place);
    }
    return {
      byName: (name) => byName.get(name.toLowerCase()),
      around: (sheetId, row, column) => bySheet.get(sheetId)?.find(({ table }) => contains(table.rect, row, column)),
    };
  }

  #pull(): void {
    const calculated: string[] = [];
    for (const sheet of this.state.data.sheets) {
      // A sheet that came while the engine calculated is told and read the next time.
      if (!this.#sent.has(sheet.id)) continue;
      let any = false;
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === undefined) continue;
        any = true;
        // Excel shows 0 for a formula that refers to an empty cell.
        cell.value = this.engine.value(sheet.id, rowOf(key), columnOf(key)) ?? 0;
      }
      if (any) calculated.push(sheet.id);
    }
    this.state.emit({ kind: "calculated", sheets: calculated });
  }
}

/** "Sheet1!#REF!" and "#REF!A1:B2" (a deleted cell, a deleted sheet) as the plain error that every engine reads. */
function withPlainErrors(formula: string): string {
  if (!formula.includes("#REF!")) return formula;
  const tokens = tokensOf(formula);
  return joinTokens(
    tokens.filter((token, i) => {
      if (token.kind === "sheet" && tokens[i + 1]?.text === "#REF!") return false;
      const afterLost = (at: number): boolean =>
        (tokens[at]?.kind === "reference" || tokens[at]?.kind === "name") && tokens[at - 1]?.text === "#REF!";
      if (afterLost(i)) return false;
      if (token.text === ":" && afterLost(i - 1)) return false;
      return !(token.kind === "reference" && tokens[i - 1]?.text === ":" && afterLost(i - 2));
    }),
  );
}

interface Block {
  readonly rect: Rect;
  readonly inputs: (EngineInput | undefined)[][];
}

/** Changed cells gathered into rectangles: neighbouring rows join while the rectangle stays at least a quarter full. */
function blocksOf(changed: readonly (readonly [CellKey, EngineInput])[]): Block[] {
  const sorted = [...changed].sort(([a], [b]) => a - b);
  const groups: { keys: (readonly [CellKey, EngineInput])[]; rect: Rect }[] = [];
  for (const entry of sorted) {
    const row = rowOf(entry[0]);
    const column = columnOf(entry[0]);
    const open = groups.at(-1);
    const joined = open && around(open.rect, row, column);
    if (open && joined && joined.rows * joined.columns <= 4 * (open.keys.length + 1) + 64) {
      open.keys.push(entry);
      open.rect = joined;
    } else groups.push({ keys: [entry], rect: { row, column, rows: 1, columns: 1 } });
  }
  return groups.map(({ keys, rect }) => {
    const inputs: (EngineInput | undefined)[][] = Array.from({ length: rect.rows }, () =>
      new Array<EngineInput | undefined>(rect.columns).fill(undefined),
    );
    for (const [key, input] of keys) {
      const line = inputs[rowOf(key) - rect.row];
      if (line) line[columnOf(key) - rect.column] = input;
    }
    return { rect, inputs };
  });
}

function around(rect: Rect, row: number, column: number): Rect {
  const top = Math.min(rect.row, row);
  const left = Math.min(rect.column, column);
  return {
    row: top,
    column: left,
    rows: Math.max(rect.row + rect.rows, row + 1) - top,
    columns: Math.max(rect.column + rect.columns, column + 1) - left,
  };
}
