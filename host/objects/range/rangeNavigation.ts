/** Ranges reached from a range. */
import { intersect, MAX_COLUMNS, MAX_ROWS } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import { isBlank, keyOf, usedRectOf } from "../../model/cellStore";
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { HostObject } from "../../wire/convention";
import type { RangeObject } from "../context";
import { RangeCore } from "./rangeCore";
import { specialCells } from "./specialCells";

export class RangeNavigation extends RangeCore {
  static readonly calculated: readonly string[] = ["getSpecialCells", "getSpecialCellsOrNullObject"];

  getCell(row: number, column: number): RangeObject {
    return this.#moved(row, column, 1, 1);
  }
  getRow(row: number): RangeObject {
    if (!(row >= 0 && row < this.rowCount)) throw invalidArgument();
    return this.#moved(row, 0, 1, this.columnCount);
  }
  getColumn(column: number): RangeObject {
    if (!(column >= 0 && column < this.columnCount)) throw invalidArgument();
    return this.#moved(0, column, this.rowCount, 1);
  }
  getLastRow(): RangeObject {
    return this.getRow(this.rowCount - 1);
  }
  getLastColumn(): RangeObject {
    return this.getColumn(this.columnCount - 1);
  }
  getLastCell(): RangeObject {
    return this.getCell(this.rowCount - 1, this.columnCount - 1);
  }
  getEntireRow(): RangeObject {
    return this.$range({ ...this.$rect, column: 0, columns: MAX_COLUMNS });
  }
  getEntireColumn(): RangeObject {
    return this.$range({ ...this.$rect, row: 0, rows: MAX_ROWS });
  }
  getOffsetRange(rowOffset: number, columnOffset: number): RangeObject {
    return this.#moved(rowOffset, columnOffset, this.rowCount, this.columnCount);
  }
  getResizedRange(deltaRows: number, deltaColumns: number): RangeObject {
    return this.#moved(0, 0, this.rowCount + deltaRows, this.columnCount + deltaColumns);
  }
  getAbsoluteResizedRange(numRows: number, numColumns: number): RangeObject {
    return this.#moved(0, 0, numRows, numColumns);
  }
  getRowsAbove(count = 1): RangeObject {
    return this.#moved(count > 0 ? -count : this.rowCount + count, 0, Math.abs(count), this.columnCount);
  }
  getRowsBelow(count = 1): RangeObject {
    return this.#moved(count > 0 ? this.rowCount : 0, 0, Math.abs(count), this.columnCount);
  }
  getColumnsBefore(count = 1): RangeObject {
    return this.#moved(0, count > 0 ? -count : this.columnCount + count, this.rowCount, Math.abs(count));
  }
  getColumnsAfter(count = 1): RangeObject {
    return this.#moved(0, count > 0 ? this.columnCount : 0, this.rowCount, Math.abs(count));
  }

  /** Throws ItemNotFound when the ranges share no cell. */
  getIntersection(anotherRange: object | string): RangeObject {
    return found(this.getIntersectionOrNullObject(anotherRange));
  }
  getIntersectionOrNullObject(anotherRange: object | string): RangeObject | null {
    const shared = intersect(this.$rect, this.$other(anotherRange));
    return shared && this.$range(shared);
  }
  getBoundingRect(anotherRange: object | string): RangeObject {
    return this.$range(bounding(this.$rect, this.$other(anotherRange)));
  }
  /** Throws ItemNotFound when no cell of the range is used (Worksheet.getUsedRange answers A1 instead). */
  getUsedRange(valuesOnly?: boolean): RangeObject {
    return found(this.getUsedRangeOrNullObject(valuesOnly));
  }
  getUsedRangeOrNullObject(valuesOnly = false): RangeObject | null {
    const used = usedWithin(this, valuesOnly);
    return used && this.$range(used);
  }
  getSurroundingRegion(): RangeObject {
    const { $rect, $sheet } = this;
    const filled = (row: number, column: number): boolean => !isBlank($sheet.cells.get(keyOf(row, column)));
    return this.$range(regionAround($rect, filled));
  }

  /** Throws ItemNotFound when no area is merged. */
  getMergedAreas(): HostObject {
    return found(this.getMergedAreasOrNullObject());
  }
  getMergedAreasOrNullObject(): HostObject | null {
    const merged = this.$sheet.merges.filter((merge) => intersect(merge, this.$rect) !== null);
    return merged.length === 0 ? null : this.$context.make.areas(this.$sheet.id, merged);
  }
  getSpecialCells(cellType: string, cellValueType?: string): HostObject {
    return found(this.getSpecialCellsOrNullObject(cellType, cellValueType));
  }
  getSpecialCellsOrNullObject(cellType: string, cellValueType?: string): HostObject | null {
    const cells = specialCells(this.$context.model, this.$sheet, this.$rect, cellType, cellValueType ?? "All");
    return cells.length === 0 ? null : this.$context.make.areas(this.$sheet.id, joinCells(cells));
  }

  #moved(rows: number, columns: number, height: number, width: number): RangeObject {
    const { row, column } = this.$rect;
    return this.$range({ row: row + rows, column: column + columns, rows: height, columns: width });
  }
}

function found<T>(object: T | null): T {
  if (object === null) throw itemNotFound();
  return object;
}
function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The used cells within a range, as the smallest rectangle around them. */
export function usedWithin(range: RangeCore, valuesOnly: boolean): Rect | null {
  return usedRectOf(range.$sheet, valuesOnly, range.$rect);
}

/** Grows a rectangle by every row or column beside it that holds something, corners included (Ctrl+A in Excel). */
function regionAround(start: Rect, filled: (row: number, column: number) => boolean): Rect {
  let { row: top, column: left } = start;
  let bottom = top + start.rows - 1;
  let right = left + start.columns - 1;
  const inRow = (row: number): boolean => {
    for (let c = Math.max(0, left - 1); c <= right + 1; c += 1) if (filled(row, c)) return true;
    return false;
  };
  const inColumn = (column: number): boolean => {
    for (let r = Math.max(0, top - 1); r <= bottom + 1; r += 1) if (filled(r, column)) return true;
    return false;
  };
  for (let grew = true; grew;) {
    grew = false;
    if (top > 0 && inRow(top - 1)) [top, grew] = [top - 1, true];
    if (bottom < MAX_ROWS - 1 && inRow(bottom + 1)) [bottom, grew] = [bottom + 1, true];
    if (left > 0 && inColumn(left - 1)) [left, grew] = [left - 1, true];
    if (right < MAX_COLUMNS - 1 && inColumn(right + 1)) [right, grew] = [right + 1, true];
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Cells as few rectangles: runs of a row first, then equal runs under each other. */
function joinCells(cells: readonly { readonly row: number; readonly column: number }[]): Rect[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Rect[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.row === row && last.column + last.columns === column) {
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    } else runs.push({ row, column, rows: 1, columns: 1 });
  }
  const open = new Map<string, Rect>();
  const done: Rect[] = [];
  for (const run of runs) {
    const key = `${run.column}:${run.columns}`;
    const above = open.get(key);
    if (above && above.row + above.rows === run.row) open.set(key, { ...above, rows: above.rows + 1 });
    else {
      if (above) done.push(above);
      open.set(key, run);
    }
  }
  return [...done, ...open.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
