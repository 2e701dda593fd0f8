/**
 * Puts what defined names stand for into formulas. Univer caches parsed formulas by their text and goes on using a name
 * that was removed, so it is never told names at all.
 */
import { joinTokens, tokenize, type Token } from "../../../src/core/formulas/tokens";

/** Names that name names that name names …: enough for any sane book, an end for one that goes in circles. */
const DEEPEST = 20;

/** Whether the token at `i` is a name of the workbook, not one behind a sheet. */
const isPlainName = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === "name" && tokens[i - 1]?.kind !== "sheet";

/** Whether the formula uses one of the names (in lower case), itself or through other names. */
export function usesAnyName(formula: string, wanted: ReadonlySet<string>, names: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  const look = (text: string): boolean => {
    const tokens = tokenize(text);
    return tokens.some((token, i) => {
      const name = token.text.toLowerCase();
      if (!isPlainName(tokens, i) || seen.has(name)) return false;
      seen.add(name);
      return wanted.has(name) || look(names.get(name) ?? "");
    });
  };
  return look(formula);
}

/** `names`: lower-case name → formula with "=". An unknown name stays; a circle of names becomes #REF!. */
export function inlineNames(formula: string, names: ReadonlyMap<string, string>, depth = 0): string {
  if (names.size === 0) return formula;
  const tokens = tokenize(formula);
  if (!tokens.some((token, i) => isPlainName(tokens, i) && names.has(token.text.toLowerCase()))) return formula;
  if (depth > DEEPEST) return "=#REF!";
  return joinTokens(
    tokens.map((token, i) => {
      const meaning = isPlainName(tokens, i) ? names.get(token.text.toLowerCase()) : undefined;
      return meaning === undefined ? token : { text: asOperand(inlineNames(meaning, names, depth + 1)) };
    }),
  );
}

/** The name's formula as one operand: in parentheses when it holds an operator; a range alone must stay a range. */
function asOperand(formula: string): string {
  const text = formula.replace(/^=/, "");
  const single = tokenize(text).every((token) => token.kind !== "operator" || token.text === ":");
  return single ? text : `(${text})`;
}
