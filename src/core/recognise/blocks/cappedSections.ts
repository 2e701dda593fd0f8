/**
 * Sections whose points count up to their full marks, by the sheet's own formulas: a total that adds up cells each of which is
 * "=MIN(full marks, SUM(points))". The sections are then what is scored, and the points under them what they are made of.
 */
import type { Grid } from "../grid";
import { capOf, type Cap } from "./capped";
import { isSummaryLabel, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import type { Item, ItemWeight, Subject, Understood } from "./model";
import { cellNumber } from "./numbers";
import { rangesOf } from "./matrixWeights";
import type { Region } from "./regions";

interface Part extends CellRef {
  /** null: the plain sum of its points. */
  readonly cap: Cap | null;
  /** First row of what is summed. */
  readonly from: number;
}
const LEAST = 2;
const MOST_ADDED = 200;
/** How far under the block its total may stand. */
const BELOW = 3;

/** A section's cell: a limited sum, or a plain one down a column; null for any other. */
function partAt(grid: Grid, cell: CellRef): Part | null {
  const cap = capOf(grid, cell);
  const formula = grid.formulaInCells(cell.row, cell.column);
  const sources = cap?.sources ?? (/^=\s*SUM\([^()]*\)$/i.test(formula) ? factsOf(formula).references : []);
  const areDown = sources.length > 0 && sources.every(({ columns }) => columns === 1);
  return areDown ? { ...cell, cap, from: Math.min(...sources.map(({ row }) => row)) } : null;
}

/** The sections that a total adds up; null where it adds up anything else. */
function partsOf(grid: Grid, total: CellRef): readonly Part[] | null {
  const formula = grid.formulaInCells(total.row, total.column);
  if (formula === "" || capOf(grid, total) !== null) return null;
  const parts: Part[] = [];
  for (const rect of factsOf(formula).references) {
    if (rect.columns > 1 || rect.rows > MOST_ADDED) return null;
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      if (grid.blank(row, rect.column)) continue;
      const part = partAt(grid, { row, column: rect.column });
      if (part === null) return null;
      parts.push(part);
    }
  }
  const isOne = parts.every(({ column }) => column === parts[0]?.column);
  return isOne && parts.length >= LEAST && parts.some(({ cap }) => cap !== null) ? parts : null;
}

/** The cell with a section's full marks: the one in its formula, else one with that number in its rows, left of its points. */
function limitCell(grid: Grid, { cap, row, column, from }: Part, inColumn: number | undefined): CellRef | null {
  if (cap !== null && cap.cell !== null) return cap.cell;
  const rows = Array.from(
    { length: Math.max(row, from) - Math.min(row, from - 1) + 1 },
    (_, i) => Math.min(row, from - 1) + i,
  );
  for (const at of [row, ...rows])
    for (const place of inColumn === undefined ? grid.columns : [inColumn]) {
      const value = cellNumber(grid.at(at, place));
      if (place < column && value !== null && (cap === null || value === cap.most)) return { row: at, column: place };
    }
  return null;
}

/** A section's name: the first text in the row of its full marks that names no sum. */
function nameAt(grid: Grid, rows: readonly number[], until: number): CellRef | null {
  for (const row of rows)
    for (const column of grid.columns) {
      if (column >= until) break;
      const text = grid.text(row, column);
      if (text !== "" && cellNumber(text) === null && !isSummaryLabel(text)) return { row, column };
    }
  return null;
}

function itemOf(grid: Grid, part: Part, inColumn: number | undefined): Item | null {
  const limit = limitCell(grid, part, inColumn);
  const weight: ItemWeight | null =
    limit !== null
      ? { value: cellNumber(grid.at(limit.row, limit.column)), raw: grid.at(limit.row, limit.column), cell: limit }
      : part.cap !== null
        ? { value: part.cap.most, raw: part.cap.most, cell: null }
        : null;
  const name = nameAt(grid, [limit?.row ?? part.row, part.row, part.from], part.column);
  if (weight === null || name === null) return null;
  return { name: grid.text(name.row, name.column), cell: name, group: "", weight, lower: false };
}

interface Counted {
  readonly total: CellRef;
  readonly parts: readonly Part[];
}

