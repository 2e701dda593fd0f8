/**
 * Which format the conditional formats give each cell at the moment. Formula and cell-value rules are calculated by the
 * engine, cell by cell as Excel does; bars, scales and icons are drawn by the grid itself.
 */
import type { SheetEngine } from "../../host/engine/types";
import { movedFormula } from "../../host/model/formulaReferences";
import { isError, usedRectOf } from "../../host/model/cellStore";
import type { CellKey, CellScalar, ConditionalFormatData, RuleFormat, SheetData } from "../../host/model/types";
import { cellAddress, intersect, MAX_COLUMNS, type Rect } from "../../src/core/model/a1";

/** More cells than this are not coloured: a person would wait. */
const MOST_CELLS = 20_000;

const OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqual: ">=",
  LessThanOrEqual: "<=",
};

const body = (formula: string): string => formula.replace(/^=/, "");

/** The rule as a formula for one cell, true where it applies; null for rules that are not formulas. */
function ruleFormula(format: ConditionalFormatData, row: number, column: number): string | null {
  const first = format.ranges[0];
  if (first === undefined) return null;
  const moved = (formula: string): string =>
    body(movedFormula(formula.startsWith("=") ? formula : `=${formula}`, row - first.row, column - first.column));
  const { rule } = format;
  if (rule.kind === "Custom") return `=${moved(rule.formula)}`;
  if (rule.kind !== "CellValue") return null;
  const cell = cellAddress(row, column);
  const one = moved(rule.formula1);
  const two = moved(rule.formula2 ?? rule.formula1);
  if (rule.operator === "Between") return `=AND(${cell}>=MIN(${one},${two}),${cell}<=MAX(${one},${two}))`;
  if (rule.operator === "NotBetween") return `=OR(${cell}<MIN(${one},${two}),${cell}>MAX(${one},${two}))`;
  return `=${cell}${OPERATORS[rule.operator] ?? "="}(${one})`;
}

const applies = (value: CellScalar): boolean =>
  !isError(value) && (value === true || (typeof value === "number" && value !== 0));

interface Request {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly format: ConditionalFormatData;
}

function requestsOf(sheet: SheetData): Request[] {
  const used = usedRectOf(sheet, false);
  if (used === null) return [];
  const requests: Request[] = [];
  for (const format of sheet.conditionalFormats) {
    for (const range of format.ranges) {
      const shown: Rect | null = intersect(range, used);
      if (shown === null) continue;
      for (let row = shown.row; row < shown.row + shown.rows; row += 1)
        for (let column = shown.column; column < shown.column + shown.columns; column += 1) {
          const formula = ruleFormula(format, row, column);
          if (formula !== null) requests.push({ sheetId: sheet.id, row, column, formula, format });
        }
    }
  }
  return requests.slice(0, MOST_CELLS);
}

/** Formats by cell; an earlier rule wins over a later one member by member, as in Excel. */
export async function ruleFormats(sheet: SheetData, engine: SheetEngine): Promise<Map<CellKey, RuleFormat>> {
  const requests = requestsOf(sheet);
  const formats = new Map<CellKey, RuleFormat>();
  if (requests.length === 0) return formats;
  const results = await engine.evaluate(requests);
  const stopped = new Set<CellKey>();
  requests.forEach((request, i) => {
    const key = request.row * MAX_COLUMNS + request.column;
    const { rule, stopIfTrue } = request.format;
    if (stopped.has(key) || !applies(results[i] ?? null) || !("format" in rule)) return;
    formats.set(key, { ...rule.format, ...formats.get(key) });
    if (stopIfTrue) stopped.add(key);
  });
  return formats;
}
