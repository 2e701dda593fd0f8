/**
 * Conditional formats of a sheet as XML. Each rule gets an element of its own, so that its place in the list is its
 * priority and nothing else. Data bars have their second half in the x14 part, with a real id: an empty one makes Excel
 * offer a repair.
 */
import type { ConditionalFormatData, ConditionalFormatRule, SheetData, Threshold } from "../../model/types";
import { colorToFile } from "../format/colors";
import { formulaToFile } from "../format/formulaText";
import { ICON_SET, RULE_OPERATOR, THRESHOLD_TYPE } from "../format/vocabulary";
import type { LossList } from "../loss";
import { element, textElement } from "../package/xmlText";
import type { StyleTable } from "../book/styleTable";
import { rangesToFile } from "./references";

export interface RulesXml {
  /** `conditionalFormatting` elements. */
  readonly main: string;
  /** `ext` element for the sheet's extension list, or "". */
  readonly extension: string;
}

export const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
export const XM = "http://schemas.microsoft.com/office/excel/2006/main";
export const RULES_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";
const RULE_ID_EXTENSION = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
/** Icon sets of 2010: name of Office.js → name in the x14 part. */
export const NEW_ICON_SETS: ReadonlyMap<string, string> = new Map([
  ["ThreeStars", "3Stars"],
  ["ThreeTriangles", "3Triangles"],
  ["FiveBoxes", "5Boxes"],
]);

const color = (name: string, hex: string): string => element(name, { rgb: colorToFile(hex) ?? "FF000000" });
const valueOf = (threshold: Threshold): string =>
  threshold.formula === undefined ? "0" : (formulaToFile(threshold.formula, null) ?? "0");

function threshold(at: Threshold, automatic: "min" | "max"): string {
  const type = THRESHOLD_TYPE.toFile(at.type) ?? automatic;
  return element("cfvo", { type, val: type === "min" || type === "max" ? undefined : valueOf(at) });
}

function newThreshold(at: Threshold, automatic: "autoMin" | "autoMax", greater = false): string {
  const type = THRESHOLD_TYPE.toFile(at.type) ?? automatic;
  const gte = greater ? false : undefined;
  if (/min$/i.test(type) || /max$/i.test(type)) return element("x14:cfvo", { type, gte });
  return element("x14:cfvo", { type, gte }, textElement("xm:f", valueOf(at)));
}

type BarRule = Extract<ConditionalFormatRule, { kind: "DataBar" }>;
type IconRule = Extract<ConditionalFormatRule, { kind: "IconSet" }>;

function barXml(rule: BarRule, id: string, priority: number): string {
  const bar = element(
    "dataBar",
    { showValue: rule.showValue ? undefined : false },
    threshold(rule.lower, "min"),
    threshold(rule.upper, "max"),
    color("color", rule.positiveColor),
  );
  const ext = element("ext", { uri: RULE_ID_EXTENSION, "xmlns:x14": X14 }, textElement("x14:id", id));
  return element("cfRule", { type: "dataBar", priority }, bar, element("extLst", {}, ext));
}

function barDetailXml(rule: BarRule, id: string): string {
  const bar = element(
    "x14:dataBar",
    {
      minLength: 0,
      maxLength: 100,
      gradient: rule.gradient ? undefined : false,
      showValue: rule.showValue ? undefined : false,
    },
    newThreshold(rule.lower, "autoMin"),
    newThreshold(rule.upper, "autoMax"),
    color("x14:negativeFillColor", rule.negativeColor ?? rule.positiveColor),
    color("x14:axisColor", "#000000"),
  );
  return element("x14:cfRule", { type: "dataBar", id }, bar);
}

/** The first icon has no limit of its own: it takes what is below the second. */
function iconCriteria(rule: IconRule): readonly { readonly at: Threshold; readonly greater: boolean }[] {
  return rule.criteria.map((criterion, i) =>
    i === 0
      ? { at: { type: "Percent", formula: "0" }, greater: false }
      : { at: criterion.at, greater: criterion.operator === "GreaterThan" },
  );
}

