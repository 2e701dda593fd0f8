/** Puts blueprint styles, widths and rules on ranges. Only queues; nothing here waits for Excel. */
import { PALETTE, type Palette } from "../core/blueprint/palette";
import type { CellStyle, ConditionalRule, ValidationRule } from "../core/blueprint/types";
import type { Rect } from "../core/model/a1";

export const rangeOf = (sheet: Excel.Worksheet, rect: Rect): Excel.Range =>
  sheet.getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);

/** Characters of the default font to points: 7 px a character and 5 px of padding, 0.75 pt a pixel. */
export const widthInPoints = (characters: number): number => (characters * 7 + 5) * 0.75;

function applyFont(font: Excel.RangeFont, style: NonNullable<CellStyle["font"]>, palette: Palette): void {
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.size !== undefined) font.size = style.size;
  if (style.color !== undefined) font.color = palette[style.color];
}

function applyBorder(
  borders: Excel.RangeBorderCollection,
  kind: NonNullable<CellStyle["border"]>,
  palette: Palette,
): void {
  const box = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
  const edges = {
    bottom: ["EdgeBottom"],
    box,
    apart: [...box, "InsideHorizontal", "InsideVertical"],
  } as const;
  for (const edge of edges[kind]) {
    const border = borders.getItem(edge);
    border.style = "Continuous";
    if (kind === "apart") border.weight = "Thick";
    border.color = kind === "apart" ? palette.headInk : palette.muted;
  }
}

/** A scalar set on a range holds for all its cells; the types know only the two-dimensional form. */
export function setForAll(range: Excel.Range, property: "numberFormat" | "formulas", value: string): void {
  (range as unknown as Record<typeof property, string>)[property] = value;
}

export function applyStyle(range: Excel.Range, style: CellStyle, palette: Palette): void {
  const format = range.format;
  if (style.numberFormat !== undefined) setForAll(range, "numberFormat", style.numberFormat);
  if (style.fill !== undefined) format.fill.color = palette[style.fill];
  if (style.font !== undefined) applyFont(format.font, style.font, palette);
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.border !== undefined) applyBorder(format.borders, style.border, palette);
  if (style.locked !== undefined) format.protection.locked = style.locked;
}

/** Adds a conditional format. New rules come first in Excel, so add the most important last. */
export function addConditionalRule(sheet: Excel.Worksheet, rule: ConditionalRule, palette: Palette): void {
  const formats = rangeOf(sheet, rule.rect).conditionalFormats;
  if (rule.kind === "dataBar") {
    const bar = formats.add(Excel.ConditionalFormatType.dataBar).dataBar;
    bar.lowerBoundRule = { type: Excel.ConditionalFormatRuleType.number, formula: String(rule.min) };
    bar.upperBoundRule = { type: Excel.ConditionalFormatRuleType.number, formula: String(rule.max) };
    bar.positiveFormat.fillColor = palette.noteFill;
    bar.positiveFormat.gradientFill = false;
    return;
  }
  const added = formats.add(Excel.ConditionalFormatType.custom);
  added.custom.rule.formula = rule.formula;
  applyRuleStyle(added.custom.format, rule.style, palette);
  if (rule.stopIfTrue !== undefined) added.stopIfTrue = rule.stopIfTrue;
}

type RuleStyle = Extract<ConditionalRule, { kind: "formula" }>["style"];

export function applyRuleStyle(
  format: Excel.ConditionalRangeFormat,
  style: RuleStyle,
  palette: Palette = PALETTE,
): void {
  if (style.fill !== undefined) format.fill.color = palette[style.fill];
  if (style.fontColor !== undefined) format.font.color = palette[style.fontColor];
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.numberFormat !== undefined) format.numberFormat = style.numberFormat;
  if (style.dashedBorder === true) {
    for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
      const border = format.borders.getItem(edge);
      border.style = "Dash";
      border.color = palette.ink;
    }
  }
}

function validationRule(rule: ValidationRule["rule"]): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.source } };
    case "decimal":
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: "Between" } };
    case "whole":
      return { wholeNumber: { formula1: rule.min, formula2: rule.max, operator: "Between" } };
    case "date":
      return { date: { formula1: rule.min as string, formula2: rule.max as string, operator: "Between" } };
    case "custom":
      return { custom: { formula: rule.formula } };
  }
}

export function applyValidation(sheet: Excel.Worksheet, validation: ValidationRule): void {
  const target = rangeOf(sheet, validation.rect).dataValidation;
  target.rule = validationRule(validation.rule);
  target.ignoreBlanks = validation.allowBlank ?? true;
  target.errorAlert = { showAlert: true, ...validation.alert };
  if (validation.prompt !== undefined) target.prompt = { showPrompt: true, ...validation.prompt };
}
