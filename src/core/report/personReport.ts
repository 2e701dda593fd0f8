/**
 * The report for one person: a sheet of values, ready to hand out. It follows nothing any more, so that it can leave the
 * workbook without the data behind it, and it says so.
 */
import { heightFor, heading } from "../blueprint/tableSheet";
import { facts, FACTS_ROW, signatures, type Fact } from "../blueprint/personPages";
import { freeSheetName } from "../blueprint/scorecard";
import type { Blueprint, CellStyle, Literal, SheetBlueprint, StyledArea } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";

export interface ReportColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly style?: CellStyle;
}
/** A heading with sentences under it. */
export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
}
/** All that stands on one person's report, as final text and values. */
export interface PersonReport {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly left: readonly Fact[];
  readonly right: readonly Fact[];
  readonly columns: readonly ReportColumn[];
  /** A value per column. */
  readonly rows: readonly (readonly Literal[])[];
  /** Columns of the table, from 0, drawn as bars: names and numbers. */
  readonly bars?: { readonly names: number; readonly values: number; readonly title: string };
  readonly sections: readonly ReportSection[];
}

/** Most reports of one run: a sheet each. */
export const MOST_REPORTS = 60;
/** Under the facts, however many there are. */
const tableRow = ({ left, right }: PersonReport): number =>
  Math.max(11, FACTS_ROW + Math.max(left.length, right.length) + 1);
