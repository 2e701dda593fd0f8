/** From a user's plain sheet to a located scorecard: cells hold scores on the sheet's own scale, weights stand in a row. */
import type { Actual, Person, Plan, PlanLine, Scorecard, Weight } from "../model/scorecard";
import { ActualCell, cellAt } from "../model/scorecard";
import { SCORING_DEFAULTS } from "../scoring/settings";
import { weightFamily, type WeightScale } from "../weighting/family";
import { Grid, isBlank, numberIn, numberInText } from "./grid";
import { findBlock, type BlockFault, type PlainBlock } from "./plainBlock";
import type { SnapshotSheet } from "./snapshot";
import { headerWord, plays, weightInHeader } from "./words";

export type PlainResult =
  | { readonly ok: true; readonly card: Scorecard; readonly scaleTop: number }
  | { readonly ok: false; readonly faults: readonly BlockFault[]; readonly headerRow: number | null };

export interface PlainOptions {
  readonly rankMethod: "competition" | "dense";
}

/** Tops of the usual scales. */
const SCALE_TOPS = [5, 10, 100, 120];

/** The scale's top: the first usual one that nearly all scores stay under; the largest score where none fits. */
export function scaleTop(scores: readonly number[]): number {
  const under = (top: number): number => scores.reduce((count, score) => (score <= top ? count + 1 : count), 0);
  const fitting = SCALE_TOPS.find((top) => under(top) >= scores.length * 0.9);
  return fitting ?? scores.reduce((highest, score) => Math.max(highest, score), 0);
}

function weightOf(grid: Grid, block: PlainBlock, column: number): Weight {
  const row = block.weightRow ?? block.headerRow;
  const raw = grid.at(row, column);
  const value = block.weightRow === null ? weightInHeader(grid.text(row, column)) : numberIn(raw);
  return { value, raw, cell: cellAt(grid.name, row, column) };
}

function planScale(grid: Grid, block: PlainBlock, lines: readonly PlanLine[]): WeightScale | null {
  const values = lines.flatMap((line) => line.weight.value ?? []);
  const texts = lines.map((line) => line.weight.raw).filter((raw) => typeof raw === "string" && !isBlank(raw));
  const percentTexts = texts.filter((raw) => typeof raw === "string" && numberInText(raw)?.percent === true);
  const word = headerWord(block.weightLabel);
  const scale = weightFamily(values, {
    textPercent: block.weightRow === null || (percentTexts.length > 0 && percentTexts.length === values.length),
    percentFormat: block.indicatorColumns.every((column) => grid.numberFormat(column)?.includes("%") === true),
    importanceHeader: /importance|重要/.test(word) || /1\s*[-–~至]\s*10/.test(block.weightLabel),
    maximumHeader: plays(block.weightLabel, "maximum"),
    highestScores: block.indicatorColumns.map((column) => {
      let highest: number | null = null;
      for (const row of block.rows) {
        const score = grid.number(row, column);
        if (score !== null && (highest === null || score > highest)) highest = score;
      }
      return highest;
    }),
  });
  return scale.ok ? scale.value : null;
}

function actualAt(grid: Grid, row: number, column: number, reason: string): Actual {
  const raw = grid.at(row, column);
  const notApplicable = typeof raw === "string" && reason !== "" && plays(raw, "notApplicable");
  return new ActualCell(raw, numberIn(raw), notApplicable, grid.name, row, column);
}

function personAt(grid: Grid, block: PlainBlock, row: number): Person {
  const own = (column: number | null): Person["ownTotal"] =>
    column === null ? null : { value: grid.number(row, column), cell: cellAt(grid.name, row, column) };
  const reason = block.commentColumn === null ? "" : grid.text(row, block.commentColumn);
  const person: Person = {
    id: block.idColumn === null ? "" : grid.text(row, block.idColumn),
    name: grid.text(row, block.personColumn),
    jobGroup: block.groupColumn === null ? "" : grid.text(row, block.groupColumn),
    cell: cellAt(grid.name, row, block.personColumn),
    plan: 0,
    actuals: block.indicatorColumns.map((column) => actualAt(grid, row, column, reason)),
    ownTotal: own(block.totalColumn),
    ownRank: own(block.rankColumn),
  };
  if (block.evidenceColumn === null) return person;
  const [text, cell] = [grid.text(row, block.evidenceColumn), cellAt(grid.name, row, block.evidenceColumn)];
  return { ...person, proof: { text, cell } };
}

function planOf(grid: Grid, block: PlainBlock): Plan {
  const lines = block.indicatorColumns.map((column, i): PlanLine => {
    const name = grid.text(block.headerRow, column);
    return {
      id: `K${String(i + 1).padStart(2, "0")}`,
      name,
      section: "",
      weight: weightOf(grid, block, column),
      rule: null,
      unknownKind: null,
      cells: {},
      texts: {},
    };
  });
  const left = Math.min(...block.indicatorColumns);
  const right = Math.max(...block.indicatorColumns);
  const last = block.rows.at(-1) ?? block.firstRow;
  return {
    name: grid.name,
    lines,
    scale: planScale(grid, block, lines),
    weights: {
      sheet: grid.name,
      rect: { row: block.weightRow ?? block.headerRow, column: left, rows: 1, columns: right - left + 1 },
    },
    block: {
      sheet: grid.name,
      firstRow: block.firstRow,
      rows: last - block.firstRow + 1,
      personColumn: block.personColumn,
      columns: block.indicatorColumns,
      ...(block.evidenceColumn === null ? {} : { evidenceColumn: block.evidenceColumn }),
    },
  };
}

/** Text above the header, as the sheet's title; else the sheet's name. */
function titleOf(grid: Grid, block: PlainBlock): string {
  for (let row = grid.top; row < block.headerRow; row += 1) {
    if (row === block.weightRow) continue;
    for (let column = grid.left; column <= grid.right; column += 1) {
      const text = grid.text(row, column);
      if (text !== "" && grid.number(row, column) === null && !plays(text, "weight")) return text;
    }
  }
  return grid.name;
}

/** Recognises a plain sheet: people down, indicators across, a row of weights; or says what is missing. */
export function recognisePlain(sheet: SnapshotSheet, options: PlainOptions): PlainResult {
  const found = findBlock(sheet);
  if (!found.ok) return found;
  const { block } = found;
  const grid = new Grid(sheet);
  const plan = planOf(grid, block);
  const people = block.rows.map((row) => personAt(grid, block, row));
  const scores: number[] = [];
  for (const { actuals } of people) for (const { value } of actuals) if (value !== null) scores.push(value);
  const top = scores.length === 0 ? 100 : scaleTop(scores);
  const card: Scorecard = {
    origin: "recognised",
    sheet: sheet.name,
    title: titleOf(grid, block),
    instance: null,
    stage: null,
    plans: [plan],
    people,
    evidence: null,
    bands: [],
    bandCells: [],
    policy: "wait",
    settings: SCORING_DEFAULTS,
    rankMethod: options.rankMethod,
    best: plan.scale?.family === "maximum" ? 100 : top,
    period: { from: null, to: null },
    hasSample: false,
  };
  return { ok: true, card, scaleTop: top };
}
