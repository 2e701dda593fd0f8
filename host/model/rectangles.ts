/** Sets of rectangles: taking one out of others, and joining what lies side by side. */
import { intersect } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";

/** What remains of the rectangles outside `hole`, as few rectangles as a simple cut gives. */
export function withoutRect(rects: readonly Rect[], hole: Rect): Rect[] {
  return rects.flatMap((rect) => cut(rect, hole));
}

function cut(rect: Rect, hole: Rect): Rect[] {
  const shared = intersect(rect, hole);
  if (!shared) return [rect];
  const parts: Rect[] = [];
  const bottom = rect.row + rect.rows;
  const right = rect.column + rect.columns;
  const add = (row: number, column: number, endRow: number, endColumn: number): void => {
    if (endRow > row && endColumn > column)
      parts.push({ row, column, rows: endRow - row, columns: endColumn - column });
  };
  add(rect.row, rect.column, shared.row, right);
  add(shared.row, rect.column, shared.row + shared.rows, shared.column);
  add(shared.row, shared.column + shared.columns, shared.row + shared.rows, right);
  add(shared.row + shared.rows, rect.column, bottom, right);
  return parts;
}

/** The rectangles with `added`, joined where two make one rectangle. */
export function withRect(rects: readonly Rect[], added: Rect): Rect[] {
  const all = [...withoutRect(rects, added), added];
  for (;;) {
    const joined = joinOnce(all);
    if (!joined) return all;
  }
}

function joinOnce(rects: Rect[]): boolean {
  for (let i = 0; i < rects.length; i += 1) {
    for (let j = i + 1; j < rects.length; j += 1) {
      const a = rects[i];
      const b = rects[j];
      const joined = a && b && (below(a, b) ?? below(b, a) ?? beside(a, b) ?? beside(b, a));
      if (!joined) continue;
      rects.splice(j, 1);
      rects[i] = joined;
      return true;
    }
  }
  return false;
}
function below(a: Rect, b: Rect): Rect | null {
  const fits = a.column === b.column && a.columns === b.columns && a.row + a.rows === b.row;
  return fits ? { ...a, rows: a.rows + b.rows } : null;
}
function beside(a: Rect, b: Rect): Rect | null {
  const fits = a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column;
  return fits ? { ...a, columns: a.columns + b.columns } : null;
}