function iconsXml(rule: IconRule, priority: number, stopIfTrue: true | undefined): string | null {
  const iconSet = ICON_SET.toFile(rule.style);
  if (iconSet === undefined) return null;
  const limits = iconCriteria(rule).map(({ at, greater }) => {
    const type = THRESHOLD_TYPE.toFile(at.type) ?? "percent";
    return element("cfvo", { type, val: valueOf(at), gte: greater ? false : undefined });
  });
  const reverse = rule.reverse ? true : undefined;
  const icons = element("iconSet", { iconSet, showValue: rule.showIconOnly ? false : undefined, reverse }, ...limits);
  return element("cfRule", { type: "iconSet", priority, stopIfTrue }, icons);
}

function newIconsXml(rule: IconRule, id: string, priority: number): string | null {
  const iconSet = NEW_ICON_SETS.get(rule.style);
  if (iconSet === undefined) return null;
  const limits = iconCriteria(rule).map(({ at, greater }) => newThreshold(at, "autoMin", greater));
  const attributes = {
    iconSet,
    showValue: rule.showIconOnly ? false : undefined,
    reverse: rule.reverse ? true : undefined,
  };
  return element("x14:cfRule", { type: "iconSet", priority, id }, element("x14:iconSet", attributes, ...limits));
}

function scaleXml(rule: Extract<ConditionalFormatRule, { kind: "ColorScale" }>): string {
  const limits = rule.points.map(({ at }, i) => threshold(at, i === 0 ? "min" : "max"));
  return element("colorScale", {}, ...limits, ...rule.points.map((point) => color("color", point.color)));
}

/** The rule's element, or null when a formula cannot be stored. */
function ruleXml(data: ConditionalFormatData, priority: number, id: string, styles: StyleTable): string | null {
  const { rule } = data;
  const stopIfTrue = data.stopIfTrue ? true : undefined;
  switch (rule.kind) {
    case "Custom": {
      const formula = formulaToFile(rule.formula, null);
      if (formula === null) return null;
      const dxfId = styles.rule(rule.format);
      return element("cfRule", { type: "expression", dxfId, priority, stopIfTrue }, textElement("formula", formula));
    }
    case "CellValue": {
      const formulas = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map((text) =>
        formulaToFile(text, null),
      );
      const operator = RULE_OPERATOR.toFile(rule.operator);
      if (operator === undefined || formulas.includes(null)) return null;
      const dxfId = styles.rule(rule.format);
      const texts = formulas.map((text) => textElement("formula", text ?? ""));
      return element("cfRule", { type: "cellIs", dxfId, priority, stopIfTrue, operator }, ...texts);
    }
    case "DataBar":
      return barXml(rule, id, priority);
    case "ColorScale":
      return element("cfRule", { type: "colorScale", priority }, scaleXml(rule));
    case "IconSet":
      return iconsXml(rule, priority, stopIfTrue);
  }
}

function extensionEntry(rule: ConditionalFormatRule, id: string, priority: number): string | null {
  if (rule.kind === "DataBar") return barDetailXml(rule, id);
  return rule.kind === "IconSet" ? newIconsXml(rule, id, priority) : null;
}

/** A GUID made from the place of the rule, so that the same workbook makes the same file. */
function ruleId(sheetNumber: number, priority: number): string {
  const part = (value: number, length: number): string => value.toString(16).toUpperCase().padStart(length, "0");
  return `{E4E4DA00-${part(sheetNumber, 4)}-4000-8000-${part(priority, 12)}}`;
}

/** `sheetNumber` counts from 1. */
export function writeRules(sheet: SheetData, sheetNumber: number, styles: StyleTable, left: LossList): RulesXml {
  const main: string[] = [];
  const more: string[] = [];
  for (const [i, data] of sheet.conditionalFormats.entries()) {
    const priority = i + 1;
    const id = ruleId(sheetNumber, priority);
    const sqref = rangesToFile(data.ranges);
    const rule = sqref === "" ? null : ruleXml(data, priority, id, styles);
    const extra = sqref === "" ? null : extensionEntry(data.rule, id, priority);
    if (rule !== null) main.push(element("conditionalFormatting", { sqref }, rule));
    if (extra !== null)
      more.push(element("x14:conditionalFormatting", { "xmlns:xm": XM }, extra, textElement("xm:sqref", sqref)));
    if (rule === null && extra === null) left.count(sheet.name, "file.left.ruleNotWritten");
  }
  const all = element("x14:conditionalFormattings", {}, ...more);
  const extension = more.length === 0 ? "" : element("ext", { uri: RULES_EXTENSION, "xmlns:x14": X14 }, all);
  return { main: main.join(""), extension };
}
