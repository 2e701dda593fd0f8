/** The sheet's own totals and ranks against ours, cell by cell, with the name of the mistake where it is a known one. */
import type { Rect } from "../../model/a1";
import { ranks } from "../../ranking/ranks";
import { cellAt, type Mistake, type OwnDifference } from "../../model/scorecard";
import type { Grid } from "../grid";
import { isPoints, linesOf, plainTotals, repairedSum, totalIn, type Line, type Measure } from "./compute";
import { factsOf, type CellRef } from "./formulaFacts";
import type { Subject } from "./model";
import { cellNumber } from "./numbers";
import type { BlockReading } from "./readBlocks";

interface Found {
  readonly cell: CellRef;
  readonly label: string;
  readonly shown: number;
  readonly computed: number | null;
  readonly mistake: Mistake;
}

/** Ranges that a total adds up, by itself or through the sums it adds up in turn. */
function addedRanges(grid: Grid, total: CellRef): readonly Rect[] {
  const own = factsOf(grid.formulaInCells(total.row, total.column)).references;
  const inner = own
    .filter((rect) => rect.rows * rect.columns === 1)
    .flatMap((rect) => {
      const { functions, references } = factsOf(grid.formulaInCells(rect.row, rect.column));
      return functions.includes("SUM") ? references : [];
    });
  return [...own, ...inner].filter((rect) => rect.rows > 1);
}

/** A SUM down a column that takes in a cell which is itself a SUM of cells in it, or the sum's row among its own items. */
function countsSubtotal(grid: Grid, { understood }: BlockReading, total: CellRef): boolean {
  const items = understood.layout === "matrix" ? [] : understood.items.map(({ cell }) => cell.row);
  const rows = new Set(items);
  return addedRanges(grid, total).some((rect) => {
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      const inner = factsOf(grid.formulaInCells(row, rect.column));
      const adds = inner.functions.some((name) => name === "SUM" || name === "SUBTOTAL");
      if (adds && inner.references.some((own) => own.column === rect.column && own.rows > 1 && own.row >= rect.row))
        return true;
      const isAmong = rows.size > 0 && !rows.has(row) && rows.has(row + 1) && row + 1 < rect.row + rect.rows;
      if (isAmong && row > rect.row && cellNumber(grid.at(row, rect.column)) !== null) return true;
    }
    return false;
  });
}

/** An AVERAGE or SUM over fewer of the criteria than there are. */
function leavesOut(
  grid: Grid,
  { understood }: BlockReading,
  total: CellRef,
  scores: readonly (CellRef | null)[],
): boolean {
  const { functions, references } = factsOf(grid.formulaInCells(total.row, total.column));
  if (!functions.some((name) => /^(AVERAGE|SUM|SUMPRODUCT)$/.test(name))) return false;
  const covers = (rect: (typeof references)[number], cell: CellRef): boolean =>
    cell.column >= rect.column &&
    cell.column < rect.column + rect.columns &&
    (understood.layout === "matrix" || (cell.row >= rect.row && cell.row < rect.row + rect.rows));
  const taken = scores.filter((cell) => cell !== null && references.some((rect) => covers(rect, cell)));
  return taken.length >= 1 && taken.length < scores.length;
}

/** Where the lines of a typed total that leaves some out stand: the mean or sum of all but the last ones. */
function isOfFewer(lines: readonly Line[], shown: number, tolerance: number): boolean {
  for (let count = lines.length - 1; count >= 2; count -= 1) {
    const fewer = plainTotals(lines.slice(0, count));
    if (fewer.some((total) => Math.abs(total - shown) <= Math.min(tolerance, 0.005))) return true;
  }
  return false;
}

const withoutTexts = (lines: readonly Line[]): Line[] =>
  lines.map((line) => (line.isText ? { ...line, value: 0 } : line));
const droppingTexts = (lines: readonly Line[]): Line[] => lines.filter(({ isText }) => !isText);

function mistakeOf(grid: Grid, reading: BlockReading, measure: Measure, index: number, shown: number): Mistake {
  const { understood, weights } = reading;
  const subject = understood.subjects[index];
  if (subject?.total == null) return "total-differs";
  const lines = linesOf(grid, understood, subject);
  const near = (value: number): boolean => Math.abs(value - shown) <= measure.tolerance;
  const repaired = repairedSum(grid, subject.total);
  const ours = totalIn(measure.unit, lines, isPoints(weights.family));
  if (repaired !== null && Math.abs(repaired - ours) <= measure.tolerance) return "text-number-skipped";
  if (countsSubtotal(grid, reading, subject.total)) return "subtotal-counted-twice";
  const points = isPoints(weights.family);
  const texts = lines.some(({ isText }) => isText);
  if (texts && near(totalIn(measure.unit, withoutTexts(lines), points))) return "text-number-skipped";
  if (
    texts &&
    measure.isUnweighted &&
    [withoutTexts(lines), droppingTexts(lines)].some((own) => plainTotals(own).some(near))
  )
    return "text-number-skipped";
  if (leavesOut(grid, reading, subject.total, subject.scores)) return "too-few-columns";
  if (measure.isUnweighted && plainTotals(lines).some(near)) return "unweighted-sum";
  return isOfFewer(lines, shown, measure.tolerance) ? "too-few-columns" : "total-differs";
}

