/** Finds the block of a user's plain sheet: header row, people down, indicators across, the row of weights. */
import type { SnapshotSheet } from "./snapshot";
import { Grid, numberIn } from "./grid";
import { plays, weightInHeader } from "./words";

export interface PlainBlock {
  readonly headerRow: number;
  readonly personColumn: number;
  readonly idColumn: number | null;
  readonly groupColumn: number | null;
  readonly commentColumn: number | null;
  readonly totalColumn: number | null;
  readonly rankColumn: number | null;
  readonly indicatorColumns: readonly number[];
  /** null: the weights stand in the header texts. */
  readonly weightRow: number | null;
  readonly weightLabel: string;
  readonly firstRow: number;
  /** Rows of people, top to bottom; other rows between them (averages, blanks) are left out. */
  readonly rows: readonly number[];
}
export type BlockFault = "noPeople" | "noIndicators" | "noWeights" | "noScores";
export type BlockResult =
  | { readonly ok: true; readonly block: PlainBlock }
  | { readonly ok: false; readonly faults: readonly BlockFault[]; readonly headerRow: number | null };

/** Rows from the top in which a header is looked for. */
const HEADER_SEARCH = 40;
const WEIGHT_ROWS_ABOVE = 4;

interface Header {
  readonly row: number;
  readonly person: number;
}

/** A header names people and at least two more columns, or stands over a column of texts with numbers beside it. */
function findHeader(grid: Grid, sheet: SnapshotSheet): Header | null {
  const candidates = sheet.tables.filter((table) => table.hasHeader).map((table) => table.rect.row);
  for (let row = grid.top; row <= Math.min(grid.bottom, grid.top + HEADER_SEARCH); row += 1) candidates.push(row);
  for (const row of candidates) {
    const person = columnsOf(grid).find((column) => plays(grid.text(row, column), "person"));
    if (person !== undefined && headersRight(grid, row, person) >= 2) return { row, person };
  }
  return candidates.flatMap((row) => shapeHeader(grid, row)).at(0) ?? null;
}

const columnsOf = (grid: Grid): number[] =>
  Array.from({ length: Math.max(0, grid.right - grid.left + 1) }, (_, i) => grid.left + i);

const headersRight = (grid: Grid, row: number, column: number): number =>
  columnsOf(grid).filter((c) => c > column && grid.text(row, c) !== "").length;

/** Without a known word: texts in the row, and under its first cell texts with at least two numbers beside each. */
function shapeHeader(grid: Grid, row: number): Header[] {
  const person = columnsOf(grid).find((column) => !grid.blank(row, column));
  if (person === undefined || typeof grid.at(row, person) !== "string") return [];
  if (plays(grid.text(row, person), "weight") || headersRight(grid, row, person) < 2) return [];
  const texts = columnsOf(grid).filter((c) => c > person && typeof grid.at(row, c) === "string" && !grid.blank(row, c));
  if (texts.length < 2 || texts.some((c) => grid.number(row, c) !== null)) return [];
  let fits = 0;
  for (let r = row + 1; r <= Math.min(grid.bottom, row + 6); r += 1) {
    const named =
      grid.text(r, person) !== "" && grid.number(r, person) === null && !plays(grid.text(r, person), "weight");
    if (named && texts.filter((c) => grid.number(r, c) !== null).length >= 2) fits += 1;
  }
  return fits >= 2 ? [{ row, person }] : [];
}

/** The row of weights: named as such above, under or below the data; else numbers beside the header without a person. */
function findWeightRow(grid: Grid, header: Header): { row: number; label: string } | null {
  const label = (row: number): string =>
    columnsOf(grid)
      .map((column) => grid.text(row, column))
      .find((text) => plays(text, "weight")) ?? "";
  const numbers = (row: number): number =>
    columnsOf(grid).filter((c) => c > header.person && grid.number(row, c) !== null).length;
  const near = [1, ...Array.from({ length: WEIGHT_ROWS_ABOVE }, (_, i) => -1 - i), 2];
  for (const offset of near) {
    const row = header.row + offset;
    if (row >= grid.top && row <= grid.bottom && label(row) !== "" && numbers(row) >= 1)
      return { row, label: label(row) };
  }
  for (let row = header.row + 2; row <= grid.bottom; row += 1) {
    const first = [header.person, grid.left].map((column) => grid.text(row, column)).find((text) => text !== "");
    if (first !== undefined && plays(first, "weight") && numbers(row) >= 2) return { row, label: first };
  }
  for (const offset of [1, -1]) {
    const row = header.row + offset;
    if (row < grid.top || !grid.blank(row, header.person) || numbers(row) < 2) continue;
    const values = columnsOf(grid).flatMap((c) => (c > header.person ? (grid.number(row, c) ?? []) : []));
    const sum = values.reduce((all, value) => all + value, 0);
    if (Math.abs(sum - 100) < 20 || Math.abs(sum - 1) < 0.2) return { row, label: "" };
  }
  return null;
}

