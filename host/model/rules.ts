/** Data validation and conditional formats: what Excel accepts, where they apply, and their order. */
import type { Rect } from "../../src/core/model/a1";
import { intersect } from "../../src/core/model/a1";
import { usesWhatRulesRefuse } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { newId } from "./newWorkbook";
import { accessDenied, invalidArgument, itemNotFound } from "./refusals";
import { normalFormula } from "./parseInput";
import { mapRuleFormulas, ruleFormulas, validationFormulas } from "./ruleFormulas";
import { cutValidations, setConditionalRanges } from "./ruleRanges";
import type { ConditionalFormatData, ConditionalFormatRule, DataValidationData, SheetData } from "./types";

/** Excel's limit for the items of a list typed into the rule itself. */
const MAX_LIST_TEXT = 255;
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

function requireRuleFormula(formula: string): void {
  normalFormula(formula);
  if (usesWhatRulesRefuse(formula)) throw invalidArgument();
}

function checkValidation(validation: DataValidationData): void {
  for (const formula of validationFormulas(validation.rule)) requireRuleFormula(formula);
  const list = validation.rule["list"];
  const source = typeof list === "object" && list !== null && "source" in list ? list.source : undefined;
  if (typeof source === "string" && !source.startsWith("=") && source.length > MAX_LIST_TEXT) throw invalidArgument();
  const { errorAlert, prompt } = validation;
  if (errorAlert.title.length > MAX_TITLE || prompt.title.length > MAX_TITLE) throw invalidArgument();
  if (errorAlert.message.length > MAX_MESSAGE || prompt.message.length > MAX_MESSAGE) throw invalidArgument();
}

const NEW_VALIDATION: Omit<DataValidationData, "ranges"> = {
  rule: {},
  errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
  prompt: { showPrompt: true, title: "", message: "" },
  ignoreBlanks: true,
};

/**
 * Sets (null: clears) the validation of a rectangle; members left out keep what the first cell has.
 * Throws InvalidArgument for formulas that rules refuse, list text over 255 characters, long titles and messages.
 */
export function setValidation(
  state: ModelState,
  sheet: SheetData,
  rect: Rect,
  patch: Partial<Omit<DataValidationData, "ranges">> | null,
): void {
  if (sheet.protection !== null) throw accessDenied();
  if (patch !== null) {
    const first = sheet.validations.find(({ ranges }) =>
      ranges.some((range) => intersect(range, { ...rect, rows: 1, columns: 1 })),
    );
    const next: DataValidationData = { ...(first ?? NEW_VALIDATION), ...patch, ranges: [rect] };
    checkValidation(next);
    cutValidations(sheet, rect);
    sheet.validations.push(next);
  } else cutValidations(sheet, rect);
  state.emit({ kind: "validation", sheet: sheet.id, rect });
}

function checkedRule(rule: ConditionalFormatRule): ConditionalFormatRule {
  if (rule.kind === "Custom" && !rule.formula.startsWith("=")) {
    return checkedRule({ ...rule, formula: `=${rule.formula}` });
  }
  for (const formula of ruleFormulas(rule)) requireRuleFormula(formula);
  return mapRuleFormulas(rule, normalFormula);
}

/** A new rule comes first in priority. Throws InvalidArgument for table references, unions and array constants. */
export function addConditionalFormat(
  state: ModelState,
  sheet: SheetData,
  rect: Rect,
  rule: ConditionalFormatRule,
): ConditionalFormatData {
  state.requireAllowed(sheet, "allowFormatCells");
  const format: ConditionalFormatData = { id: newId(), ranges: [rect], stopIfTrue: false, rule: checkedRule(rule) };
  sheet.conditionalFormats.unshift(format);
  state.emit({ kind: "conditional", sheet: sheet.id, rect });
  return format;
}

function requireFormat(sheet: SheetData, id: string): ConditionalFormatData {
  const found = sheet.conditionalFormats.find((format) => format.id === id);
  if (!found) throw itemNotFound();
  return found;
}

export function setConditionalFormat(
  state: ModelState,
  sheet: SheetData,
  id: string,
  patch: Partial<Pick<ConditionalFormatData, "rule" | "stopIfTrue" | "ranges">>,
): void {
  state.requireAllowed(sheet, "allowFormatCells");
  const format = requireFormat(sheet, id);
  const rule = patch.rule === undefined ? undefined : checkedRule(patch.rule);
  if (patch.ranges?.length === 0) throw invalidArgument();
  if (patch.ranges) setConditionalRanges(format, patch.ranges);
  if (rule) format.rule = rule;
  format.stopIfTrue = patch.stopIfTrue ?? format.stopIfTrue;
  state.emit({ kind: "conditional", sheet: sheet.id });
}

/** Priority 0 is the first. Throws InvalidArgument outside the list. */
export function setConditionalFormatPriority(state: ModelState, sheet: SheetData, id: string, priority: number): void {
  state.requireAllowed(sheet, "allowFormatCells");
  const format = requireFormat(sheet, id);
  if (!Number.isInteger(priority) || priority < 0 || priority >= sheet.conditionalFormats.length)
    throw invalidArgument();
  const others = sheet.conditionalFormats.filter((other) => other !== format);
  others.splice(priority, 0, format);
  sheet.conditionalFormats = others;
  state.emit({ kind: "conditional", sheet: sheet.id });
}

export function deleteConditionalFormats(state: ModelState, sheet: SheetData, ids: readonly string[]): void {
  state.requireAllowed(sheet, "allowFormatCells");
  const gone = new Set(ids.map((id) => requireFormat(sheet, id)));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.has(format));
  state.emit({ kind: "conditional", sheet: sheet.id });
}
