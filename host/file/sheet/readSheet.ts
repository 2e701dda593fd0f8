/** One sheet of a file: its cells by scanning, everything around them as a tree, its tables, notes and charts through relations. */
import { MAX_COLUMNS, parseRect } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import type { Cell, CellFormat, RuleFormat, SheetData, TableData } from "../../model/types";
import type { FileFormat } from "../book/readStyles";
import { readColor } from "../format/colors";
import type { Theme } from "../format/colors";
import { fileWidthToPoints } from "../format/units";
import { leftOf, topOf } from "../../model/geometry";
import { newId, STANDARD_WIDTH } from "../../model/newWorkbook";
import type { LossList } from "../loss";
import type { Package } from "../package/openPackage";
import { readRelations } from "../package/relations";
import type { Relation } from "../package/relations";
import {
  attribute,
  child,
  children,
  flagAttribute,
  numberAttribute,
  parseXml,
  qualifiedAttribute,
} from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { readChart, readDrawing } from "./charts";
import { readFilter } from "./filters";
import { readNotes } from "./notes";
import { readPage, readProtection, readView } from "./page";
import { readCells } from "./readCells";
import type { CellsRead, SharedString } from "./readCells";
import { readRules } from "./readRules";
import { readTable } from "./tables";
import { readValidations } from "./validations";

export interface SheetContext {
  readonly file: Package;
  readonly strings: readonly SharedString[];
  readonly formats: readonly FileFormat[];
  readonly rules: readonly RuleFormat[];
  readonly theme: Theme;
  readonly date1904: boolean;
  readonly left: LossList;
}
export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly visibility: SheetData["visibility"];
}
export interface SheetRead {
  readonly sheet: SheetData;
  readonly selection: Rect | null;
}

/** Relations that carry what the model has no place for, and the sentence that says so. */
const UNKNOWN_PARTS: Readonly<Record<string, string>> = {
  pivotTable: "file.left.pivot",
  slicer: "file.left.slicer",
  queryTable: "file.left.query",
  oleObject: "file.left.object",
  control: "file.left.object",
  ctrlProp: "file.left.object",
  image: "file.left.picture",
  customProperty: "file.left.sheetProperties",
  threadedComment: "file.left.comments",
};

/** Cuts the cells out of a sheet part, so that the rest is small enough for a tree. */
function splitSheet(xml: string): { readonly shell: string; readonly cells: string } {
  const open = /<(\w+:)?sheetData\b[^>]*?(\/)?>/.exec(xml);
  if (open === null) return { shell: xml, cells: "" };
  if (open[2] !== undefined) return { shell: xml.replace(open[0], ""), cells: "" };
  const closing = `</${open[1] ?? ""}sheetData>`;
  const end = xml.indexOf(closing, open.index);
  if (end < 0) return { shell: xml.slice(0, open.index), cells: xml.slice(open.index) };
  return {
    shell: xml.slice(0, open.index) + xml.slice(end + closing.length),
    cells: xml.slice(open.index, end + closing.length),
  };
}

interface Columns {
  readonly widths: Map<number, number>;
  readonly hidden: Set<number>;
  readonly formats: Map<number, CellFormat>;
  readonly standardWidth: number;
}

function readColumns(shell: Element, formats: readonly FileFormat[]): Columns {
  const standard = numberAttribute(child(shell, "sheetFormatPr"), "defaultColWidth");
  const found: Columns = {
    widths: new Map(),
    hidden: new Set(),
    formats: new Map(),
    standardWidth: standard === undefined ? STANDARD_WIDTH : fileWidthToPoints(standard),
  };
  for (const node of children(child(shell, "cols"), "col")) {
    const first = (numberAttribute(node, "min") ?? 1) - 1;
    const last = Math.min((numberAttribute(node, "max") ?? 1) - 1, MAX_COLUMNS - 1);
    const width = numberAttribute(node, "width");
    const custom = flagAttribute(node, "customWidth") && width !== undefined && width > 0;
    const format = formats[numberAttribute(node, "style") ?? 0]?.format;
    for (let column = first; column <= last; column += 1) {
      if (custom) found.widths.set(column, fileWidthToPoints(width));
      if (flagAttribute(node, "hidden")) found.hidden.add(column);
      if (format !== undefined && Object.keys(format).length > 0) found.formats.set(column, format);
    }
  }
  return found;
}

async function readTables(
  file: Package,
  related: readonly Relation[],
  sheet: string,
  left: LossList,
): Promise<TableData[]> {
  const tables: TableData[] = [];
  for (const { target } of related.filter(({ type }) => type === "table")) {
    const xml = await file.text(target);
    const table = xml === null ? null : readTable(xml, sheet, left);
    if (table === null) left.add(sheet, "file.left.table");
    else tables.push(table);
  }
  return tables;
}

