/** Conditional formats of a sheet from its XML, the x14 part included, in order of priority. */
import type { Rect } from "../../../src/core/model/a1";
import type { ConditionalFormatData, ConditionalFormatRule, RuleFormat, Threshold } from "../../model/types";
import { readRuleFormat } from "../book/readStyles";
import { readColor } from "../format/colors";
import type { Theme } from "../format/colors";
import { formulaFromFile } from "../format/formulaText";
import { ICON_SET, RULE_OPERATOR, THRESHOLD_TYPE } from "../format/vocabulary";
import { newId } from "../../model/newWorkbook";
import type { LossList } from "../loss";
import { attribute, child, children, flagAttribute, numberAttribute, textOf } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { rangesFromFile } from "./references";
import { NEW_ICON_SETS } from "./writeRules";

export interface RuleContext {
  readonly sheet: string;
  readonly theme: Theme;
  readonly rules: readonly RuleFormat[];
  readonly left: LossList;
}
interface Found {
  readonly priority: number;
  readonly data: ConditionalFormatData;
}

/** Kinds that a file states with a formula of the same meaning beside them. */
const WITH_FORMULA: ReadonlySet<string> = new Set([
  "expression",
  "containsText",
  "notContainsText",
  "beginsWith",
  "endsWith",
  "containsBlanks",
  "notContainsBlanks",
  "containsErrors",
  "notContainsErrors",
  "timePeriod",
]);
const OLD_OF_NEW_ICONS = new Map([...NEW_ICON_SETS].map(([model, file]) => [file, model]));

function readThreshold(cfvo: Element): Threshold {
  const type = attribute(cfvo, "type") ?? "num";
  const known = THRESHOLD_TYPE.fromFile(type);
  const formulaText = attribute(cfvo, "val") ?? (child(cfvo, "f") === null ? undefined : textOf(child(cfvo, "f")));
  if (known === undefined) return { type: "Automatic" };
  const kind = known as Threshold["type"];
  if (kind === "LowestValue" || kind === "HighestValue" || formulaText === undefined) return { type: kind };
  return {
    type: kind,
    formula: Number.isFinite(Number(formulaText)) ? formulaText : formulaFromFile(formulaText, null),
  };
}

/** Formulas of a rule: `formula` in the main part, `xm:f` in the x14 part. */
function formulasOf(rule: Element): string[] {
  const main = children(rule, "formula");
  return (main.length > 0 ? main : children(rule, "f")).map((node) => formulaFromFile(textOf(node), null));
}

function formatOf(rule: Element, context: RuleContext): RuleFormat {
  const own = child(rule, "dxf");
  if (own !== null) return readRuleFormat(own, context.theme);
  return context.rules[numberAttribute(rule, "dxfId") ?? -1] ?? {};
}

function barOf(rule: Element, details: ReadonlyMap<string, Element>, theme: Theme): ConditionalFormatRule | null {
  const bar = child(rule, "dataBar");
  const linked = textOf(child(rule, "extLst", "ext", "id")).trim();
  const detail = child(details.get(linked.toUpperCase()) ?? null, "dataBar");
  const limits = children(detail ?? bar, "cfvo").map(readThreshold);
  const [lower, upper] = limits;
  const positive = readColor(child(bar, "color") ?? child(detail, "fillColor") ?? child(bar, "fillColor"), theme);
  if (bar === null || lower === undefined || upper === undefined) return null;
  const negative = readColor(child(detail, "negativeFillColor"), theme);
  const positiveColor = positive ?? "#638EC6";
  return {
    kind: "DataBar",
    lower,
    upper,
    positiveColor,
    ...(negative === null || negative === positiveColor ? {} : { negativeColor: negative }),
    gradient: flagAttribute(detail, "gradient", true),
    showValue: flagAttribute(bar, "showValue", true),
  };
}

function iconsOf(rule: Element): ConditionalFormatRule | null {
  const icons = child(rule, "iconSet");
  if (icons === null || flagAttribute(icons, "custom")) return null;
  const word = attribute(icons, "iconSet") ?? "3TrafficLights1";
  const style = ICON_SET.fromFile(word) ?? OLD_OF_NEW_ICONS.get(word);
  if (style === undefined) return null;
  return {
    kind: "IconSet",
    style,
    reverse: flagAttribute(icons, "reverse"),
    showIconOnly: !flagAttribute(icons, "showValue", true),
    criteria: children(icons, "cfvo").map((cfvo) => ({
      at: readThreshold(cfvo),
      operator: flagAttribute(cfvo, "gte", true) ? "GreaterThanOrEqual" : "GreaterThan",
    })),
  };
}

