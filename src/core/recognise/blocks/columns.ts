/** What each column of a block holds: its header (with the merged one above it), the roles it can play, its values. */
import { isBlank } from "../grid";
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { hear, isPeriod, says } from "./lexicon";
import type { SheetRole } from "./dictionary";
import { cellNumber, weightInText } from "./numbers";
import type { Region } from "./regions";

export interface Column {
  readonly column: number;
  readonly header: string;
  readonly headerRow: number;
  /** The header above, where there are two rows or a merged cell over it. */
  readonly parent: string;
  readonly roles: readonly SheetRole[];
  readonly sure: number;
  readonly numbers: number;
  readonly texts: number;
  readonly distinct: number;
  readonly longest: number;
}

/** The anchor's text of a merged area that covers a cell; else the cell's own. */
export function mergedText(grid: Grid, sheet: SnapshotSheet, row: number, column: number): string {
  const own = grid.text(row, column);
  if (own !== "") return own;
  const area = sheet.merges.find(
    (rect) =>
      row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns,
  );
  return area === undefined ? "" : grid.text(area.row, area.column);
}

/** The header row's own texts, and the texts of the row above that span several columns. */
function headersOf(grid: Grid, sheet: SnapshotSheet, region: Region, column: number): [string, string, number] {
  const last = region.headerRows.at(-1) ?? region.top;
  const [first] = region.headerRows;
  const low = grid.text(last, column);
  if (first === undefined || first === last) {
    const span = sheet.merges.find(
      (rect) =>
        rect.row <= last - 1 &&
        rect.row + rect.rows > last - 1 &&
        rect.columns > 1 &&
        rect.columns < region.columns.length &&
        column >= rect.column &&
        column < rect.column + rect.columns,
    );
    return [low, span === undefined ? "" : grid.text(span.row, span.column), last];
  }
  const high = mergedText(grid, sheet, first, column);
  return low === "" ? [high, "", first] : [low, high === low ? "" : high, last];
}

/** Parents of a two-row header also reach over the blank cells to their right, where nothing is merged. */
function withParents(columns: readonly Column[], two: boolean): readonly Column[] {
  if (!two || columns.every(({ parent }) => parent === "")) return columns;
  let parent = "";
  return columns.map((column) => {
    if (column.parent !== "") parent = column.parent;
    else if (column.headerRow !== columns.at(-1)?.headerRow) parent = "";
    return column.parent === "" && parent !== "" ? { ...column, parent } : column;
  });
}

export function columnsOf(grid: Grid, sheet: SnapshotSheet, region: Region): readonly Column[] {
  const body = (region.headerRows.at(-1) ?? region.top) + 1;
  const columns = region.columns.map((column): Column => {
    const [header, parent, headerRow] = headersOf(grid, sheet, region, column);
    let [numbers, texts, longest] = [0, 0, 0];
    const seen = new Set<string>();
    for (let row = body; row <= region.bottom; row += 1) {
      const value = grid.at(row, column);
      if (isBlank(value)) continue;
      if (cellNumber(value) !== null) numbers += 1;
      else if (typeof value === "string") {
        texts += 1;
        seen.add(value);
        longest = Math.max(longest, value.length);
      }
    }
    const { roles, sure } = hear(header);
    return { column, header, headerRow, parent, roles, sure, numbers, texts, distinct: seen.size, longest };
  });
  return withParents(columns, region.headerRows.length > 1);
}

export const isNumeric = ({ numbers, texts }: Column): boolean => numbers > 0 && numbers * 2 >= texts + numbers;
export const isTextual = ({ numbers, texts }: Column): boolean => texts > 0 && texts > numbers;
export const plays = (column: Column, role: SheetRole): boolean => column.roles.includes(role);

/** Roles whose columns hold no scores, whatever numbers they show. */
const NO_SCORES: readonly SheetRole[] = [
  "id",
  "trait",
  "weight",
  "maximum",
  "target",
  "forecast",
  "total",
  "rank",
  "band",
  "evidence",
  "rater",
  "direction",
  "scale",
  "summary",
];

/** A numeric column that holds scores of a criterion or of an alternative. */
export function holdsScores(column: Column): boolean {
  if (weightInText(column.header) !== null && column.texts === 0) return true;
  if (plays(column, "weighted") || isPeriod(column.header)) return false;
  if (column.sure >= 0.6 && NO_SCORES.some((role) => plays(column, role))) return false;
  return isNumeric(column) && column.header !== "";
}

/** Labels of rows that are no items: totals, averages, notes. */
export const isSummaryLabel = (text: string): boolean => says(text, "summary", 0.8) || says(text, "total", 1);
