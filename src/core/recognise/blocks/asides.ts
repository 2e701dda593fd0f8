/**
 * What stands on a sheet beside its scorecard and belongs to none: keys of points and levels, lists of departments, prices or
 * attendance, dates and lines for signatures, notes. Each stands apart, with empty cells around it, and is smaller than the table.
 */
import { plainText, type Grid } from "../grid";
import type { CellValue, SnapshotSheet } from "../snapshot";
import type { SheetRole } from "./dictionary";
import { isLevelWord } from "./levels";
import { headerForm, hear } from "./lexicon";
import { isNoteText } from "./matrixRows";
import { cellNumber } from "./numbers";

/** Larger sheets are read as they are. */
const MOST_CELLS = 20_000;
const MOST_ROWS = 15;
const MOST_COLUMNS = 4;

interface Place {
  readonly row: number;
  readonly column: number;
}
/** Filled cells that touch each other, row by row. */
interface Island {
  readonly cells: readonly Place[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Filled cells that touch, also at a corner; a merged area is filled as a whole. */
function islandsOf(grid: Grid, sheet: SnapshotSheet): readonly Island[] {
  const width = grid.columns.length;
  const filled = new Uint8Array(Math.max(0, grid.bottom - grid.top + 1) * width);
  for (let row = grid.top, i = 0; row <= grid.bottom; row += 1)
    for (const column of grid.columns) filled[i++] = grid.blank(row, column) ? 0 : 1;
  for (const { row, column, rows, columns } of sheet.merges) {
    if (grid.blank(row, column)) continue;
    for (let r = row; r < row + rows; r += 1)
      for (let c = column; c < column + columns; c += 1) {
        const at = grid.placeOf(r, c);
        if (at >= 0) filled[at] = 1;
      }
  }
  const found: Island[] = [];
  for (let start = 0; start < filled.length; start += 1)
    if (filled[start] === 1) found.push(islandOf(cellsFrom(grid, filled, start, width)));
  return found;
}

function islandOf(cells: readonly Place[]): Island {
  const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
  return {
    cells,
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

/** Islands in the same rows under or over the main one are one line with gaps. */
function joinedRows(islands: readonly Island[], main: Island): readonly Island[] {
  const found: Island[] = [];
  for (const island of islands) {
    const isApart = island === main || (island.left > main.right && island.top <= main.bottom);
    const at = isApart
      ? -1
      : found.findIndex(
          (other) =>
            other !== main &&
            other.top <= island.bottom &&
            other.bottom >= island.top &&
            (other.top > main.bottom || other.bottom < main.top),
        );
    const other = found[at];
    if (other === undefined) found.push(island);
    else {
      const cells = [...other.cells, ...island.cells].sort((a, b) => a.row - b.row || a.column - b.column);
      found[at] = islandOf(cells);
    }
  }
  return found;
}

/** Everything that hangs together with one cell, row by row; taken out of `filled`. */
function cellsFrom(grid: Grid, filled: Uint8Array, start: number, width: number): readonly Place[] {
  const [open, own] = [[start], [] as number[]];
  filled[start] = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    own.push(at);
    const column = at % width;
    for (let down = -1; down <= 1; down += 1)
      for (let right = -1; right <= 1; right += 1) {
        const next = at + down * width + right;
        if (column + right < 0 || column + right >= width || filled[next] !== 1) continue;
        filled[next] = 0;
        open.push(next);
      }
  }
  return own
    .sort((a, b) => a - b)
    .map((at) => ({ row: grid.top + Math.floor(at / width), column: grid.left + (at % width) }));
}

/** The filled cells of an island, line by line. */
function linesOf(grid: Grid, { cells }: Island): readonly (readonly CellValue[])[] {
  const lines = new Map<number, CellValue[]>();
  for (const { row, column } of cells) {
    const value = grid.at(row, column);
    if (!grid.blank(row, column)) lines.set(row, [...(lines.get(row) ?? []), value]);
  }
  return [...lines.values()];
}

/** "A", "B+": a grade by its letter. */
const GRADE = /^[A-F][+-]?$/;
/** "90-100", "≥ 90", "60分以下": values that a level takes. */
const SPAN =
  /^\D{0,4}\d+(?:[.,]\d+)?\s*%?\s*(?:[-~–—至到]|to|bis|分?以[上下])\s*\D{0,4}(?:\d+(?:[.,]\d+)?\s*%?)?\D{0,2}$/i;
const KEY =
  /scale|rating|\bkey\b|legend|grade|band|level|score|标准|等级|分数段|分值|说明|escala|leyenda|nivel|skala|stufe|legende|échelle|barème|niveau|thang|mức/i;

const isPoint = (value: CellValue): boolean => typeof value === "number" || cellNumber(value) !== null || isSpan(value);
const isSpan = (value: CellValue): boolean => typeof value === "string" && SPAN.test(value.normalize("NFKC").trim());
const isWord = (value: CellValue): value is string => typeof value === "string" && !isPoint(value);

const areInOrder = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0)) ||
  values.every((value, i) => i === 0 || value < (values[i - 1] ?? 0));

const LEAST_LEVELS = 3;

/** "5 = Excellent", "A: sehr gut": a level in one cell. */
const LEVEL_LINE = /^\s*(?:(\d+)|[A-F][+-]?)\s*分?\s*[=:：.、–—-]\s*\p{L}/u;

/** Levels in one cell each, in order. */
function areLevelLines(lines: readonly (readonly CellValue[])[]): boolean {
  const said = lines.map(([first = "", ...others]) => (others.length === 0 ? LEVEL_LINE.exec(plainText(first)) : null));
  const levels = said.slice(said[0] === null ? 1 : 0);
  if (levels.length < LEAST_LEVELS || levels.includes(null)) return false;
  return areInOrder(levels.flatMap((match) => (match?.[1] === undefined ? [] : [Number(match[1])])));
}

/** The lines of a table under its heads. */
const bodyOf = (lines: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] => {
  const first = lines.findIndex((line) => line.some(isPoint));
  return first < 0 ? [] : lines.slice(first);
};

/** Levels under one another, each with its points or its grade, in order: what a score means. */
function isKey(lines: readonly (readonly CellValue[])[]): boolean {
  if (areLevelLines(lines)) return true;
  const levels = bodyOf(lines);
  const heads = lines.slice(0, lines.length - levels.length).flat();
  if (lines.length - levels.length > 2 || levels.length < LEAST_LEVELS) return false;
  const areLevels = levels.every((line) => line.filter(isPoint).length <= 2 && line.some(isPoint) && line.some(isWord));
  const numbers = levels.flatMap((line) => line.find((value) => typeof value === "number") ?? []);
  if (!areLevels || !areInOrder(numbers.map(Number))) return false;
  const named = levels.filter((line) =>
    line.some((value) => isWord(value) && (isLevelWord(value) || GRADE.test(value))),
  );
  return named.length * 2 > levels.length || (heads.some((head) => KEY.test(plainText(head))) && heads.length <= 2);
}

/** What only other lists than scorecards tell of somebody or something. */
const OTHER: readonly SheetRole[] = ["foreign", "trait"];
const NAMES: readonly SheetRole[] = ["department", "person", "alternative", "id", "period"];

/** A table whose numbers are all such as no scorecard holds: prices, headcounts, days present. */
function isOtherList(grid: Grid, island: Island, lines: readonly (readonly CellValue[])[]): boolean {
  const heads = lines[0] ?? [];
  if (heads.length < 2 || lines.length < 2 || !heads.every((head) => isWord(head))) return false;
  const columns = island.cells.filter(({ row }) => row === island.top).map(({ column }) => column);
  const roles = columns.map((column) => hear(grid.text(island.top, column)));
  const hasNumbers = columns.map((column) =>
    island.cells.some((cell) => cell.column === column && cellNumber(grid.at(cell.row, column)) !== null),
  );
  const plays = (i: number, wanted: readonly SheetRole[]): boolean =>
    (roles[i]?.sure ?? 0) >= 0.8 && wanted.some((role) => roles[i]?.roles.includes(role) === true);
  const numeric = columns.flatMap((_, i) => (hasNumbers[i] === true && !plays(i, ["id"]) ? [i] : []));
  return numeric.length > 0 && columns.every((_, i) => plays(i, numeric.includes(i) ? OTHER : [...NAMES, ...OTHER]));
}

/** Days as Excel counts them; no score is as high. */
const LEAST_DAY = 1000;

/** Dates and lines for signatures: a word for them, and no number but a day. */
const areSigned = (lines: readonly (readonly CellValue[])[]): boolean =>
  lines.length <= 3 &&
  lines.every(([first]) => isWord(first ?? 0) && isNoteText(plainText(first ?? ""))) &&
  lines.flat().every((value) => isWord(value) || (cellNumber(value) ?? 0) > LEAST_DAY);

const SENTENCE = 20;

/** Texts under one another, one of them a sentence at least, beside fewer rows of the table than a column of remarks would be. */
function areNotes(
  { left, right, top, bottom }: Island,
  lines: readonly (readonly CellValue[])[],
  main: Island,
): boolean {
  if (left < right || left <= main.right || !lines.every((line) => line.every(isWord))) return false;
  const length = (value: CellValue): number => plainText(value).replace(/[\u3400-\u9fff]/g, "xx").length;
  const rows = Math.min(bottom, main.bottom) - Math.max(top, main.top) + 1;
  return lines.flat().some((value) => length(value) > SENTENCE) && rows * 2 < main.bottom - main.top + 1;
}

const WHOLE = 100;

function isAside(grid: Grid, island: Island, main: Island, names: ReadonlySet<string>): boolean {
  const { top, bottom, left, right, cells } = island;
  if (bottom - top >= MOST_ROWS || right - left >= MOST_COLUMNS) return false;
  const isBeside = left > main.right;
  const isBelow = top > main.bottom;
  if (isBeside || isBelow ? false : bottom >= main.top) return false;
  if (cells.some(({ row, column }) => grid.formula(row, column) !== "")) return false;
  const lines = linesOf(grid, island);
  // What names the criteria again tells their weights.
  const body = bodyOf(lines);
  const shares = body.reduce((sum, line) => sum + line.reduce<number>((all, v) => all + (cellNumber(v) ?? 0), 0), 0);
  const isGrade = (text: string): boolean => GRADE.test(text) && shares !== 1 && shares !== WHOLE;
  const isNamed = (value: CellValue): boolean =>
    isWord(value) && !isLevelWord(value) && !isGrade(value) && names.has(headerForm(value));
  const isNamedAgain = body.some((line) => line.some(isNamed));
  if (areNotes(island, lines, main)) return true;
  if ((isBeside || isBelow) && areSigned(lines)) return true;
  if (isNamedAgain && !isOtherList(grid, island, lines)) return false;
  return isKey(lines) || ((isBeside || isBelow) && isOtherList(grid, island, lines));
}

/** The sheet without what stands beside its scorecard; the sheet itself where nothing does. */
export function withoutAsides(grid: Grid, sheet: SnapshotSheet): SnapshotSheet {
  const rows = Math.max(0, grid.bottom - grid.top + 1);
  if (rows * grid.columns.length > MOST_CELLS) return sheet;
  const islands = islandsOf(grid, sheet);
  const main = islands.reduce<Island | undefined>(
    (most, island) => (most === undefined || island.cells.length > most.cells.length ? island : most),
    undefined,
  );
  if (main === undefined || islands.length < 2) return sheet;
  const names = new Set(
    main.cells.flatMap(({ row, column }) => {
      const value = grid.at(row, column);
      return isWord(value) ? headerForm(value) : [];
    }),
  );
  const gone = joinedRows(islands, main).filter((island) => island !== main && isAside(grid, island, main, names));
  if (gone.length === 0) return sheet;
  const values = sheet.values.map((row) => [...row]);
  for (const { cells } of gone)
    for (const { row, column } of cells) {
      const line = values[row - grid.top];
      if (line?.[column - grid.left] !== undefined) line[column - grid.left] = "";
    }
  return { ...sheet, values };
}
