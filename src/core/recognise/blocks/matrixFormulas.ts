/** What the formulas of a block with people in rows make of its columns: totals, weighted scores, ranks, other views of a score. */
import type { Grid } from "../grid";
import type { Column } from "./columns";
import { factsOf } from "./formulaFacts";

/** The column a RANK formula ranks is the total, whatever its header says. */
export function rankedColumn(grid: Grid, rows: readonly number[], columns: readonly Column[]): number | null {
  for (const row of rows.slice(0, 2))
    for (const { column } of columns) {
      const { functions, references } = factsOf(grid.formulaInCells(row, column));
      if (functions.some((name) => name.startsWith("RANK"))) return references[0]?.column ?? null;
    }
  return null;
}

/** Columns of its own row that a formula names; null where it is no formula. */
function ownColumns(grid: Grid, row: number, column: number): ReadonlySet<number> | null {
  const formula = grid.formulaInCells(row, column);
  if (formula === "") return null;
  const used = new Set<number>();
  for (const rect of factsOf(formula).references) {
    if (rect.row !== row || rect.rows !== 1 || rect.columns > 200) continue;
    for (let c = rect.column; c < rect.column + rect.columns; c += 1) if (c !== column) used.add(c);
  }
  return used;
}

/** Columns that the formulas of a column use in their own rows, in most of the rows looked at; empty where it has none. */
export function columnsUsed(grid: Grid, rows: readonly number[], column: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  let formulas = 0;
  for (const row of rows) {
    const used = ownColumns(grid, row, column);
    if (used === null) continue;
    formulas += 1;
    for (const c of used) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count * 2 > formulas).map(([c]) => c));
}

/** Columns that the first formula of a column multiplies with cells of a row of weights; empty where it has none. */
export function multipliedWith(
  grid: Grid,
  rows: readonly number[],
  column: number,
  weightRow: number,
): ReadonlySet<number> {
  const row = rows.find((at) => grid.formulaInCells(at, column) !== "");
  if (row === undefined) return new Set();
  const { products } = factsOf(grid.formulaInCells(row, column));
  return new Set(
    products.flatMap((pair) =>
      pair.some((cell) => cell.row === weightRow)
        ? pair.filter((cell) => cell.row === row).map((cell) => cell.column)
        : [],
    ),
  );
}

/** What the formulas of a column make: of several cells of their row a total, of one a weighted score. */
export function madeBy(
  grid: Grid,
  rows: readonly number[],
  { column }: Column,
  isOfBlock: (column: number) => boolean,
): "total" | "weighted" | "rank" | "derived" | null {
  for (const row of rows) {
    const formula = grid.formulaInCells(row, column);
    if (formula === "") continue;
    const { functions, references, products, scaled } = factsOf(formula);
    if (functions.some((name) => /^(RANK|COUNTIFS?)/.test(name))) return "rank";
    const own = references.filter(
      (rect) => rect.row === row && rect.rows === 1 && rect.column !== column && isOfBlock(rect.column),
    );
    const sources = new Set(own.map((rect) => rect.column)).size;
    const adds = functions.some((name) => /^(SUM|AVERAGE|SUMPRODUCT|MMULT)$/.test(name));
    if (adds && own.some((rect) => rect.columns >= 2)) return "total";
    if (sources >= 2 && (products.length + scaled.length >= 2 || /[+]/.test(formula))) return "total";
    if (products.length + scaled.length === 1 && own.length === 1) return "weighted";
    if (sources === 1 && own.every((rect) => rect.columns === 1) && !isLookup(functions)) return "derived";
  }
  return null;
}

/**
 * Whether two neighbouring columns hold the same formula, filled on from one to the other: the same functions, of the same cells or of
 * cells as far away.
 */
export function isFilledOn(grid: Grid, rows: readonly number[], a: number, b: number): boolean {
  const row = rows.find((at) => grid.formulaInCells(at, a) !== "" && grid.formulaInCells(at, b) !== "");
  if (row === undefined) return false;
  const [one, other] = [a, b].map((column) => factsOf(grid.formulaInCells(row, column)));
  if (one === undefined || other === undefined || one.references.length === 0) return false;
  return (
    one.functions.join() === other.functions.join() &&
    one.references.length === other.references.length &&
    one.references.every((rect, i) => {
      const same = other.references[i];
      const isShifted = same?.column === rect.column || (same?.column ?? 0) - rect.column === b - a;
      return isShifted && same?.row === rect.row && same.rows === rect.rows && same.columns === rect.columns;
    })
  );
}

/** Formulas that turn a number into a word or a level make no score. */
const isLookup = (functions: readonly string[]): boolean =>
  functions.some((name) => /^(IF|IFS|IFERROR|[VHX]?LOOKUP|INDEX|MATCH|CHOOSE|SWITCH|OR|AND|TEXT)$/.test(name));

/**
 * Of a score and another view of it ("Mid1" and "Mid1 curved", points and their share of the maximum) only one counts: the one
 * that the total is made of, else the one that was typed.
 * @param made what the formulas of each column make
 */
export function withoutOtherViews(
  grid: Grid,
  rows: readonly number[],
  scores: readonly Column[],
  made: ReadonlyMap<Column, string | null>,
  total: Column | undefined,
): readonly Column[] {
  if (!grid.hasFormulas) return scores;
  const used = total === undefined ? new Set<number>() : columnsUsed(grid, rows, total.column);
  const dropped = new Set<number>();
  for (const column of scores) {
    if (made.get(column) !== "derived") continue;
    const [source] = columnsUsed(grid, rows, column.column);
    if (source === undefined || !scores.some((other) => other.column === source)) continue;
    dropped.add(used.has(column.column) && !used.has(source) ? source : column.column);
  }
  return scores.filter(({ column }) => !dropped.has(column));
}
