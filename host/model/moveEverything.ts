/** Moves all that has a place on a sheet, and all formulas anywhere that point to it. */
import { mapAllFormulas } from "./allFormulas";
import { columnOf, keyOf, rowOf } from "./cellStore";
import { movedFormula } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { forgetPlace } from "./geometry";
import { STANDARD_HEIGHT } from "./newWorkbook";
import { mapRuleFormulas, mapValidationFormulas } from "./ruleFormulas";
import { withoutRect, withRect } from "./rectangles";
import { keepFirst, ruleBase } from "./ruleRanges";
import { isWhole, shiftFormula, shiftIndex, shiftRect, shiftSpan } from "./shift";
import type { Shift } from "./shift";
import { intersect } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import type { Cell, CellKey, SheetData } from "./types";

export function moveEverything(state: ModelState, sheet: SheetData, shift: Shift): void {
  cutRuleRanges(sheet, shift);
  saveRuleBases(sheet, shift);
  mapAllFormulas(state.data, (formula, owner) => shiftFormula(formula, owner?.name ?? null, sheet.name, shift));
  sheet.cells = movedCells(sheet, shift);
  moveRuleRanges(sheet, shift);
  sheet.merges = movedRects(sheet.merges, shift).filter(({ rows, columns }) => rows * columns > 1);
  moveTables(sheet, shift);
  moveNotes(sheet, shift);
  for (const reference of state.references.values()) {
    if (reference.sheet === sheet.id && reference.rect) reference.rect = shiftRect(reference.rect, shift);
  }
  if (isWhole(shift)) moveWhole(sheet, shift);
}

function movedCells(sheet: SheetData, shift: Shift): Map<CellKey, Cell> {
  const next = new Map<CellKey, Cell>();
  for (const [key, cell] of sheet.cells) {
    const [row, column] = [rowOf(key), columnOf(key)];
    const [along, across] = shift.axis === "row" ? [row, column] : [column, row];
    if (across < shift.low || across > shift.high) {
      next.set(key, cell);
      continue;
    }
    const to = shiftIndex(along, shift);
    if (to !== null) next.set(shift.axis === "row" ? keyOf(to, column) : keyOf(row, to), cell);
  }
  return next;
}

function movedRects(rects: readonly Rect[], shift: Shift): Rect[] {
  return rects.map((rect) => shiftRect(rect, shift)).filter((rect) => rect !== null);
}

/** How far a rule's formulas move first, because the cell they are written for is deleted: to the first that stays. */
function lostBase(ranges: readonly Rect[], shift: Shift): { readonly rows: number; readonly columns: number } {
  const stay = { rows: 0, columns: 0 };
  const first = ranges[0];
  if (!first || shift.insert) return stay;
  const base = ruleBase(ranges);
  const firstLeft = ranges.find((rect) => shiftRect(rect, shift) !== null);
  if (!firstLeft) return stay;
  const along = shift.axis === "row" ? firstLeft.row : firstLeft.column;
  const moves = shiftRect(firstLeft, shift) !== firstLeft;
  const skip = moves && along >= shift.at && along < shift.at + shift.count ? shift.at + shift.count - along : 0;
  return shift.axis === "row"
    ? { rows: firstLeft.row + skip - base.row, columns: firstLeft.column - base.column }
    : { rows: firstLeft.row - base.row, columns: firstLeft.column + skip - base.column };
}

function saveRuleBases(sheet: SheetData, shift: Shift): void {
  for (const format of sheet.conditionalFormats) {
    const { rows, columns } = lostBase(format.ranges, shift);
    if (rows !== 0 || columns !== 0) format.rule = mapRuleFormulas(format.rule, (f) => movedFormula(f, rows, columns));
  }
  for (const validation of sheet.validations) {
    const { rows, columns } = lostBase(validation.ranges, shift);
    if (rows !== 0 || columns !== 0) {
      validation.rule = mapValidationFormulas(validation.rule, (f) => movedFormula(f, rows, columns));
    }
  }
}

/** Ranges that lie only partly in the band are cut at its edges; the piece with the rule's first cell stays first. */
function cutRuleRanges(sheet: SheetData, shift: Shift): void {
  if (isWhole(shift)) return;
  for (const rule of [...sheet.conditionalFormats, ...sheet.validations]) {
    rule.ranges = keepFirst(
      rule.ranges,
      rule.ranges.flatMap((rect) => atBand(rect, shift)),
    );
  }
}
function atBand(rect: Rect, shift: Shift): Rect[] {
  const rows = shift.axis === "row";
  const last = rows ? rect.row + rect.rows - 1 : rect.column + rect.columns - 1;
  if (last < shift.at) return [rect];
  const across = shift.high - shift.low + 1;
  const band: Rect = rows
    ? { row: rect.row, rows: rect.rows, column: shift.low, columns: across }
    : { row: shift.low, rows: across, column: rect.column, columns: rect.columns };
  const inside = intersect(rect, band);
  return inside ? [inside, ...withoutRect([rect], band)] : [rect];
}
/** The pieces after the shift, joined again where they meet. */
function movedRanges(ranges: readonly Rect[], shift: Shift): Rect[] {
  const moved = movedRects(ranges, shift);
  if (isWhole(shift) || moved.length < 2) return moved;
  return keepFirst(moved, moved.reduce<Rect[]>(withRect, []));
}

