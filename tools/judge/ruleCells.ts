/**
 * Makes conditional formats checkable: every formula of a rule is written out for every cell it looks at, as an ordinary
 * formula far right in the same row, which says 1 where the rule is on and 0 where it is off.
 */
import { cellAddress, MAX_COLUMNS } from "../../src/core/model/a1";
import { movedFormula } from "../../host/model/formulaReferences";
import type { ConditionalFormatRule, SheetData } from "../../host/model/types";

/** A cell that a rule looks at, and the helper cell that answers for it. */
export interface RuleCell {
  readonly rule: number;
  readonly address: string;
  readonly key: number;
}

/** Empty columns between the sheet's own cells and the helpers, so that no table grows into them. */
const GAP = 20;
const OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqual: ">=",
  LessThanOrEqual: "<=",
};

const body = (formula: string): string => formula.replace(/^=/, "");

/** The rule as a formula of its first cell; null for bars, scales and icons, which are never simply on or off. */
export function ruleAsFormula(rule: ConditionalFormatRule, row: number, column: number): string | null {
  if (rule.kind === "Custom") return `=${body(rule.formula)}`;
  if (rule.kind !== "CellValue") return null;
  const cell = cellAddress(row, column);
  const first = `(${body(rule.formula1)})`;
  const second = `(${body(rule.formula2 ?? rule.formula1)})`;
  const between = `AND(${cell}>=MIN(${first},${second}),${cell}<=MAX(${first},${second}))`;
  if (rule.operator === "Between") return `=${between}`;
  if (rule.operator === "NotBetween") return `=NOT(${between})`;
  const sign = OPERATORS[rule.operator];
  return sign === undefined ? null : `=${cell}${sign}${first}`;
}

function lastColumn(sheet: SheetData): number {
  let last = 0;
  for (const key of sheet.cells.keys()) last = Math.max(last, key % MAX_COLUMNS);
  for (const { ranges } of sheet.conditionalFormats)
    for (const rect of ranges) last = Math.max(last, rect.column + rect.columns - 1);
  return last;
}

/** Adds the helpers to `sheet` and tells which is which. A rule's formula is relative to the first cell of its first range. */
export function addRuleCells(sheet: SheetData): readonly RuleCell[] {
  const found: RuleCell[] = [];
  let column = lastColumn(sheet) + GAP;
  for (const [i, { rule, ranges }] of sheet.conditionalFormats.entries()) {
    const [origin] = ranges;
    const formula = origin === undefined ? null : ruleAsFormula(rule, origin.row, origin.column);
    if (origin === undefined || formula === null) continue;
    for (const rect of ranges) {
      for (let c = 0; c < rect.columns; c += 1) {
        for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
          const moved = movedFormula(formula, row - origin.row, rect.column + c - origin.column);
          const key = row * MAX_COLUMNS + column;
          sheet.cells.set(key, { value: null, formula: `=IFERROR(IF(${body(moved)},1,0),0)`, format: {} });
          found.push({ rule: i, address: cellAddress(row, rect.column + c), key });
        }
        column += 1;
      }
    }
  }
  return found;
}
