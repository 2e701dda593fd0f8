/** AutoFilters, of sheets and of tables: XML both ways, in the shape of Excel.FilterCriteria. */
import { parseRect, rectAddress } from "../../../src/core/model/a1";
import type { AutoFilterData } from "../../model/types";
import type { LossList } from "../loss";
import { attribute, child, children, flagAttribute, numberAttribute } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { element } from "../package/xmlText";

type Criterion = Readonly<Record<string, unknown>>;
const OPERATORS: readonly (readonly [string, string])[] = [
  [">=", "greaterThanOrEqual"],
  ["<=", "lessThanOrEqual"],
  ["<>", "notEqual"],
  [">", "greaterThan"],
  ["<", "lessThan"],
  ["=", "equal"],
];

function customXml(text: string): string {
  const [sign, operator] = OPERATORS.find(([mark]) => text.startsWith(mark)) ?? ["", "equal"];
  return element("customFilter", {
    operator: operator === "equal" ? undefined : operator,
    val: text.slice(sign.length),
  });
}

/** Top and bottom: how many or which share. */
function topXml(kind: string, count: unknown): string {
  const percent = kind.endsWith("Percent") ? true : undefined;
  return element("top10", { top: kind.startsWith("Bottom") ? false : undefined, percent, val: Number(count ?? 10) });
}

function criterionXml(criterion: Criterion): string | null {
  const kind = String(criterion.filterOn);
  if (
    kind === "Values" &&
    Array.isArray(criterion.values) &&
    criterion.values.every((value) => typeof value === "string")
  ) {
    const values: readonly string[] = criterion.values;
    const filled = values.filter((value) => value !== "");
    const blank = filled.length < values.length ? true : undefined;
    return element("filters", { blank }, ...filled.map((val) => element("filter", { val })));
  }
  if (kind === "Custom" && typeof criterion.criterion1 === "string") {
    const second = typeof criterion.criterion2 === "string" ? customXml(criterion.criterion2) : "";
    const and = criterion.operator === "And" && second !== "" ? true : undefined;
    return element("customFilters", { and }, customXml(criterion.criterion1), second);
  }
  return /^(?:Top|Bottom)(?:Items|Percent)$/.test(kind) ? topXml(kind, criterion.criterion1) : null;
}

/** The `autoFilter` element. Criteria of other kinds are named; their rows stay hidden. */
export function writeFilter(filter: AutoFilterData, sheet: string, left: LossList): string {
  const columns = [...filter.criteria]
    .sort(([a], [b]) => a - b)
    .flatMap(([colId, criterion]) => {
      const xml = criterionXml(criterion);
      if (xml === null) left.count(sheet, "file.left.filterNotWritten");
      return xml === null ? [] : [element("filterColumn", { colId }, xml)];
    });
  return element("autoFilter", { ref: rectAddress(filter.rect) }, ...columns);
}

function customText(node: Element): string {
  const word = attribute(node, "operator") ?? "equal";
  return `${OPERATORS.find(([, name]) => name === word)?.[0] ?? "="}${attribute(node, "val") ?? ""}`;
}

function readCriterion(column: Element): Criterion | null {
  const filters = child(column, "filters");
  if (filters !== null && children(filters, "dateGroupItem").length === 0) {
    const values = children(filters, "filter").map((node) => attribute(node, "val") ?? "");
    return { filterOn: "Values", values: flagAttribute(filters, "blank") ? [...values, ""] : values };
  }
  const custom = child(column, "customFilters");
  const [first, second] = children(custom, "customFilter").map(customText);
  if (first !== undefined) {
    const operator = flagAttribute(custom, "and") ? "And" : "Or";
    return { filterOn: "Custom", criterion1: first, ...(second === undefined ? {} : { criterion2: second, operator }) };
  }
  const top = child(column, "top10");
  if (top === null) return null;
  const side = flagAttribute(top, "top", true) ? "Top" : "Bottom";
  const filterOn = side + (flagAttribute(top, "percent") ? "Percent" : "Items");
  return { filterOn, criterion1: String(numberAttribute(top, "val") ?? 10) };
}

/** Null where there is no filter or no readable range. */
export function readFilter(node: Element | null, sheet: string, left: LossList): AutoFilterData | null {
  const rect = parseRect(attribute(node, "ref") ?? "");
  if (node === null || rect === null) return null;
  const criteria = new Map<number, Criterion>();
  for (const column of children(node, "filterColumn")) {
    const id = numberAttribute(column, "colId");
    const criterion = readCriterion(column);
    if (id !== undefined && criterion !== null) criteria.set(id, criterion);
    else if (children(column).length > 0) left.count(sheet, "file.left.filter");
  }
  return { rect, criteria };
}
