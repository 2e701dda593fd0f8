/**
 * The rules that every formula of ours keeps, so that it means the same however it comes into a workbook (typed, written by
 * the add-in, read from a file) and in every Excel from 2016 on. The tests lint all formulas of all blueprints with it.
 */
import { LONGEST_FORMULA } from "./columns";
import { parseFormula, type Call, type ParsedFormula, type PlacedToken } from "./calls";
import { isRangeName } from "./names";
import type { Token } from "./tokens";
import { MARK_PREFIX } from "../model/mark";

/**
 * Functions of Excel 2016 that we use. None of them needs a prefix in a file but ISFORMULA (_xlfn.), which the writer of files
 * puts there; Excel itself takes it as it is.
 */
const ALLOWED: ReadonlySet<string> = new Set(
  (
    "ABS ADDRESS AND CHAR CHOOSE COLUMN COUNT COUNTIF COUNTIFS IF IFERROR INDEX INT ISBLANK ISERROR ISFORMULA ISNUMBER ISTEXT LEFT LEN " +
    "MATCH MAX MIN MONTH N NOT OR ROUND ROW SUM SUMIFS SUMPRODUCT TRIM VALUE YEAR"
  ).split(" "),
);
/** Recalculated at every change, or reading a place that only its text names. */
const VOLATILE: ReadonlySet<string> = new Set("CELL INDIRECT INFO NOW OFFSET RAND RANDBETWEEN TODAY".split(" "));
/** Return one value or a whole range depending on how the formula was entered. */
const NOT_IN_SUMPRODUCT: ReadonlySet<string> = new Set(["CHOOSE", "IF", "IFERROR", "INDEX"]);
/** Work cell by cell inside SUMPRODUCT. */
const CELL_BY_CELL: ReadonlySet<string> = new Set([
  "ABS",
  "COLUMN",
  "ISBLANK",
  "ISERROR",
  "ISFORMULA",
  "ISNUMBER",
  "ISTEXT",
  "LEN",
  // One value of what is multiplied cell by cell inside it.
  "MAX",
  "NOT",
  "ROUND",
  "ROW",
  "TRIM",
]);

const always = (): boolean => true;
/** Arguments that take a whole range. */
const TAKES_RANGE: Readonly<Record<string, (argument: number) => boolean>> = {
  COUNT: always,
  COUNTIF: (argument) => argument === 0,
  COUNTIFS: (argument) => argument % 2 === 0,
  INDEX: (argument) => argument === 0,
  MATCH: (argument) => argument === 1,
  MAX: always,
  MIN: always,
  SUM: always,
  SUMIFS: (argument) => argument === 0 || argument % 2 === 1,
  SUMPRODUCT: always,
};
/** Arguments in which text is read with wildcards and operators. */
const TAKES_CRITERION: Readonly<Record<string, (argument: number) => boolean>> = {
  COUNTIF: (argument) => argument === 1,
  COUNTIFS: (argument) => argument % 2 === 1,
  MATCH: (argument) => argument === 0,
  SUMIFS: (argument) => argument > 0 && argument % 2 === 0,
};

const OPERATOR_TEXT = /^"(?:<>|<=|>=|<|>|=)(?:-?\d+(?:\.\d+)?)?"$/;
/** Neither letter nor digit nor wildcard: a dash between two numbers, say. */
const PUNCTUATION = /^"[^\p{L}\p{N}*?~]*"$/u;
const ABSOLUTE = /^\$[A-Z]{1,3}\$\d+$/;
const OUR_NAME = /^eh_\d+_\w+$/;

/** A reference as one operand: a cell, a range, a name, a structured reference, or two of them with ":" between. */
interface Operand {
  readonly tokens: readonly Token[];
  readonly call: Call | null;
  readonly arg: number;
}
const OPERAND_KINDS: ReadonlySet<string> = new Set(["reference", "name", "structured", "sheet"]);

