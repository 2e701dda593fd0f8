/**
 * Marks on a sheet of the user: conditional formats and nothing else, after the user's own rules, known by a constant in
 * their formula. Taking them away leaves cells, formats, validation and every other rule as they were.
 */
import type { MarkPlan } from "../core/model/mark";
import { MARK_PREFIX } from "../core/model/mark";
import type { Severity } from "../core/model/finding";
import type { PaletteColor } from "../core/blueprint/types";
import { applyRuleStyle, rangeOf } from "./styles";

const FILL: Readonly<Record<Severity, PaletteColor>> = { error: "errorFill", warning: "warningFill", note: "noteFill" };

/** Conditional formats of a sheet with what is needed to know ours; load before a sync, read after it. */
export interface SheetRules {
  readonly sheet: string;
  readonly rules: Excel.ConditionalFormatCollection;
}

const RULE_FIELDS = "items/id,items/type,items/priority,items/customOrNullObject/rule/formula";

/** Queues the loading of all rules on the open sheet. */
export const loadActiveRules = (context: Excel.RequestContext): Excel.ConditionalFormatCollection =>
  context.workbook.worksheets.getActiveWorksheet().getRange().conditionalFormats.load(RULE_FIELDS);

/** Queues the loading of all rules on the sheets named. */
export function loadRules(context: Excel.RequestContext, sheets: readonly string[]): SheetRules[] {
  return sheets.map((sheet) => ({
    sheet,
    rules: context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.load(RULE_FIELDS),
  }));
}

/** Our marks among loaded rules. */
export function marksAmong(loaded: SheetRules): Excel.ConditionalFormat[] {
  return loaded.rules.items.filter(
    (rule) =>
      rule.type === "Custom" &&
      !rule.customOrNullObject.isNullObject &&
      rule.customOrNullObject.rule.formula.includes(`"${MARK_PREFIX}`),
  );
}

/** Queues the removal of our marks; the number removed. */
export function removeMarks(loaded: readonly SheetRules[]): number {
  const marks = loaded.flatMap(marksAmong);
  for (const mark of marks) mark.delete();
  return marks.length;
}

/**
 * Queues new marks.
 * @param othersBefore rules of each sheet that are not ours: marks go after them
 */
export function addMarks(
  context: Excel.RequestContext,
  plans: readonly MarkPlan[],
  othersBefore: ReadonlyMap<string, number>,
): void {
  const placed = new Map(othersBefore);
  for (const plan of plans) {
    const sheet = context.workbook.worksheets.getItem(plan.sheet);
    const added = rangeOf(sheet, plan.rect).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    added.custom.rule.formula = plan.formula;
    applyRuleStyle(added.custom.format, { fill: FILL[plan.severity], dashedBorder: true });
    const place = placed.get(plan.sheet) ?? 0;
    // A new rule is first; moved to the end, every rule of the user keeps its number.
    added.priority = place;
    placed.set(plan.sheet, place + 1);
  }
}
