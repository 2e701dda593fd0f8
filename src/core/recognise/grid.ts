/**
 * Reads a sheet of a snapshot by absolute row and column: texts as a person reads them, numbers also where they are
 * text.
 */
import { mergeAt } from "./blocks/merges";
import type { CellValue, SnapshotSheet } from "./snapshot";
import { withoutTableReferences } from "./tableReferences";

/** Whether a cell holds nothing, or blanks only. */
export const isBlank = (value: CellValue): boolean => typeof value === "string" && value.trim() === "";

/** A text that is in its one form already: ASCII words with one blank between them, as most names on most sheets are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The text of a cell in one form: full-width to half-width, blanks and line breaks inside made one blank, trimmed. */
export function plainText(value: CellValue): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  return PLAIN.test(value) ? value : value.normalize("NFKC").replace(/\s+/g, " ").trim();
}

const NUMBER_TEXT =
  /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)(%|分|pts?|points?|个|次|天|元|万元)?$/i;

/** A number written as text ("85", "85分", "20%", "9,5", "1,250.5"), or null. A percent text is its number before the %. */
export function numberInText(text: string): { readonly value: number; readonly percent: boolean } | null {
  const match = NUMBER_TEXT.exec(text.normalize("NFKC").replace(/\s/g, ""));
  if (match?.[2] === undefined) return null;
  const digits = /^\d{1,3}(,\d{3})+/.test(match[2]) ? match[2].replaceAll(",", "") : match[2].replace(",", ".");
  return { value: Number(`${match[1] ?? ""}${digits}`), percent: match[3] === "%" };
}

/** The number in a cell, also when it is written as text; null for none. */
export function numberIn(value: CellValue): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && value !== "" ? (numberInText(value)?.value ?? null) : null;
}

/** A sheet by absolute positions; outside the used part every cell is blank. */
export class Grid {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** All columns of the used part, left to right. */
  readonly columns: readonly number[];
  private table: Float64Array | null = null;

  constructor(private readonly sheet: SnapshotSheet) {
    const used = sheet.used ?? { row: 0, column: 0, rows: 0, columns: 0 };
    this.top = used.row;
    this.left = used.column;
    this.bottom = used.row + used.rows - 1;
    this.right = used.column + used.columns - 1;
    this.columns = Array.from({ length: used.columns }, (_, i) => used.column + i);
  }

  get hasFormulas(): boolean {
    return this.sheet.formulas.size > 0;
  }
  get name(): string {
    return this.sheet.name;
  }
  /**
   * The used part row by row; NaN where a cell holds no plain number. Numbers of a large sheet are asked many times over, and
   * lie side by side here.
   */
  get numbers(): Float64Array {
    this.table ??= this.readNumbers();
    return this.table;
  }
  /** Where a cell stands in `numbers`; −1 outside the used part. */
  placeOf(row: number, column: number): number {
    return row < this.top || row > this.bottom || column < this.left || column > this.right
      ? -1
      : (row - this.top) * this.columns.length + column - this.left;
  }
  private readNumbers(): Float64Array {
    const width = this.columns.length;
    const numbers = new Float64Array(Math.max(0, this.bottom - this.top + 1) * width).fill(Number.NaN);
    for (let at = 0, i = 0; at < numbers.length; at += width, i += 1) {
      const row = this.sheet.values[i] ?? [];
      for (let k = 0; k < width; k += 1) {
        const value = row[k];
        if (typeof value === "number" && Number.isFinite(value)) numbers[at + k] = value;
      }
    }
    return numbers;
  }
  at(row: number, column: number): CellValue {
    return this.sheet.values[row - this.top]?.[column - this.left] ?? "";
  }
  text(row: number, column: number): string {
    return plainText(this.at(row, column));
  }
  /** What is read in a cell: its own text, or that of the merged area over it. */
  textOver(row: number, column: number): string {
    const area = mergeAt(this.sheet, row, column);
    return area === undefined ? this.text(row, column) : this.text(area.row, area.column);
  }
  number(row: number, column: number): number | null {
    return numberIn(this.at(row, column));
  }
  blank(row: number, column: number): boolean {
    return isBlank(this.at(row, column));
  }
  /** The formula of a cell as it was written, "" for none. */
  formula(row: number, column: number): string {
    return this.sheet.formulas.get(column - this.left)?.[row - this.top] ?? "";
  }
  /** The formula of a cell with columns of tables that it names written as cells, "" for none. */
  formulaInCells(row: number, column: number): string {
    const formula = this.formula(row, column);
    return formula === "" ? "" : withoutTableReferences(formula, this.sheet.tables, row, column);
  }
  numberFormat(column: number): string | null {
    return this.sheet.numberFormats[column - this.left] ?? null;
  }
}