const BAR_ROWS = 12;
const HEAD: CellStyle = {
  fill: "headFill",
  font: { bold: true, color: "headInk" },
  wrap: true,
  vertical: "Center",
};
/** Characters that no sheet name may hold; an apostrophe at an end is refused too. */
const NOT_IN_NAMES = /[\\/?*[\]:']/g;

/** Width of the printed page in characters. */
const pageWidth = ({ columns }: PersonReport): number => columns.reduce((sum, { width }) => sum + width, 0);

function tableOf(report: PersonReport): Pick<SheetBlueprint, "blocks" | "styles"> {
  const { columns, rows } = report;
  const head = tableRow(report);
  const styles = columns.map(({ style }, i): StyledArea => ({
    rect: { row: head + 1, column: i, rows: Math.max(1, rows.length), columns: 1 },
    style: { vertical: "Center", border: "bottom", ...style },
  }));
  // Heads stand over their numbers, and keep the distance that their text keeps.
  const placedHeads = columns.flatMap(({ style }, i): StyledArea[] => {
    const { horizontal, indent } = style ?? {};
    if (horizontal === undefined) return [];
    const rect = { row: head, column: i, rows: 1, columns: 1 };
    return [{ rect, style: { horizontal, ...(indent === undefined ? {} : { indent }) } }];
  });
  return {
    blocks: [{ at: { row: head, column: 0 }, cells: [columns.map(({ header }) => header), ...rows] }],
    styles: [
      { rect: { row: head, column: 0, rows: 1, columns: columns.length }, style: HEAD },
      ...styles,
      ...placedHeads,
    ],
  };
}

/** Sentences one under the other. */
function sectionsOf(report: PersonReport, from: number) {
  const { sections, columns } = report;
  const lines = sections.flatMap(({ title, lines: own }) => [
    { text: title, bold: true },
    ...own.map((text) => ({ text, bold: false })),
    { text: "", bold: false },
  ]);
  return {
    rows: lines.length,
    blocks: lines.map(({ text }, i) => ({ at: { row: from + i, column: 0 }, cells: [[text]] })),
    styles: lines.map(({ bold }, i): StyledArea => ({
      rect: { row: from + i, column: 0, rows: 1, columns: columns.length },
      style: { font: { bold }, vertical: "Top" },
    })),
  };
}

/** A long sentence in pieces of the page's width, so that it is read whole on paper without merged cells. */
export function broken(text: string, width: number): string[] {
  const size = (part: string): number => part.replace(/[\u2e80-\uffef]/g, "xx").length;
  const lines: string[] = [];
  let line = "";
  for (const part of text.split(/(?<=\s)|(?=[\u2e80-\uffef])/)) {
    if (line !== "" && size(line) + size(part) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return line.trimEnd() === "" ? lines : [...lines, line.trimEnd()];
}

const inPieces = (report: PersonReport): PersonReport => {
  const width = Math.floor(pageWidth(report) * 0.95);
  return {
    ...report,
    sections: report.sections.map(({ title, lines }) => ({
      title,
      lines: lines.flatMap((line) => line.split(/\r?\n/).flatMap((part) => broken(part, width))),
    })),
  };
};

function reportSheet(wanted: PersonReport, text: SheetText, name: string): SheetBlueprint {
  const report = inPieces(wanted);
  const { columns, rows, bars } = report;
  const head = heading(report.title, report.subtitle);
  const about = facts(report.left, report.right);
  const table = tableOf(report);
  const tableAt = tableRow(report);
  const barsAt = tableAt + rows.length + 2;
  const sections = sectionsOf(report, bars === undefined ? barsAt : barsAt + BAR_ROWS + 1);
  const signsAt = (bars === undefined ? barsAt : barsAt + BAR_ROWS + 1) + sections.rows + 2;
  const third = Math.max(1, Math.floor(columns.length / 3));
  const signs = signatures([text("sign.employee"), text("sign.manager"), text("sign.date")], signsAt, [
    0,
    third + 1,
    Math.min(columns.length - 1, 2 * third + 1),
  ]);
  const body = { row: tableAt + 1, rows: rows.length, columns: 1 };
  return {
    name,
    target: "create",
    blocks: [...head.blocks, ...about.blocks, ...table.blocks, ...sections.blocks, ...signs.blocks],
    tables: [],
    styles: [...head.styles, ...about.styles, ...table.styles, ...sections.styles, ...signs.styles],
    columnWidths: columns.map(({ width }, column) => ({ column, width })),
    rowHeights: [
      { row: tableAt, height: 32 },
      ...rows.map((row, i) => ({
        row: tableAt + 1 + i,
        height: heightFor(
          row.map((value, column) => ({
            text: typeof value === "string" ? value : "",
            width: columns[column]?.width ?? 9,
          })),
          1,
          5,
        ),
      })),
    ],
    conditional: [],
    validation: [],
    showGridlines: false,
    ...(bars === undefined
      ? {}
      : {
          charts: [
            {
              kind: "bar" as const,
              title: bars.title,
              categories: { ...body, column: bars.names },
              values: { ...body, column: bars.values },
              seriesName: columns[bars.values]?.header ?? "",
              at: { row: barsAt, column: 0, rows: BAR_ROWS, columns: Math.min(columns.length, 6) },
            },
          ],
        }),
    page: {
      orientation: "Portrait",
      fitToWidth: true,
      printArea: { row: 0, column: 0, rows: signsAt + 3, columns: columns.length },
    },
  };
}

/** A sheet for each report; names of sheets that stand already are left alone. */
export function reportSheets(
  reports: readonly PersonReport[],
  text: SheetText,
  takenSheets: readonly string[],
): { readonly blueprint: Blueprint; readonly sheets: readonly string[] } {
  const taken = new Set(takenSheets.map((name) => name.toLowerCase()));
  const sheets = reports.map((report) => {
    const wanted = text("name.reportOf", { name: report.name }).replace(NOT_IN_NAMES, " ").trim();
    const name = freeSheetName(wanted, taken);
    taken.add(name.toLowerCase());
    return reportSheet(report, text, name);
  });
  const first = sheets[0]?.name;
  return {
    sheets: sheets.map(({ name }) => name),
    blueprint: {
      sheets,
      names: [],
      rewrites: [],
      metadata: null,
      ...(first === undefined ? {} : { show: { sheet: first, row: FACTS_ROW, column: 0 } }),
    },
  };
}
