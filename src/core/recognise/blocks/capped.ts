/** Points that count up to a limit: "=MIN(20, SUM(D2:D4))", a section's points up to its full marks. */
import type { Rect } from "../../model/a1";
import { parseRect } from "../../model/a1";
import { parseFormula, type Call } from "../../formulas/calls";
import type { Grid } from "../grid";
import { factsOf, type CellRef } from "./formulaFacts";
import { cellNumber } from "./numbers";

export interface Cap {
  readonly most: number;
  /** Where the limit stands; null: only in the formula. */
  readonly cell: CellRef | null;
  /** Cells that are counted up to it. */
  readonly sources: readonly Rect[];
}

type Tokens = Call["args"][number];
const textOf = (tokens: Tokens): string => tokens.map(({ text }) => text).join("");

/** A number, or one cell that holds one. */
function limitIn(grid: Grid, tokens: Tokens): Pick<Cap, "most" | "cell"> | null {
  const [only, other] = tokens;
  if (only === undefined || other !== undefined) return null;
  if (only.kind === "number") return { most: Number(only.text), cell: null };
  const rect = only.kind === "reference" ? parseRect(only.text) : null;
  if (rect === null || rect.rows * rect.columns > 1) return null;
  const cell = { row: rect.row, column: rect.column };
  const most = cellNumber(grid.at(cell.row, cell.column));
  return most === null ? null : { most, cell };
}

/** Cells that an argument adds up; empty where it adds nothing. */
function sourcesIn(tokens: Tokens): readonly Rect[] {
  const text = textOf(tokens);
  const { references, functions } = factsOf(`=${text}`);
  const cells = references.reduce((count, { rows, columns }) => count + rows * columns, 0);
  const adds = functions.every((name) => name === "SUM") && (functions.length > 0 || /\+/.test(text));
  return adds && cells > 1 ? references : [];
}

/** "MIN(20, sum)", "IF(sum>20, 20, sum)": what a call limits; null for any other call. */
function capIn(grid: Grid, { name, args }: Call): Cap | null {
  const sides = name === "MIN" && args.length === 2 ? args : name === "IF" && args.length === 3 ? args.slice(1) : [];
  const [a = [], b = []] = sides;
  for (const [limit, sum] of [
    [a, b],
    [b, a],
  ] as const) {
    const [found, sources] = [limitIn(grid, limit), sourcesIn(sum)];
    if (found === null || sources.length === 0) continue;
    const asked = textOf(args[0] ?? []);
    const isAsked = asked.includes(textOf(limit)) && asked.includes(textOf(sum)) && /[<>]/.test(asked);
    if (name === "MIN" || isAsked) return { ...found, sources };
  }
  return null;
}

const remembered = new Map<string, readonly Call[]>();
const MOST_REMEMBERED = 10_000;
function callsOf(formula: string): readonly Call[] {
  const known = remembered.get(formula);
  if (known !== undefined) return known;
  const { calls } = parseFormula(formula.replace(/^=/, ""));
  if (remembered.size < MOST_REMEMBERED) remembered.set(formula, calls);
  return calls;
}

const MAY_CAP = /\b(?:MIN|IF)\s*\(/i;

/** The limit that a cell's whole formula puts on a sum; null for none. */
export function capOf(grid: Grid, { row, column }: CellRef): Cap | null {
  const formula = grid.formulaInCells(row, column);
  if (!MAY_CAP.test(formula)) return null;
  const [first] = callsOf(formula);
  if (first === undefined || first.parent !== null) return null;
  const inner = first.args.map(textOf).join(",");
  // Nothing before or behind the call.
  if (formula.replace(/^=\s*\+?|\s/g, "").length !== first.name.length + inner.length + 2) return null;
  return capIn(grid, first);
}

/** How many limits a formula puts on parts of what it adds up. */
export function capsWithin(grid: Grid, { row, column }: CellRef): number {
  const formula = grid.formulaInCells(row, column);
  if (!MAY_CAP.test(formula)) return 0;
  return callsOf(formula).filter((call) => capIn(grid, call) !== null).length;
}
