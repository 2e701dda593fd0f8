/** Filters of tables and sheets: which rows their criteria hide. Nothing is hidden or shown again until a filter is set. */
import type { Rect } from "../../src/core/model/a1";
import { HostError } from "./api";
import { isError, keyOf, lastRow } from "./cellStore";
import { textOf } from "./cellText";
import { withCharts } from "./geometry";
import { parseNumberInput } from "./parseInput";
import type { ModelState } from "./modelState";
import { invalidArgument } from "./refusals";
import { filterRect } from "./tableShape";
import type { AutoFilterData, Cell, CellScalar, SheetData } from "./types";

type Criterion = Readonly<Record<string, unknown>>;
type Test = (cell: Cell | undefined, text: string) => boolean;

function textMember(criterion: Criterion, key: string): string | undefined {
  const value = criterion[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Excel's wildcards: * any text, ? one character, ~ takes the next as it is. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|[\\^$.*+?()[\]{}|]/g, (found, kept: string | undefined) => {
    if (kept !== undefined) return `\\${kept === "~" ? "x7e" : kept}`;
    if (found === "*") return ".*";
    return found === "?" ? "." : `\\${found}`;
  });
  return new RegExp(`^${source}$`, "isu");
}

const COMPARISON = /^(<>|<=|>=|=|<|>)?(.*)$/s;

/** One comparison such as ">=0.8", "<>", "=a*"; text is compared without regard to case. */
function comparison(text: string): Test {
  const [, operator = "=", operand = ""] = COMPARISON.exec(text) ?? [];
  const number = parseNumberInput(operand.trim())?.value;
  if (operator === "=" || operator === "<>") {
    const pattern = wildcard(operand);
    const equal: Test = (cell, shown) =>
      number !== undefined && typeof cell?.value === "number" ? cell.value === number : pattern.test(shown);
    return operator === "=" ? equal : (cell, shown) => !equal(cell, shown);
  }
  return (cell, shown) => {
    const value = cell?.value ?? null;
    if (number !== undefined) return typeof value === "number" && ordered(value - number, operator);
    return (
      typeof value === "string" && ordered(shown.localeCompare(operand, "en", { sensitivity: "accent" }), operator)
    );
  };
}
function ordered(difference: number, operator: string): boolean {
  if (operator === ">") return difference > 0;
  if (operator === "<") return difference < 0;
  return operator === ">=" ? difference >= 0 : difference <= 0;
}

function customTest(criterion: Criterion): Test {
  const first = textMember(criterion, "criterion1");
  const second = textMember(criterion, "criterion2");
  if (first === undefined) throw invalidArgument();
  const one = comparison(first);
  if (second === undefined) return one;
  const two = comparison(second);
  const either = criterion["operator"] === "Or";
  return (cell, text) => (either ? one(cell, text) || two(cell, text) : one(cell, text) && two(cell, text));
}

function valuesTest(criterion: Criterion): Test {
  const { values } = criterion;
  if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) throw invalidArgument();
  const wanted = new Set(values.map((value: string) => value.toLowerCase()));
  return (_, text) => wanted.has(text.toLowerCase());
}

/** The n highest or lowest, by count or by percent of the numbers; ties at the limit are shown. */
function topTest(criterion: Criterion, numbers: readonly number[], bottom: boolean, percent: boolean): Test {
  const count = Number(textMember(criterion, "criterion1"));
  if (!Number.isFinite(count) || count < 1) throw invalidArgument();
  const sorted = [...numbers].sort((a, b) => (bottom ? a - b : b - a));
  const wanted = percent ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
  const limit = sorted[Math.min(wanted, sorted.length) - 1];
  return (cell) =>
    limit !== undefined && typeof cell?.value === "number" && (bottom ? cell.value <= limit : cell.value >= limit);
}

function averageTest(numbers: readonly number[], above: boolean): Test {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return (cell) => typeof cell?.value === "number" && (above ? cell.value > mean : cell.value < mean);
}

