/** Builds snapshots from literal grids: what a test shows is what the sheet holds. */
import { parseRect } from "../../src/core/model/a1";
import type { CellValue, Snapshot, SnapshotSheet, SnapshotTable } from "../../src/core/recognise/snapshot";

export interface SheetOptions {
  readonly name?: string;
  /** Position of the grid's first cell. */
  readonly at?: { readonly row: number; readonly column: number };
  readonly tables?: readonly SnapshotTable[];
  readonly numberFormats?: readonly (string | null)[];
}

const ERROR = /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!)$/;

/** A cell that starts with "=" is a formula; its value is what stands after " -> ": "=RANK(F3,F$3:F$6) -> 1". */
function split(cell: CellValue): { value: CellValue; formula: string } {
  if (typeof cell !== "string" || !cell.startsWith("=")) return { value: cell, formula: "" };
  const [formula = "", result = ""] = cell.split(" -> ");
  const number = Number(result);
  if (ERROR.test(result)) return { formula, value: { error: result } };
  return { formula, value: result !== "" && Number.isFinite(number) ? number : result };
}

/** One sheet from rows of cells; short rows are filled with blanks. */
export function sheetOf(grid: readonly (readonly CellValue[])[], options: SheetOptions = {}): SnapshotSheet {
  const columns = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row) => Array.from({ length: columns }, (_, c) => split(row[c] ?? "")));
  const formulas = new Map<number, readonly string[]>();
  for (let c = 0; c < columns; c += 1) {
    const texts = rows.map((row) => row[c]?.formula ?? "");
    if (texts.some((text) => text !== "")) formulas.set(c, texts);
  }
  const at = options.at ?? { row: 0, column: 0 };
  return {
    name: options.name ?? "Sheet1",
    visible: true,
    isProtected: false,
    used: grid.length === 0 ? null : { ...at, rows: grid.length, columns },
    values: rows.map((row) => row.map(({ value }) => value)),
    formulas,
    numberFormats: options.numberFormats ?? new Array<string | null>(columns).fill("General"),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    isFiltered: false,
    tables: options.tables ?? [],
  };
}

/** A workbook of the sheets given; the first is open. */
export function snapshotOf(sheets: readonly SnapshotSheet[], extra: Partial<Snapshot> = {}): Snapshot {
  return {
    sheets,
    activeSheet: sheets[0]?.name ?? "Sheet1",
    names: [],
    metadata: null,
    date1904: false,
    ...extra,
  };
}

/** A workbook with one sheet. */
export const sheetSnapshot = (grid: readonly (readonly CellValue[])[], options: SheetOptions = {}): Snapshot =>
  snapshotOf([sheetOf(grid, options)]);

/** What a person types: numbers, TRUE and FALSE become values, "#REF!" an error, "'12" stays a text. */
const typed = (text: string): CellValue => {
  if (ERROR.test(text)) return { error: text };
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (text.startsWith("'")) return text.slice(1);
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
};

/** A grid written as lines with cells parted by "|". */
export const gridOfText = (cells: string): CellValue[][] => cells.split("\n").map((row) => row.split("|").map(typed));

/** A sheet written as lines with cells parted by "|"; merged ranges parted by blanks. */
export function sheetOfText(cells: string, merges = "", options: SheetOptions = {}): SnapshotSheet {
  const areas = merges.split(" ").flatMap((address) => (address === "" ? [] : (parseRect(address) ?? [])));
  return { ...sheetOf(gridOfText(cells), options), merges: areas };
}
