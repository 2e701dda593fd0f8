/**
 * Formula text: as a person writes it in the model, as a file stores it. Differences: no "=", prefixes of new functions,
 * and this-row references, which a file spells out with the table's name (MS-XLSX 2.2.2).
 */
import { tokenize } from "../../../src/core/formulas/tokens";
import type { Token } from "../../../src/core/formulas/tokens";
import { functionFromFile, functionToFile } from "./futureFunctions";

const THIS_ROW = /^\[\s*\[#This Row\]\s*(?:,\s*)?(.*)\]$/is;

/** "[@Score]", "[@[Score 1]:[Score 3]]", "[@]" → "[[#This Row],[Score]]" …; other brackets as they are. */
function bracketsToFile(text: string): string {
  if (!text.startsWith("[@")) return text;
  const inner = text.slice(2, -1).trim();
  if (inner === "") return "[#This Row]";
  return `[[#This Row],${inner.startsWith("[") ? inner : `[${inner}]`}]`;
}

/** The reverse: "[[#This Row],[Score]]" → "[@Score]"; names with other than letters, digits and "_" keep their brackets. */
function bracketsFromFile(text: string): string {
  if (/^\[#This Row\]$/i.test(text)) return "[@]";
  const columns = THIS_ROW.exec(text)?.[1]?.trim();
  if (columns === undefined) return text;
  if (columns === "") return "[@]";
  const plain = /^\[([\p{L}_][\p{L}\p{N}_]*)\]$/u.exec(columns)?.[1];
  return plain === undefined ? `[@${columns}]` : `[@${plain}]`;
}

/** Does the bracket stand alone, that is, belong to the table around the formula? */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.kind !== "name";
}

/**
 * Authored formula → file text without "=". `table` is the name of the table that holds the formula's cell, if any.
 * Null for a formula that cannot be stored without harm: LET and LAMBDA need coded parameter names.
 */
export function formulaToFile(formula: string, table: string | null): string | null {
  const tokens = tokenize(formula.startsWith("=") ? formula.slice(1) : formula);
  if (tokens.some((token) => token.kind === "function" && /^(?:LET|LAMBDA)$/i.test(token.text))) return null;
  return tokens
    .map((token, i) => {
      if (token.kind === "function") return functionToFile(token.text);
      if (token.kind !== "structured" || !token.text.startsWith("[")) return token.text;
      const brackets = bracketsToFile(token.text);
      return standsAlone(tokens, i) && table !== null ? table + brackets : brackets;
    })
    .join("");
}

/** File text → authored formula with "=". Inside its own table a this-row reference loses the table's name, as Excel shows it. */
export function formulaFromFile(text: string, table: string | null): string {
  const tokens = tokenize(text);
  const parts = tokens.map((token) => {
    if (token.kind === "function") return functionFromFile(token.text);
    if (token.kind === "structured") return bracketsFromFile(token.text);
    return token.kind === "name" ? token.text.replace(/^_xlpm\./i, "") : token.text;
  });
  for (const [i, part] of parts.entries()) {
    const before = tokens[i - 1];
    const own = table !== null && before?.kind === "name" && before.text.toLowerCase() === table.toLowerCase();
    if (own && part.startsWith("[@")) parts[i - 1] = "";
  }
  return `=${parts.join("")}`;
}
