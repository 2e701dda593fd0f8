/** A small picture of a sheet before it is made, as plain data: its first cells with their texts and looks. Nothing is calculated. */
import { isoDay } from "../model/serialDays";
import { DEFAULT_WIDTH, widthsBy } from "./onePage";
import type { CellContent, CellStyle, Literal, SheetBlueprint, TableBlueprint } from "./types";

/** "calculated": a formula stands there; what it will show is not known yet. */
export type PictureLook = "plain" | "title" | "head" | "input" | "quiet" | "strong" | "calculated";
export interface PictureCell {
  readonly text: string;
  readonly look: PictureLook;
  readonly align: "left" | "center" | "right";
  /** Columns that it covers: long texts run over the empty cells beside them. */
  readonly span: number;
}
export interface SheetPicture {
  readonly name: string;
  /** Of each column, in parts of the picture's width: they add up to 1. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PictureCell[])[];
}

const ROWS = 14;
/** Characters side by side that can still be made out. */
const CHARACTERS = 90;
const [LEAST_COLUMNS, MOST_COLUMNS] = [3, 9];
const TITLE_SIZE = 12;

interface Cell {
  readonly content: CellContent;
  readonly style: CellStyle;
}
type Grid = ReadonlyMap<string, Cell>;
const keyOf = (row: number, column: number): string => `${String(row)},${String(column)}`;

/** Columns that are seen, from the left, as far as they fit. */
function columnsOf(sheet: SheetBlueprint): { column: number; width: number }[] {
  const { hiddenColumns = [] } = sheet;
  const widths = widthsBy(sheet);
  const found: { column: number; width: number }[] = [];
  let sum = 0;
  for (let column = 0; found.length < MOST_COLUMNS; column += 1) {
    if (hiddenColumns.includes(column)) continue;
    const width = widths.get(column) ?? DEFAULT_WIDTH;
    if (found.length >= LEAST_COLUMNS && sum + width > CHARACTERS) break;
    if (column > Math.max(0, ...widths.keys())) break;
    sum += width;
    found.push({ column, width });
  }
  return found;
}

function tableCells({ at, rows, columns }: TableBlueprint): [string, Cell][] {
  return columns.flatMap(({ header, content, style = {} }, c) => {
    const body = Array.from({ length: Math.min(rows, ROWS) }, (_, i): [string, Cell] => [
      keyOf(at.row + 1 + i, at.column + c),
      { content: content.kind === "formula" ? { formula: content.formula } : (content.values[i] ?? null), style },
    ]);
    return [[keyOf(at.row, at.column + c), { content: header, style: {} }] as [string, Cell], ...body];
  });
}
function gridOf({ blocks, tables, styles }: SheetBlueprint): Grid {
  const grid = new Map<string, Cell>();
  for (const { at, cells } of blocks)
    cells.forEach((row, r) => {
      row.forEach((content, c) => grid.set(keyOf(at.row + r, at.column + c), { content, style: {} }));
    });
  for (const table of tables) for (const [key, cell] of tableCells(table)) grid.set(key, cell);
  for (const { rect, style } of styles)
    for (let row = rect.row; row < Math.min(ROWS, rect.row + rect.rows); row += 1)
      for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
        const { content, style: before } = grid.get(keyOf(row, column)) ?? { content: null, style: {} };
        const font = { ...before.font, ...style.font };
        grid.set(keyOf(row, column), { content, style: { ...before, ...style, font } });
      }
  return grid;
}

function shown(value: Literal, format = "General"): string {
  if (typeof value !== "number") return value === null ? "" : String(value);
  if (/y/i.test(format)) return isoDay(value);
  if (format.includes("%")) return `${String(Math.round(value * 100))}%`;
  // A lowest limit that takes everything below it.
  return value < 0 && format.includes("−∞") ? "−∞" : String(Math.round(value * 100) / 100);
}

function lookOf({ content, style }: Cell): PictureLook {
  if (style.fill === "headFill") return "head";
  if (style.fill === "inputFill") return "input";
  if (typeof content === "object" && content !== null) return "calculated";
  if ((style.font?.size ?? 0) > TITLE_SIZE) return "title";
  if (style.font?.color === "muted") return "quiet";
  return style.font?.bold === true ? "strong" : "plain";
}
const ALIGNS = { Left: "left", Center: "center", CenterAcrossSelection: "center", Right: "right" } as const;
function cellOf(cell: Cell | undefined): PictureCell {
  if (cell === undefined) return { text: "", look: "plain", align: "left", span: 1 };
  const { content, style } = cell;
  const literal = typeof content === "object" && content !== null ? null : content;
  const usual = typeof literal === "number" ? "right" : "left";
  return {
    text: shown(literal, style.numberFormat),
    look: lookOf(cell),
    align: style.horizontal === undefined ? usual : ALIGNS[style.horizontal],
    span: 1,
  };
}

const isFree = ({ text, look }: PictureCell): boolean => text === "" && look === "plain";
/** Texts that do not wrap run over what is empty beside them. */
function spread(cells: readonly PictureCell[]): PictureCell[] {
  const row: PictureCell[] = [];
  for (let i = 0; i < cells.length;) {
    const cell = cells[i];
    if (cell === undefined) break;
    let span = 1;
    if (cell.text !== "" && cell.align === "left" && cell.look !== "head" && cell.look !== "input")
      for (let next = cells[i + span]; next !== undefined && isFree(next); next = cells[i + span]) span += 1;
    row.push({ ...cell, span });
    i += span;
  }
  return row;
}

/**
 * @returns the first 14 rows of what is seen of the sheet, as many columns as can be made out; rows below the last text are left out
 */
export function sheetPicture(sheet: SheetBlueprint): SheetPicture {
  const columns = columnsOf(sheet);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const grid = gridOf(sheet);
  const rows = Array.from({ length: ROWS }, (_, row) =>
    columns.map(({ column }) => cellOf(grid.get(keyOf(row, column)))),
  );
  const last = rows.findLastIndex((row) => row.some((cell) => !isFree(cell)));
  return {
    name: sheet.name,
    widths: columns.map(({ width }) => width / whole),
    rows: rows.slice(0, last + 1).map(spread),
  };
}
