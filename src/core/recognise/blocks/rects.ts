/** Rows and columns as ranges: neighbours become one. */
import type { Rect } from "../../model/a1";

/** Columns side by side as rectangles of the same rows. */
export function rowRects(row: number, rows: number, columns: readonly number[]): readonly Rect[] {
  const rects: Rect[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = rects.at(-1);
    if (last !== undefined && last.column + last.columns === column)
      rects[rects.length - 1] = { ...last, columns: last.columns + 1 };
    else rects.push({ row, column, rows, columns: 1 });
  }
  return rects;
}

/** From the first to the last of the rows of a column, one rectangle. */
export function columnRects(column: number, rows: readonly number[]): readonly Rect[] {
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    if (row < first) first = row;
    if (row > last) last = row;
  }
  return rows.length === 0 ? [] : [{ row: first, column, rows: last - first + 1, columns: 1 }];
}
