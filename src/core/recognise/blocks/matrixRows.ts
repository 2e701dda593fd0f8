/** Which rows of a block are people or alternatives: not averages, weights, directions, notes and signatures. */
import type { Grid } from "../grid";
import { isTextual, type Column } from "./columns";
import { factsOf } from "./formulaFacts";
import { hear } from "./lexicon";
import { isWeightLabel, labelLeftOf } from "./matrixWeights";
import type { Region } from "./regions";

const DIRECTION =
  /^([+\-−–]|benefit|cost|max|min|↑|↓|越大越好|越小越好|正向|负向|keuntungan|biaya|beneficio|costo|nutzen|kosten)$/i;
const LOWER = /^([-−–]|cost|min|↓|越小越好|负向|biaya|costo|kosten)$/i;
/** Longer texts without a score are sentences. */
const LONGEST_NAME = 40;
const SIGNATURE =
  /[:：]|_{3,}|\.{4,}|^\*|^(note|notes|注|备注|说明|signature|signed|prepared|approved|date|firma|assinatura|unterschrift|datum|fecha|data|签名|签字|制表|审核)/i;

/** Summaries by their words. A name may hold "Max" or "Min"; a sum or an average it does not. */
export function isSummaryText(text: string): boolean {
  const { roles, sure } = hear(text);
  if (roles.length === 0) return false;
  if (roles.includes("summary")) return sure >= 0.8 || !/\b(max|min|mean)\w*$/i.test(text);
  return sure === 1 && roles.includes("total");
}

/** No person: a role of a row in words. */
function isOtherRow(text: string): boolean {
  const { roles, sure } = hear(text);
  if (roles.length === 0) return false;
  if (isSummaryText(text) || isWeightLabel(text)) return true;
  return sure === 1 && (roles.includes("direction") || roles.includes("scale"));
}

/** A row of "+" and "-" or of words for it, which tells on which criteria less is better. */
export function directionRow(grid: Grid, region: Region, scores: readonly Column[]): number | null {
  if (scores.length === 0) return null;
  const isDirection = (row: number): boolean => scores.every(({ column }) => DIRECTION.test(grid.text(row, column)));
  const first = Math.max(grid.top, region.top - 3);
  const head = (region.headerRows.at(-1) ?? region.top) + 4;
  for (let row = first; row <= Math.min(head, region.bottom); row += 1) if (isDirection(row)) return row;
  for (let row = Math.max(head + 1, region.bottom - 6); row <= region.bottom; row += 1)
    if (isDirection(row)) return row;
  return null;
}
export const isLowerBetter = (text: string): boolean => LOWER.test(text);

/** Most of the scores are sums or averages down their columns. */
function addsDown(grid: Grid, row: number, scores: readonly Column[]): boolean {
  const adding = scores.filter(({ column }) => {
    const formula = grid.formula(row, column);
    if (formula === "") return false;
    return factsOf(formula).references.some((rect) => rect.rows >= 2 && rect.columns === 1 && rect.column === column);
  });
  return adding.length > 0 && adding.length * 2 >= scores.length;
}

/** After the last scored row: somebody still to be scored, told by being like the rows above, and no note or signature. */
function isWaiting(grid: Grid, row: number, text: string, above: number, beside: readonly Column[]): boolean {
  if (text.length > LONGEST_NAME || SIGNATURE.test(text)) return false;
  for (let between = above + 1; between < row; between += 1)
    if (grid.columns.every((column) => grid.blank(between, column))) return false;
  return beside.every(({ column }) => grid.blank(above, column) || !grid.blank(row, column));
}

/** Rows of people, top to bottom. */
export function subjectRows(
  grid: Grid,
  region: Region,
  label: Column,
  scores: readonly Column[],
  weightRow: number | null,
  columns: readonly Column[],
): readonly number[] {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const scored = (row: number): number => scores.filter(({ column }) => !grid.blank(row, column)).length;
  let last = region.bottom;
  while (last >= first && scored(last) === 0) last -= 1;
  const beside = columns.filter((c) => c !== label && c.column < (scores[0]?.column ?? 0) && isTextual(c));
  const rows: number[] = [];
  for (let row = first; row <= region.bottom; row += 1) {
    const text = grid.text(row, label.column);
    if (row === weightRow || isOtherRow(text)) continue;
    if (label.column > grid.left && isOtherRow(labelLeftOf(grid, row, label.column))) continue;
    const filled = scored(row);
    if (text === "") {
      // Scores of somebody whose name is missing, among others.
      const typed = scores.filter(
        ({ column }) => typeof grid.at(row, column) === "number" && grid.formula(row, column) === "",
      );
      if (row < last && typed.length >= Math.max(2, scores.length * 0.6) && rows.length > 0) rows.push(row);
      continue;
    }
    const above = rows.at(-1);
    if (
      filled === 0 &&
      (row > last ? above === undefined || !isWaiting(grid, row, text, above, beside) : text.length > LONGEST_NAME)
    )
      continue;
    if (
      scores.length > 0 &&
      filled > 0 &&
      (addsDown(grid, row, scores) || scores.every(({ column }) => DIRECTION.test(grid.text(row, column))))
    )
      continue;
    rows.push(row);
  }
  return rows;
}