function applyLinks(
  shell: Element,
  related: readonly Relation[],
  cells: Map<number, Cell>,
  sheet: string,
  left: LossList,
): void {
  for (const node of children(child(shell, "hyperlinks"), "hyperlink")) {
    const rect = parseRect(attribute(node, "ref") ?? "");
    if (rect === null) continue;
    const id = qualifiedAttribute(node, "id");
    const address = related.find((relation) => relation.id === id)?.target;
    const location = attribute(node, "location");
    const tip = attribute(node, "tooltip");
    const display = attribute(node, "display");
    if (rect.rows * rect.columns > 1) left.count(sheet, "file.left.linkRange");
    const key = rect.row * MAX_COLUMNS + rect.column;
    const cell = cells.get(key) ?? { value: null, format: Object.freeze({}) };
    cells.set(key, {
      ...cell,
      hyperlink: {
        ...(address === undefined ? {} : { address }),
        ...(location === undefined ? {} : { documentReference: location }),
        ...(tip === undefined ? {} : { screenTip: tip }),
        ...(display === undefined ? {} : { textToDisplay: display }),
      },
    });
  }
}

/** Rows hidden inside a filter that filters are the filter's, the others somebody's own. */
function splitHidden(
  read: CellsRead,
  filters: readonly Rect[],
): { readonly hiddenRows: Set<number>; readonly filteredRows: Set<number> } {
  const hiddenRows = new Set<number>();
  const filteredRows = new Set<number>();
  for (const { row } of read.rows.filter(({ hidden }) => hidden)) {
    const filtered = filters.some((rect) => row > rect.row && row < rect.row + rect.rows);
    (filtered ? filteredRows : hiddenRows).add(row);
  }
  return { hiddenRows, filteredRows };
}

async function readCharts(sheet: SheetData, related: readonly Relation[], context: SheetContext): Promise<void> {
  const begins = (axis: "column" | "row", index: number): number =>
    axis === "column" ? leftOf(sheet, index) : topOf(sheet, index);
  for (const { target } of related.filter(({ type }) => type === "drawing")) {
    const drawing = readDrawing((await context.file.text(target)) ?? "", begins);
    if (drawing.others > 0) context.left.add(sheet.name, "file.left.picture");
    const parts = await readRelations(context.file, target);
    for (const place of drawing.charts) {
      const path = parts.find(({ id }) => id === place.relation)?.target;
      const xml = path === undefined ? null : await context.file.text(path);
      const chart = xml === null ? null : readChart(xml, place);
      if (chart === null) context.left.add(sheet.name, "file.left.chart", { name: place.name, kind: "?" });
      else sheet.charts.push(chart);
    }
  }
}

async function readSheetNotes(sheet: SheetData, related: readonly Relation[], context: SheetContext): Promise<void> {
  for (const { target } of related.filter(({ type }) => type === "comments")) {
    const notes = readNotes((await context.file.text(target)) ?? "");
    for (const { isThread, ...note } of notes) if (!isThread) sheet.notes.push(note);
  }
}

function nameUnknownParts(related: readonly Relation[], sheet: string, left: LossList): void {
  for (const { type } of related) {
    const key = UNKNOWN_PARTS[type];
    if (key !== undefined) left.count(sheet, key);
  }
}

/** Null when the sheet's part is missing or no well-formed XML. */
export async function readSheet(entry: SheetEntry, context: SheetContext): Promise<SheetRead | null> {
  const xml = await context.file.text(entry.path);
  const parts = xml === null ? null : splitSheet(xml);
  const shell = parts === null ? null : parseXml(parts.shell);
  if (parts === null || shell === null) return null;
  const { left } = context;
  const related = await readRelations(context.file, entry.path);
  const tables = await readTables(context.file, related, entry.name, left);
  const read = readCells(parts.cells, { ...context, sheet: entry.name, tables });
  if (!read.complete) return null;
  const columns = readColumns(shell, context.formats);
  const view = readView(shell);
  const autoFilter = readFilter(child(shell, "autoFilter"), entry.name, left);
  const active = [autoFilter, ...tables.map(({ filter }) => filter)].filter(
    (filter) => filter !== null && filter.criteria.size > 0,
  );
  const sheet: SheetData = {
    id: newId(),
    name: entry.name,
    visibility: entry.visibility,
    tabColor: readColor(child(shell, "sheetPr", "tabColor"), context.theme) ?? "",
    cells: read.cells,
    columnFormats: columns.formats,
    rowFormats: new Map(
      read.rows.flatMap(({ row, format }) =>
        format === null || Object.keys(format.format).length === 0 ? [] : [[row, format.format]],
      ),
    ),
    columnWidths: columns.widths,
    rowHeights: new Map(read.rows.flatMap(({ row, height }) => (height === null ? [] : [[row, height]]))),
    hiddenColumns: columns.hidden,
    ...splitHidden(
      read,
      active.flatMap((filter) => (filter === null ? [] : [filter.rect])),
    ),
    standardWidth: columns.standardWidth,
    merges: children(child(shell, "mergeCells"), "mergeCell").flatMap(
      (node) => parseRect(attribute(node, "ref") ?? "") ?? [],
    ),
    freeze: view.freeze,
    showGridlines: view.showGridlines,
    showHeadings: view.showHeadings,
    protection: readProtection(shell, entry.name, left),
    validations: readValidations(shell, entry.name, left),
    conditionalFormats: readRules(shell, { sheet: entry.name, theme: context.theme, rules: context.rules, left }),
    tables,
    autoFilter,
    notes: [],
    comments: [],
    charts: [],
    page: readPage(shell),
    customProperties: new Map(),
  };
  applyLinks(shell, related, sheet.cells, entry.name, left);
  nameUnknownParts(related, entry.name, left);
  await readSheetNotes(sheet, related, context);
  await readCharts(sheet, related, context);
  return { sheet, selection: view.selection };
}
