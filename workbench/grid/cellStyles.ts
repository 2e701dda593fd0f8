/** How Excel's built-in cell styles and table styles look (the default Office theme), as far as the grid draws them. */
import type { Border, CellFormat, TableData } from "../../host/model/types";
import type { Rect } from "../../src/core/model/a1";

const line = (color: string, weight: "Thin" | "Medium" = "Thin"): Border => ({ style: "Continuous", weight, color });
const box = (color: string): NonNullable<CellFormat["borders"]> => ({
  EdgeTop: line(color),
  EdgeBottom: line(color),
  EdgeLeft: line(color),
  EdgeRight: line(color),
});

const BUILT_IN: Readonly<Record<string, CellFormat>> = {
  Input: { fill: "#FFCC99", fontColor: "#3F3F76", borders: box("#7F7F7F") },
  Calculation: { fill: "#F2F2F2", fontColor: "#FA7D00", bold: true, borders: box("#7F7F7F") },
  Output: { fill: "#F2F2F2", fontColor: "#3F3F3F", bold: true, borders: box("#3F3F3F") },
  Good: { fill: "#C6EFCE", fontColor: "#006100" },
  Bad: { fill: "#FFC7CE", fontColor: "#9C0006" },
  Neutral: { fill: "#FFEB9C", fontColor: "#9C5700" },
  Note: { fill: "#FFFFCC", borders: box("#B2B2B2") },
  Title: { fontSize: 18, fontColor: "#44546A" },
  "Heading 1": { fontSize: 15, bold: true, fontColor: "#44546A", borders: { EdgeBottom: line("#4472C4", "Medium") } },
  "Heading 2": { fontSize: 13, bold: true, fontColor: "#44546A", borders: { EdgeBottom: line("#A1B8E1", "Medium") } },
  "Heading 3": { bold: true, fontColor: "#44546A", borders: { EdgeBottom: line("#8EAADB") } },
  "Heading 4": { bold: true, fontColor: "#44546A" },
  Total: { bold: true, borders: { EdgeTop: line("#4472C4"), EdgeBottom: { style: "Double", color: "#4472C4" } } },
  "Explanatory Text": { italic: true, fontColor: "#7F7F7F" },
  "Warning Text": { fontColor: "#FF0000" },
  "Linked Cell": { fontColor: "#FA7D00", borders: { EdgeBottom: { style: "Double", color: "#FF8001" } } },
  "Check Cell": { fill: "#A5A5A5", fontColor: "#FFFFFF", bold: true },
};

/** The format with its named style under it. */
export function withNamedStyle(format: CellFormat): CellFormat {
  const named = format.styleName === undefined ? undefined : BUILT_IN[format.styleName];
  if (named === undefined) return format;
  return { ...named, ...format, borders: { ...named.borders, ...format.borders } };
}

/** Accent colour, and its lightest tint for bands; the order of Excel's medium styles 1–7. */
const ACCENTS: readonly (readonly [string, string])[] = [
  ["#404040", "#F2F2F2"],
  ["#4472C4", "#D9E2F3"],
  ["#ED7D31", "#FBE4D5"],
  ["#A5A5A5", "#EDEDED"],
  ["#FFC000", "#FFF2CC"],
  ["#5B9BD5", "#DEEAF6"],
  ["#70AD47", "#E2EFD9"],
];

/** What a table's style gives to one of its cells; the cell's own format goes over it. */
export function tableLook(table: TableData, row: number, column: number): CellFormat {
  const style = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style);
  if (style === null) return {};
  const [accent, tint] = ACCENTS[(Number(style[2]) - 1) % ACCENTS.length] ?? ["#4472C4", "#D9E2F3"];
  const light = style[1] === "Light";
  const { rect } = table;
  if (table.showHeaders && row === rect.row) {
    return light
      ? { bold: true, borders: { EdgeTop: line(accent), EdgeBottom: line(accent) } }
      : { bold: true, fill: accent, fontColor: "#FFFFFF" };
  }
  const last = rect.row + rect.rows - 1;
  if (table.showTotals && row === last) return { bold: true, borders: { EdgeTop: { style: "Double", color: accent } } };
  const body = row - rect.row - (table.showHeaders ? 1 : 0);
  const banded = table.showBandedRows && body % 2 === 0;
  const edge: CellFormat = {
    borders: { EdgeBottom: line(light && row !== last ? "#FFFFFF00" : light ? accent : tint) },
  };
  const bold =
    (table.highlightFirstColumn && column === rect.column) ||
    (table.highlightLastColumn && column === rect.column + rect.columns - 1);
  return { ...(light && row !== last ? {} : edge), ...(banded ? { fill: tint } : {}), ...(bold ? { bold } : {}) };
}

export const insideRect = (rect: Rect, row: number, column: number): boolean =>
  row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