/** Whoever stands in several rows has scores in all of them, and we read those of the first. */
function takesRowsBelow(grid: Grid, total: CellRef, subject: Subject): boolean {
  const formula = grid.formulaInCells(total.row, total.column);
  if (formula === "") return false;
  return factsOf(formula).references.some(
    (rect) =>
      rect.rows > 1 &&
      rect.row <= total.row &&
      total.row < rect.row + rect.rows &&
      subject.scores.some((cell) => cell?.column === rect.column),
  );
}

/** Totals in one unit differ from ours by about one factor; ten times as much as that is another figure altogether. */
const MOST_SPREAD = 10;

/**
 * Numbers that agree with no reading of the weights, nowhere and in no known way: a column of something else, unless its header
 * says that it is the total and it is of about one size with ours.
 */
function areOther(reading: BlockReading, { fits, isUnweighted }: Measure, found: readonly Found[]): boolean {
  if (fits > 0 || isUnweighted || found.length < 2) return false;
  if (found.some(({ mistake }) => mistake !== "total-differs")) return false;
  if ((reading.understood.sure.total ?? 0) < 0.8) return true;
  const ratios = found.flatMap(({ shown, computed }) =>
    computed === null || computed === 0 ? [] : [Math.abs(shown / computed)],
  );
  return Math.max(...ratios) > Math.min(...ratios) * MOST_SPREAD;
}

/** What a sheet adds to a total without a weight; 0 where it adds nothing. */
function addedTo(grid: Grid, { added = [] }: BlockReading["understood"], { scores }: Subject): number {
  const column = scores.find((cell) => cell !== null)?.column;
  if (column === undefined) return 0;
  return added.reduce((sum, row) => sum + (cellNumber(grid.at(row, column)) ?? 0), 0);
}

function totalDifferences(
  grid: Grid,
  reading: BlockReading,
  measure: Measure,
  totals: readonly (number | null)[],
): Found[] {
  const { understood, weights } = reading;
  return understood.subjects.flatMap((subject, i): Found[] => {
    const { total: cell, label } = subject;
    const shown = cell === null ? null : grid.at(cell.row, cell.column);
    const ours = totals[i] ?? null;
    if (cell === null || typeof shown !== "number") return [];
    if (ours !== null && Math.abs(shown - ours) <= measure.tolerance) return [];
    if (ours !== null && Math.abs(shown - ours - addedTo(grid, understood, subject)) <= measure.tolerance) return [];
    if (understood.layout === "matrix" && takesRowsBelow(grid, cell, subject)) return [];
    const as = (mistake: Mistake): Found[] => [{ cell, label, shown, computed: ours, mistake }];
    if (ours !== null) return as(mistakeOf(grid, reading, measure, i, shown));
    const lines = linesOf(grid, understood, subject);
    if (lines.every(({ value }) => value === null)) return [];
    const counted = totalIn(measure.unit, lines, isPoints(weights.family));
    return Math.abs(counted - shown) <= measure.tolerance ? as("blank-counted-as-zero") : [];
  });
}

interface RankRange {
  readonly start: number;
  readonly isFixed: boolean;
}
/** The range of a RANK; null where the cell holds none. */
function rankRange(grid: Grid, { row, column }: CellRef): RankRange | null {
  const { functions, references, fixedRows } = factsOf(grid.formulaInCells(row, column));
  const at = references.findIndex((rect) => rect.rows > 1);
  if (!functions.some((name) => name.startsWith("RANK")) || at < 0) return null;
  return { start: references[at]?.row ?? 0, isFixed: fixedRows[at] === true };
}

/** RANK whose range moves down with its row. */
function rankSlides(grid: Grid, cells: readonly CellRef[]): boolean {
  let first: number | null = null;
  for (const cell of cells) {
    const range = rankRange(grid, cell);
    if (range === null || range.isFixed) continue;
    first ??= range.start;
    if (range.start !== first) return true;
  }
  return false;
}

/** The way of ranking that fits the ranks shown best, and how many it misses; the first one that misses none. */
function bestWay(shown: readonly (number | null)[], totals: readonly (number | null)[]): Way {
  let best: Way = { way: [], missed: Infinity };
  for (const order of ["desc", "asc"] as const)
    for (const method of ["competition", "dense", "fractional", "modified"] as const) {
      const way = ranks(totals, method, order);
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

/** Ranks are compared with our totals; with the sheet's own ones where ours wait for a score. */
function rankDifferences(
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
  const { way, missed } = bestWay(shown, basis);
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

/**
 * All cells that show another total or rank than ours.
 * @param totals ours, one a subject, in the unit of `measure`; null while a score is missing
 */
export function differencesOf(
  grid: Grid,
  reading: BlockReading,
  measure: Measure,
  totals: readonly (number | null)[],
): readonly OwnDifference[] {
  const all = totalDifferences(grid, reading, measure, totals);
  const isOther = areOther(reading, measure, all);
  const wrong = isOther ? [] : all;
  const places = rankDifferences(grid, reading, isOther ? reading.understood.subjects.map(() => null) : totals, wrong);
  const as =
    (kind: OwnDifference["kind"]) =>
    ({ cell, label, ...rest }: Found): OwnDifference => ({
      kind,
      cell: cellAt(reading.sheet, cell.row, cell.column),
      person: label,
      plan: reading.name,
      ...rest,
    });
  return [...wrong.map(as("total")), ...places.map(as("rank"))];
}