function testOf(criterion: Criterion, cells: readonly (Cell | undefined)[]): Test {
  const numbers = cells.map((cell) => cell?.value).filter((value) => typeof value === "number");
  const on = criterion["filterOn"];
  if (on === "Values") return valuesTest(criterion);
  if (on === "Custom") return customTest(criterion);
  if (on === "TopItems" || on === "TopPercent") return topTest(criterion, numbers, false, on === "TopPercent");
  if (on === "BottomItems" || on === "BottomPercent") return topTest(criterion, numbers, true, on === "BottomPercent");
  if (on === "CellColor") return (cell) => sameColor(cell?.format.fill, criterion["color"]);
  if (on === "FontColor") return (cell) => sameColor(cell?.format.fontColor, criterion["color"]);
  const dynamic = criterion["dynamicCriteria"];
  if (on === "Dynamic" && (dynamic === "AboveAverage" || dynamic === "BelowAverage")) {
    return averageTest(numbers, dynamic === "AboveAverage");
  }
  throw new HostError("NotImplemented", `The stand-in host has no filter of this kind: ${String(on)}.`, 501);
}
function sameColor(have: string | undefined, wanted: unknown): boolean {
  return typeof wanted === "string" && (have ?? "").toLowerCase() === wanted.toLowerCase();
}

/** Rows that a filter hides. */
function hiddenRows(state: ModelState, sheet: SheetData, filter: AutoFilterData, hidden: Set<number>): void {
  const { rect } = filter;
  const rows = Array.from({ length: Math.max(0, rect.rows - 1) }, (_, r) => rect.row + 1 + r);
  for (const [offset, criterion] of filter.criteria) {
    const cells = rows.map((row) => sheet.cells.get(keyOf(row, rect.column + offset)));
    const test = testOf(criterion, cells);
    cells.forEach((cell, r) => {
      const row = rows[r];
      if (row !== undefined && !test(cell, shownText(state, cell))) hidden.add(row);
    });
  }
}
function shownText(state: ModelState, cell: Cell | undefined): string {
  const value: CellScalar = cell?.value ?? null;
  if (isError(value)) return value.error;
  return textOf(value, cell?.format.numberFormat ?? "General", state.data.date1904);
}

/** Computes the rows hidden by all filters of a sheet anew. */
export function applyFilters(state: ModelState, sheet: SheetData): void {
  const hidden = new Set<number>();
  if (sheet.autoFilter) hiddenRows(state, sheet, sheet.autoFilter, hidden);
  for (const table of sheet.tables) {
    if (!table.filter) continue;
    table.filter.rect = filterRect(table);
    hiddenRows(state, sheet, table.filter, hidden);
  }
  const same = hidden.size === sheet.filteredRows.size && [...hidden].every((row) => sheet.filteredRows.has(row));
  if (same) return;
  withCharts(sheet, () => {
    sheet.filteredRows = hidden;
  });
  state.emit({ kind: "filter", sheet: sheet.id });
}

/**
 * Sets one criterion; a null criterion clears it, a null column clears all. `tableId` null means the sheet's own filter.
 * Throws AccessDenied (protected without allowAutoFilter), InvalidArgument, ItemNotFound.
 */
export function setFilter(
  state: ModelState,
  sheet: SheetData,
  tableId: string | null,
  offset: number | null,
  criterion: Criterion | null,
): void {
  state.requireAllowed(sheet, "allowAutoFilter");
  const filter = tableId === null ? sheet.autoFilter : ownFilter(state, tableId);
  if (!filter) throw invalidArgument();
  if (offset === null) filter.criteria.clear();
  else if (offset < 0 || offset >= filter.rect.columns) throw invalidArgument();
  else if (criterion === null) filter.criteria.delete(offset);
  else {
    testOf(criterion, []);
    filter.criteria.set(offset, criterion);
  }
  applyFilters(state, sheet);
}
function ownFilter(state: ModelState, tableId: string): AutoFilterData | null {
  const { table } = state.requireTable(tableId);
  if (!table.showHeaders) return null;
  table.filter ??= { rect: filterRect(table), criteria: new Map() };
  return table.filter;
}

/** The rows of a rectangle that no filter hides. */
export function visibleRows(sheet: SheetData, rect: Rect): number[] {
  const rows: number[] = [];
  for (let row = rect.row; row <= lastRow(rect); row += 1) if (!sheet.filteredRows.has(row)) rows.push(row);
  return rows;
}
