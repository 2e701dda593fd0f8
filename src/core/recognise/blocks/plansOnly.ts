/** Numbers of a plan that look like scores and are none: points of what a merged weight is shared out among, and which part asks for what. */
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { isNumeric, plays, type Column } from "./columns";
import type { Item, Subject } from "./model";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

/** Words for points that somebody has. */
export const OBTAINED =
  /obten|obtain|earned|awarded|obtid|erreicht|erzielt|behaald|alınan|obtenu|实得|得分|diperoleh|đạt/i;

const LEAST_SHARED = 2;
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** Columns read as those of a plan, and the one that says what each row is worth. */
export interface SharedColumns {
  readonly columns: readonly Column[];
  readonly weight: Column;
}

/**
 * A weight merged over several rows, and beside it a column whose numbers make it up: what the rows are worth themselves; null for
 * none. Somebody's scores would have to be full marks in every section.
 */
export function withSharesOfMerged(
  grid: Grid,
  sheet: SnapshotSheet,
  region: Region,
  columns: readonly Column[],
): SharedColumns | null {
  for (const merged of columns.filter((c) => (plays(c, "weight") || plays(c, "maximum")) && isNumeric(c))) {
    const shares = sharesOfMerged(grid, sheet, region, columns, merged);
    if (shares === undefined) continue;
    const isWeight = plays(merged, "weight");
    const weight: Column = { ...shares, roles: [isWeight ? "weight" : "maximum"], sure: 0.8 };
    // Full marks of sections are those of their rows.
    const sections: Column = isWeight ? merged : { ...merged, roles: ["trait"] };
    return { columns: columns.map((c) => (c === shares ? weight : c === merged ? sections : c)), weight };
  }
  return null;
}

/** The column whose numbers make up each weight that is merged over their rows. */
function sharesOfMerged(
  grid: Grid,
  sheet: SnapshotSheet,
  { top, bottom, headerRows }: Region,
  columns: readonly Column[],
  weight: Column,
): Column | undefined {
  const first = (headerRows.at(-1) ?? top) + 1;
  const areas = sheet.merges.filter(
    (rect) =>
      rect.column === weight.column && rect.columns === 1 && rect.rows > 1 && rect.row >= first && rect.row <= bottom,
  );
  if (areas.length < LEAST_SHARED) return undefined;
  const within = (row: number): boolean => areas.some((rect) => row >= rect.row && row < rect.row + rect.rows);
  const most = (row: number): number | null => cellNumber(grid.at(row, weight.column));
  const alone = Array.from({ length: bottom - first + 1 }, (_, i) => first + i).filter((row) => !within(row));
  return columns.find((c) => {
    if (c === weight || !isNumeric(c) || plays(c, "actual") || plays(c, "id") || OBTAINED.test(c.header)) return false;
    const own = (row: number): number | null => cellNumber(grid.at(row, c.column));
    const areShared = areas.every(({ row, rows }) => {
      const parts = Array.from({ length: rows }, (_, i) => own(row + i));
      const known = parts.flatMap((part) => part ?? []);
      const sum = known.reduce((all, part) => all + part, 0);
      return known.length === rows && isSame(sum, most(row) ?? Number.NaN);
    });
    return areShared && alone.every((row) => own(row) === null || most(row) === null || own(row) === most(row));
  });
}

/** Of a table that says what counts where at least this part is empty: 1 in so many cells. */
const EMPTY_OF = 4;
const LEAST_PARTS = 2;
const MOST_PARTS = 60;
const LEAST_ITEMS = 3;

/**
 * Whether each criterion's weight is shared out among the columns beside it, most of which ask for some criteria only: in which part
 * each is looked at, and how much of it. Scores would come to the weight of every criterion only by chance.
 */
export function areSharedOut(grid: Grid, items: readonly Item[], subjects: readonly Subject[]): boolean {
  if (subjects.length < LEAST_PARTS || subjects.length > MOST_PARTS || items.length < LEAST_ITEMS) return false;
  let empty = 0;
  const factors = items.map(({ weight }, i) => {
    let sum = 0;
    for (const { scores } of subjects) {
      const cell = scores[i];
      const own = cell == null ? null : cellNumber(grid.at(cell.row, cell.column));
      if (own === null) empty += 1;
      sum += own ?? 0;
    }
    return weight.value === null || weight.value === 0 ? Number.NaN : sum / weight.value;
  });
  const [factor = Number.NaN] = factors;
  const differ = new Set(items.map(({ weight }) => weight.value)).size > 1;
  return (
    differ &&
    factor > 0 &&
    empty * EMPTY_OF >= items.length * subjects.length &&
    factors.every((one) => isSame(one, factor))
  );
}

/**
 * Subjects without their scores where these are nothing but zeros, in fewer than half of the cells: a form that is still empty, and a 0
 * that was typed once says nothing of the rest.
 */
export function withoutLoneZeros(grid: Grid, subjects: readonly Subject[]): readonly Subject[] {
  let [all, filled] = [0, 0];
  for (const { scores } of subjects)
    for (const cell of scores) {
      all += 1;
      const value = cell === null ? null : cellNumber(grid.at(cell.row, cell.column));
      if (value === null) continue;
      if (value !== 0) return subjects;
      filled += 1;
    }
  if (filled === 0 || filled * 2 >= all) return subjects;
  return subjects.map(({ label, cell, scores, total, rank }): Subject => {
    const none = scores.map(() => null);
    return { label, cell, scores: none, targets: none, total, rank };
  });
}
