/** Rule formulas of marks: A1 relative to the rule's first cell, with the constant by which a mark is known. */
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { cellAddress, columnName, rectAddress, type Rect } from "../model/a1";
import { MARK_PREFIX } from "../model/mark";

/** The rule formula of a mark: the condition, and a constant that is always true. */
const mark = (code: string, ...conditions: readonly string[]): RuleFormula =>
  `=AND(N("${MARK_PREFIX}${code}")=0,${conditions.join(",")})` as RuleFormula;

const first = (rect: Rect): string => cellAddress(rect.row, rect.column);
const all = (rect: Rect): string => rectAddress(rect, true);

/**
 * The cells of `rect` add up to something else than `expected` (± tolerance): every one of them is marked. Source: check
 * W01.
 */
export const sumMark = (code: string, rect: Rect, expected: number, tolerance: number): RuleFormula =>
  mark(code, `ABS(ROUND(SUM(${all(rect)})-${String(expected)},9))>${String(tolerance)}`);

/** The same where the cells hold numbers as texts ("40%" is 0.4); nothing where one of them is no number to Excel. */
export const textSumMark = (code: string, rect: Rect, expected: number, tolerance: number): RuleFormula =>
  mark(code, `IFERROR(ABS(ROUND(SUMPRODUCT(VALUE(${all(rect)}))-${String(expected)},9))>${String(tolerance)},FALSE)`);

/** Empty, text or negative where a number must be. */
export const noNumberMark = (code: string, rect: Rect): RuleFormula =>
  mark(code, `IF(ISNUMBER(${first(rect)}),${first(rect)}<0,TRUE)`);

/** A number equal to 0. */
export const zeroMark = (code: string, rect: Rect): RuleFormula =>
  mark(code, `ISNUMBER(${first(rect)})`, `N(${first(rect)})=0`);

/** A number above (or, with `below`, above 0 and below) a limit. */
export function limitMark(code: string, rect: Rect, limit: number, side: "above" | "below"): RuleFormula {
  const cell = `N(${first(rect)})`;
  return side === "above"
    ? mark(code, `${cell}>${String(limit)}`)
    : mark(code, `${cell}>0`, `${cell}<${String(limit)}`);
}

/** A cell that shows nothing, empty or with an empty text, in the row of somebody who is named. */
export const blankMark = (code: string, rect: Rect, nameColumn: number): RuleFormula =>
  mark(code, `LEN($${cellAddress(rect.row, nameColumn)})>0`, `LEN(${first(rect)})=0`);

/** A blank cell in the row of somebody who is named and has a number between two columns: results without evidence. */
export const unprovedMark = (
  code: string,
  rect: Rect,
  nameColumn: number,
  results: readonly [first: number, last: number],
): RuleFormula =>
  mark(
    code,
    `LEN($${cellAddress(rect.row, nameColumn)})>0`,
    `COUNT($${cellAddress(rect.row, results[0])}:$${cellAddress(rect.row, results[1])})>0`,
    `LEN(TRIM(${first(rect)}))=0`,
  );

/**
 * A rank that is not the place of its row's total among all of them, 1 = highest, equals sharing the better one.
 * @param totals all totals, as many rows as `rect`
 */
export const rankMark = (code: string, rect: Rect, totals: Rect, nameColumn: number): RuleFormula => {
  const total = `$${cellAddress(rect.row, totals.column)}`;
  return mark(
    code,
    `LEN($${cellAddress(rect.row, nameColumn)})>0`,
    `ISNUMBER(${first(rect)})`,
    `ISNUMBER(${total})`,
    `N(${first(rect)})<>COUNTIF(${all(totals)},">"&${total})+1`,
  );
};

/** A total that is further than `tolerance` from what a formula makes of its row; nothing where that makes none. */
export const totalMark = (code: string, rect: Rect, total: CellFormula, tolerance: number): RuleFormula =>
  mark(code, `ISNUMBER(${first(rect)})`, `IFERROR(ABS(${first(rect)}-(${total.slice(1)}))>${String(tolerance)},FALSE)`);

/** A text that Excel itself would read as a number, or that begins with a digit ("82分"). */
export const numberTextMark = (code: string, rect: Rect): RuleFormula => {
  const cell = first(rect);
  return mark(
    code,
    `ISTEXT(${cell})`,
    `OR(ISNUMBER(IFERROR(VALUE(${cell}),"")),ISNUMBER(IFERROR(VALUE(LEFT(TRIM(${cell}),1)),"")))`,
  );
};

/** A number outside [low, high]. */
export const outsideMark = (code: string, rect: Rect, low: number, high: number): RuleFormula =>
  mark(code, `ISNUMBER(${first(rect)})`, `OR(N(${first(rect)})<${String(low)},N(${first(rect)})>${String(high)})`);

/** An error value. */
export const errorMark = (code: string, rect: Rect): RuleFormula => mark(code, `ISERROR(${first(rect)})`);

/**
 * Cells that a mark leaves out: those of rows with these labels, of this row, of this column; whatever is given must
 * hold.
 */
export interface MarkException {
  readonly labels?: readonly { readonly column: number; readonly text: string }[];
  readonly row?: number;
  readonly column?: number;
}

/** Excel's longest text inside a formula, and a formula's length up to which rules are taken everywhere. */
const LONGEST_TEXT = 255;
const LONGEST_RULE = 8000;

/** A text as a constant of a formula: it is compared and can never be read as anything else. */
const constant = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Places are asked by references and not by numbers: Excel moves those when rows or columns are put in. */
function exceptionCondition(rect: Rect, { labels = [], row, column }: MarkException): string | null {
  if (labels.some(({ text }) => text.length > LONGEST_TEXT)) return null;
  const own = first(rect);
  const parts = [
    // A label may be a number: compared as the text that it shows.
    ...labels.map(({ column: at, text }) => `$${cellAddress(rect.row, at)}&""=${constant(text)}`),
    ...(row === undefined ? [] : [`ROW(${own})=ROW(${columnName(rect.column)}$${String(row + 1)})`]),
    ...(column === undefined ? [] : [`COLUMN(${own})=COLUMN($${cellAddress(rect.row, column)})`]),
  ];
  return parts.length === 0 ? null : `AND(${parts.join(",")})`;
}

/** A mark's formula that leaves out the cells given, as many of them as a rule has room for. */
export function exceptMark(formula: RuleFormula, rect: Rect, exceptions: readonly MarkException[]): RuleFormula {
  let list = "";
  for (const exception of exceptions) {
    const condition = exceptionCondition(rect, exception);
    if (condition === null || list.includes(condition)) continue;
    if (formula.length + list.length + condition.length + 12 > LONGEST_RULE) break;
    list += `${list === "" ? "" : ","}${condition}`;
  }
  return list === "" ? formula : (`${formula.slice(0, -1)},NOT(OR(${list})))` as RuleFormula);
}
