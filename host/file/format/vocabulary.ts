/** The words of Office.js beside the words of the file format (ECMA-376 part 1, 18.18), one table a matter. */
import type { Border } from "../../model/types";

/** A pair of lookups made from one table. */
export interface Words {
  toFile(word: string): string | undefined;
  fromFile(word: string): string | undefined;
}

function words(table: Readonly<Record<string, string>>): Words {
  const back = new Map(Object.entries(table).map(([model, file]) => [file, model]));
  const forth = new Map(Object.entries(table));
  return { toFile: (word) => forth.get(word), fromFile: (word) => back.get(word) };
}

export const HORIZONTAL = words({
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
});
export const VERTICAL = words({
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
});

/** Excel.ConditionalCellValueOperator and 18.18.15. */
export const RULE_OPERATOR = words({
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
});
/** Excel.DataValidationOperator and 18.18.20. */
export const VALIDATION_OPERATOR = words({
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
});
/** Member of Excel.DataValidationRule and 18.18.21. */
export const VALIDATION_KIND = words({
  list: "list",
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  custom: "custom",
});
export const ALERT_STYLE = words({ Stop: "stop", Warning: "warning", Information: "information" });

/** Excel.IconSet and 18.18.42; the three sets of 2010 stand in the x14 part only. */
export const ICON_SET = words({
  ThreeArrows: "3Arrows",
  ThreeArrowsGray: "3ArrowsGray",
  ThreeFlags: "3Flags",
  ThreeTrafficLights1: "3TrafficLights1",
  ThreeTrafficLights2: "3TrafficLights2",
  ThreeSigns: "3Signs",
  ThreeSymbols: "3Symbols",
  ThreeSymbols2: "3Symbols2",
  FourArrows: "4Arrows",
  FourArrowsGray: "4ArrowsGray",
  FourRedToBlack: "4RedToBlack",
  FourRating: "4Rating",
  FourTrafficLights: "4TrafficLights",
  FiveArrows: "5Arrows",
  FiveArrowsGray: "5ArrowsGray",
  FiveRating: "5Rating",
  FiveQuarters: "5Quarters",
});
export const THRESHOLD_TYPE = words({
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
  Formula: "formula",
});
/** Codes of the printer driver's paper sizes, as far as Office.js names them and people use them. */
export const PAPER = words({
  Letter: "1",
  Tabloid: "3",
  Ledger: "4",
  Legal: "5",
  Statement: "6",
  Executive: "7",
  A3: "8",
  A4: "9",
  A4Small: "10",
  A5: "11",
  B4: "12",
  B5: "13",
  Folio: "14",
});
export const TOTALS_FUNCTION = words({
  None: "none",
  Average: "average",
  Count: "count",
  CountNumbers: "countNums",
  Max: "max",
  Min: "min",
  Sum: "sum",
  StdDev: "stdDev",
  Var: "var",
  Custom: "custom",
});

/** Line and weight of Office.js → the one word of the file (18.18.3). */
export function borderToFile(border: Border): string | null {
  const heavy = border.weight === "Medium" || border.weight === "Thick";
  switch (border.style) {
    case "None":
      return null;
    case "Continuous":
      return border.weight === "Hairline" ? "hair" : (border.weight ?? "Thin").toLowerCase();
    case "Dash":
      return heavy ? "mediumDashed" : "dashed";
    case "DashDot":
      return heavy ? "mediumDashDot" : "dashDot";
    case "DashDotDot":
      return heavy ? "mediumDashDotDot" : "dashDotDot";
    case "Dot":
      return "dotted";
    case "Double":
      return "double";
    case "SlantDashDot":
      return "slantDashDot";
  }
}

const BORDERS: Readonly<Record<string, Pick<Border, "style" | "weight">>> = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dashDot: { style: "DashDot", weight: "Thin" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
};
export function borderFromFile(word: string): Pick<Border, "style" | "weight"> | null {
  return BORDERS[word] ?? null;
}

/** Number formats that a file names by number alone (18.8.30). */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);
