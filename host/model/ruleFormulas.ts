/** The formulas inside conditional-format and validation rules. */
import type { ConditionalFormatRule, Threshold } from "./types";

type Change = (formula: string) => string;

function mapThreshold(threshold: Threshold, change: Change): Threshold {
  return threshold.formula === undefined ? threshold : { ...threshold, formula: mapText(threshold.formula, change) };
}
/** Only text that starts with "=" is a formula; a bare number or word is a constant. */
function mapText(text: string, change: Change): string {
  return text.startsWith("=") ? change(text) : text;
}

export function mapRuleFormulas(rule: ConditionalFormatRule, change: Change): ConditionalFormatRule {
  switch (rule.kind) {
    case "Custom":
      return { ...rule, formula: mapText(rule.formula, change) };
    case "CellValue": {
      const formula1 = mapText(rule.formula1, change);
      return rule.formula2 === undefined
        ? { ...rule, formula1 }
        : { ...rule, formula1, formula2: mapText(rule.formula2, change) };
    }
    case "DataBar":
      return { ...rule, lower: mapThreshold(rule.lower, change), upper: mapThreshold(rule.upper, change) };
    case "ColorScale":
      return { ...rule, points: rule.points.map((point) => ({ ...point, at: mapThreshold(point.at, change) })) };
    case "IconSet":
      return {
        ...rule,
        criteria: rule.criteria.map((criterion) => ({ ...criterion, at: mapThreshold(criterion.at, change) })),
      };
  }
}

/** The formula texts of a conditional-format rule. */
export function ruleFormulas(rule: ConditionalFormatRule): string[] {
  const found: string[] = [];
  mapRuleFormulas(rule, (formula) => {
    found.push(formula);
    return formula;
  });
  return found;
}

function mapDeep(value: unknown, change: Change): unknown {
  if (typeof value === "string") return mapText(value, change);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapDeep(inner, change)]));
}

export function mapValidationFormulas(
  rule: Readonly<Record<string, unknown>>,
  change: Change,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(rule).map(([key, inner]) => [key, mapDeep(inner, change)]));
}

/** The formula texts of a validation rule. */
export function validationFormulas(rule: Readonly<Record<string, unknown>>): string[] {
  const found: string[] = [];
  mapValidationFormulas(rule, (formula) => {
    found.push(formula);
    return formula;
  });
  return found;
}
