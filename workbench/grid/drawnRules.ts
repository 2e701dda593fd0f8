/** Bars, scales, icons, dropdown lists and notes in Univer's own shapes. */
import { DataValidationErrorStyle, DataValidationRenderMode, DataValidationType } from "@univerjs/core";
import type { IDataValidationRule } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { CFNumberOperator, CFRuleType, CFValueType } from "@univerjs/sheets-conditional-formatting";
import type { WorkbookOperations } from "../../host/model/api";
import type { ConditionalFormatData, DataValidationData, SheetData, Threshold } from "../../host/model/types";
import { movedFormula } from "../../host/model/formulaReferences";
import { parseRect, splitAddress, type Rect } from "../../src/core/model/a1";
import { toRange } from "./drawnSheet";

const VALUE_TYPES: Readonly<Record<Threshold["type"], CFValueType>> = {
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
  Automatic: CFValueType.min,
  Number: CFValueType.num,
  Percent: CFValueType.percent,
  Percentile: CFValueType.percentile,
  Formula: CFValueType.formula,
};
function threshold(at: Threshold, otherwise: CFValueType): { type: CFValueType; value?: number | string } {
  if (at.type === "Automatic") return { type: otherwise };
  const text = at.formula?.replace(/^=/, "") ?? "";
  const number = Number(text);
  if (at.type === "Formula" && text !== "" && Number.isFinite(number)) return { type: CFValueType.num, value: number };
  const type = VALUE_TYPES[at.type];
  return text === "" ? { type } : { type, value: Number.isFinite(number) ? number : `=${text}` };
}

const ICONS: Readonly<Record<string, string>> = {
  ThreeArrows: "3Arrows",
  ThreeArrowsGray: "3ArrowsGray",
  ThreeFlags: "3Flags",
  ThreeTrafficLights1: "3TrafficLights1",
  ThreeTrafficLights2: "3TrafficLights2",
  ThreeSigns: "3Signs",
  ThreeSymbols: "3Symbols",
  ThreeSymbols2: "3Symbols2",
  ThreeStars: "3Stars",
  ThreeTriangles: "3Triangles",
  FourArrows: "4Arrows",
  FourArrowsGray: "4ArrowsGray",
  FourRating: "4Rating",
  FourRedToBlack: "4RedToBlack",
  FourTrafficLights: "4TrafficLights",
  FiveArrows: "5Arrows",
  FiveArrowsGray: "5ArrowsGray",
  FiveBoxes: "5Boxes",
  FiveQuarters: "5Quarters",
  FiveRating: "5Rating",
};

/** The rule in Univer's shape, or null when the engine paints it (formulas, cell values). */
export function drawnConditional(format: ConditionalFormatData): IConditionFormattingRule | null {
  const { rule } = format;
  const rest = { cfId: format.id, ranges: format.ranges.map(toRange), stopIfTrue: false };
  if (rule.kind === "DataBar") {
    const config = {
      min: threshold(rule.lower, CFValueType.min),
      max: threshold(rule.upper, CFValueType.max),
      isGradient: rule.gradient,
      positiveColor: rule.positiveColor,
      nativeColor: rule.negativeColor ?? "#FF0000",
    };
    return { ...rest, rule: { type: CFRuleType.dataBar, isShowValue: rule.showValue, config } };
  }
  if (rule.kind === "ColorScale") {
    const config = rule.points.map((point, index) => ({
      index,
      color: point.color,
      value: threshold(point.at, index === 0 ? CFValueType.min : CFValueType.max),
    }));
    return { ...rest, rule: { type: CFRuleType.colorScale, config } };
  }
  if (rule.kind !== "IconSet") return null;
  const iconType = (ICONS[rule.style] ?? "3TrafficLights1") as never;
  // Excel lists the icons from the lowest up; Univer wants the highest first, each with its lower bound.
  const count = rule.criteria.length;
  const config = [...rule.criteria].reverse().map((criterion, i) => ({
    operator: criterion.operator === "GreaterThan" ? CFNumberOperator.greaterThan : CFNumberOperator.greaterThanOrEqual,
    value:
      i === count - 1
        ? { type: CFValueType.num, value: Number.MIN_SAFE_INTEGER }
        : threshold(criterion.at, CFValueType.num),
    iconType,
    iconId: String(rule.reverse ? count - 1 - i : i),
  }));
  return { ...rest, rule: { type: CFRuleType.iconSet, isShowValue: !rule.showIconOnly, config } };
}

