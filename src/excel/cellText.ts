/** What is sent to Excel for a literal, so that it arrives as what it is: text stays text, whatever it looks like. */
import type { Literal } from "../core/blueprint/types";

/**
 * Text that Excel would turn into a formula, number, date, boolean or error when it is written.
 * A leading apostrophe tells Excel to take it as text; it does not become part of the text.
 */
const LOOKS_LIKE_MORE =
  /^(?:[=+\-@'\t\r]|[\d.,$¥€£(#]|(?:true|false)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./-]*\d)/i;

/** Excel's longest text in a cell. */
const MAX_TEXT = 32_767;

/** The value to put into `Range.values`; null leaves the cell alone. */
export function cellInput(literal: Literal): string | number | boolean | null {
  if (typeof literal !== "string") return literal;
  const text = literal.length > MAX_TEXT ? literal.slice(0, MAX_TEXT) : literal;
  return LOOKS_LIKE_MORE.test(text.trimStart()) ? `'${text}` : text;
}
