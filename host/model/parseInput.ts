/** What a typed input becomes in a cell: Excel's reading of numbers, percents, dates, errors, text and formulas (en-US). */
import { joinTokens, tokenize } from "../../src/core/formulas/tokens";
import type { Token } from "../../src/core/formulas/tokens";
import { parseDateInput } from "./dateInput";
import { invalidArgument } from "./refusals";
import { HostError } from "./api";
import type { CellScalar, ErrorText } from "./types";

export interface ParsedInput {
  readonly value: CellScalar;
  readonly formula?: string;
  /** Given only when the input brings its own and the cell has "General". */
  readonly numberFormat?: string;
  readonly forcedText?: boolean;
}
export interface InputContext {
  /** The cell's number format before the input. */
  readonly numberFormat: string;
  readonly date1904: boolean;
  /** Completes a date typed without a year. */
  readonly thisYear: number;
  /** A person's typing into a cell with a percent format means percents ("12" is 12 %). */
  readonly percentEntry: boolean;
}

/** Excel's limit of characters in a cell and in a formula. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8192;
const ERRORS: ReadonlySet<string> = new Set<ErrorText>([
  "#N/A",
  "#DIV/0!",
  "#VALUE!",
  "#NAME?",
  "#REF!",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
]);

function isErrorText(text: string): text is ErrorText {
  return ERRORS.has(text);
}

const PLAIN = String.raw`\d+\.?\d*|\.\d+`;
const GROUPED = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d*)?`;
const NUMBER = new RegExp(
  String.raw`^(\()?([-+])?(\$)?([-+])?(?:(${GROUPED})|(${PLAIN})(e[-+]?\d+)?)\s?(%)?(\))?$`,
  "i",
);
const FRACTION = /^([-+])?(\d+) (\d+)\/(\d+)$/;

interface NumberInput {
  readonly value: number;
  readonly numberFormat: string;
  readonly percent: boolean;
}

function numberFormatOf(hasDecimals: boolean, m: RegExpExecArray): string {
  if (m[8] !== undefined) return hasDecimals ? "0.00%" : "0%";
  if (m[3] !== undefined) return hasDecimals ? "$#,##0.00_);[Red]($#,##0.00)" : "$#,##0_);[Red]($#,##0)";
  if (m[5] !== undefined) return hasDecimals ? "#,##0.00" : "#,##0";
  return m[7] !== undefined ? "0.00E+00" : "General";
}

/** A number as typed; null when the text is none. */
export function parseNumberInput(text: string): NumberInput | null {
  const fraction = FRACTION.exec(text);
  if (fraction && Number(fraction[4]) !== 0) {
    const size = Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4]);
    const wide = (fraction[4]?.length ?? 1) > 1;
    return { value: fraction[1] === "-" ? -size : size, numberFormat: wide ? "# ??/??" : "# ?/?", percent: false };
  }
  const m = NUMBER.exec(text);
  if (!m) return null;
  const open = m[1] !== undefined;
  const signs = (m[2] ?? "") + (m[4] ?? "");
  if (open !== (m[9] !== undefined) || signs.length > 1 || (open && signs !== "")) return null;
  const digits = (m[5]?.replaceAll(",", "") ?? m[6] ?? "") + (m[7] ?? "");
  const percent = m[8] !== undefined;
  // Division keeps 12 % at 0.12 exactly as typed; multiplication by 0.01 would not.
  const size = percent ? Number(digits) / 100 : Number(digits);
  if (!Number.isFinite(size)) return null;
  const value = (open || signs === "-") && size !== 0 ? -size : size;
  return { value, numberFormat: numberFormatOf(digits.includes("."), m), percent };
}

function isClosed(token: Token): boolean {
  const { kind, text } = token;
  if (kind === "string") return text.length > 1 && text.endsWith('"');
  return kind !== "structured" || text.endsWith("]");
}

/** Whether brackets, strings and parentheses close and no character is out of place. */
function isWellFormed(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "unknown" && token.text !== "@" && token.text !== "#") return false;
    if (token.kind === "open" || token.kind === "arrayOpen") depth += 1;
    if (token.kind === "close" || token.kind === "arrayClose") depth -= 1;
    if (depth < 0 || !isClosed(token)) return false;
  }
  const meaning = tokens.filter((token) => token.kind !== "space");
  const end = meaning.at(-1);
  if (depth !== 0 || end === undefined || meaning.length < 2) return false;
  return end.kind !== "operator" || end.text === "%";
}

/** A formula as Excel keeps it: functions, references and TRUE/FALSE in capitals. Throws InvalidArgument when it cannot be read. */
export function normalFormula(text: string): string {
  if (text.length > MAX_FORMULA) {
    throw new HostError(
      "FormulaLengthExceedsLimit",
      "The bytecode of the applied formula exceeds the maximum length limit.",
    );
  }
  const tokens = tokenize(text.trimEnd());
  if (!isWellFormed(tokens)) throw invalidArgument();
  return joinTokens(
    tokens.map((token) =>
      token.kind === "function" || token.kind === "reference" || token.kind === "boolean" || token.kind === "error"
        ? { text: token.text.toUpperCase() }
        : token,
    ),
  );
}

function parseText(text: string, context: InputContext): ParsedInput {
  if (text === "") return { value: null };
  if (text.length > MAX_TEXT) throw invalidArgument();
  if (context.numberFormat === "@") {
    return { value: text.startsWith("'") ? text.slice(1) : text, forcedText: true };
  }
  if (text.startsWith("'")) return { value: text.slice(1), forcedText: true };
  if (text.startsWith("=") && text.length > 1) return { value: null, formula: normalFormula(text) };
  const upper = text.trim().toUpperCase();
  if (isErrorText(upper)) return { value: { error: upper } };
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE" };
  return parseNumberOrDate(text, context);
}

function parseNumberOrDate(text: string, context: InputContext): ParsedInput {
  const trimmed = text.trim();
  const general = context.numberFormat === "General";
  const number = parseNumberInput(trimmed);
  if (number) {
    const asPercent = context.percentEntry && !number.percent && /%/.test(context.numberFormat);
    const value = asPercent && Math.abs(number.value) >= 1 ? number.value / 100 : number.value;
    return general && number.numberFormat !== "General" ? { value, numberFormat: number.numberFormat } : { value };
  }
  const date = parseDateInput(trimmed, context.thisYear, context.date1904);
  if (date) return general ? { value: date.serial, numberFormat: date.numberFormat } : { value: date.serial };
  // Typed text that starts with a sign is a formula to Excel: "+A1", "-Total".
  if (/^[-+]\s*[\p{L}(]/u.test(trimmed)) return { value: null, formula: normalFormula(`=${trimmed}`) };
  return { value: text };
}

/** Reads one input. Throws InvalidArgument for a formula that cannot be read or text that is too long. */
export function parseInput(input: string | number | boolean, context: InputContext): ParsedInput {
  if (typeof input === "string") return parseText(input, context);
  if (typeof input === "number" && !Number.isFinite(input)) throw invalidArgument();
  return { value: input };
}
