/**
 * A table without a header: names, numbers beside them, and formulas that add the numbers up with weights. What is not plain by its
 * own formulas is refused, with what to write over it.
 */
import { columnName } from "../../model/a1";
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { columnsOf, type Column } from "./columns";
import { isNoteText } from "./matrixRows";
import { readMatrix } from "./matrix";
import type { Understood } from "./model";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

const LEAST_ROWS = 3;
const LEAST_NUMBERS = 2;
/** Larger lists without a header are data that a program wrote. */
const MOST_ROWS = 2000;
const HIGHEST = 1000;
const FURTHEST_APART = 50;

interface Run {
  readonly top: number;
  readonly bottom: number;
  readonly label: number;
  readonly numbers: readonly number[];
}

/** The name of a row and the columns of its numbers, right of it; null for any other row. */
function lineAt(grid: Grid, row: number): { readonly label: number; readonly numbers: readonly number[] } | null {
  const filled = grid.columns.filter((column) => !grid.blank(row, column));
  const label = filled.find((column) => cellNumber(grid.at(row, column)) === null);
  if (label === undefined || isNoteText(grid.text(row, label)) || !/\p{L}/u.test(grid.text(row, label))) return null;
  const numbers = filled.filter((column) => column > label && cellNumber(grid.at(row, column)) !== null);
  return numbers.length >= LEAST_NUMBERS ? { label, numbers } : null;
}

/** A run with one more row of the same columns; null where that row is of another table. */
function withRow(run: Run | null, row: number, line: ReturnType<typeof lineAt>): Run | null {
  if (run === null || line?.label !== run.label) return null;
  const numbers = run.numbers.filter((column) => line.numbers.includes(column));
  return numbers.length < LEAST_NUMBERS ? null : { ...run, bottom: row, numbers };
}

/** The longest run of rows with a name and numbers in the same columns. */
function longestRun(grid: Grid): Run | null {
  let best: Run | null = null;
  let run: Run | null = null;
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    const line = lineAt(grid, row);
    run = line === null ? null : (withRow(run, row, line) ?? { top: row, bottom: row, ...line });
    if (run !== null && (best === null || run.bottom - run.top > best.bottom - best.top)) best = run;
  }
  return best;
}

/** How far over the rows a header may stand. */
const ROWS_OVER = 12;
const FIRST_YEAR = 1900;

/**
 * Whether something over the rows says what they hold, though it was not understood: texts over the numbers, or numbers that count up.
 */
function isHeaded(grid: Grid, { top, label, numbers }: Run): boolean {
  const isText = (row: number, column: number): boolean =>
    !grid.blank(row, column) && cellNumber(grid.at(row, column)) === null;
  for (let row = top; row >= Math.max(grid.top, top - ROWS_OVER); row -= 1) {
    const texts = numbers.filter((column) => isText(row, column)).length;
    if (row < top && (texts >= 2 || (texts === 1 && isText(row, label)))) return true;
    // Weeks 1, 2, 3 or years stand over numbers of their own.
    const values = numbers.map((column) => cellNumber(grid.at(row, column)));
    const [first = null] = values;
    const isStart = first !== null && (first === 1 || first >= FIRST_YEAR);
    if (isStart && values.length > 2 && values.every((value, i) => value === first + i)) return true;
  }
  return false;
}

/** Names of other things stand between the numbers. */
const isMixed = (grid: Grid, { top, bottom, numbers }: Run): boolean => {
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  return grid.columns.some((column) => {
    if (column <= first || column >= last || numbers.includes(column)) return false;
    let texts = 0;
    for (let row = top; row <= bottom; row += 1)
      if (!grid.blank(row, column) && cellNumber(grid.at(row, column)) === null) texts += 1;
    return texts * 2 > bottom - top + 1;
  });
};

/** Names that differ, and numbers that could be scores. */
function couldBeScored(grid: Grid, { top, bottom, label, numbers }: Run): boolean {
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  if (rows.length < LEAST_ROWS || rows.length > MOST_ROWS) return false;
  if (new Set(rows.map((row) => grid.text(row, label))).size < rows.length) return false;
  const tops = numbers.map((column) =>
    rows.reduce((most, row) => Math.max(most, Math.abs(cellNumber(grid.at(row, column)) ?? 0)), 0),
  );
  const used = tops.filter((most) => most > 0);
  return used.length >= LEAST_NUMBERS && Math.max(...used) <= Math.min(HIGHEST, FURTHEST_APART * Math.min(...used));
}

/** Nothing names the criteria. */
const withoutCriterion = ({ roles }: Understood): Understood["roles"] =>
  Object.fromEntries(Object.entries(roles).filter(([role]) => role !== "criterion"));

export interface Headless {
  readonly region: Region;
  readonly understood: Understood;
}

/** The table without a header on a sheet on which no header was found; null where there is none. */
export function readHeadless(grid: Grid, sheet: SnapshotSheet): Headless | null {
  if (sheet.used === null) return null;
  const run = longestRun(grid);
  if (run === null || isHeaded(grid, run) || isMixed(grid, run) || !couldBeScored(grid, run)) return null;
  // The row of the header that is not there.
  const header = run.top - 1;
  const columns = grid.columns.filter((column) => column >= run.label);
  const region: Region = {
    headerRows: [header],
    top: run.top,
    bottom: run.bottom,
    columns,
    left: run.label,
    right: grid.right,
    answers: [],
  };
  // Columns are called by their letters, which say no role.
  const named = columnsOf(grid, sheet, region).map((c): Column => ({
    ...c,
    header: columnName(c.column),
    parent: "",
    roles: [],
    sure: 0,
  }));
  const label = named.find(({ column }) => column === run.label);
  if (label === undefined) return null;
  const read = readMatrix(grid, region, named, label);
  const isPlain = read.refusal === null && read.subjects.some(({ total }) => total !== null);
  const items = read.items.map((item) => ({ ...item, cell: { row: run.top, column: item.cell.column } }));
  const own = { ...read, items, roles: withoutCriterion(read), sure: { ...read.sure, person: 0.8 } };
  const understood: Understood = isPlain ? own : { ...own, refusal: "noHeader" };
  return { region: { ...region, headerRows: [] }, understood };
}