/** Rows for which a list of their own is drawn. */
const MOST_ROWS = 2000;
/** Univer takes a list as one text with commas between the entries, so an entry shows another comma. */
export const drawnEntry = (entry: string): string => entry.replaceAll(",", "，");

/** A list whose source moves with the row ("=$J6:$Q6"): each row has its own entries. */
const isByRow = (validation: DataValidationData): boolean => {
  const source = sourceOf(validation);
  return source?.startsWith("=") === true && movedFormula(source, 1, 0) !== source;
};
function sourceOf(validation: DataValidationData): string | null {
  const list = validation.rule["list"] as { readonly source?: unknown } | undefined;
  return typeof list?.source === "string" ? list.source : null;
}

/**
 * The entries of a list, read from the cells or the name its source points to; null when it is no list.
 * @param at the cell that is asked for: relative parts of the source are meant from the first cell of the validation
 */
export function listEntries(
  model: WorkbookOperations,
  sheet: SheetData,
  validation: DataValidationData,
  at?: { readonly row: number; readonly column: number },
): string[] | null {
  const typed = sourceOf(validation);
  if (typed === null) return null;
  if (!typed.startsWith("=")) return typed.split(",").map((entry) => entry.trim());
  const [first] = validation.ranges;
  const source =
    at === undefined || first === undefined ? typed : movedFormula(typed, at.row - first.row, at.column - first.column);
  const named = model.data.names.find(({ name }) => name.toLowerCase() === source.slice(1).toLowerCase());
  const { sheet: sheetName, address } = splitAddress((named?.formula ?? source).slice(1));
  const rect = parseRect(address);
  const place = sheetName === null ? sheet : model.sheet(sheetName);
  if (rect === null || place === undefined) return null;
  const entries: string[] = [];
  for (let row = rect.row; row < Math.min(rect.row + rect.rows, rect.row + 500); row += 1)
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      const text = model.textAt(place.id, row, column);
      if (text !== "") entries.push(text);
    }
  return entries;
}

const rowsOf = ({ row, column, rows, columns }: Rect): Rect[] =>
  Array.from({ length: Math.min(rows, MOST_ROWS) }, (_, i) => ({ row: row + i, column, rows: 1, columns }));

/** Only lists are drawn (with their arrow); what may be typed is decided by the workbench, not by the grid. */
export function drawnValidations(model: WorkbookOperations, sheet: SheetData): IDataValidationRule[] {
  return sheet.validations.flatMap((validation, i): IDataValidationRule[] => {
    const parts = isByRow(validation) ? validation.ranges.flatMap(rowsOf).map((rect) => [rect]) : [validation.ranges];
    return parts.flatMap((ranges, part): IDataValidationRule[] => {
      const entries = listEntries(model, sheet, validation, parts.length > 1 ? ranges[0] : undefined);
      if (entries === null) return [];
      return [
        {
          uid: `list-${String(i)}-${String(part)}`,
          type: DataValidationType.LIST,
          ranges: ranges.map(toRange),
          formula1: entries.map(drawnEntry).join(","),
          allowBlank: true,
          showDropDown: true,
          showErrorMessage: false,
          errorStyle: DataValidationErrorStyle.INFO,
          renderMode: DataValidationRenderMode.ARROW,
        },
      ];
    });
  });
}
