/** Finds and rewrites the A1 references, sheets, names and structured references inside formula text. */
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, quoteSheetName } from "../../src/core/model/a1";
import { joinTokens, tokenize } from "../../src/core/formulas/tokens";
import type { Token } from "../../src/core/formulas/tokens";

/** A cell, a range, whole columns or whole rows as written: bounds from 0, and which of them are absolute ("$"). */
export interface WrittenReference {
  readonly kind: "cell" | "range" | "columns" | "rows";
  /** The sheet as named, without quotes; null when none is. */
  readonly sheet: string | null;
  readonly row: number;
  readonly lastRow: number;
  readonly column: number;
  readonly lastColumn: number;
  readonly absolute: {
    readonly row: boolean;
    readonly lastRow: boolean;
    readonly column: boolean;
    readonly lastColumn: boolean;
  };
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/;
const COLUMNS = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/;
const ROWS = /^(\$?)(\d+):(\$?)(\d+)$/;

const CACHE_SIZE = 20_000;
const cache = new Map<string, readonly Token[]>();
/** Tokens of a formula, remembered longer than `tokenize` does: renaming and moving go through all formulas of a workbook. */
export function tokensOf(formula: string): readonly Token[] {
  const known = cache.get(formula);
  if (known) return known;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const tokens = tokenize(formula);
  cache.set(formula, tokens);
  return tokens;
}

/** The sheet of a "sheet" token without quotes; null for another workbook or several sheets. */
export function sheetOfToken(text: string): string | null {
  const bare = text.slice(0, -1);
  const name = bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
  return /[[\]:]/.test(name) ? null : name;
}

function single(text: string, sheet: string | null): WrittenReference | null {
  const cell = CELL.exec(text);
  if (cell) {
    const row = Number(cell[4]) - 1;
    const column = columnIndex(cell[2] ?? "");
    const absolute = {
      row: cell[3] === "$",
      lastRow: cell[3] === "$",
      column: cell[1] === "$",
      lastColumn: cell[1] === "$",
    };
    return { kind: "cell", sheet, row, lastRow: row, column, lastColumn: column, absolute };
  }
  const columns = COLUMNS.exec(text);
  if (columns) {
    const absolute = { row: true, lastRow: true, column: columns[1] === "$", lastColumn: columns[3] === "$" };
    const [column, lastColumn] = [columnIndex(columns[2] ?? ""), columnIndex(columns[4] ?? "")];
    return { kind: "columns", sheet, row: 0, lastRow: MAX_ROWS - 1, column, lastColumn, absolute };
  }
  const rows = ROWS.exec(text);
  if (!rows) return null;
  const absolute = { row: rows[1] === "$", lastRow: rows[3] === "$", column: true, lastColumn: true };
  const [row, lastRow] = [Number(rows[2]) - 1, Number(rows[4]) - 1];
  return { kind: "rows", sheet, row, lastRow, column: 0, lastColumn: MAX_COLUMNS - 1, absolute };
}

function pair(a: WrittenReference, b: WrittenReference): WrittenReference {
  return {
    kind: "range",
    sheet: a.sheet,
    row: a.row,
    column: a.column,
    lastRow: b.row,
    lastColumn: b.column,
    absolute: {
      row: a.absolute.row,
      column: a.absolute.column,
      lastRow: b.absolute.row,
      lastColumn: b.absolute.column,
    },
  };
}

/** Text of a reference, without its sheet. */
function referenceText(ref: WrittenReference): string {
  const mark = (yes: boolean): string => (yes ? "$" : "");
  const { absolute: abs } = ref;
  if (ref.kind === "columns") {
    return `${mark(abs.column)}${columnName(ref.column)}:${mark(abs.lastColumn)}${columnName(ref.lastColumn)}`;
  }
  if (ref.kind === "rows") return `${mark(abs.row)}${ref.row + 1}:${mark(abs.lastRow)}${ref.lastRow + 1}`;
  const first = `${mark(abs.column)}${columnName(ref.column)}${mark(abs.row)}${ref.row + 1}`;
  if (ref.kind === "cell") return first;
  return `${first}:${mark(abs.lastColumn)}${columnName(ref.lastColumn)}${mark(abs.lastRow)}${ref.lastRow + 1}`;
}

/**
 * The formula with each reference replaced by what `change` gives: another reference, null for #REF!, or the same object
 * to leave the text as it is. The sheet part stays. Other workbooks and spans of sheets are left alone.
 */
export function mapReferences(formula: string, change: (ref: WrittenReference) => WrittenReference | null): string {
  const tokens = tokensOf(formula);
  if (!tokens.some((token) => token.kind === "reference")) return formula;
  const out: string[] = [];
  let changed = false;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const before = tokens[i - 1];
    const foreign = before?.kind === "sheet" && sheetOfToken(before.text) === null;
    if (token.kind !== "reference" || foreign || before?.kind === "error") {
      out.push(token.text);
      continue;
    }
    const sheet = before?.kind === "sheet" ? sheetOfToken(before.text) : null;
    const other = tokens[i + 1]?.text === ":" && tokens[i + 2]?.kind === "reference" ? tokens[i + 2] : undefined;
    const first = single(token.text, sheet);
    const second = other && single(other.text, sheet);
    const ref = first && second?.kind === "cell" && first.kind === "cell" ? pair(first, second) : first;
    const result = ref ? change(ref) : ref;
    const isRange = ref?.kind === "range";
    if (isRange) i += 2;
    if (result === ref) {
      out.push(isRange ? `${token.text}:${other?.text ?? ""}` : token.text);
      continue;
    }
    changed = true;
    out.push(result === null ? "#REF!" : referenceText(result));
  }
  return changed ? out.join("") : formula;
}

