/** Typing into cells, filling and clearing them. */
import type { Rect } from "../../src/core/model/a1";
import { HostError } from "./api";
import {
  cellFor,
  columnOf,
  contains,
  dropIfBlank,
  emptyCell,
  formatAt,
  isBlank,
  keyOf,
  keysIn,
  patchedFormat,
  rowOf,
} from "./cellStore";
import { movedFormula } from "./formulaReferences";
import { clearFormats } from "./formatCells";
import type { ModelState } from "./modelState";
import { isLocked } from "./modelState";
import { parseInput } from "./parseInput";
import type { ParsedInput } from "./parseInput";
import { accessDenied, requireShape } from "./refusals";
import { afterTyping, plannedGrowth } from "./tableGrowth";
import { acceptHeaders } from "./tableHeaders";
import { cutConditionalFormats, cutValidations } from "./ruleRanges";
import type { CellScalar, SheetData } from "./types";

export type Input = string | number | boolean | null;
interface Write {
  readonly row: number;
  readonly column: number;
  readonly parsed: ParsedInput;
}

/** Excel's limit of cells in one operation of an add-in. */
const MAX_CELLS = 5_000_000;

/** Puts a parsed input into a cell without asking anything. */
export function store(state: ModelState, sheet: SheetData, row: number, column: number, parsed: ParsedInput): void {
  const key = keyOf(row, column);
  if (parsed.value === null && parsed.formula === undefined) {
    const cell = sheet.cells.get(key);
    if (!cell) return;
    emptyCell(cell);
    dropIfBlank(sheet, row, column);
  } else {
    const cell = cellFor(sheet, row, column);
    emptyCell(cell);
    cell.value = parsed.value;
    if (parsed.formula !== undefined) cell.formula = parsed.formula;
    if (parsed.forcedText === true) cell.forcedText = true;
    if (parsed.numberFormat !== undefined)
      cell.format = patchedFormat(cell.format, { numberFormat: parsed.numberFormat });
  }
  state.dirty.cell(sheet.id, key);
}

/** Reads one input as if typed into the cell. */
export function parseAt(
  state: ModelState,
  sheet: SheetData,
  row: number,
  column: number,
  input: string | number | boolean,
): ParsedInput {
  return parseInput(input, {
    numberFormat: formatAt(sheet, row, column).numberFormat ?? "General",
    date1904: state.data.date1904,
    thisYear: state.thisYear,
    percentEntry: state.origin === "user",
  });
}

/** The part of a merged area that can hold nothing: all but its top left cell. */
function isCovered(sheet: SheetData, row: number, column: number): boolean {
  return sheet.merges.some((merge) => contains(merge, row, column) && (merge.row !== row || merge.column !== column));
}

function parsedWrites(state: ModelState, sheet: SheetData, rect: Rect, inputs: readonly (readonly Input[])[]): Write[] {
  const writes: Write[] = [];
  inputs.forEach((line, r) => {
    line.forEach((input, c) => {
      if (input === null) return;
      const row = rect.row + r;
      const column = rect.column + c;
      if (sheet.merges.length > 0 && isCovered(sheet, row, column)) return;
      writes.push({ row, column, parsed: parseAt(state, sheet, row, column, input) });
    });
  });
  return writes;
}

/**
 * Types a grid of inputs. Everything is read and checked before the first cell changes.
 * Throws InvalidArgument (shape, formula), AccessDenied (locked cell of a protected sheet).
 */
export function setInputs(
  state: ModelState,
  sheet: SheetData,
  rect: Rect,
  inputs: readonly (readonly Input[])[],
): void {
  requireShape(rect, inputs);
  const writes = parsedWrites(state, sheet, rect, inputs);
  if (sheet.protection !== null && writes.some(({ row, column }) => isLocked(formatAt(sheet, row, column)))) {
    throw accessDenied();
  }
  const single = rect.rows === 1 && rect.columns === 1;
  const before = single ? valueOf(sheet, rect) : undefined;
  const filled = writes.filter(({ parsed }) => parsed.value !== null || parsed.formula !== undefined);
  const growth = plannedGrowth(sheet, rect, filled);
  for (const { row, column, parsed } of writes) store(state, sheet, row, column, parsed);
  acceptHeaders(state, sheet, rect);
  afterTyping(state, sheet, rect, growth);
  report(state, sheet, rect, before);
}
function valueOf(sheet: SheetData, rect: Rect): CellScalar {
  return sheet.cells.get(keyOf(rect.row, rect.column))?.value ?? null;
}
function report(state: ModelState, sheet: SheetData, rect: Rect, before: CellScalar | undefined): void {
  const change = { kind: "cells", sheet: sheet.id, rect, origin: state.origin } as const;
  state.emit(before === undefined ? change : { ...change, detail: { before, after: valueOf(sheet, rect) } });
}

/** One input for the whole rectangle; relative references of a formula move with the cell. */
export function fillInput(state: ModelState, sheet: SheetData, rect: Rect, input: string | number | boolean): void {
  if (input === "") {
    clear(state, sheet, rect, "Contents");
    return;
  }
  if (rect.rows * rect.columns > MAX_CELLS) {
    throw new HostError("OperationCellsExceedLimit", "The attempted operation affects more than the limit of cells.");
  }
  const text = typeof input === "string" && input.startsWith("=") && input.length > 1 ? input : null;
  const grid = Array.from({ length: rect.rows }, (_, r) =>
    Array.from({ length: rect.columns }, (_unused, c): Input => {
      const isText = formatAt(sheet, rect.row + r, rect.column + c).numberFormat === "@";
      return text === null || isText ? input : movedFormula(text, r, c);
    }),
  );
  setInputs(state, sheet, rect, grid);
}

/** Clears contents, formats, hyperlinks or all of them. Only cells that exist are visited. */
export function clear(
  state: ModelState,
  sheet: SheetData,
  rect: Rect,
  what: "All" | "Contents" | "Formats" | "Hyperlinks",
): void {
  const keys = keysIn(sheet, rect);
  if (sheet.protection !== null) {
    // Locked cells that hold nothing count too, but only those of a range that can be walked.
    const walk = rect.rows * rect.columns <= MAX_CELLS;
    if (walk) state.requireUnlocked(sheet, rect);
    else throw accessDenied();
  }
  const before = rect.rows === 1 && rect.columns === 1 ? valueOf(sheet, rect) : undefined;
  if (what === "All" || what === "Formats") {
    if (sheet.protection !== null) state.requireAllowed(sheet, "allowFormatCells");
    clearFormats(state, sheet, rect);
  }
  for (const key of keys) {
    const cell = sheet.cells.get(key);
    if (!cell) continue;
    if (what === "All" || what === "Hyperlinks") delete cell.hyperlink;
    if ((what === "All" || what === "Contents") && !isBlank(cell)) {
      emptyCell(cell);
      state.dirty.cell(sheet.id, key);
    }
    dropIfBlank(sheet, rowOf(key), columnOf(key));
  }
  if (what === "All") clearRules(state, sheet, rect);
  if (what === "Formats" || what === "Hyperlinks") return;
  acceptHeaders(state, sheet, rect);
  report(state, sheet, rect, before);
}

function clearRules(state: ModelState, sheet: SheetData, rect: Rect): void {
  cutValidations(sheet, rect);
  cutConditionalFormats(sheet, rect);
  state.emit({ kind: "validation", sheet: sheet.id, rect });
  state.emit({ kind: "conditional", sheet: sheet.id, rect });
}
