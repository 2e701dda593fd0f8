/** Grade bands that somebody wrote out ("90-100", "80~89", "<60", "70分以上"), and the values that none or two of them take. */
import { cellAt, type OwnBandGap } from "../../model/scorecard";
import { isBlank, type Grid } from "../grid";
import type { CellRef } from "./formulaFacts";

interface Span {
  readonly cell: CellRef;
  readonly low: number;
  readonly high: number;
  /** Whether the bounds themselves belong to it. */
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
  readonly digits: number;
  readonly isPercent: boolean;
}

const NUMBER = String.raw`(-?\d+(?:[.,]\d+)?)`;
const BETWEEN = new RegExp(
  `^([[(]?)${NUMBER}(?:~|-|–|—|至|到|to|s/d|s\\.d\\.|bis|đến|(?<=^[[(].*)[,;])${NUMBER}([\\])]?)$`,
);
const CHAIN = new RegExp(`^${NUMBER}(<=|<|≤)[a-z得分x]*(<=|<|≤)${NUMBER}$`);
const LEAST = new RegExp(
  `^(?:(?:>=|≥|from|ab|desde|不低于|不少于)${NUMBER}|${NUMBER}(?:\\+|及以上|以上|andabove|orabove|ormore|undmehr|ymas))$`,
);
const OVER = new RegExp(`^(?:>|over|above|高于|超过|大于)${NUMBER}$`);
const MOST = new RegExp(`^(?:(?:<=|≤|upto|不高于|不超过)${NUMBER}|${NUMBER}(?:及以下|andbelow|orbelow|orless))$`);
const UNDER = new RegExp(`^(?:(?:<|below|under|unter|less than|低于|不足|小于)${NUMBER}|${NUMBER}以下)$`);

const numberOf = (text: string | undefined): number => Number((text ?? "").replace(",", "."));
const digitsOf = (text: string): number =>
  [...text.matchAll(/\d[.,](\d+)/g)].reduce((most, [, digits]) => Math.max(most, digits?.length ?? 0), 0);

/** The span that a text names; null for any other text. */
function spanOf(raw: string, cell: CellRef): Span | null {
  if (!/\d/.test(raw) || raw.length > 30) return null;
  const said = raw.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const hasLow = !/^\D*\d+[^~\-至到]*\(不含\)/.test(said) || !/[~\-–—至到]/.test(said);
  const open = /\(不含\)$/.test(said);
  const plain = said.replace(/\((不)?含\)/g, "").replace(/(分|点|points?|pts?|%)/g, "");
  const base = { cell, digits: digitsOf(plain), isPercent: said.includes("%") };
  const between = BETWEEN.exec(plain);
  if (between !== null) {
    const [low, high] = [numberOf(between[2]), numberOf(between[3])];
    if (low >= high) return null;
    return { ...base, low, high, hasLow: hasLow && between[1] !== "(", hasHigh: !open && between[4] !== ")" };
  }
  const chain = CHAIN.exec(plain);
  if (chain !== null)
    return {
      ...base,
      low: numberOf(chain[1]),
      high: numberOf(chain[4]),
      hasLow: chain[2] !== "<",
      hasHigh: chain[3] !== "<",
    };
  const bound = (pattern: RegExp): number | null => {
    const match = pattern.exec(plain);
    return match === null ? null : numberOf(match[1] ?? match[2]);
  };
  const [least, over, most, under] = [bound(LEAST), bound(OVER), bound(MOST), bound(UNDER)];
  if (least !== null) return { ...base, low: least, high: Infinity, hasLow: true, hasHigh: false };
  if (over !== null) return { ...base, low: over, high: Infinity, hasLow: false, hasHigh: false };
  if (most !== null) return { ...base, low: -Infinity, high: most, hasLow: false, hasHigh: true };
  return under === null ? null : { ...base, low: -Infinity, high: under, hasLow: false, hasHigh: false };
}

/** Runs of three and more spans that follow each other up or down. */
function runsOf(spans: readonly (Span | null)[]): readonly (readonly Span[])[] {
  const runs: Span[][] = [[]];
  for (const span of spans)
    if (span === null) runs.push([]);
    else runs.at(-1)?.push(span);
  return runs.flatMap((run) => {
    if (run.length < 3) return [];
    const isUp = run.every((span, i) => i === 0 || span.low > (run[i - 1]?.low ?? Infinity));
    const isDown = run.every((span, i) => i === 0 || span.low < (run[i - 1]?.low ?? -Infinity));
    return isUp ? [run] : isDown ? [[...run].reverse()] : [];
  });
}

const HUNDREDTH = 0.01;

/** What is wrong between two neighbours; null where they meet. */
function between(sheet: string, lower: Span, upper: Span, step: number, totals: readonly number[]): OwnBandGap | null {
  const [from, to] = [lower.high, upper.low];
  const cell = cellAt(sheet, upper.cell.row, upper.cell.column);
  const distance = to - from;
  const as = (kind: OwnBandGap["kind"]): OwnBandGap => ({ kind, cell, from, to, unit: upper.isPercent ? "%" : "" });
  if (distance < -1e-9) return as("overlap");
  if (distance <= 1e-9) return lower.hasHigh || upper.hasLow ? null : as("gap");
  // Whole points may be all there are; percent are not, unless they are written to the hundredth ("39.99 %" then "40 %"), and a total
  // inside the gap shows that there are others.
  const isPercent = (upper.isPercent || lower.isPercent) && step > HUNDREDTH + 1e-9;
  const isInside = totals.some((total) => total > from && total < to);
  return distance > step + 1e-9 || isPercent || isInside ? as("gap") : null;
}

function gapsOf(sheet: string, run: readonly Span[], totals: readonly number[]): OwnBandGap[] {
  const step = 10 ** -run.reduce((most, { digits }) => Math.max(most, digits), 0);
  const gaps = run.flatMap((upper, i) => {
    const lower = run[i - 1];
    return lower === undefined ? [] : (between(sheet, lower, upper, step, totals) ?? []);
  });
  // Ranges with holes everywhere are no bands of one scale.
  return gaps.length * 2 > run.length && run.length > 3 && gaps.every(({ from, to }) => to - from > 5 * step)
    ? []
    : gaps;
}

/** Largest sheet that is searched: bands are written on small ones. */
const MOST_CELLS = 40_000;

/**
 * Gaps and overlaps of all bands written out on a sheet, down columns and along rows.
 * @param totalsOf asked only on sheets that are searched
 */
export function bandGaps(grid: Grid, totalsOf: () => readonly number[]): readonly OwnBandGap[] {
  const count = Math.max(0, grid.bottom - grid.top + 1);
  if (count * grid.columns.length > MOST_CELLS) return [];
  const rows = Array.from({ length: count }, (_, i) => grid.top + i);
  const spanAt = (row: number, column: number): Span | null => {
    const value = grid.at(row, column);
    return typeof value === "string" && !isBlank(value) ? spanOf(value, { row, column }) : null;
  };
  const down = grid.columns.flatMap((column) => runsOf(rows.map((row) => spanAt(row, column))));
  const along = rows.flatMap((row) => runsOf(grid.columns.map((column) => spanAt(row, column))));
  const totals = totalsOf();
  return [...down, ...along].flatMap((run) => gapsOf(grid.name, run, totals));
}