/** Relative references move with the formula, as when it is copied or filled; those that leave the sheet become #REF!. */
export function movedFormula(formula: string, rows: number, columns: number, onlyOwnSheet = false): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (ref) => {
    if (onlyOwnSheet && ref.sheet !== null) return ref;
    const { absolute: abs } = ref;
    const next = {
      ...ref,
      row: abs.row ? ref.row : ref.row + rows,
      lastRow: abs.lastRow ? ref.lastRow : ref.lastRow + rows,
      column: abs.column ? ref.column : ref.column + columns,
      lastColumn: abs.lastColumn ? ref.lastColumn : ref.lastColumn + columns,
    };
    const inside =
      next.row >= 0 &&
      next.column >= 0 &&
      next.lastRow >= 0 &&
      next.lastColumn >= 0 &&
      next.row < MAX_ROWS &&
      next.lastRow < MAX_ROWS &&
      next.column < MAX_COLUMNS &&
      next.lastColumn < MAX_COLUMNS;
    return inside ? next : null;
  });
}

function rewrite(formula: string, change: (token: Token, index: number, tokens: readonly Token[]) => string): string {
  return joinTokens(tokensOf(formula).map((token, i, all) => ({ text: change(token, i, all) })));
}
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Sheet parts that name `before` name `after` instead, spans of sheets included. */
export function withRenamedSheet(formula: string, before: string, after: string): string {
  if (!formula.includes("!")) return formula;
  return rewrite(formula, (token) => {
    if (token.kind !== "sheet") return token.text;
    const name = sheetOfToken(token.text);
    if (name !== null) return same(name, before) ? `${quoteSheetName(after)}!` : token.text;
    const bare = token.text.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
    const ends = bare.includes("[") ? [] : bare.split(":");
    if (!ends.some((end) => same(end, before))) return token.text;
    return `'${ends.map((end) => (same(end, before) ? after : end).replaceAll("'", "''")).join(":")}'!`;
  });
}

/** References to a deleted sheet become "#REF!" before the address, as Excel writes them. */
export function withoutSheet(formula: string, name: string): string {
  return rewrite(formula, (token) =>
    token.kind === "sheet" && same(sheetOfToken(token.text) ?? "", name) ? "#REF!" : token.text,
  );
}

/** Name tokens (tables or defined names; not sheet parts) that equal `before` become `after`. */
export function withRenamedName(formula: string, before: string, after: string): string {
  return rewrite(formula, (token) => (token.kind === "name" && same(token.text, before) ? after : token.text));
}

