/** Totals, coverage and ranks of a block, in the unit of the sheet's own totals where it has any. */
import { ranks } from "../../ranking/ranks";
import { roundHalfAway } from "../../scoring/round";
import type { Grid } from "../grid";
import type { BlockFamily } from "./family";
import type { CellRef } from "./formulaFacts";
import type { Subject, Understood } from "./model";
import { cellNumber } from "./numbers";

/** How a total is made of scores v and weights w. */
export type Method = "mean" | "sum" | "hundredth" | "percent" | "points" | "share" | "plainSum" | "plainMean";

export interface BlockResult {
  readonly label: string;
  readonly cell: CellRef;
  /** null while a weighted score is missing. */
  readonly total: number | null;
  /** Weight scored ÷ all weight, 0–1. */
  readonly coverage: number;
  readonly rank: number | null;
}
export interface Computation {
  readonly method: Method;
  readonly results: readonly BlockResult[];
  /** The sheet's own totals follow no weights, although there are some. */
  readonly isUnweighted: boolean;
}
export interface Line {
  readonly weight: number;
  readonly value: number | null;
  readonly isText: boolean;
}

const at = (grid: Grid, cell: CellRef | null | undefined): number | null =>
  cell === null || cell === undefined ? null : cellNumber(grid.at(cell.row, cell.column));

/** Attainment of a target, as a percent; the less the better turned round. */
function attained(actual: number, target: number | null, lower: boolean): number | null {
  if (target === null || target === 0 || (lower && actual === 0)) return null;
  return (lower ? target / actual : actual / target) * 100;
}

/** Weighted lines of a subject; criteria without a weight count nothing. */
export function linesOf(grid: Grid, understood: Understood, subject: Subject): readonly Line[] {
  const isSigned = understood.items.some(({ weight }) => (weight.value ?? 0) < 0);
  return understood.items.map((item, i) => {
    const cell = subject.scores[i];
    const raw = at(grid, cell);
    const target = subject.targets.length === 0 ? null : at(grid, subject.targets[i]);
    const value = raw === null || understood.scoreKind === "score" ? raw : attained(raw, target, item.lower);
    const isText = cell !== null && cell !== undefined && typeof grid.at(cell.row, cell.column) === "string";
    const sign = item.lower && !isSigned && understood.layout === "matrix" ? -1 : 1;
    return { weight: (item.weight.value ?? 0) * sign, value, isText };
  });
}

/** The total by a method; a missing score counts nothing in it. */
export function totalBy(method: Method, lines: readonly Line[]): number {
  let [weighted, weights, plain, count] = [0, 0, 0, 0];
  for (const { weight, value } of lines) {
    weights += Math.abs(weight);
    if (value === null) continue;
    weighted += weight * value;
    plain += value;
    count += 1;
  }
  const made: Record<Method, number> = {
    mean: weights === 0 ? 0 : weighted / weights,
    sum: weighted,
    hundredth: weighted / 100,
    percent: weights === 0 ? 0 : (weighted / weights) * 100,
    points: plain,
    share: weights === 0 ? 0 : (plain / weights) * 100,
    plainSum: plain,
    plainMean: count === 0 ? 0 : plain / count,
  };
  return roundHalfAway(made[method], 6);
}

/** Whether two totals agree within what the sheet's own digits show. */
export function agrees(own: number, ours: number): boolean {
  const digits = /\.(\d+)/.exec(String(own))?.[1]?.length ?? 0;
  return (
    Math.abs(own - ours) <= Math.max(1e-6 * Math.abs(own), 0.5000001 * 10 ** -Math.min(Math.max(digits, 1), 6), 1e-9)
  );
}

const METHODS: Readonly<Record<BlockFamily, readonly Method[]>> = {
  percent: ["mean", "sum", "hundredth", "percent"],
  fraction: ["mean", "sum", "percent"],
  importance: ["mean", "sum", "hundredth", "percent"],
  maximum: ["points", "share"],
  "in-score": ["points"],
  none: ["mean"],
};

function chosen(
  grid: Grid,
  understood: Understood,
  lines: readonly (readonly Line[])[],
  family: BlockFamily,
): { method: Method; isUnweighted: boolean } {
  const methods = METHODS[family];
  const own = understood.subjects.map(({ total }) => at(grid, total));
  const hits = (method: Method): number =>
    own.filter((total, i) => total !== null && agrees(total, totalBy(method, lines[i] ?? []))).length;
  const first = methods[0] ?? "mean";
  const best = methods.reduce((a, b) => (hits(b) > hits(a) ? b : a), first);
  const isPoints = family === "maximum" || family === "in-score";
  const plain = isPoints ? 0 : Math.max(hits("plainSum"), hits("plainMean"));
  const known = own.filter((total) => total !== null).length;
  const isUnweighted = plain > hits(best) && plain * 2 > known;
  return { method: best, isUnweighted };
}

/** Computes a block that is not refused. Ranks wait for complete totals: 1 is the highest, ties share. */
export function computeBlock(grid: Grid, understood: Understood, family: BlockFamily): Computation {
  const lines = understood.subjects.map((subject) => linesOf(grid, understood, subject));
  const { method, isUnweighted } = chosen(grid, understood, lines, family);
  const totals = lines.map((own): number | null =>
    own.some(({ weight, value }) => weight !== 0 && value === null) ? null : totalBy(method, own),
  );
  const places = ranks(totals, "competition");
  const results = understood.subjects.map(({ label, cell }, i): BlockResult => {
    const own = lines[i] ?? [];
    const all = own.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
    const scored = own.reduce((sum, { weight, value }) => (value === null ? sum : sum + Math.abs(weight)), 0);
    const coverage = all === 0 ? 0 : roundHalfAway(scored / all, 6);
    return { label, cell, total: totals[i] ?? null, coverage, rank: places[i] ?? null };
  });
  return { method, results, isUnweighted };
}
