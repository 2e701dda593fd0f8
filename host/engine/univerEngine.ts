/**
 * Univer behind the engine's interface, in Node and in the browser. Univer calculates (and, in the browser, draws);
 * it never decides: only calculations that we start are let through, and formulas are never shifted by it.
 */
import type { FormulaExecutedStateType } from "@univerjs/engine-formula";
import type { ICellData, ICommandInfo, IDisposable, Nullable, Univer, Workbook } from "@univerjs/core";
import { quoteSheetName, type Rect } from "../../src/core/model/a1";
import { joinTokens, tokenize } from "../../src/core/formulas/tokens";
import type { CellScalar, ErrorText } from "../model/types";
import { expandNames, namesIn } from "./definedNames";
import { dateFunctions } from "./univer/dateFunctions";
import { keepEmptyText } from "./univer/emptyText";
import { comparison } from "./univer/literalComparison";
import { EngineError, type EngineInput, type EngineName, type SheetEngine } from "./types";

export interface UniverApi {
  readonly core: typeof import("@univerjs/core");
  readonly formula: typeof import("@univerjs/engine-formula");
  readonly sheets: typeof import("@univerjs/sheets");
}

const UNITS = Symbol.for("evenhand.units");
/**
 * Ids are never used twice in a process: Univer keeps caches by id, and repeated ids gave silently wrong values. The count
 * stands with Univer itself: where several copies of this module share one Univer (test files of a worker), they go on counting.
 */
export function nextUnitId({ core }: Pick<UniverApi, "core">): string {
  const last: unknown = Reflect.get(core.Univer, UNITS);
  const next = typeof last === "number" ? last + 1 : 1;
  Reflect.set(core.Univer, UNITS, next);
  return `evenhand-${String(next)}`;
}

const SCRATCH = "scratch";
const SCRATCH_NAME = "(scratch)";
const ROWS = 1000;
const COLUMNS = 256;
const MOST_EXPANDED = 5000;
const LONGEST_CALCULATION_MS = 120_000;
const ERRORS: readonly string[] = [
  "#N/A",
  "#DIV/0!",
  "#VALUE!",
  "#NAME?",
  "#REF!",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
];
const isErrorText = (text: string): text is ErrorText => ERRORS.includes(text);
/** What a formula cell holds until it is calculated: a cell that still holds it was left out. */
const PENDING = "…\u200b";
/** Functions that cannot be calculated here: IMAGE would end the process. */
const REFUSED = new Set(["IMAGE"]);
const MAY_BE_REFUSED = new RegExp(`(?:${[...REFUSED].join("|")})\\(`, "i");

interface DirtyRange {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  };
}
/** Stands between a formula and the number of rows that it was moved down: see `EngineInput` and univer/quicker.mjs. */
const DOWN = "\u0001";
/** A formula as it was given, names not yet replaced. */
interface GivenFormula {
  readonly formula: string;
  readonly down: number;
}
interface SheetState {
  name: string;
  rows: number;
  columns: number;
  /** By row:column. */
  readonly formulas: Map<string, GivenFormula>;
}

