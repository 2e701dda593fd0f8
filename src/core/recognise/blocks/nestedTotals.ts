/**
 * Gradebooks in two steps: means of several marks, and of these a total in which constants say what each counts
 * ("=0.7*D2+0.3*H2"). What the total is made of are the criteria; the marks behind them are counted there already.
 */
import type { Grid } from "../grid";
import type { Column } from "./columns";
import { factsOf } from "./formulaFacts";
import type { ItemWeight } from "./model";

const ROWS_ASKED = 9;
const WHOLE = [1, 10, 100];

export interface NestedTotal {
  readonly total: Column;
  /** Column → what it is multiplied with. */
  readonly weights: ReadonlyMap<number, ItemWeight>;
}

/** Constants of a row's formula by column; null where it multiplies anything else, or one column twice. */
function constantsIn(grid: Grid, row: number, column: number): ReadonlyMap<number, number> | null {
  const { scaled, products, functions } = factsOf(grid.formulaInCells(row, column));
  if (scaled.length < 2 || products.length > 0 || functions.some((name) => name === "SUMPRODUCT")) return null;
  const found = new Map<number, number>();
  for (const { cell, by } of scaled) {
    if (cell.row !== row || found.has(cell.column) || by <= 0) return null;
    found.set(cell.column, by);
  }
  return found;
}

/** The column in which most rows add up others times the same constants, which make a whole together; null for none. */
export function nestedTotal(grid: Grid, rows: readonly number[], columns: readonly Column[]): NestedTotal | null {
  const asked = rows.slice(0, ROWS_ASKED);
  for (const total of columns) {
    const said = asked.map((row) => constantsIn(grid, row, total.column));
    const [first] = said.flatMap((constants) => constants ?? []);
    if (first === undefined) continue;
    const key = JSON.stringify([...first]);
    const same = said.filter((constants) => constants !== null && JSON.stringify([...constants]) === key).length;
    const sum = [...first.values()].reduce((all, by) => all + by, 0);
    const isWhole = WHOLE.some((whole) => Math.abs(sum - whole) <= whole * 0.001);
    const areThere = [...first.keys()].every((column) => columns.some((c) => c.column === column));
    if (same * 2 <= asked.length || !isWhole || !areThere) continue;
    return {
      total,
      weights: new Map(
        [...first].map(([column, by]): [number, ItemWeight] => [column, { value: by, raw: by, cell: null }]),
      ),
    };
  }
  return null;
}