/** Column names inside brackets, escaped as Excel asks (MS-XLSX: ' before [ ] # ' @). */
function escapeColumn(name: string): string {
  return name.replace(/[[\]#'@]/g, "'$&");
}
function unescapeColumn(text: string): string {
  return text.replace(/'(.)/gs, "$1");
}

/** One bracket part with column `before` renamed; `after` null is a deleted column: null when it was named. */
function renamedBrackets(brackets: string, before: string, after: string | null): string | null {
  const lost: string[] = [];
  const give = (name: string, text: string): string => {
    if (!same(unescapeColumn(name.trim()), before)) return text;
    if (after === null) lost.push(name);
    return escapeColumn(after ?? "");
  };
  const simple = /^\[(@?)((?:[^[\]']|'.)*)\]$/s.exec(brackets);
  if (simple) {
    const inner = simple[2] ?? "";
    if (inner.startsWith("#")) return brackets;
    const next = give(inner, inner);
    const bracketed = simple[1] === "@" && next !== inner && /[^\p{L}\p{N}_]/u.test(next);
    return lost.length > 0 ? null : `[${simple[1] ?? ""}${bracketed ? `[${next}]` : next}]`;
  }
  const body = brackets
    .slice(1, -1)
    .replace(/\[((?:[^[\]']|'.)*)\]/gs, (whole, inner: string) =>
      inner.startsWith("#") ? whole : `[${give(inner, inner)}]`,
    );
  if (lost.length > 0) return null;
  // A this-row reference to a plain name needs no inner brackets: Excel writes [@Weight].
  return `[${body.replace(/^@\[([\p{L}_][\p{L}\p{N}_]*)\]$/u, "@$1")}]`;
}

const lowered = new Map<string, string | null>();
/** A formula in small letters, remembered; null when it has no brackets. */
function bracketsOf(formula: string): string | null {
  let known = lowered.get(formula);
  if (known === undefined) {
    if (lowered.size >= CACHE_SIZE) lowered.clear();
    known = formula.includes("[") ? formula.toLowerCase() : null;
    lowered.set(formula, known);
  }
  return known;
}
let asked = { header: "", piece: "" };
/** Whether a formula can name a column at all: most need not be read when one of many columns is renamed. */
export function mayNameColumn(formula: string, header: string): boolean {
  if (asked.header !== header) {
    // Special characters are escaped inside brackets; what lies between them is not.
    const pieces = header.split(/['[\]#@]/).sort((a, b) => b.length - a.length);
    asked = { header, piece: (pieces[0] ?? "").toLowerCase() };
  }
  return bracketsOf(formula)?.includes(asked.piece) === true;
}

/**
 * Structured references to one column of a table, renamed or (after = null) deleted, which gives #REF!.
 * `inside` tells that the formula stands in the table, so that brackets without a table's name are its own.
 */
export function withRenamedColumn(
  formula: string,
  table: string,
  before: string,
  after: string | null,
  inside: boolean,
): string {
  const tokens = tokensOf(formula);
  if (!tokens.some((token) => token.kind === "structured")) return formula;
  const out: string[] = [];
  tokens.forEach((token, i) => {
    const owner = tokens[i - 1];
    const named = owner?.kind === "name";
    const mine = token.kind === "structured" && (named ? same(owner.text, table) : inside);
    if (!mine) {
      out.push(token.text);
      return;
    }
    const next = renamedBrackets(token.text, before, after);
    if (next === null && named) out.pop();
    out.push(next ?? "#REF!");
  });
  return out.join("");
}

/** Structured references and bare names of a table that is no more: the table's name gives way to #REF!. */
export function withoutTable(formula: string, table: string): string {
  const tokens = tokensOf(formula);
  const out: string[] = [];
  tokens.forEach((token, i) => {
    const owner = tokens[i - 1];
    if (token.kind === "name" && same(token.text, table)) out.push("#REF!");
    else if (token.kind === "structured" && owner?.kind === "name" && same(owner.text, table)) return;
    else out.push(token.text);
  });
  return out.join("");
}

/** Does the formula use a table reference (brackets), a union of references or an array constant? Rules refuse all three. */
export function usesWhatRulesRefuse(formula: string): boolean {
  const tokens = tokensOf(formula);
  if (tokens.some((token) => token.kind === "structured" || token.kind === "arrayOpen")) return true;
  // A comma inside parentheses that belong to no function is the union operator.
  const isCall: boolean[] = [];
  return tokens.some((token, i) => {
    if (token.kind === "open") isCall.push(tokens[i - 1]?.kind === "function");
    else if (token.kind === "close") isCall.pop();
    else if (token.kind === "separator") return isCall.at(-1) !== true;
    return false;
  });
}
