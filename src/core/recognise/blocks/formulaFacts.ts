/** What a sheet's own formulas tell of roles: which cell is multiplied with which, what is added, what is ranked. */
import { parseRect, type Rect } from "../../model/a1";
import { tokenize, type Token } from "../../formulas/tokens";

export interface CellRef {
  readonly row: number;
  readonly column: number;
}
export interface FormulaFacts {
  readonly functions: readonly string[];
  /** cell × cell, also those a SUMPRODUCT makes of two ranges. */
  readonly products: readonly (readonly [CellRef, CellRef])[];
  /** cell × constant. */
  readonly scaled: readonly { readonly cell: CellRef; readonly by: number }[];
  /** Ranges and single cells named, in order. */
  readonly references: readonly Rect[];
  /** Whether all rows of each of `references` are fixed ("B$2:B$9", "B:B"). */
  readonly fixedRows: readonly boolean[];
}

interface Part {
  readonly kind: "ref" | "number" | "other";
  readonly text: string;
  readonly rect: Rect | null;
}

/** Tokens with ranges joined ("B2", ":", "B9" → one part) and percent signs taken into their numbers. */
function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  const bare = tokens.filter(({ kind }) => kind !== "space");
  for (let i = 0; i < bare.length; i += 1) {
    const token = bare[i];
    if (token === undefined) continue;
    const foreign = bare[i - 1]?.kind === "sheet";
    if (token.kind === "reference" && !foreign) {
      const spans = bare[i + 1]?.text === ":" && bare[i + 2]?.kind === "reference";
      const text = spans ? `${token.text}:${bare[i + 2]?.text ?? ""}` : token.text;
      if (spans) i += 2;
      parts.push({ kind: "ref", text, rect: parseRect(text) });
    } else if (token.kind === "number") {
      const percent = bare[i + 1]?.text === "%";
      if (percent) i += 1;
      parts.push({ kind: "number", text: percent ? String(Number(token.text) / 100) : token.text, rect: null });
    } else parts.push({ kind: "other", text: token.text, rect: null });
  }
  return parts;
}

/** Cells that are added in brackets ("(B2+C2)", "SUM(B2:D2)"), from the bracket at `from` on; null for anything else. */
function addedIn(parts: readonly Part[], from: number, step: 1 | -1): readonly CellRef[] | null {
  const close = step === 1 ? ")" : "(";
  const cells: CellRef[] = [];
  let at = from + step;
  for (; parts[at] !== undefined && parts[at]?.text !== close; at += step) {
    const { text, rect } = parts[at] ?? { text: "", rect: null };
    if (rect !== null) cells.push(...cellsOf(rect));
    else if (text !== "+" && text !== ",") return null;
  }
  if (parts[at] === undefined) return null;
  const before = parts[(step === 1 ? from : at) - 1]?.text ?? "";
  const isSum = /^SUM$/i.test(before);
  // Of other functions the cells are not simply added, nor are they behind a minus or a division.
  return isSum || /^[=+(,]?$/.test(before) || (step === 1 && before === "*") ? cells : null;
}

const isCell = (rect: Rect): boolean => rect.rows === 1 && rect.columns === 1;
const cellsOf = (rect: Rect): CellRef[] =>
  Array.from({ length: Math.min(rect.rows * rect.columns, 500) }, (_, i) => ({
    row: rect.row + Math.floor(i / rect.columns),
    column: rect.column + (i % rect.columns),
  }));

/** What most ask of a formula, remembered; what is multiplied in it is read again when asked. */
class RememberedFacts implements FormulaFacts {
  readonly functions: FormulaFacts["functions"];
  readonly references: FormulaFacts["references"];
  readonly fixedRows: FormulaFacts["fixedRows"];
  constructor(private readonly formula: string) {
    const { functions, references, fixedRows } = readFacts(formula);
    this.functions = functions;
    this.references = references;
    this.fixedRows = fixedRows;
  }
  get products(): FormulaFacts["products"] {
    return readFacts(this.formula).products;
  }
  get scaled(): FormulaFacts["scaled"] {
    return readFacts(this.formula).scaled;
  }
}

/** As many formulas are remembered: those of a large sheet are asked several times at every recheck. */
const MOST_REMEMBERED = 30_000;
const remembered = new Map<string, FormulaFacts>();

/** Facts of one formula; a formula that names nothing has none. */
export function factsOf(formula: string): FormulaFacts {
  const known = remembered.get(formula);
  if (known !== undefined) return known;
  const facts = new RememberedFacts(formula);
  if (remembered.size < MOST_REMEMBERED) remembered.set(formula, facts);
  return facts;
}

function readFacts(formula: string): FormulaFacts {
  const tokens = tokenize(formula.replace(/^=/, ""));
  const parts = partsOf(tokens);
  const functions = tokens.filter(({ kind }) => kind === "function").map(({ text }) => text.toUpperCase());
  const products: [CellRef, CellRef][] = [];
  const scaled: { cell: CellRef; by: number }[] = [];
  parts.forEach((part, i) => {
    const [before, after] = [parts[i - 1], parts[i + 1]];
    if (before === undefined || after === undefined) return;
    const sign = parts[i - 2]?.text === "-" ? -1 : 1;
    const pairs = part.text === "*" || (part.text === "," && functions.includes("SUMPRODUCT"));
    if (!pairs) return;
    if (before.rect !== null && after.rect !== null) {
      const [a, b] = [cellsOf(before.rect), cellsOf(after.rect)];
      if (a.length === b.length) a.forEach((cell, k) => products.push([cell, b[k] ?? cell]));
    } else if (part.text === "*" && before.rect !== null && after.kind === "number" && isCell(before.rect))
      scaled.push({ cell: before.rect, by: Number(after.text) * sign });
    else if (part.text === "*" && after.rect !== null && before.kind === "number" && isCell(after.rect))
      scaled.push({ cell: after.rect, by: Number(before.text) * sign });
    else if (part.text === "*" && before.text === ")" && after.kind === "number")
      for (const cell of addedIn(parts, i - 1, -1) ?? []) scaled.push({ cell, by: Number(after.text) });
    else if (part.text === "*" && before.kind === "number" && sign === 1) {
      const open = parts.findIndex((one, k) => k > i && k <= i + 2 && one.text === "(");
      const isNear = open === i + 1 || (open === i + 2 && /^SUM$/i.test(after.text));
      for (const cell of isNear ? (addedIn(parts, open, 1) ?? []) : []) scaled.push({ cell, by: Number(before.text) });
    }
  });
  const named = parts.filter(({ rect }) => rect !== null);
  return {
    functions,
    products,
    scaled,
    references: named.flatMap(({ rect }) => rect ?? []),
    fixedRows: named.map(({ text }) => (text.match(/\d+/g) ?? []).length === (text.match(/\$\d/g) ?? []).length),
  };
}