function moveRuleRanges(sheet: SheetData, shift: Shift): void {
  for (const rule of [...sheet.conditionalFormats, ...sheet.validations]) rule.ranges = movedRanges(rule.ranges, shift);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
  sheet.validations = sheet.validations.filter(({ ranges }) => ranges.length > 0);
}

function moveTables(sheet: SheetData, shift: Shift): void {
  // A deleted table keeps its old rectangle here; tableStructure takes it away with its references.
  for (const table of sheet.tables) {
    const rect = shiftRect(table.rect, shift);
    if (rect) table.rect = rect;
    if (table.filter && rect) table.filter.rect = shiftRect(table.filter.rect, shift) ?? table.filter.rect;
  }
  if (sheet.autoFilter) {
    const before = sheet.autoFilter.rect;
    const rect = shiftRect(before, shift);
    if (!rect) sheet.autoFilter = null;
    else sheet.autoFilter.rect = rect;
  }
}

function moveNotes(sheet: SheetData, shift: Shift): void {
  const stays = (item: { row: number; column: number }): boolean => {
    const rect = shiftRect({ row: item.row, column: item.column, rows: 1, columns: 1 }, shift);
    if (rect) Object.assign(item, { row: rect.row, column: rect.column });
    return rect !== null;
  };
  sheet.notes = sheet.notes.filter(stays);
  sheet.comments = sheet.comments.filter(stays);
}

function movedMap<T>(map: Map<number, T>, shift: Shift): Map<number, T> {
  const next = new Map<number, T>();
  for (const [index, value] of map) {
    const to = shiftIndex(index, shift);
    if (to !== null) next.set(to, value);
  }
  return next;
}
function movedSet(set: Set<number>, shift: Shift): Set<number> {
  return new Set([...set].map((index) => shiftIndex(index, shift)).filter((index) => index !== null));
}

/** Sizes, hidden rows, frozen panes, page setup and charts: they follow whole rows and columns only. */
function moveWhole(sheet: SheetData, shift: Shift): void {
  moveCharts(sheet, shift);
  if (shift.axis === "row") {
    sheet.rowFormats = movedMap(sheet.rowFormats, shift);
    sheet.rowHeights = movedMap(sheet.rowHeights, shift);
    sheet.hiddenRows = movedSet(sheet.hiddenRows, shift);
    sheet.filteredRows = movedSet(sheet.filteredRows, shift);
  } else {
    sheet.columnFormats = movedMap(sheet.columnFormats, shift);
    sheet.columnWidths = movedMap(sheet.columnWidths, shift);
    sheet.hiddenColumns = movedSet(sheet.hiddenColumns, shift);
  }
  moveFreeze(sheet, shift);
  movePage(sheet, shift);
}

function moveFreeze(sheet: SheetData, shift: Shift): void {
  if (!sheet.freeze) return;
  const frozen = shift.axis === "row" ? sheet.freeze.rows : sheet.freeze.columns;
  if (frozen === 0 || shift.at >= frozen) return;
  const next = shift.insert ? frozen + shift.count : frozen - Math.min(shift.count, frozen - shift.at);
  const panes = shift.axis === "row" ? { ...sheet.freeze, rows: next } : { ...sheet.freeze, columns: next };
  sheet.freeze = panes.rows === 0 && panes.columns === 0 ? null : panes;
}

function movePage(sheet: SheetData, shift: Shift): void {
  const { page } = sheet;
  if (page.printArea) {
    const area = shiftRect(page.printArea, shift);
    if (area) page.printArea = area;
    else delete page.printArea;
  }
  if (shift.axis === "row" && page.rowBreaks) {
    const rows = page.rowBreaks.flatMap((row) => shiftSpan(row, row, shift)?.[0] ?? []);
    if (rows.length > 0) page.rowBreaks = rows;
    else delete page.rowBreaks;
  }
  const titles = shift.axis === "row" ? page.titleRows : page.titleColumns;
  if (!titles) return;
  const span = shiftSpan(titles.first, titles.last, shift);
  const next = span && { first: span[0], last: span[1] };
  if (shift.axis === "row") {
    delete page.titleRows;
    if (next) page.titleRows = next;
  } else {
    delete page.titleColumns;
    if (next) page.titleColumns = next;
  }
}

/** Charts stand in points; those behind the place move by the size of what is inserted or deleted. */
function moveCharts(sheet: SheetData, shift: Shift): void {
  if (sheet.charts.length === 0) return;
  const size = (index: number): number =>
    shift.axis === "row"
      ? (sheet.rowHeights.get(index) ?? STANDARD_HEIGHT)
      : (sheet.columnWidths.get(index) ?? sheet.standardWidth);
  let start = 0;
  for (let i = 0; i < shift.at; i += 1) start += size(i);
  let gone = 0;
  for (let i = shift.at; i < shift.at + shift.count; i += 1) gone += size(i);
  const fresh = shift.count * (shift.axis === "row" ? STANDARD_HEIGHT : sheet.standardWidth);
  for (const chart of sheet.charts) {
    forgetPlace(chart);
    const edge = shift.axis === "row" ? "top" : "left";
    if (chart[edge] < start) continue;
    chart[edge] = shift.insert ? chart[edge] + fresh : Math.max(start, chart[edge] - gone);
  }
}
