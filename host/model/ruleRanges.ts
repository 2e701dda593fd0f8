/** The ranges of conditional formats and validation: growing with a table, and the cell their relative formulas start from. */
import { intersect } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { lastRow } from "./cellStore";
import { movedFormula } from "./formulaReferences";
import { withoutRect, withRect } from "./rectangles";
import { mapRuleFormulas, mapValidationFormulas } from "./ruleFormulas";
import type { ConditionalFormatData, DataValidationData, SheetData } from "./types";

/** The cell that a rule's relative formulas are written for: the top left of all its ranges (as in a file). */
export function ruleBase(ranges: readonly Rect[]): { readonly row: number; readonly column: number } {
  const first = ranges[0];
  return { row: first?.row ?? 0, column: first?.column ?? 0 };
}

/** Rules that end at `source` (a table's last row) go on for `rows` more rows in its columns. */
export function extendRulesDown(sheet: SheetData, source: Rect, rows: number): void {
  for (const rule of [...sheet.conditionalFormats, ...sheet.validations]) {
    for (const range of [...rule.ranges]) {
      const shared = intersect(range, source);
      if (!shared || lastRow(range) !== source.row) continue;
      rule.ranges = keepFirst(rule.ranges, withRect(rule.ranges, { ...shared, row: source.row + 1, rows }));
    }
  }
}

/** `after` with the rectangle first that begins where `before` did, so that relative formulas keep their base. */
export function keepFirst(before: readonly Rect[], after: readonly Rect[]): Rect[] {
  const base = ruleBase(before);
  const first = after.find((rect) => rect.row === base.row && rect.column === base.column);
  return first ? [first, ...after.filter((rect) => rect !== first)] : [...after];
}

/** Gives a conditional format other ranges; its formulas move when the base cell does. */
export function setConditionalRanges(format: ConditionalFormatData, ranges: readonly Rect[]): void {
  const kept = keepFirst(format.ranges, ranges);
  const [from, to] = [ruleBase(format.ranges), ruleBase(kept)];
  const move = (formula: string): string => movedFormula(formula, to.row - from.row, to.column - from.column);
  if (kept.length > 0) format.rule = mapRuleFormulas(format.rule, move);
  format.ranges = kept;
}
/** The same for a validation. */
export function setValidationRanges(validation: DataValidationData, ranges: readonly Rect[]): void {
  const kept = keepFirst(validation.ranges, ranges);
  const [from, to] = [ruleBase(validation.ranges), ruleBase(kept)];
  const move = (formula: string): string => movedFormula(formula, to.row - from.row, to.column - from.column);
  if (kept.length > 0) validation.rule = mapValidationFormulas(validation.rule, move);
  validation.ranges = kept;
}

/** Takes a rectangle out of all validations of a sheet; those that cover nothing more are gone. */
export function cutValidations(sheet: SheetData, rect: Rect): void {
  for (const validation of sheet.validations) setValidationRanges(validation, withoutRect(validation.ranges, rect));
  sheet.validations = sheet.validations.filter(({ ranges }) => ranges.length > 0);
}
/** The same for conditional formats. */
export function cutConditionalFormats(sheet: SheetData, rect: Rect): void {
  for (const format of sheet.conditionalFormats) setConditionalRanges(format, withoutRect(format.ranges, rect));
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
}
