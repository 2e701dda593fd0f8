/** Finds the block of a user's plain sheet: header row, people down, indicators across, the row of weights. */
import type { SnapshotSheet } from "./snapshot";
import { Grid, numberIn } from "./grid";
import { plays, rolesOf, weightInHeader, type Role } from "./words";

export interface PlainBlock {
  readonly headerRow: number;
  readonly personColumn: number;
  readonly idColumn: number | null;
  readonly groupColumn: number | null;
  readonly commentColumn: number | null;
  /** What the results of a person rest on; may be the comment column. */
  readonly evidenceColumn: number | null;
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
/** Weights under the data are looked for in the last rows of the sheet. */
const WEIGHT_ROWS_AT_END = 12;
const NOT_PEOPLE: readonly Role[] = ["summary", "weight", "maximum"];

interface Header {
  readonly row: number;
  readonly person: number;
}

/** A header names people and at least two more columns, or stands over a column of texts with numbers beside it. */
function findHeader(grid: Grid, sheet: SnapshotSheet): Header | null {
  const candidates = sheet.tables.filter((table) => table.hasHeader).map((table) => table.rect.row);
  for (let row = grid.top; row <= Math.min(grid.bottom, grid.top + HEADER_SEARCH); row += 1) candidates.push(row);
  for (const row of candidates) {
    const person = grid.columns.find((column) => plays(grid.text(row, column), "person"));
    if (person !== undefined && headersRight(grid, row, person) >= 2) return { row, person };
  }
  return candidates.flatMap((row) => shapeHeader(grid, row)).at(0) ?? null;
}

const headersRight = (grid: Grid, row: number, column: number): number =>
  grid.columns.filter((c) => c > column && grid.text(row, c) !== "").length;

/** Without a known word: texts in the row, and under its first cell texts with at least two numbers beside each. */
function shapeHeader(grid: Grid, row: number): Header[] {
  const person = grid.columns.find((column) => !grid.blank(row, column));
  if (person === undefined || typeof grid.at(row, person) !== "string") return [];
  if (plays(grid.text(row, person), "weight") || headersRight(grid, row, person) < 2) return [];
  const texts = grid.columns.filter((c) => c > person && typeof grid.at(row, c) === "string" && !grid.blank(row, c));
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
  const label = (row: number, role: Role): string =>
    grid.columns.map((column) => grid.text(row, column)).find((text) => plays(text, role)) ?? "";
  const numbers = (row: number): number =>
    grid.columns.filter((c) => c > header.person && grid.number(row, c) !== null).length;
  const near = [1, ...Array.from({ length: WEIGHT_ROWS_ABOVE }, (_, i) => -1 - i), 2];
  const named = (role: Role): { row: number; label: string } | null => {
    const row = near
      .map((offset) => header.row + offset)
      .find((r) => r >= grid.top && r <= grid.bottom && label(r, role) !== "" && numbers(r) >= 1);
    return row === undefined ? null : { row, label: label(row, role) };
  };
  const beside = named("weight") ?? named("maximum");
  if (beside !== null) return beside;
  for (let row = Math.max(header.row + 2, grid.bottom - WEIGHT_ROWS_AT_END); row <= grid.bottom; row += 1) {
    const first = [header.person, grid.left].map((column) => grid.text(row, column)).find((text) => text !== "");
    if (first !== undefined && plays(first, "weight") && numbers(row) >= 2) return { row, label: first };
  }
  for (const offset of [1, -1]) {
    const row = header.row + offset;
    if (row < grid.top || !grid.blank(row, header.person) || numbers(row) < 2) continue;
    const values = grid.columns.flatMap((c) => (c > header.person ? (grid.number(row, c) ?? []) : []));
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
    const filled = grid.columns.some((column) => !grid.blank(row, column));
    blanks = filled ? 0 : blanks + 1;
    if (!filled || row === weightRow) continue;
    const roles = rolesOf(name);
    const labels = header.person === grid.left ? roles : [...roles, ...rolesOf(grid.text(row, grid.left))];
    if (labels.some((role) => NOT_PEOPLE.includes(role))) continue;
    if (roles.includes("person")) break;
    const numbers = (): number => grid.columns.filter((c) => c > header.person && grid.number(row, c) !== null).length;
    if (name === "" && numbers() < 2) continue;
    rows.push(row);
  }
  return rows;
}

interface Columns {
  readonly indicators: number[];
  total: number | null;
  rank: number | null;
  comment: number | null;
  evidence: number | null;
  id: number | null;
  group: number | null;
}

/** Whether a column carries a weight of its own, and not the sum of all the others' (as a column of totals may). */
function carriesWeight(grid: Grid, weightRow: number | null, column: number): boolean {
  const own = weightRow === null ? null : grid.number(weightRow, column);
  if (weightRow === null || own === null) return false;
  const others = grid.columns.reduce((sum, c) => (c === column ? sum : sum + (grid.number(weightRow, c) ?? 0)), 0);
  return grid.formula(weightRow, column) === "" && Math.abs(own - others) > 1e-6;
}

/** What a column is by its header and formula; a column with a weight of its own is an indicator whatever it is called. */
function sortColumns(grid: Grid, header: Header, weightRow: number | null, rows: readonly number[]): Columns {
  const found: Columns = {
    indicators: [],
    total: null,
    rank: null,
    comment: null,
    evidence: null,
    id: null,
    group: null,
  };
  for (const column of grid.columns) {
    const text = grid.text(header.row, column);
    if (text === "" || column === header.person) continue;
    const formula = columnFormula(grid, column, rows);
    const weighted = column > header.person && carriesWeight(grid, weightRow, column);
    if (!weighted && plays(text, "evidence")) found.evidence ??= column;
    if (weighted) found.indicators.push(column);
    else if (plays(text, "rank") || RANK_FORMULA.test(formula)) found.rank ??= column;
    else if (plays(text, "id")) found.id ??= column;
    else if (plays(text, "group")) found.group ??= column;
    else if (plays(text, "comment")) found.comment ??= column;
    else if (plays(text, "weight") || plays(text, "weighted") || plays(text, "grade") || plays(text, "date")) continue;
    else if (plays(text, "total") || TOTAL_FORMULA.test(formula)) found.total = column;
    else if (column > header.person && isIndicator(grid, header, column, rows)) found.indicators.push(column);
  }
  return weightRow === null ? found : { ...found, indicators: besideWeights(grid, weightRow, found.indicators) };
}

/**
 * Of columns without a weight only those that stand among the weighted ones, or directly to their right, are indicators
 * whose weight was forgotten; numbers to the left (age, years of service) are something else.
 */
function besideWeights(grid: Grid, weightRow: number, columns: readonly number[]): number[] {
  const weighted = columns.filter((column) => grid.number(weightRow, column) !== null);
  const [first] = weighted;
  const last = weighted.at(-1);
  if (first === undefined || last === undefined) return [...columns];
  return columns.filter((column) => column >= first && column <= last + 1);
}

function isIndicator(grid: Grid, header: Header, column: number, rows: readonly number[]): boolean {
  if (weightInHeader(grid.text(header.row, column)) !== null) return true;
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
      evidenceColumn: columns.evidence,
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