export class UniverEngine implements SheetEngine {
  readonly unitId: string;
  readonly univer: Univer;
  readonly #api: UniverApi;
  readonly #workbook: Workbook;
  readonly #sheets = new Map<string, SheetState>();
  readonly #listeners: IDisposable[] = [];
  /** How often a sheet of this id was added. */
  readonly #lives = new Map<string, number>();
  /** By lower-case name. */
  #names = new Map<string, string>();
  /** Formulas with their names replaced, for as long as no name changes. */
  readonly #withoutNames = new Map<string, string>();
  #dirty: DirtyRange[] = [];
  #recalculateAll = false;
  /** True while a calculation of ours is being started: all others are turned away. */
  #starting = false;
  #running: Promise<void> = Promise.resolve();
  #evaluating: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(api: UniverApi, univer: Univer, unitId: string) {
    this.#api = api;
    keepEmptyText(api.formula);
    this.univer = univer;
    this.unitId = unitId;
    this.#workbook = univer.createUnit<object, Workbook>(api.core.UniverInstanceType.UNIVER_SHEET, {
      id: unitId,
      name: unitId,
      sheetOrder: [this.#inner(SCRATCH)],
      sheets: {
        [this.#inner(SCRATCH)]: { ...this.#snapshot(SCRATCH, SCRATCH_NAME), hidden: api.core.BooleanNumber.TRUE },
      },
    });
    this.#sheets.set(SCRATCH, { name: SCRATCH_NAME, rows: ROWS, columns: COLUMNS, formulas: new Map() });
    this.#listeners.push(
      this.#commands.beforeCommandExecuted((command) => {
        this.#turnAway(command);
      }),
    );
    const functions = univer.__getInjector().get(api.formula.IFunctionService);
    functions.registerExecutors(...dateFunctions(api.formula), comparison(api.formula));
  }

  /** Univer's id of one of our sheets; the browser's grid needs it. */
  innerId(sheetId: string): string {
    return this.#inner(sheetId);
  }

  /** Our id of a sheet of Univer's, or undefined for the scratch sheet. */
  outerId(innerId: string): string | undefined {
    return [...this.#sheets.keys()].find((id) => id !== SCRATCH && this.#inner(id) === innerId);
  }

  addSheet(id: string, name: string, index: number): void {
    this.#lives.set(id, (this.#lives.get(id) ?? 0) + 1);
    this.#sheets.set(id, { name, rows: ROWS, columns: COLUMNS, formulas: new Map() });
    this.#run(this.#api.sheets.InsertSheetMutation.id, { unitId: this.unitId, index, sheet: this.#snapshot(id, name) });
    // A formula that was there before its sheet has to find it; others are not touched by a sheet that comes.
    if (this.#isMentioned(name)) this.#recalculateAll = true;
  }

  #isMentioned(sheetName: string): boolean {
    const wanted = sheetName.replaceAll("'", "''").toLowerCase();
    const names = (formula: string): boolean => formula.toLowerCase().includes(wanted);
    return (
      [...this.#names.values()].some(names) ||
      [...this.#sheets.values()].some(({ formulas }) => [...formulas.values()].some(({ formula }) => names(formula)))
    );
  }

  renameSheet(id: string, name: string): void {
    this.#state(id).name = name;
    this.#run(this.#api.sheets.SetWorksheetNameMutation.id, { unitId: this.unitId, subUnitId: this.#inner(id), name });
    this.#recalculateAll = true;
  }

  moveSheet(id: string, index: number): void {
    const order = this.#workbook.getSheetOrders();
    const fromOrder = order.indexOf(this.#inner(id));
    this.#run(this.#api.sheets.SetWorksheetOrderMutation.id, {
      unitId: this.unitId,
      subUnitId: this.#inner(id),
      fromOrder,
      toOrder: index,
    });
  }

  removeSheet(id: string): void {
    this.#run(this.#api.sheets.RemoveSheetMutation.id, {
      unitId: this.unitId,
      subUnitId: this.#inner(id),
      subUnitName: this.#state(id).name,
    });
    this.#sheets.delete(id);
    const gone = this.#inner(id);
    this.#dirty = this.#dirty.filter((range) => range.sheetId !== gone);
    this.#recalculateAll = true;
  }

  setCells(
    sheetId: string,
    rect: Rect,
    inputs: readonly (readonly (EngineInput | undefined)[])[],
    given: "changed" | "calculated" = "changed",
  ): void {
    const state = this.#state(sheetId);
    this.#makeRoom(sheetId, rect);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const replaced: { readonly row: number; readonly column: number }[] = [];
    inputs.forEach((row, r) => {
      const cells: Record<number, ICellData> = {};
      row.forEach((input, c) => {
        if (input === undefined) return;
        const key = `${String(rect.row + r)}:${String(rect.column + c)}`;
        if (state.formulas.has(key)) replaced.push({ row: rect.row + r, column: rect.column + c });
        if ("formula" in input && !usesRefused(input.formula)) {
          const given = { formula: input.formula, down: input.down ?? 0 };
          state.formulas.set(key, given);
          cells[rect.column + c] = this.#formula(given, input.value);
        } else {
          state.formulas.delete(key);
          cells[rect.column + c] = this.#literal("formula" in input ? { error: "#NAME?" } : input.literal);
        }
      });
      cellValue[rect.row + r] = cells;
    });
    this.#run(this.#api.sheets.SetRangeValuesMutation.id, {
      unitId: this.unitId,
      subUnitId: this.#inner(sheetId),
      cellValue,
    });
    this.#forget(sheetId, replaced);
    if (given === "changed") this.#dirty.push(this.#dirtyRange(sheetId, rect));
  }

  /**
   * What a formula depended on goes with it. Univer does that only for edits of a person; left to itself it searches for
   * the lost formula with every calculation and reports "Dependency tree not found".
   */
  #forget(sheetId: string, cells: readonly { readonly row: number; readonly column: number }[]): void {
    if (cells.length === 0) return;
    const known = this.univer.__getInjector().get(this.#api.formula.IDependencyManagerService);
    for (const { row, column } of cells) known.removeFormulaDependency(this.unitId, this.#inner(sheetId), row, column);
  }

  setNames(names: readonly EngineName[]): void {
    const before = this.#names;
    this.#names = new Map(names.map((name) => [name.name.toLowerCase(), name.formula]));
    const changed = new Set(
      [...before.keys(), ...this.#names.keys()].filter((name) => before.get(name) !== this.#names.get(name)),
    );
    if (changed.size === 0) return;
    this.#withoutNames.clear();
    // A name that another one mentions counts as changed with it.
    for (let grown = -1; grown !== changed.size;) {
      grown = changed.size;
      for (const [name, formula] of this.#names)
        if ([...namesIn(formula)].some((inner) => changed.has(inner))) changed.add(name);
    }
    for (const [id, { formulas }] of this.#sheets) this.#resend(id, formulas, changed);
  }

  recalc(): Promise<void> {
    const run = this.#running.then(() => this.#calculate());
    this.#running = run.catch(() => undefined);
    return run;
  }

  value(sheetId: string, row: number, column: number): CellScalar {
    const cell = this.#workbook.getSheetBySheetId(this.#inner(sheetId))?.getCellRaw(row, column);
    return this.#scalar(cell, this.#sheets.get(sheetId)?.formulas.has(`${String(row)}:${String(column)}`) ?? false);
  }

  evaluate(requests: readonly EvaluateRequest[]): Promise<CellScalar[]> {
    // One after the other: all of them stand on the one scratch sheet.
    const run = this.#evaluating.then(() => this.#evaluate(requests));
    this.#evaluating = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  async #evaluate(requests: readonly EvaluateRequest[]): Promise<CellScalar[]> {
    const results: CellScalar[] = [];
    // Requests for the same cell cannot stand on the scratch sheet at once.
    for (const wave of wavesOf(requests)) {
      for (const { request } of wave)
        this.setCells(SCRATCH, cellRect(request), [
          [{ formula: qualified(request.formula, this.#state(request.sheetId).name) }],
        ]);
      await this.recalc();
      for (const { request, index } of wave) results[index] = this.value(SCRATCH, request.row, request.column);
      for (const { request } of wave) this.setCells(SCRATCH, cellRect(request), [[{ literal: null }]]);
    }
    if (requests.length > 0) await this.recalc();
    return results;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const listener of this.#listeners) listener.dispose();
    // A timer of Univer's may still ask for words a second later, when its word list is gone.
    const words: { t: unknown } = this.univer.__getInjector().get(this.#api.core.LocaleService);
    words.t = (key: string): string => key;
    // A calculation that still runs must end first: Univer's services are gone afterwards.
    void this.#running.finally(() =>
      setTimeout(() => {
        // What Univer keeps by unit goes only with the unit.
        this.univer.__getInjector().get(this.#api.core.IUniverInstanceService).disposeUnit(this.unitId);
        this.univer.dispose();
      }, 0),
    );
  }

  get #commands(): import("@univerjs/core").ICommandService {
    return this.univer.__getInjector().get(this.#api.core.ICommandService);
  }

  /** A sheet that comes back (undo) gets another id than the one that was removed: Univer keeps things of the old one. */
  #inner(id: string): string {
    const life = this.#lives.get(id) ?? 1;
    return life === 1 ? `${this.unitId}/${id}` : `${this.unitId}/${id}/${String(life)}`;
  }

  #state(id: string): SheetState {
    const state = this.#sheets.get(id);
    if (state === undefined) throw new EngineError(`no sheet ${id}`);
    return state;
  }

  #snapshot(id: string, name: string): ReturnType<UniverApi["core"]["mergeWorksheetSnapshotWithDefault"]> {
    return this.#api.core.mergeWorksheetSnapshotWithDefault({
      id: this.#inner(id),
      name,
      rowCount: ROWS,
      columnCount: COLUMNS,
      cellData: {},
    });
  }

  #run(id: string, params: object): void {
    if (this.#disposed) throw new EngineError("the engine was disposed of");
    this.#commands.syncExecuteCommand(id, params, { onlyLocal: true, fromFormula: true });
  }

  #makeRoom(sheetId: string, rect: Rect): void {
    const state = this.#state(sheetId);
    const target = { unitId: this.unitId, subUnitId: this.#inner(sheetId) };
    // What depends on whole rows or columns is entered with the size that the sheet has at that time.
    if (rect.row + rect.rows > state.rows || rect.column + rect.columns > state.columns) this.#recalculateAll = true;
    if (rect.row + rect.rows > state.rows) {
      state.rows = Math.max(rect.row + rect.rows, state.rows * 2);
      this.#run(this.#api.sheets.SetWorksheetRowCountMutation.id, { ...target, rowCount: state.rows });
    }
    if (rect.column + rect.columns > state.columns) {
      state.columns = rect.column + rect.columns + 20;
      this.#run(this.#api.sheets.SetWorksheetColumnCountMutation.id, { ...target, columnCount: state.columns });
    }
  }

  #dirtyRange(sheetId: string, rect: Rect): DirtyRange {
    return {
      unitId: this.unitId,
      sheetId: this.#inner(sheetId),
      range: {
        startRow: rect.row,
        endRow: rect.row + rect.rows - 1,
        startColumn: rect.column,
        endColumn: rect.column + rect.columns - 1,
      },
    };
  }

  #formula({ formula, down }: GivenFormula, known?: CellScalar): ICellData {
    const { v, t } = known === undefined || known === null ? this.#literal(PENDING) : this.#literal(known);
    const expanded = this.#expanded(formula);
    return { f: down === 0 ? expanded : `${expanded}${DOWN}${String(down)}`, v, t, si: null, p: null };
  }

  #expanded(formula: string): string {
    let known = this.#withoutNames.get(formula);
    if (known === undefined) {
      if (this.#withoutNames.size >= MOST_EXPANDED) this.#withoutNames.clear();
      known = expandNames(formula, this.#names);
      this.#withoutNames.set(formula, known);
    }
    return known;
  }

  /** Gives the engine those formulas again that mention a changed name. */
  #resend(sheetId: string, formulas: ReadonlyMap<string, GivenFormula>, changed: ReadonlySet<string>): void {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const replaced: { readonly row: number; readonly column: number }[] = [];
    for (const [key, given] of formulas) {
      if (![...namesIn(given.formula)].some((name) => changed.has(name))) continue;
      const [row = 0, column = 0] = key.split(":").map(Number);
      (cellValue[row] ??= {})[column] = this.#formula(given);
      replaced.push({ row, column });
      this.#dirty.push(this.#dirtyRange(sheetId, cellRect({ row, column })));
    }
    if (replaced.length === 0) return;
    this.#run(this.#api.sheets.SetRangeValuesMutation.id, {
      unitId: this.unitId,
      subUnitId: this.#inner(sheetId),
      cellValue,
    });
    this.#forget(sheetId, replaced);
  }

  #literal(value: CellScalar): ICellData {
    const { CellValueType } = this.#api.core;
    const rest = { f: null, si: null, p: null };
    if (value === null) return { ...rest, v: null, t: null };
    if (typeof value === "number") return { ...rest, v: value, t: CellValueType.NUMBER };
    if (typeof value === "boolean") return { ...rest, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    if (typeof value === "string") return { ...rest, v: value, t: CellValueType.STRING };
    return { ...rest, v: value.error, t: CellValueType.STRING };
  }

  #scalar(cell: Nullable<ICellData>, isFormula: boolean): CellScalar {
    if (!cell) return null;
    // A formula that refers to an empty cell through IF or IFERROR gets no value from Univer; in Excel it is 0.
    if (isFormula && (cell.v === null || cell.v === undefined) && !cell.p) return 0;
    // HYPERLINK leaves its text in the cell's rich text.
    const rich = isFormula ? cell.p?.body?.dataStream.replace(/\r?\n?$/, "") : undefined;
    const raw = rich ?? cell.v;
    if (raw === null || raw === undefined) return null;
    if (cell.t === this.#api.core.CellValueType.BOOLEAN) return raw === 1 || raw === true || raw === "TRUE";
    if (typeof raw === "string" && isErrorText(raw)) return { error: raw };
    if (raw === "" && !isFormula) return null;
    return raw;
  }

  /**
   * Lets only our own calculations start, and none be stopped: Univer stops a calculation when it sees another change coming,
   * and then starts one of its own. A refusal of this kind is how Univer lets a command be stopped.
   */
  #turnAway(command: Readonly<ICommandInfo>): void {
    if (command.id === this.#api.formula.SetFormulaCalculationStopMutation.id)
      throw new this.#api.core.CustomCommandExecutionError("a calculation runs to its end");
    const starts: readonly string[] = [
      this.#api.formula.SetFormulaCalculationStartMutation.id,
      this.#api.formula.SetTriggerFormulaCalculationStartMutation.id,
    ];
    if (starts.includes(command.id) && !this.#starting)
      throw new this.#api.core.CustomCommandExecutionError("calculation is ours to start");
  }

  async #calculate(): Promise<void> {
    if (this.#disposed || (this.#dirty.length === 0 && !this.#recalculateAll)) return;
    const dirtyRanges = this.#dirty;
    const forceCalculation = this.#recalculateAll;
    this.#dirty = [];
    this.#recalculateAll = false;
    await this.#waitForCalculation(dirtyRanges, forceCalculation);
    this.#checkResults();
  }

  #waitForCalculation(dirtyRanges: readonly DirtyRange[], forceCalculation: boolean): Promise<void> {
    const { SetFormulaCalculationNotificationMutation, SetFormulaCalculationStartMutation } = this.#api.formula;
    const { STOP_EXECUTION } = this.#api.formula.FormulaExecutedStateType;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listener.dispose();
        reject(new EngineError(`a calculation did not end within ${String(LONGEST_CALCULATION_MS / 1000)} s`));
      }, LONGEST_CALCULATION_MS);
      const listener = this.#commands.onCommandExecuted((command) => {
        if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
        const { functionsExecutedState } = command.params as { functionsExecutedState?: FormulaExecutedStateType };
        if (functionsExecutedState === undefined) return;
        clearTimeout(timer);
        listener.dispose();
        if (functionsExecutedState === STOP_EXECUTION)
          reject(new EngineError("a calculation was stopped before its end"));
        else resolve();
      });
      const params = {
        dirtyRanges,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
        forceCalculation,
      };
      this.#starting = true;
      this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
      this.#starting = false;
    });
  }

  /**
   * Every formula cell has a value, and no formula of known functions and names reads #NAME?. What was put while the
   * calculation ran waits for the next one.
   */
  #checkResults(): void {
    if (this.#recalculateAll) return;
    const unexplained: string[] = [];
    let explained = false;
    for (const [id, { formulas, name }] of this.#sheets) {
      const sheet = this.#workbook.getSheetBySheetId(this.#inner(id));
      const waiting = this.#dirty.filter(({ sheetId }) => sheetId === this.#inner(id));
      for (const [key, { formula }] of formulas) {
        const [row = 0, column = 0] = key.split(":").map(Number);
        if (waiting.some(({ range }) => isIn(range, row, column))) continue;
        const cell = sheet?.getCellRaw(row, column);
        const value = this.#scalar(cell, true);
        if (!cell || value === null || (cell.v === PENDING && !cell.p))
          throw new EngineError(`no value for ${formula} in ${name} ${key}`);
        if (typeof value === "object" && value.error === "#NAME?") {
          if (this.#knowsAllNames(formula)) unexplained.push(`${formula} in ${name} ${key}`);
          else explained = true;
        }
      }
    }
    const [first] = unexplained;
    if (first !== undefined && !explained) throw new EngineError(`#NAME? without reason: ${first}`);
  }

  #knowsAllNames(formula: string): boolean {
    const functions = this.univer.__getInjector().get(this.#api.formula.IFunctionService);
    return tokenize(formula).every((token) => {
      if (token.kind === "function") return functions.hasExecutor(token.text.toUpperCase());
      if (token.kind === "error") return token.text.toUpperCase() !== "#NAME?";
      return token.kind !== "name" || this.#names.has(token.text.toLowerCase());
    });
  }
}

