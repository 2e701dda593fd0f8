/**
 * Splits formula text into tokens. It knows Excel's English formula grammar well enough to find every reference,
 * name, function and structured reference; it never changes the text: the tokens joined give the formula back.
 * Grammar: MS-XLSX formula grammar, as far as it concerns single tokens.
 */
export type TokenKind =
  /** "text", with its quotes. */
  | "string"
  | "number"
  /** TRUE, FALSE. */
  | "boolean"
  /** #N/A and its like. */
  | "error"
  /** A sheet before "!": Sheet1!, 'My sheet'!, [1]Sheet!, Sheet1:Sheet3! (with the "!"). */
  | "sheet"
  /** One A1 cell, column or row part: $A$1, A, $3 only inside a span such as A:A or 1:3; see `reference`. */
  | "reference"
  /** A function's name, without the parenthesis that follows. */
  | "function"
  /** A defined name or a table's name. */
  | "name"
  /** The bracket part of a structured reference: [x], [@x], [[#This Row],[x]]. Follows a `name`, or stands alone inside its table. */
  | "structured"
  /** + - * / ^ & = < > <= >= <> % and the range operator ":" , the intersection blank is `space`. */
  | "operator"
  | "open"
  | "close"
  | "arrayOpen"
  | "arrayClose"
  /** "," between arguments or ";" inside an array constant. */
  | "separator"
  | "space"
  /** A character that fits nowhere. */
  | "unknown";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset in the formula text. */
  readonly start: number;
}

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SPACE = /\s+/y;
const ERROR = /#(?:N\/A|DIV\/0!|VALUE!|NAME\?|REF!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/iy;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
/** A cell, a column span or a row span; the look-ahead keeps names such as A1B or LOG10( out. */
const REFERENCE =
  /(?:\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/uy;
const QUOTED_SHEET = /'(?:[^']|'')+'!/y;
const PLAIN_SHEET = /(?:\[[^\]]+\])?[\p{L}_\\][\p{L}\p{N}_.]*(?::[\p{L}_\\][\p{L}\p{N}_.]*)?!/uy;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** End of the string that opens at `at`, past its closing quote; the end of the text when it is never closed. */
function endOfString(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length) {
    if (text[i] === '"') {
      if (text[i + 1] !== '"') return i + 1;
      i += 1;
    }
    i += 1;
  }
  return text.length;
}

/** End of the bracket group that opens at `at`; an apostrophe escapes the next character inside it. */
function endOfBrackets(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    const ch = text[i];
    if (ch === "'") i += 1;
    else if (ch === "[") depth += 1;
    else if (ch === "]") {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return text.length;
}

function wordKind(text: string, at: number, word: string): TokenKind {
  if (text[at + word.length] === "(") return "function";
  return /^(?:TRUE|FALSE)$/i.test(word) ? "boolean" : "name";
}

const SINGLE: Readonly<Record<string, TokenKind>> = {
  "(": "open",
  ")": "close",
  "{": "arrayOpen",
  "}": "arrayClose",
  ",": "separator",
  ";": "separator",
};

const OPERATORS = "+-*/^&=<>%:";
const TWO_PLACES: readonly string[] = ["<=", ">=", "<>"];

/** What stands at `at` when its first character does not already say so. `hasSheets`: whether the text has a "!" at all. */
function longer(text: string, at: number, ch: string, hasSheets: boolean): readonly [TokenKind, string] {
  const sheet = hasSheets ? matchAt(ch === "'" ? QUOTED_SHEET : PLAIN_SHEET, text, at) : null;
  if (sheet !== null) return ["sheet", sheet];
  if (ch === "[") return ["structured", text.slice(at, endOfBrackets(text, at))];
  const attempts: readonly (readonly [TokenKind, RegExp])[] = [
    ["reference", REFERENCE],
    ["number", NUMBER],
    ["space", SPACE],
    ["error", ERROR],
  ];
  for (const [kind, pattern] of attempts) {
    const found = matchAt(pattern, text, at);
    if (found !== null) return [kind, found];
  }
  const word = matchAt(WORD, text, at);
  return word === null ? ["unknown", ch] : [wordKind(text, at, word), word];
}

function next(text: string, at: number, hasSheets: boolean): Token {
  const ch = text[at] ?? "";
  const single = SINGLE[ch];
  if (single !== undefined) return { kind: single, text: ch, start: at };
  if (OPERATORS.includes(ch)) {
    const two = text.slice(at, at + 2);
    return { kind: "operator", text: TWO_PLACES.includes(two) ? two : ch, start: at };
  }
  if (ch === '"') return { kind: "string", text: text.slice(at, endOfString(text, at)), start: at };
  const [kind, found] = longer(text, at, ch, hasSheets);
  return { kind, text: found, start: at };
}

function split(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  const hasSheets = formula.includes("!");
  let at = 0;
  while (at < formula.length) {
    const token = next(formula, at, hasSheets);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** A formula is looked at several times in a row (names, references, tables): what it was split into is kept for a while. */
const KEPT = 2000;
const kept = new Map<string, readonly Token[]>();

/**
 * Tokens of a formula; a leading "=" is a token of kind operator like any other.
 * A range such as A1:B2 comes as reference, operator ":", reference; whole columns (A:A) and rows (1:3) are one reference.
 */
export function tokenize(formula: string): readonly Token[] {
  const known = kept.get(formula);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const tokens = split(formula);
  kept.set(formula, tokens);
  return tokens;
}

/** The formula text of tokens. */
export function joinTokens(tokens: readonly Pick<Token, "text">[]): string {
  return tokens.map((token) => token.text).join("");
}
