/** The sheet's own ranks against those of the totals, within departments where the sheet ranks there. */
import { ranks, ranksWithin } from "../../ranking/ranks";
import type { Mistake } from "../../model/scorecard";
import type { Grid } from "../grid";
import { factsOf, type CellRef } from "./formulaFacts";
import { cellNumber } from "./numbers";
import type { BlockReading } from "./readBlocks";

/** A cell that shows something else than we compute. */
export interface Found {
  readonly cell: CellRef;
  readonly label: string;
  readonly shown: number;
  readonly computed: number | null;
  readonly mistake: Mistake;
}

interface RankRange {
  readonly start: number;
  readonly end: number;
  readonly isFixed: boolean;
}
/** The range of a RANK; null where the cell holds none. */
function rankRange(grid: Grid, { row, column }: CellRef): RankRange | null {
  const { functions, references, fixedRows } = factsOf(grid.formulaInCells(row, column));
  const at = references.findIndex((rect) => rect.rows > 1);
  if (!functions.some((name) => name.startsWith("RANK")) || at < 0) return null;
  const { row: start, rows } = references[at] ?? { row: 0, rows: 0 };
  return { start, end: start + rows, isFixed: fixedRows[at] === true };
}

/** RANK whose range, or one end of it, moves down with its row. */
function rankSlides(grid: Grid, cells: readonly CellRef[]): boolean {
  let first: RankRange | null = null;
  for (const cell of cells) {
    const range = rankRange(grid, cell);
    if (range === null || range.isFixed) continue;
    first ??= range;
    if (range.start !== first.start || range.end !== first.end) return true;
  }
  return false;
}

/** The group of each subject, which is ranked within it. */
type Groups = readonly string[];

/** Null where fewer than two groups have two and more in them. */
function groupsBy(keys: Groups): Groups | null {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).length < 2 ? null : keys;
}

/** Groups that the ranges of the ranks make: ranges apart from each other, and every rank in its own. */
function groupsOfRanges(grid: Grid, cells: readonly (CellRef | null)[]): Groups | null {
  const distinct = new Map<string, RankRange>();
  const keys: string[] = [];
  for (const cell of cells) {
    const range = cell === null ? null : rankRange(grid, cell);
    if (cell === null || range === null || cell.row < range.start || cell.row >= range.end) return null;
    const key = `${String(range.start)}:${String(range.end)}`;
    keys.push(key);
    distinct.set(key, range);
  }
  const ranges = [...distinct.values()].sort((one, other) => one.start - other.start);
  const areApart = ranges.every(({ start }, i) => i === 0 || start >= (ranges[i - 1]?.end ?? 0));
  return areApart ? groupsBy(keys) : null;
}

/** Groups by what stands in the column of departments or posts. */
function groupsOfNames(grid: Grid, { roles, layout, subjects }: BlockReading["understood"]): Groups | null {
  const column = roles.group?.[0]?.column;
  if (column === undefined || layout !== "matrix") return null;
  return groupsBy(subjects.map(({ cell }) => grid.textOver(cell.row, column)));
}

/** The way of ranking that fits the ranks shown best, and how many it misses; the first one that misses none. */
function bestWay(
  shown: readonly (number | null)[],
  totals: readonly (number | null)[],
  groups: Groups | null = null,
): Way {
  let best: Way = { way: [], missed: Infinity };
  for (const order of ["desc", "asc"] as const)
    for (const method of ["competition", "dense", "fractional", "modified"] as const) {
      const way = groups === null ? ranks(totals, method, order) : ranksWithin(totals, groups, method, order);
      let missed = 0;
      for (let i = 0; i < way.length; i += 1)
        if (way[i] !== null && shown[i] !== null && shown[i] !== way[i]) missed += 1;
      if (missed < best.missed) best = { way, missed };
      if (missed === 0) return best;
    }
  return best;
}
interface Way {
  readonly way: readonly (number | null)[];
  readonly missed: number;
}

/**
 * Ranks are compared with our totals; with the sheet's own ones where ours wait for a score.
 * @param totals ours, one a subject @param causes what is wrong with the sheet's own totals
 */
export function rankDifferences(
  grid: Grid,
  { understood }: BlockReading,
  totals: readonly (number | null)[],
  causes: readonly Found[],
): Found[] {
  const { subjects } = understood;
  const cells = subjects.map(({ rank }) => rank);
  const shown = cells.map((cell) => (cell === null ? null : cellNumber(grid.at(cell.row, cell.column))));
  const known = shown.filter((rank) => rank !== null).length;
  if (known === 0) return [];
  const own = subjects.map(({ total }) => (total === null ? null : cellNumber(grid.at(total.row, total.column))));
  const basis = totals.every((total) => total !== null) ? totals : own;
  if (basis.some((total) => total === null)) return [];
  const byRange = groupsOfRanges(grid, cells);
  const all = bestWay(shown, basis, byRange);
  const byName = all.missed === 0 || byRange !== null ? null : groupsOfNames(grid, understood);
  // Within departments only where all ranks are right then.
  const within = byName === null ? all : bestWay(shown, basis, byName);
  const { way, missed } = within.missed === 0 ? within : all;
  const named = cells.flatMap((cell) => cell ?? []);
  const slides = rankSlides(grid, named);
  const isFormula = named.some((cell) => rankRange(grid, cell) !== null);
  // Typed numbers that follow no order at all are a rank of something else.
  if (!isFormula && missed * 2 > known && known > 3 && bestWay(shown, own).missed * 2 > known) return [];
  const followsOwn = causes.length > 0 && own.every((total) => total !== null) && bestWay(shown, own).missed === 0;
  return cells.flatMap((cell, i): Found[] => {
    const place = shown[i] ?? null;
    const ours = way[i] ?? null;
    if (cell === null || place === null || ours === null || place === ours) return [];
    const apart = basis.some((total, k) => k !== i && total === basis[i] && shown[k] !== place);
    const usual: Mistake = apart ? "equal-totals-ranked-apart" : "rank-differs";
    // Ranks that follow wrong totals are wrong for the same reason.
    const mistake = slides ? "rank-range-slides" : followsOwn ? (causes[0]?.mistake ?? usual) : usual;
    return [{ cell, label: subjects[i]?.label ?? "", shown: place, computed: ours, mistake }];
  });
}
