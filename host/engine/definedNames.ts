/**
 * Puts what a defined name stands for into formulas, before the engine sees them. Univer keeps parsed formulas by their text
 * for the whole process, names already replaced: a second workbook, or a changed name, would get the first one's meaning.
 */
import { joinTokens, tokenize, type Token } from "../../src/core/formulas/tokens";

/** Names by lower-case name → formula with "=". */
export type NameTable = ReadonlyMap<string, string>;

/** A name may stand for other names; circles end here. */
const DEEPEST = 8;

const isName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "name" && tokens[at - 1]?.kind !== "sheet" && tokens[at + 1]?.kind !== "structured";

/** A single reference may stand where it is; anything else is put in parentheses to keep its meaning. */
function standIn(body: string): string {
  const tokens = tokenize(body).filter((token) => token.kind !== "space");
  const reference = tokens.every(
    (token) =>
      token.kind === "reference" || token.kind === "sheet" || (token.kind === "operator" && token.text === ":"),
  );
  const literal =
    tokens.length === 1 &&
    (tokens[0]?.kind === "number" || tokens[0]?.kind === "string" || tokens[0]?.kind === "boolean");
  return reference || literal ? body : `(${body})`;
}

/** Finds any of a table's names, as part of a longer word too. */
const finders = new WeakMap<NameTable, RegExp>();
function mayMention(formula: string, names: NameTable): boolean {
  let finder = finders.get(names);
  if (finder === undefined) {
    const parts = [...names.keys()].map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    finder = new RegExp(parts.join("|"), "iu");
    finders.set(names, finder);
  }
  return finder.test(formula);
}

/** The formula with all known names replaced; unknown ones stay and give #NAME?. */
export function expandNames(formula: string, names: NameTable, depth = 0): string {
  if (names.size === 0 || depth > DEEPEST || !mayMention(formula, names)) return formula;
  const tokens = tokenize(formula);
  const out = tokens.map((token, at) => {
    const meaning = isName(tokens, at) ? names.get(token.text.toLowerCase()) : undefined;
    if (meaning === undefined) return token;
    return { text: standIn(expandNames(meaning.replace(/^=/, ""), names, depth + 1)) };
  });
  return out.some((token, at) => token !== tokens[at]) ? joinTokens(out) : formula;
}

/** Lower-case names that a formula mentions. */
export function namesIn(formula: string): ReadonlySet<string> {
  const tokens = tokenize(formula);
  return new Set(tokens.filter((_, at) => isName(tokens, at)).map((token) => token.text.toLowerCase()));
}