function scaleOf(rule: Element, theme: Theme): ConditionalFormatRule | null {
  const scale = child(rule, "colorScale");
  const colors = children(scale, "color").map((node) => readColor(node, theme) ?? "#FFFFFF");
  const points = children(scale, "cfvo").map((cfvo, i) => ({ at: readThreshold(cfvo), color: colors[i] ?? "#FFFFFF" }));
  return points.length === 2 || points.length === 3 ? { kind: "ColorScale", points } : null;
}

function ruleOf(
  rule: Element,
  details: ReadonlyMap<string, Element>,
  context: RuleContext,
): ConditionalFormatRule | null {
  const type = attribute(rule, "type") ?? "";
  const [first, second] = formulasOf(rule);
  if (WITH_FORMULA.has(type))
    return first === undefined ? null : { kind: "Custom", formula: first, format: formatOf(rule, context) };
  if (type === "cellIs") {
    const operator = RULE_OPERATOR.fromFile(attribute(rule, "operator") ?? "");
    if (operator === undefined || first === undefined) return null;
    const format = formatOf(rule, context);
    return {
      kind: "CellValue",
      operator,
      formula1: first,
      ...(second === undefined ? {} : { formula2: second }),
      format,
    };
  }
  if (type === "dataBar") return barOf(rule, details, context.theme);
  if (type === "iconSet") return iconsOf(rule);
  return type === "colorScale" ? scaleOf(rule, context.theme) : null;
}

function extensionBlocks(worksheet: Element): Element[] {
  return children(child(worksheet, "extLst"), "ext").flatMap((ext) =>
    children(child(ext, "conditionalFormattings"), "conditionalFormatting"),
  );
}

function collect(
  rules: readonly Element[],
  ranges: Rect[],
  details: ReadonlyMap<string, Element>,
  context: RuleContext,
): Found[] {
  return rules.flatMap((element) => {
    const rule = ranges.length === 0 ? null : ruleOf(element, details, context);
    if (rule === null) {
      context.left.add(context.sheet, "file.left.rule", { kind: attribute(element, "type") ?? "?" });
      return [];
    }
    const stopIfTrue = flagAttribute(element, "stopIfTrue");
    const data: ConditionalFormatData = { id: newId(), ranges: [...ranges], stopIfTrue, rule };
    return [{ priority: numberAttribute(element, "priority") ?? Number.MAX_SAFE_INTEGER, data }];
  });
}

/** `worksheet` is the sheet's root without its cells. Rules that the model does not know are named in `left`. */
export function readRules(worksheet: Element, context: RuleContext): ConditionalFormatData[] {
  const blocks = children(worksheet, "conditionalFormatting");
  const linked = new Set(
    blocks.flatMap((block) =>
      children(block, "cfRule").map((rule) =>
        textOf(child(rule, "extLst", "ext", "id"))
          .trim()
          .toUpperCase(),
      ),
    ),
  );
  const details = new Map<string, Element>();
  const found: Found[] = [];
  const more: { readonly rules: Element[]; readonly ranges: Rect[] }[] = [];
  for (const block of extensionBlocks(worksheet)) {
    const rules = children(block, "cfRule");
    for (const rule of rules) details.set((attribute(rule, "id") ?? "").toUpperCase(), rule);
    const own = rules.filter((rule) => !linked.has((attribute(rule, "id") ?? "").toUpperCase()));
    if (own.length > 0) more.push({ rules: own, ranges: rangesFromFile(textOf(child(block, "sqref"))) });
  }
  for (const block of blocks) {
    found.push(
      ...collect(children(block, "cfRule"), rangesFromFile(attribute(block, "sqref") ?? ""), details, context),
    );
  }
  for (const { rules, ranges } of more) found.push(...collect(rules, ranges, details, context));
  return found.sort((a, b) => a.priority - b.priority).map(({ data }) => data);
}
