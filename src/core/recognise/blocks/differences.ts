/** The sheet's own totals and ranks against ours, cell by cell, with the name of the mistake where it is a known one. */
import { ranks } from "../../ranking/ranks";
import type { Grid } from "../grid";
import { agrees, linesOf, totalBy, type Computation, type Line } from "./compute";
import { factsOf, type CellRef } from "./formulaFacts";
import type { Understood } from "./model";
import { cellNumber } from "./numbers";

export type Mistake =
  | "rank-range-slides"
  | "subtotal-counted-twice"
  | "unweighted-sum"
  | "equal-totals-ranked-apart"
  | "text-number-skipped"
  | "too-few-columns"
  | "blank-counted-as-zero"
  | "total-differs"
  | "rank-differs";
export interface Difference {
  readonly cell: CellRef;
  readonly shown: number;
  readonly computed: number | null;
  readonly mistake: Mistake;
}

/** A SUM down a column that takes in a cell which is itself a SUM of cells in it. */
function countsSubtotal(grid: Grid, total: CellRef): boolean {
  const { references } = factsOf(grid.formula(total.row, total.column));
  return references.some((rect) => {
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      const inner = factsOf(grid.formula(row, rect.column));
      const adds = inner.functions.some((name) => name === "SUM" || name === "SUBTOTAL");
      if (
        rect.rows > 1 &&
        adds &&
        inner.references.some((own) => own.column === rect.column && own.rows > 1 && own.row >= rect.row)
      )
        return true;
    }
    return false;
  });
}

/** An AVERAGE or SUM over fewer of the criteria than there are. */
function leavesOut(grid: Grid, understood: Understood, total: CellRef, scores: readonly (CellRef | null)[]): boolean {
  const { functions, references } = factsOf(grid.formula(total.row, total.column));
  if (understood.layout !== "matrix" || !functions.some((name) => /^(AVERAGE|SUM)$/.test(name))) return false;
  const taken = scores.filter((cell) =>
    references.some((rect) => cell !== null && cell.column >= rect.column && cell.column < rect.column + rect.columns),
  );
  return taken.length >= 1 && taken.length < scores.length;
}

const withoutTexts = (lines: readonly Line[]): Line[] =>
  lines.map((line) => (line.isText ? { ...line, value: 0 } : line));

function totalDifferences(grid: Grid, understood: Understood, computation: Computation): Difference[] {
  const { method, results, isUnweighted } = computation;
  return understood.subjects.flatMap((subject, i): Difference[] => {
    const cell = subject.total;
    const shown = cell === null ? null : grid.at(cell.row, cell.column);
    const ours = results[i]?.total ?? null;
    if (cell === null || typeof shown !== "number") return [];
    const lines = linesOf(grid, understood, subject);
    if (ours !== null && agrees(shown, ours)) return [];
    const as = (mistake: Mistake): Difference[] => [{ cell, shown, computed: ours, mistake }];
    if (ours === null) return agrees(shown, totalBy(method, lines)) ? as("blank-counted-as-zero") : [];
    if (countsSubtotal(grid, cell)) return as("subtotal-counted-twice");
    if (lines.some(({ isText }) => isText) && agrees(shown, totalBy(method, withoutTexts(lines))))
      return as("text-number-skipped");
    if (leavesOut(grid, understood, cell, subject.scores)) return as("too-few-columns");
    return as(
      isUnweighted && (agrees(shown, totalBy("plainSum", lines)) || agrees(shown, totalBy("plainMean", lines)))
        ? "unweighted-sum"
        : "total-differs",
    );
  });
}

/** RANK whose range moves down with its row. */
function rankSlides(grid: Grid, cells: readonly CellRef[]): boolean {
  const ranges = cells.flatMap(({ row, column }) => {
    const { functions, references, fixedRows } = factsOf(grid.formula(row, column));
    const at = references.findIndex((rect) => rect.rows > 1);
    return functions.some((name) => name.startsWith("RANK")) && at >= 0 && fixedRows[at] === false
      ? [references[at]?.row ?? 0]
      : [];
  });
  return new Set(ranges).size > 1;
}

function rankDifferences(grid: Grid, understood: Understood, { results }: Computation): Difference[] {
  const cells = understood.subjects.map(({ rank }) => rank);
  const shown = cells.map((cell) => (cell === null ? null : cellNumber(grid.at(cell.row, cell.column))));
  const totals = results.map(({ total }) => total);
  if (shown.every((rank) => rank === null) || totals.some((total) => total === null)) return [];
  const ways = (["desc", "asc"] as const).flatMap((order) => [
    ranks(totals, "competition", order),
    ranks(totals, "dense", order),
    ranks(totals, "fractional", order),
  ]);
  const misses = (way: readonly (number | null)[]): number =>
    way.filter((rank, i) => shown[i] !== null && shown[i] !== rank).length;
  const [usual] = ways;
  if (usual === undefined) return [];
  const best = ways.reduce((a, b) => (misses(b) < misses(a) ? b : a), usual);
  const slides = rankSlides(
    grid,
    cells.flatMap((cell) => cell ?? []),
  );
  return cells.flatMap((cell, i): Difference[] => {
    const own = shown[i] ?? null;
    const ours = best[i] ?? null;
    if (cell === null || own === null || ours === null || own === ours) return [];
    const apart = totals.some((total, k) => k !== i && total === totals[i] && shown[k] !== own);
    return [
      {
        cell,
        shown: own,
        computed: ours,
        mistake: slides ? "rank-range-slides" : apart ? "equal-totals-ranked-apart" : "rank-differs",
      },
    ];
  });
}

/** All cells that show another total or rank than ours. */
export const differencesOf = (grid: Grid, understood: Understood, computation: Computation): readonly Difference[] => [
  ...totalDifferences(grid, understood, computation),
  ...rankDifferences(grid, understood, computation),
];
