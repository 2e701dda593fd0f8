/**
 * Rewrites structured references ("eh_1_Plan[Weight]", "[@Score]") to plain A1, so that any engine can calculate them.
 * Works on the token stream, so strings, sheet names and functions are never touched. What cannot be resolved becomes the
 * error Excel shows: #REF! for a column or totals row that is not there, #VALUE! for "this row" outside the table's rows.
 */
import { columnName, quoteSheetName } from "../../src/core/model/a1";
import { joinTokens, tokenize, type Token } from "../../src/core/formulas/tokens";
import type { SheetData, TableData } from "../model/types";

export interface TablePlace {
  readonly sheet: SheetData;
  readonly table: TableData;
}
export interface TableLookup {
  /** By name, ignoring case. */
  byName(name: string): TablePlace | undefined;
  /** The table around a cell, for [@x] without a name. */
  around(sheetId: string, row: number, column: number): TablePlace | undefined;
}
/** Where the formula stands; null for a defined name. */
export interface FormulaPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

type Item = "#all" | "#data" | "#headers" | "#totals" | "#this row";
const ITEMS: readonly string[] = ["#all", "#data", "#headers", "#totals", "#this row"];
const isItem = (text: string): text is Item => ITEMS.includes(text);

interface Specifier {
  readonly items: readonly Item[];
  /** First and last column by name; null: all columns. */
  readonly columns: readonly [string, string] | null;
}

/** Takes the escapes out of a column name: '[ becomes [. */
const unescape = (name: string): string => name.replace(/'(.)/gs, "$1");

/** Splits "[#This Row],[a]:[b]" into its bracketed parts and the separators between them. */
function bracketParts(text: string): string[] | null {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const ch = text[at] ?? "";
    if (ch === "[") {
      let end = at + 1;
      while (end < text.length && text[end] !== "]") end += text[end] === "'" ? 2 : 1;
      if (end >= text.length) return null;
      parts.push(text.slice(at, end + 1));
      at = end + 1;
    } else if (ch === "," || ch === ":") {
      parts.push(ch);
      at += 1;
    } else if (/\s/.test(ch)) at += 1;
    else return null;
  }
  return parts;
}

function parseParts(parts: readonly string[], first: readonly Item[]): Specifier | null {
  const items: Item[] = [...first];
  const columns: string[] = [];
  for (const part of parts) {
    if (part === "," || part === ":") continue;
    const inside = part.slice(1, -1).trim();
    const lower = inside.toLowerCase();
    if (inside.startsWith("#")) {
      if (!isItem(lower)) return null;
      items.push(lower);
    } else columns.push(unescape(inside));
  }
  if (columns.length > 2) return null;
  const [from, to] = columns;
  return { items, columns: from === undefined ? null : [from, to ?? from] };
}

const specifiers = new Map<string, Specifier | null>();
const MOST_SPECIFIERS = 5000;
/** What a bracketed text asks for, remembered: the same one stands in every row of a column. */
function specifierOf(bracketed: string): Specifier | null {
  let known = specifiers.get(bracketed);
  if (known === undefined) {
    if (specifiers.size >= MOST_SPECIFIERS) specifiers.clear();
    known = parseSpecifier(bracketed.slice(1, -1));
    specifiers.set(bracketed, known);
  }
  return known;
}

/** Parses the text between the outer brackets; null when it is none of the known forms. */
function parseSpecifier(inside: string): Specifier | null {
  let text = inside.trim();
  const items: Item[] = [];
  if (text.startsWith("@")) {
    items.push("#this row");
    text = text.slice(1).trim();
  }
  if (text === "") return { items, columns: null };
  if (text.startsWith("[")) {
    const parts = bracketParts(text);
    return parts === null ? null : parseParts(parts, items);
  }
  const lower = text.toLowerCase();
  if (isItem(lower)) return { items: [...items, lower], columns: null };
  const name = unescape(text);
  return { items, columns: [name, name] };
}

function columnAt(table: TableData, name: string): number {
  const exact = table.columns.findIndex((column) => column.name === name);
  if (exact >= 0) return exact;
  const wanted = name.toLowerCase();
  return table.columns.findIndex((column) => column.name.toLowerCase() === wanted);
}