/** The total of a column that adds up most sections. */
function countedIn(grid: Grid, { top, bottom }: Region, column: number): Counted | null {
  let best: Counted | null = null;
  for (let row = top; row <= Math.min(grid.bottom, bottom + BELOW); row += 1) {
    const total = { row, column };
    const parts = partsOf(grid, total);
    if (parts !== null && parts.length > (best?.parts.length ?? 0)) best = { total, parts };
  }
  return best;
}

/** Whether what a subject has scores in is the sections of one of the totals, and nothing else. */
function countsParts(grid: Grid, { scores }: Subject, counted: readonly Counted[]): boolean {
  const own = scores.filter((cell) => cell !== null && cellNumber(grid.at(cell.row, cell.column)) !== null);
  return counted.some(
    ({ parts }) =>
      own.length === parts.length &&
      parts.every((part) => own.some((cell) => cell?.row === part.row && cell.column === part.column)),
  );
}

/**
 * The block read by its limited sections; null where its formulas limit none, or `read` counts these cells already.
 * @param read what was understood without asking for limits
 */
export function withCappedSections(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  read: Understood,
): Understood {
  if (!grid.hasFormulas) return read;
  const counted = columns.flatMap(({ column }) => countedIn(grid, region, column) ?? []);
  const [first] = counted;
  if (first === undefined) return read;
  if (read.refusal === null && read.subjects.every((subject) => countsParts(grid, subject, counted))) return read;
  const inColumn = first.parts.map(({ cap }) => cap?.cell?.column).find((column) => column !== undefined);
  const items = first.parts.map((part) => itemOf(grid, part, inColumn));
  const known = items.flatMap((item) => item ?? []);
  const rows = first.parts.map(({ row }) => row);
  const same = counted.filter(({ parts }) => parts.map(({ row }) => row).join() === rows.join());
  if (known.length < items.length) return read;
  const person = read.subjects.length === 1 ? read.subjects[0] : undefined;
  const subjects = same.map(({ total, parts }): Subject => {
    const head = columns.find(({ column }) => column === parts[0]?.column);
    const isAlone = same.length === 1;
    return {
      label: isAlone ? (person?.label ?? grid.name) : (head?.header ?? ""),
      cell:
        isAlone && person !== undefined
          ? person.cell
          : { row: head?.headerRow ?? region.top, column: parts[0]?.column ?? 0 },
      scores: parts,
      targets: [],
      total,
      rank: null,
    };
  });
  const weights = known.flatMap(({ weight: { cell } }) => cell ?? []);
  return {
    layout: same.length === 1 ? "form" : "transposed",
    items: known,
    subjects,
    roles: {
      criterion: rangesOf(known.map(({ cell }) => cell)),
      ...(weights.length === 0 ? {} : { weight: rangesOf(weights) }),
      score: rangesOf(same.flatMap(({ parts }) => parts)),
      total: rangesOf(same.map(({ total }) => total)),
    },
    sure: { criterion: 0.6, weight: 0.8, score: 0.8, total: 0.8 },
    weightHeader: "maximum points",
    scoreKind: "score",
    refusal: null,
  };
}

/** Columns that hold limited sums of others of their rows, with the limits, and those others. */
export interface CappedColumns {
  readonly weights: ReadonlyMap<number, ItemWeight>;
  readonly details: ReadonlySet<number>;
}

/** Of a block with people in rows: the columns whose first formulas limit sums of columns beside them; null for none. */
export function cappedColumns(grid: Grid, body: readonly number[], columns: readonly Column[]): CappedColumns | null {
  if (!grid.hasFormulas) return null;
  const weights = new Map<number, ItemWeight>();
  const details = new Set<number>();
  for (const { column } of columns) {
    const row = body.find((at) => grid.formulaInCells(at, column) !== "");
    const cap = row === undefined ? null : capOf(grid, { row, column });
    if (cap === null || cap.sources.some((rect) => rect.row !== row || rect.rows > 1)) continue;
    const raw = cap.cell === null ? cap.most : grid.at(cap.cell.row, cap.cell.column);
    weights.set(column, { value: cap.most, raw, cell: cap.cell });
    for (const rect of cap.sources) for (let c = 0; c < rect.columns; c += 1) details.add(rect.column + c);
  }
  return weights.size >= LEAST ? { weights, details } : null;
}
