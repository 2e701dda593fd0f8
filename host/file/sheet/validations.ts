/** Data validation of a sheet: XML both ways, the x14 part (lists on other sheets, as Excel 2010 wrote them) read as well. */
import type { DataValidationData, SheetData } from "../../model/types";
import { formulaFromFile, formulaToFile } from "../format/formulaText";
import { ALERT_STYLE, VALIDATION_KIND, VALIDATION_OPERATOR } from "../format/vocabulary";
import type { LossList } from "../loss";
import { attribute, cellAttribute, child, children, flagAttribute, textOf } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { cellTextToFile, element, textElement } from "../package/xmlText";
import { isoToSerial, rangesFromFile, rangesToFile } from "./references";

interface Limits {
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
  readonly hidesDropDown: boolean;
}

/** A limit as the file wants it: a number, a serial for an ISO date, a formula without "="; null when it cannot be stored. */
function limitToFile(value: unknown, date1904: boolean): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  if (!value.startsWith("=")) {
    const serial = isoToSerial(value, date1904);
    if (serial !== null) return String(serial);
  }
  return formulaToFile(value, null);
}

/** A list's source: a formula, or the entries themselves in quotes. */
function sourceToFile(source: string): string | null {
  return source.startsWith("=") ? formulaToFile(source, null) : `"${source.replaceAll('"', '""')}"`;
}

function limitsOf(rule: DataValidationData["rule"], date1904: boolean): Limits | null {
  const [kind, body] = Object.entries(rule).find(([, value]) => value !== undefined && value !== null) ?? [];
  const type = kind === undefined ? undefined : VALIDATION_KIND.toFile(kind);
  if (type === undefined || typeof body !== "object" || body === null) return null;
  const members = new Map<string, unknown>(Object.entries(body));
  if (type === "list") {
    const source = members.get("source");
    const formula = typeof source === "string" ? sourceToFile(source) : null;
    return formula === null
      ? null
      : { type, formulas: [formula], hidesDropDown: members.get("inCellDropDown") === false };
  }
  const names = type === "custom" ? ["formula"] : ["formula1", "formula2"];
  const formulas = names.filter((name) => members.has(name)).map((name) => limitToFile(members.get(name), date1904));
  if (formulas.length === 0 || formulas.includes(null)) return null;
  const word = members.get("operator");
  const operator = typeof word === "string" ? VALIDATION_OPERATOR.toFile(word) : undefined;
  const texts = formulas.filter((text) => text !== null);
  return { type, ...(operator === undefined ? {} : { operator }), formulas: texts, hidesDropDown: false };
}

const written = (text: string): string | undefined => (text === "" ? undefined : cellTextToFile(text));

function validationXml(data: DataValidationData, date1904: boolean): string | null {
  const limits = limitsOf(data.rule, date1904);
  const sqref = rangesToFile(data.ranges);
  if (limits === null || sqref === "") return null;
  const style = ALERT_STYLE.toFile(data.errorAlert.style);
  return element(
    "dataValidation",
    {
      type: limits.type,
      errorStyle: style === "stop" ? undefined : style,
      operator: limits.operator === "between" ? undefined : limits.operator,
      allowBlank: data.ignoreBlanks ? true : undefined,
      // The attribute means the opposite of its name (18.3.1.32).
      showDropDown: limits.hidesDropDown ? true : undefined,
      showInputMessage: data.prompt.showPrompt ? true : undefined,
      showErrorMessage: data.errorAlert.showAlert ? true : undefined,
      errorTitle: written(data.errorAlert.title),
      error: written(data.errorAlert.message),
      promptTitle: written(data.prompt.title),
      prompt: written(data.prompt.message),
      sqref,
    },
    ...limits.formulas.map((text, i) => textElement(`formula${String(i + 1)}`, text)),
  );
}

/** The `dataValidations` element, or "". */
export function writeValidations(sheet: SheetData, date1904: boolean, left: LossList): string {
  const items: string[] = [];
  for (const data of sheet.validations) {
    const xml = validationXml(data, date1904);
    if (xml === null) left.count(sheet.name, "file.left.validationNotWritten");
    else items.push(xml);
  }
  return items.length === 0 ? "" : element("dataValidations", { count: items.length }, ...items);
}

/** A plain number stays a number, anything else is a formula. */
function limitFromFile(text: string): string | number {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : formulaFromFile(text, null);
}

function ruleOf(kind: string, formulas: readonly string[], node: Element): DataValidationData["rule"] | null {
  const [first, second] = formulas;
  if (first === undefined) return null;
  if (kind === "list") {
    const typed = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"');
    return {
      list: { inCellDropDown: !flagAttribute(node, "showDropDown"), source: typed ?? formulaFromFile(first, null) },
    };
  }
  if (kind === "custom") return { custom: { formula: formulaFromFile(first, null) } };
  const operator = VALIDATION_OPERATOR.fromFile(attribute(node, "operator") ?? "between") ?? "Between";
  const limits = {
    formula1: limitFromFile(first),
    ...(second === undefined ? {} : { formula2: limitFromFile(second) }),
  };
  return { [kind]: { ...limits, operator } };
}

function readOne(node: Element, sqref: string): DataValidationData | null {
  const type = attribute(node, "type") ?? "none";
  const kind = VALIDATION_KIND.fromFile(type);
  if (kind === undefined) return null;
  const formulas = ["formula1", "formula2"]
    .map((name) => child(node, name))
    .flatMap((found) => (found === null ? [] : [textOf(found)]));
  const rule = ruleOf(kind, formulas, node);
  const ranges = rangesFromFile(sqref);
  if (rule === null || ranges.length === 0) return null;
  const style = ALERT_STYLE.fromFile(
    attribute(node, "errorStyle") ?? "stop",
  ) as DataValidationData["errorAlert"]["style"];
  return {
    ranges,
    rule,
    errorAlert: {
      showAlert: flagAttribute(node, "showErrorMessage"),
      style,
      title: cellAttribute(node, "errorTitle"),
      message: cellAttribute(node, "error"),
    },
    prompt: {
      showPrompt: flagAttribute(node, "showInputMessage"),
      title: cellAttribute(node, "promptTitle"),
      message: cellAttribute(node, "prompt"),
    },
    ignoreBlanks: flagAttribute(node, "allowBlank"),
  };
}

export function readValidations(worksheet: Element, sheet: string, left: LossList): DataValidationData[] {
  const main = children(child(worksheet, "dataValidations"), "dataValidation").map((node) => ({
    node,
    sqref: attribute(node, "sqref") ?? "",
  }));
  const more = children(child(worksheet, "extLst"), "ext").flatMap((ext) =>
    children(child(ext, "dataValidations"), "dataValidation").map((node) => ({
      node,
      sqref: textOf(child(node, "sqref")),
    })),
  );
  return [...main, ...more].flatMap(({ node, sqref }) => {
    const data = readOne(node, sqref);
    // "Any value" with a message only is a prompt, which the model has no rule for.
    if (data === null) left.count(sheet, "file.left.validation");
    return data === null ? [] : [data];
  });
}