/** First and last sheet row of the items asked for, or the error Excel shows. */
function rowsOf(
  table: TableData,
  items: readonly Item[],
  place: FormulaPlace | null,
  sheetId: string,
): readonly [number, number] | "#REF!" | "#VALUE!" {
  const top = table.rect.row;
  const bottom = table.rect.row + table.rect.rows - 1;
  const [firstBody, lastBody] = bodyRows(table);
  const spans: (readonly [number, number])[] = [];
  for (const item of items.length === 0 ? (["#data"] as const) : items) {
    if (item === "#all") spans.push([top, bottom]);
    else if (item === "#data") spans.push([firstBody, lastBody]);
    else if (item === "#headers") {
      if (!table.showHeaders) return "#REF!";
      spans.push([top, top]);
    } else if (item === "#totals") {
      if (!table.showTotals) return "#REF!";
      spans.push([bottom, bottom]);
    } else {
      if (place?.sheetId !== sheetId || place.row < firstBody || place.row > lastBody) return "#VALUE!";
      spans.push([place.row, place.row]);
    }
  }
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}

function reference(found: TablePlace, specifier: Specifier | null, place: FormulaPlace | null): string {
  if (specifier === null) return "#REF!";
  const { table, sheet } = found;
  const names = specifier.columns;
  const from = names === null ? 0 : columnAt(table, names[0]);
  const to = names === null ? table.columns.length - 1 : columnAt(table, names[1]);
  if (from < 0 || to < 0) return "#REF!";
  const rows = rowsOf(table, specifier.items, place, sheet.id);
  if (typeof rows === "string") return rows;
  const [firstRow, lastRow] = rows;
  // "This row" moves with the formula, so that a column's formula is one and the same for all rows.
  const mark = specifier.items.length === 1 && specifier.items[0] === "#this row" ? "" : "$";
  const cell = (row: number, offset: number): string =>
    `$${columnName(table.rect.column + offset)}${mark}${String(row + 1)}`;
  const first = cell(firstRow, Math.min(from, to));
  const last = cell(lastRow, Math.max(from, to));
  return `${quoteSheetName(sheet.name)}!${first === last ? first : `${first}:${last}`}`;
}

/** Two kinds of text keep a formula to its row: references that are not fixed, and brackets that name a row of another table. */
function isBound(token: Token, before: Token | undefined, ownTable: string): boolean {
  if (token.kind === "reference") return !/^\$[A-Za-z]{1,3}\$\d+$|^\$[A-Za-z]{1,3}:\$|^\$\d+:\$/.test(token.text);
  if (token.kind !== "structured") return false;
  const specifier = specifierOf(token.text);
  const isForeign = before?.kind === "name" && before.text.toLowerCase() !== ownTable;
  return specifier === null || (isForeign && specifier.items.includes("#this row"));
}

/** Whether a formula in a table's body means the same in each of its rows, once its references to "this row" move with it. */
export function isSameInAllRows(formula: string, table: TableData): boolean {
  const tokens = tokenize(formula);
  const own = table.name.toLowerCase();
  return !tokens.some((token, i) => isBound(token, tokens[i - 1], own));
}

/** First and last row of a table's body. */
export function bodyRows(table: TableData): readonly [number, number] {
  const bottom = table.rect.row + table.rect.rows - 1;
  return [table.rect.row + (table.showHeaders ? 1 : 0), bottom - (table.showTotals ? 1 : 0)];
}

/**
 * The formula in plain A1. Always returns a formula; one without a table reference is returned as it is.
 * A bare [@x] outside any table is left alone (Excel would not take it).
 */
export function translateStructuredReferences(
  formula: string,
  place: FormulaPlace | null,
  tables: TableLookup,
): string {
  const tokens = tokenize(formula);
  const out: Pick<Token, "text">[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === "name" && tokens[i - 1]?.kind !== "sheet") {
      const found = tables.byName(token.text);
      const after = tokens[i + 1];
      if (found !== undefined) {
        const bracket = after?.kind === "structured";
        const specifier = bracket ? specifierOf(after.text) : { items: [], columns: null };
        out.push({ text: reference(found, specifier, place) });
        if (bracket) i += 1;
        continue;
      }
      if (after?.kind === "structured") {
        out.push({ text: "#REF!" });
        i += 1;
        continue;
      }
    }
    if (token.kind === "structured" && place !== null) {
      const around = tables.around(place.sheetId, place.row, place.column);
      if (around !== undefined) {
        out.push({ text: reference(around, specifierOf(token.text), place) });
        continue;
      }
    }
    out.push(token);
  }
  return joinTokens(out);
}
