/** References to columns of tables ("[@Cost]", "Marks[[#This Row],[Cost]]") as the cells they mean: what reads formulas knows cells. */
import { cellAddress } from "../model/a1";
import { tokenize } from "../formulas/tokens";
import type { SnapshotTable } from "./snapshot";

interface Named {
  readonly isOwnRow: boolean;
  /** First and last column, by their names. */
  readonly columns: readonly string[];
}

/** What stands in the brackets; null for parts of a table other than its data. */
function namedIn(text: string): Named | null {
  const inner = text.slice(1, -1).trim();
  const isOwnRow = inner.startsWith("@") || /\[#This Row\]/i.test(inner);
  const parts = [...inner.matchAll(/\[((?:'.|[^[\]'])*)\]/g)].map(([, part = ""]) => part);
  const plain = inner.replace(/^@/, "");
  const all = parts.length > 0 ? parts.filter((part) => !/^#This Row$/i.test(part)) : plain === "" ? [] : [plain];
  const columns = all.map((part) => part.replace(/'(.)/g, "$1"));
  if (columns.length === 0 || columns.length > 2 || columns.some((name) => name.startsWith("#"))) return null;
  return { isOwnRow, columns };
}

/** The cells that are meant, as a plain reference; null where a column is not there or the row is not in the table. */
function placeOf(table: SnapshotTable, { isOwnRow, columns }: Named, row: number): string | null {
  const { rect, hasHeader, hasTotals } = table;
  const at = columns.map((name) => table.columns.findIndex((own) => own.toLowerCase() === name.toLowerCase()));
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const top = rect.row + (hasHeader ? 1 : 0);
  const bottom = rect.row + rect.rows - 1 - (hasTotals ? 1 : 0);
  if (first < 0 || (isOwnRow && (row < top || row > bottom))) return null;
  const [from, to] = isOwnRow ? [row, row] : [top, bottom];
  const cell = (r: number, c: number): string => cellAddress(r, rect.column + c);
  // Whole columns stay where they are when the formula is copied down.
  const fixed = (address: string): string => address.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const [start, end] = [cell(from, first), cell(to, last)];
  if (start === end) return start;
  return isOwnRow ? `${start}:${end}` : `${fixed(start)}:${fixed(end)}`;
}

/**
 * A formula of a cell with its references to tables of the same sheet written as cells; others stay as they are.
 * @param row the row of the formula's own cell, 0-based
 * @param column its column, 0-based
 */
export function withoutTableReferences(
  formula: string,
  tables: readonly SnapshotTable[],
  row: number,
  column: number,
): string {
  if (tables.length === 0 || !formula.includes("[")) return formula;
  const tokens = tokenize(formula);
  const around = tables.find(
    ({ rect }) =>
      row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns,
  );
  const texts = tokens.map(({ text }) => text);
  tokens.forEach(({ kind, text }, i) => {
    if (kind !== "structured") return;
    const before = tokens[i - 1];
    const isNamed = before?.kind === "name";
    const table = isNamed ? tables.find(({ name }) => name.toLowerCase() === before.text.toLowerCase()) : around;
    const named = namedIn(text);
    const place = table === undefined || named === null ? null : placeOf(table, named, row);
    if (place === null) return;
    texts[i] = place;
    if (isNamed) texts[i - 1] = "";
  });
  return texts.join("");
}
