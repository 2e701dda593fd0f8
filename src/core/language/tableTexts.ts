/**
 * Heads and texts of a table: what was written by us and still stands becomes the other language; a person's own text
 * stays.
 */
import type { TableBlueprint } from "../blueprint/types";
import type { TableMetadata } from "../schema/metadata";
import { ruleOver, type Choice, type Choices } from "./choices";
import type { SheetPair } from "./pairedSheets";
import { bodyRows, columnOf, shownAt, textAt, type CellText, type StandingTable } from "./standingBook";
import type { VirtualBook } from "./virtualBook";

export interface TablePair {
  readonly from: TableBlueprint;
  readonly to: TableBlueprint;
  readonly sheet: SheetPair;
  readonly standing: StandingTable;
  /** As stored at the moment. */
  readonly stored: TableMetadata;
  /** Offset in the blueprint → column on the sheet; null where it was renamed or taken away. */
  readonly columns: readonly (number | null)[];
  /** By column: what people write about people. Also of the sample it stays: its length is checked. */
  readonly written: readonly boolean[];
}

const COMMENT = "comment";

/** A table in both languages beside the one that stands, column by column. */
export function tablePair(
  sheet: SheetPair,
  from: TableBlueprint,
  to: TableBlueprint,
  standing: StandingTable,
  stored: TableMetadata,
  virtual: VirtualBook,
): TablePair {
  const own = Object.values(virtual.tables).find(({ name }) => name === from.name);
  const keys = new Map(Object.entries(own?.columns ?? {}).map(([key, header]) => [header, key]));
  const columns = from.columns.map(({ header }) =>
    columnOf(standing.table, stored.columns[keys.get(header) ?? ""] ?? header),
  );
  const written = from.columns.map(({ header }) => keys.get(header) === COMMENT);
  return { from, to, sheet, standing, stored, columns, written };
}

/** What the heads of a table become, and what is stored of them afterwards. */
export interface HeadChanges {
  readonly cells: readonly CellText[];
  readonly stored: TableMetadata;
  /** Heads of the person's own in place of ours. */
  readonly kept: readonly { readonly row: number; readonly column: number }[];
}

/** The heads of a table that are rewritten, and what is stored of them; a head of the person's own stays. */
export function headChanges(
  { sheet, table }: StandingTable,
  stored: TableMetadata,
  wanted: TableMetadata,
): HeadChanges {
  const cells: CellText[] = [];
  const columns: Record<string, string> = { ...stored.columns };
  const missing: string[] = [];
  // A head that stands already, also under another column, is not written a second time: Excel would number it.
  const standing = new Set(table.columns.map((header) => header.toLowerCase()));
  for (const [key, before] of Object.entries(stored.columns)) {
    const after = wanted.columns[key];
    const column = columnOf(table, before);
    if (column === null) missing.push(before);
    if (column === null || after === undefined || after === before || !table.hasHeader) continue;
    if (standing.has(after.toLowerCase())) continue;
    cells.push({ sheet: sheet.id, row: table.rect.row, column, before, after });
    columns[key] = after;
  }
  const known = new Set(Object.values(stored.columns));
  const foreign = table.columns.flatMap((header, i) => (known.has(header) ? [] : [i]));
  return {
    cells,
    stored: { ...stored, columns },
    kept: foreign.slice(0, missing.length).map((i) => ({ row: table.rect.row, column: table.rect.column + i })),
  };
}

/** A choice that formulas of its row make: known only once the sheet is calculated again. */
export interface RowChoice extends Pick<CellText, "sheet" | "row" | "column" | "before"> {
  /** The cell that shows the entry. */
  readonly from: number;
}

interface Phrase {
  readonly row: number;
  readonly before: string;
  readonly after: string;
}
const textOf = (table: TableBlueprint, row: number, column: number): string | null => {
  const content = table.columns[column]?.content;
  const value = content?.kind === "input" ? content.values[row] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
};
const phrasesOf = ({ from, to }: TablePair, column: number): Phrase[] =>
  Array.from({ length: from.rows }, (_, row) => row).flatMap((row) => {
    const [before, after] = [textOf(from, row, column), textOf(to, row, column)];
    return before === null || after === null || before === after ? [] : [{ row, before, after }];
  });

/** Which row of the blueprint a standing row is, by the ids in the first column; null where there are none. */
function idsOf({ from }: TablePair): readonly string[] | null {
  const ids = Array.from({ length: from.rows }, (_, row) => textOf(from, row, 0));
  return ids.every((id) => id !== null) && new Set(ids).size === ids.length ? ids : null;
}

/** Our own text in this row: the row is known by its id, its place, or by all the texts that we wrote into it. */
function phraseAt(
  pair: TablePair,
  phrases: readonly Phrase[],
  text: string,
  row: number,
  isLabel: boolean,
): Phrase | null {
  const same = phrases.filter(({ before }) => before === text);
  const { sheet, table } = pair.standing;
  const ids = idsOf(pair);
  const first = pair.columns[0];
  const id = first == null ? null : textAt(sheet, row, first);
  const place = row - (table.rect.row + 1);
  const isWhole = (phrase: Phrase): boolean =>
    pair.columns.every((column, c) => {
      const written = textOf(pair.from, phrase.row, c);
      return written === null || column === null || textAt(sheet, row, column) === written;
    });
  return (
    same.find((phrase) => ids !== null && ids[phrase.row] === id) ??
    same.find((phrase) => phrase.row === place) ??
    same.find(isWhole) ??
    (isLabel ? same[0] : undefined) ??
    null
  );
}

function chosen(
  pair: TablePair,
  choice: Choice,
  row: number,
  column: number,
  text: string,
): CellText | RowChoice | null {
  const { sheet } = pair.standing;
  const at = { sheet: sheet.id, row, column, before: text };
  if (choice.kind === "words") {
    const after = choice.words.get(text);
    return after === undefined || after === text ? null : { ...at, after };
  }
  for (let offset = choice.first; offset <= choice.last; offset += 1) {
    const from = pair.columns[offset];
    if (from != null && shownAt(sheet, row, from) === text) return { ...at, from };
  }
  return null;
}

export interface BodyChanges {
  readonly cells: readonly CellText[];
  readonly rows: readonly RowChoice[];
}

/** @param choices null for the words and bands themselves, which others are chosen from */
export function bodyChanges(pair: TablePair, choices: Choices | null): BodyChanges {
  const cells: CellText[] = [];
  const rows: RowChoice[] = [];
  const { sheet, table } = pair.standing;
  pair.from.columns.forEach(({ content, style }, c) => {
    const column = pair.columns[c];
    if (column == null || content.kind === "formula") return;
    const rule = ruleOver(pair.sheet.from, pair.from.at.row + 1, pair.from.at.column + c);
    const choice = rule === null || choices === null ? null : choices.of(rule, pair.from);
    const phrases = pair.written[c] === true ? [] : phrasesOf(pair, c);
    if (choice === null && phrases.length === 0) return;
    for (const row of bodyRows(table)) {
      const text = textAt(sheet, row, column);
      if (text === null) continue;
      const found = choice === null ? null : chosen(pair, choice, row, column, text);
      if (found !== null && "from" in found) rows.push(found);
      else if (found !== null) cells.push(found);
      else if (choice?.kind !== "row" && phrases.length > 0) {
        const phrase = phraseAt(pair, phrases, text, row, style?.fill !== "inputFill");
        if (phrase !== null) cells.push({ sheet: sheet.id, row, column, before: text, after: phrase.after });
      }
    }
  });
  return { cells, rows };
}