function operandsOf(tokens: readonly PlacedToken[]): Operand[] {
  const found: Operand[] = [];
  let at = 0;
  while (at < tokens.length) {
    const first = tokens[at];
    at += 1;
    if (first === undefined || !OPERAND_KINDS.has(first.token.kind)) continue;
    const parts = [first.token];
    for (let next = tokens[at]; next !== undefined; next = tokens[at]) {
      if (next.call !== first.call || next.arg !== first.arg) break;
      const isJoin = next.token.text === ":" || parts.at(-1)?.text === ":" || parts.at(-1)?.kind === "sheet";
      if (!isJoin && !(next.token.kind === "structured" && parts.at(-1)?.kind === "name")) break;
      parts.push(next.token);
      at += 1;
    }
    found.push({ tokens: parts, call: first.call, arg: first.arg });
  }
  return found;
}

const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join("");
const isThisRow = (text: string): boolean => text.startsWith("[@") || text.includes("[#This Row]");

/** More than one cell. */
function isRange({ tokens }: Operand): boolean {
  if (tokens.some((token) => token.text === ":")) return true;
  return tokens.some(({ kind, text }, i) => {
    if (kind === "reference") return text.includes(":");
    if (kind === "structured")
      return isThisRow(text) ? text.includes("]:[") : !/^\[\[#Headers\],\[[^:]*\]\]$/.test(text);
    return kind === "name" && tokens[i + 1]?.kind !== "structured" && isRangeName(text);
  });
}

const isWholeArgument = (operand: Operand): boolean =>
  textOf(operand.call?.args[operand.arg] ?? []) === textOf(operand.tokens);

/** Inside SUMPRODUCT with nothing between that would make one value of it. */
function isCellByCell(call: Call | null): boolean {
  if (call === null) return false;
  return call.name === "SUMPRODUCT" || (CELL_BY_CELL.has(call.name) && isCellByCell(call.parent));
}
const rangeFits = (operand: Operand): boolean =>
  isCellByCell(operand.call) ||
  (TAKES_RANGE[operand.call?.name ?? ""]?.(operand.arg) === true && isWholeArgument(operand));

function textFault({ token, call }: PlacedToken, kind: "cell" | "rule"): string | null {
  if (token.kind !== "string" || OPERATOR_TEXT.test(token.text) || PUNCTUATION.test(token.text)) return null;
  if (kind === "rule" && call?.name === "N" && token.text.startsWith(`"${MARK_PREFIX}`)) return null;
  return `literal word ${token.text}`;
}

/** The column of this row's cell: "[@[Plan no.]]" → "Plan no.". */
const headerOf = (text: string): string =>
  text
    .replace(/^\[@\[?/, "")
    .replace(/\]?\]$/, "")
    .replace(/'(.)/g, "$1");

/** One cell that may hold an id, a number or a word of ours. */
function isKey(tokens: readonly Token[], userText: ReadonlySet<string>): boolean {
  const [only, more] = tokens;
  if (only === undefined || more !== undefined) return false;
  switch (only.kind) {
    case "number":
      return true;
    case "reference":
      return ABSOLUTE.test(only.text);
    case "name":
      return OUR_NAME.test(only.text) && !isRangeName(only.text);
    case "structured":
      return isThisRow(only.text) && !only.text.includes("]:[") && !userText.has(headerOf(only.text));
    default:
      return false;
  }
}

/** A key put together of keys with a stroke between them: person and line. */
const isJoinedKey = (tokens: readonly Token[], userText: ReadonlySet<string>): boolean =>
  tokens.length > 1 &&
  tokens.length % 4 === 1 &&
  tokens.every((token, i) =>
    i % 2 === 1 ? token.text === "&" : i % 4 === 2 ? token.text === '"/"' : isKey([token], userText),
  );

const GIVES_A_NUMBER: ReadonlySet<string> = new Set(["COUNT", "MAX", "MIN", "N", "ROUND", "SUM"]);
/** One call of a function that gives a number, whatever stands in it. */
function isNumberCall(tokens: readonly Token[]): boolean {
  const [name] = tokens;
  if (name?.kind !== "function" || !GIVES_A_NUMBER.has(name.text.toUpperCase())) return false;
  let depth = 0;
  const end = tokens.findIndex(({ kind }) => {
    depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    return kind === "close" && depth === 0;
  });
  return end === tokens.length - 1;
}

/** A key, or a key and a number added to it: the day after the period. */
const isKeyOrNext = (tokens: readonly Token[], userText: ReadonlySet<string>): boolean =>
  isKey(
    tokens.length === 3 && tokens[1]?.text === "+" && tokens[2]?.kind === "number" ? tokens.slice(0, 1) : tokens,
    userText,
  );

function criterionFaults(calls: readonly Call[], userText: ReadonlySet<string>): string[] {
  return calls.flatMap((call) =>
    call.args.flatMap((argument, i) => {
      if (TAKES_CRITERION[call.name]?.(i) !== true) return [];
      const [first, second, ...rest] = argument;
      const isComparison = first?.kind === "string" && OPERATOR_TEXT.test(first.text);
      const fits =
        isComparison && (second === undefined || (second.text === "&" && isKeyOrNext(rest, userText)))
          ? true
          : isJoinedKey(argument, userText) || isKey(argument, userText) || isNumberCall(argument);
      return fits ? [] : [`${call.name} looks for ${textOf(argument)}, which may hold text of the user's`];
    }),
  );
}

function callFaults(calls: readonly Call[]): string[] {
  return calls.flatMap((call) => {
    if (VOLATILE.has(call.name)) return [`volatile function ${call.name}`];
    if (!ALLOWED.has(call.name)) return [`function ${call.name} is not on the list`];
    if (!NOT_IN_SUMPRODUCT.has(call.name)) return [];
    for (let around = call.parent; around !== null; around = around.parent)
      if (around.name === "SUMPRODUCT") return [`${call.name} inside SUMPRODUCT`];
    return [];
  });
}

function ruleFaults({ tokens }: ParsedFormula): string[] {
  return tokens.flatMap(({ token }) => {
    if (token.kind === "structured") return [`structured reference ${token.text} in a rule`];
    if (token.kind === "arrayOpen") return ["array constant in a rule"];
    return token.kind === "sheet" ? [`other sheet ${token.text} in a rule`] : [];
  });
}

/**
 * What is wrong with a formula, in words for us; empty when nothing is.
 * @param userText headers of columns in which people type freely: they may not be looked for by COUNTIF, SUMIFS, MATCH
 */
export function lintFormula(
  text: string,
  kind: "cell" | "rule",
  userText: ReadonlySet<string> = new Set(),
): readonly string[] {
  const parsed = parseFormula(text);
  const body = parsed.tokens.slice(1);
  const operands = operandsOf(body);
  // A list validation names its range and nothing else.
  const isPlainName = kind === "rule" && body.length === 1 && body[0]?.token.kind === "name";
  return [
    ...(text.startsWith("=") ? [] : ["no = at the beginning"]),
    ...(text.length > LONGEST_FORMULA ? [`${text.length} characters`] : []),
    ...(parsed.isBalanced ? [] : ["brackets do not match"]),
    ...(parsed.hasUnion ? ["union of references"] : []),
    ...(parsed.hasIntersection ? ["intersection of references"] : []),
    ...body.flatMap(({ token }) => (token.kind === "unknown" ? [`character ${token.text}`] : [])),
    ...body.flatMap(({ token }) => (token.kind === "error" ? [`error value ${token.text}`] : [])),
    ...body.flatMap((token) => textFault(token, kind) ?? []),
    ...callFaults(parsed.calls),
    ...(isPlainName
      ? []
      : operands
          .filter((operand) => isRange(operand) && !rangeFits(operand))
          .map((operand) => `range ${textOf(operand.tokens)} where one cell belongs`)),
    ...criterionFaults(parsed.calls, userText),
    ...(kind === "rule" ? ruleFaults(parsed) : []),
  ];
}