const usesRefused = (formula: string): boolean =>
  MAY_BE_REFUSED.test(formula) &&
  tokenize(formula).some((token) => token.kind === "function" && REFUSED.has(token.text.toUpperCase()));

const isIn = (
  { startRow, endRow, startColumn, endColumn }: DirtyRange["range"],
  row: number,
  column: number,
): boolean => row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;

const cellRect = (at: { readonly row: number; readonly column: number }): Rect => ({
  row: at.row,
  column: at.column,
  rows: 1,
  columns: 1,
});

/** Puts the sheet's name before references that name none, so that a formula may stand on another sheet. */
function qualified(formula: string, sheetName: string): string {
  const tokens = tokenize(formula);
  return joinTokens(
    tokens.map((token, i) => {
      const before = tokens[i - 1];
      const second = before?.kind === "operator" && before.text === ":" && tokens[i - 2]?.kind === "reference";
      return token.kind === "reference" && before?.kind !== "sheet" && !second
        ? { text: `${quoteSheetName(sheetName)}!${token.text}` }
        : token;
    }),
  );
}

type EvaluateRequest = Parameters<SheetEngine["evaluate"]>[0][number];

/** Splits requests so that no two of a wave stand in the same cell. */
function wavesOf(
  requests: readonly EvaluateRequest[],
): { readonly request: EvaluateRequest; readonly index: number }[][] {
  const waves: {
    readonly taken: Set<string>;
    readonly items: { readonly request: EvaluateRequest; readonly index: number }[];
  }[] = [];
  requests.forEach((request, index) => {
    const key = `${String(request.row)}:${String(request.column)}`;
    let wave = waves.find(({ taken }) => !taken.has(key));
    if (wave === undefined) {
      wave = { taken: new Set(), items: [] };
      waves.push(wave);
    }
    wave.taken.add(key);
    wave.items.push({ request, index });
  });
  return waves.map(({ items }) => items);
}