const RANK_FORMULA = /\b(RANK|COUNTIFS?)\b/i;
const TOTAL_FORMULA = /\b(SUM|SUMPRODUCT|AVERAGE|MMULT|ROUND)\s*\(|\*.*\+|\+.*\*/i;

function columnFormula(grid: Grid, column: number, rows: readonly number[]): string {
  const row = rows.find((r) => grid.formula(r, column) !== "");
  return row === undefined ? "" : grid.formula(row, column);
}

/** Rows of people: named rows under the header that are no summary and no weights; ends after two rows without any entry. */
function peopleRows(grid: Grid, header: Header, weightRow: number | null, first: number): number[] {
  const rows: number[] = [];
  let blanks = 0;
  for (let row = first; row <= grid.bottom && blanks < 2; row += 1) {
    const name = grid.text(row, header.person);
    const filled = columnsOf(grid).some((column) => !grid.blank(row, column));
    blanks = filled ? 0 : blanks + 1;
    if (!filled || row === weightRow) continue;
    const labels = [grid.left, header.person].map((column) => grid.text(row, column));
    if (labels.some((text) => plays(text, "summary") || plays(text, "weight") || plays(text, "maximum"))) continue;
    if (plays(name, "person")) break;
    const numbers = columnsOf(grid).filter((c) => c > header.person && grid.number(row, c) !== null).length;
    if (name === "" && numbers < 2) continue;
    rows.push(row);
  }
  return rows;
}

interface Columns {
  readonly indicators: number[];
  total: number | null;
  rank: number | null;
  comment: number | null;
  id: number | null;
  group: number | null;
}

function sortColumns(grid: Grid, header: Header, weightRow: number | null, rows: readonly number[]): Columns {
  const found: Columns = { indicators: [], total: null, rank: null, comment: null, id: null, group: null };
  for (const column of columnsOf(grid)) {
    const text = grid.text(header.row, column);
    if (text === "" || column === header.person) continue;
    const formula = columnFormula(grid, column, rows);
    const weighted = weightRow !== null && grid.number(weightRow, column) !== null && weightRow !== column;
    if (plays(text, "rank") || RANK_FORMULA.test(formula)) found.rank ??= column;
    else if (plays(text, "id")) found.id ??= column;
    else if (plays(text, "group") && !weighted) found.group ??= column;
    else if (plays(text, "comment") && !weighted) found.comment ??= column;
    else if (plays(text, "weight") || plays(text, "weighted") || plays(text, "grade") || plays(text, "date")) continue;
    else if (plays(text, "total") || TOTAL_FORMULA.test(formula)) found.total = column;
    else if (column > header.person && isIndicator(grid, header, column, rows, weighted)) found.indicators.push(column);
  }
  return found;
}

function isIndicator(grid: Grid, header: Header, column: number, rows: readonly number[], weighted: boolean): boolean {
  if (weighted || weightInHeader(grid.text(header.row, column)) !== null) return true;
  const filled = rows.filter((row) => !grid.blank(row, column));
  const numbers = filled.filter((row) => numberIn(grid.at(row, column)) !== null);
  return numbers.length > 0 && numbers.length * 2 >= filled.length;
}

/** Finds the block, or says what is missing. */
export function findBlock(sheet: SnapshotSheet): BlockResult {
  const grid = new Grid(sheet);
  const header = findHeader(grid, sheet);
  if (header === null) return { ok: false, faults: ["noPeople"], headerRow: null };
  const weights = findWeightRow(grid, header);
  const weightRow = weights?.row ?? null;
  const firstRow = weightRow === header.row + 1 ? header.row + 2 : header.row + 1;
  const rows = peopleRows(grid, header, weightRow, firstRow);
  const columns = sortColumns(grid, header, weightRow, rows);
  const inHeaders = columns.indicators.filter((c) => weightInHeader(grid.text(header.row, c)) !== null).length;
  const faults: BlockFault[] = [];
  if (rows.length === 0) faults.push("noPeople");
  if (columns.indicators.length === 0) faults.push("noIndicators");
  if (columns.indicators.length > 0 && weightRow === null && inHeaders < 2) faults.push("noWeights");
  if (faults.length > 0) return { ok: false, faults, headerRow: header.row };
  return {
    ok: true,
    block: {
      headerRow: header.row,
      personColumn: header.person,
      idColumn: columns.id,
      groupColumn: columns.group,
      commentColumn: columns.comment,
      totalColumn: columns.total,
      rankColumn: columns.rank,
      indicatorColumns: columns.indicators,
      weightRow,
      weightLabel: weights?.label ?? "",
      firstRow,
      rows,
    },
  };
}
