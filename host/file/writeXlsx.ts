/**
 * Writes a workbook as .xlsx. ExcelJS makes the package, the cells, the shared strings and the drawings of notes; the
 * parts that it cannot write, or writes in a way that Excel repairs, are made by this folder and put in their place:
 * styles, rules (with number formats and real x14 ids), validation, tables with the formulas of new rows, names,
 * links, protection, charts, properties, custom XML.
 */
import ExcelJS from "exceljs";
import JSZip from "jszip";
import type { ChartData, SheetData, WorkbookData } from "../model/types";
import { writeNames } from "./book/names";
import { writeApp, writeCore, writeCustom, writeItemProperties } from "./book/properties";
import { styleTable } from "./book/styleTable";
import type { StyleTable } from "./book/styleTable";
import { lossList } from "./loss";
import type { Loss, LossList } from "./loss";
import { relationsPath, relationsXml, relationXml } from "./package/relations";
import { children, numberAttribute, parseXml } from "./package/xmlTree";
import { element, XML_HEAD } from "./package/xmlText";
import { writableCharts, writeChart, writeDrawing } from "./sheet/charts";
import { writeNotes } from "./sheet/notes";
import { writeTable } from "./sheet/tables";
import { writeCells } from "./sheet/writeCells";
import { writeSheet } from "./sheet/writeSheet";

/** The parts of the package under way, and the types of those that ExcelJS does not know of. */
interface Parts {
  readonly files: Map<string, string>;
  readonly types: string[];
  count: { tables: number; charts: number; drawings: number };
}

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
/** One moment for all entries, so that one workbook always makes the same bytes. */
const ENTRY_DATE = new Date(Date.UTC(2000, 0, 1));

function addPart(parts: Parts, path: string, xml: string, contentType: string): void {
  parts.files.set(path, xml);
  parts.types.push(element("Override", { PartName: `/${path}`, ContentType: contentType }));
}

/** Cells, notes' drawings and column formats go through ExcelJS under plain sheet names: S1, S2 … */
async function excelJsParts(data: WorkbookData, styles: StyleTable, left: LossList): Promise<Map<string, string>> {
  const book = new ExcelJS.Workbook();
  for (const [i, sheet] of data.sheets.entries()) {
    const target = book.addWorksheet(`S${String(i + 1)}`);
    for (const [column, format] of sheet.columnFormats) {
      const token = styles.token(format, false);
      if (token !== null) target.getColumn(column + 1).style = { numFmt: token };
    }
    writeCells(sheet, target, styles, left);
    for (const note of sheet.notes)
      target.getCell(note.row + 1, note.column + 1).note = { texts: [{ text: note.text }] };
  }
  const bytes = await book.xlsx.writeBuffer({ useStyles: true, useSharedStrings: true });
  const zip = await JSZip.loadAsync(bytes);
  const files = new Map<string, string>();
  for (const entry of Object.values(zip.files)) if (!entry.dir) files.set(entry.name, await entry.async("string"));
  return files;
}

/** What ExcelJS made of a sheet that is kept: the cells and the numbers of column formats. */
function keptOf(xml: string): { readonly cells: string; readonly columnStyles: ReadonlyMap<number, number> } {
  const cells = /<sheetData\/>|<sheetData>.*<\/sheetData>/s.exec(xml)?.[0] ?? "<sheetData/>";
  const columns = /<cols>.*?<\/cols>/s.exec(xml)?.[0];
  const columnStyles = new Map<number, number>();
  for (const column of columns === undefined ? [] : children(parseXml(columns), "col")) {
    const style = numberAttribute(column, "style");
    const last = numberAttribute(column, "max") ?? 0;
    for (let i = numberAttribute(column, "min") ?? 1; style !== undefined && i <= last; i += 1)
      columnStyles.set(i - 1, style);
  }
  return { cells, columnStyles };
}

/** Adds chart parts and the drawing that places them; returns the drawing's path from the sheet, or null. */
function addCharts(parts: Parts, sheet: SheetData, charts: readonly ChartData[]): string | null {
  if (charts.length === 0) return null;
  const relations = charts.map((chart, i) => {
    parts.count.charts += 1;
    const path = `xl/charts/chart${String(parts.count.charts)}.xml`;
    addPart(parts, path, writeChart(chart) ?? "", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
    return relationXml(`rId${String(i + 1)}`, "chart", `../charts/chart${String(parts.count.charts)}.xml`);
  });
  parts.count.drawings += 1;
  const drawing = `xl/drawings/drawing${String(parts.count.drawings)}.xml`;
  addPart(parts, drawing, writeDrawing(sheet, charts), "application/vnd.openxmlformats-officedocument.drawing+xml");
  parts.files.set(relationsPath(drawing), relationsXml(relations));
  return `../drawings/drawing${String(parts.count.drawings)}.xml`;
}

function addTables(parts: Parts, sheet: SheetData, left: LossList): string[] {
  return sheet.tables.map((table) => {
    parts.count.tables += 1;
    const name = `table${String(parts.count.tables)}.xml`;
    addPart(parts, `xl/tables/${name}`, writeTable(sheet, table, parts.count.tables, left), `${SPREADSHEET}table+xml`);
    return `../tables/${name}`;
  });
}

function nameUnwritten(sheet: SheetData, left: LossList): void {
  if (sheet.comments.length > 0) left.add(sheet.name, "file.left.comments", { count: sheet.comments.length });
  if (sheet.customProperties.size > 0) left.add(sheet.name, "file.left.sheetProperties");
}

function addSheet(
  parts: Parts,
  data: WorkbookData,
  sheet: SheetData,
  index: number,
  styles: StyleTable,
  left: LossList,
): void {
  const number = index + 1;
  const path = `xl/worksheets/sheet${String(number)}.xml`;
  const isActive = sheet.id === data.activeSheet;
  if (sheet.notes.length > 0) parts.files.set(`xl/comments${String(number)}.xml`, writeNotes(sheet.notes));
  const { xml, relations } = writeSheet(
    sheet,
    {
      number,
      isActive,
      selection: isActive ? data.selection : null,
      date1904: data.date1904,
      ...keptOf(parts.files.get(path) ?? ""),
      tables: addTables(parts, sheet, left),
      drawing: addCharts(parts, sheet, writableCharts(sheet, left)),
      notes:
        sheet.notes.length === 0
          ? null
          : { text: `../comments${String(number)}.xml`, drawing: `../drawings/vmlDrawing${String(number)}.vml` },
    },
    styles,
    left,
  );
  nameUnwritten(sheet, left);
  parts.files.set(path, xml);
  parts.files.delete(relationsPath(path));
  if (relations.length > 0) parts.files.set(relationsPath(path), relationsXml(relations));
}

const CALCULATION = { Automatic: undefined, AutomaticExceptTables: "autoNoTable", Manual: "manual" } as const;

function workbookXml(data: WorkbookData, left: LossList): string {
  const active = data.sheets.findIndex(({ id }) => id === data.activeSheet);
  const sheets = data.sheets.map((sheet, i) => {
    const state = { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" }[sheet.visibility];
    return element("sheet", { name: sheet.name, sheetId: i + 1, state, "r:id": `rId${String(i + 1)}` });
  });
  const names = writeNames(data, left);
  return (
    XML_HEAD +
    element(
      "workbook",
      {
        xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      },
      element("workbookPr", { date1904: data.date1904 ? true : undefined, defaultThemeVersion: 124226 }),
      element(
        "bookViews",
        {},
        element("workbookView", {
          xWindow: 0,
          yWindow: 0,
          windowWidth: 24000,
          windowHeight: 12000,
          activeTab: Math.max(0, active),
        }),
      ),
      element("sheets", {}, ...sheets),
      names.length === 0 ? "" : element("definedNames", {}, ...names),
      element("calcPr", { calcId: 191029, calcMode: CALCULATION[data.calculationMode], fullCalcOnLoad: true }),
    )
  );
}

/** Relationships of the workbook: sheets first (rId1 …, as `workbookXml` counts), then its other parts. */
function addWorkbook(parts: Parts, data: WorkbookData, left: LossList): void {
  const others: (readonly [string, string])[] = [
    ["styles", "styles.xml"],
    ["theme", "theme/theme1.xml"],
  ];
  if (parts.files.has("xl/sharedStrings.xml")) others.push(["sharedStrings", "sharedStrings.xml"]);
  for (const [i, part] of data.customXml.entries()) {
    const item = `item${String(i + 1)}.xml`;
    const properties = `itemProps${String(i + 1)}.xml`;
    others.push(["customXml", `../customXml/${item}`]);
    parts.files.set(`customXml/${item}`, part.xml);
    parts.files.set(
      relationsPath(`customXml/${item}`),
      relationsXml([relationXml("rId1", "customXmlProps", properties)]),
    );
    const type = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    addPart(parts, `customXml/${properties}`, writeItemProperties(part.id, part.xml), type);
  }
  const sheets = data.sheets.map((_, i) => ["worksheet", `worksheets/sheet${String(i + 1)}.xml`] as const);
  const entries = [...sheets, ...others].map(([type, target], i) => relationXml(`rId${String(i + 1)}`, type, target));
  parts.files.set("xl/_rels/workbook.xml.rels", relationsXml(entries));
  parts.files.set("xl/workbook.xml", workbookXml(data, left));
}

function addProperties(parts: Parts, data: WorkbookData): void {
  parts.files.set("docProps/core.xml", writeCore(data.properties));
  parts.files.set("docProps/app.xml", writeApp(data.properties));
  const custom = writeCustom(data.properties);
  if (custom === null) return;
  addPart(parts, "docProps/custom.xml", custom, "application/vnd.openxmlformats-officedocument.custom-properties+xml");
  const relations = parts.files.get("_rels/.rels") ?? "";
  parts.files.set(
    "_rels/.rels",
    relations.replace(
      "</Relationships>",
      `${relationXml("rId9", "custom-properties", "docProps/custom.xml")}</Relationships>`,
    ),
  );
}

/**
 * The workbook as the bytes of an .xlsx file, with the last calculated values beside the formulas and a wish to be
 * recalculated on opening. `left` names what the file does not hold.
 */
export async function writeXlsx(
  data: WorkbookData,
): Promise<{ readonly bytes: Uint8Array; readonly left: readonly Loss[] }> {
  const left = lossList();
  const styles = styleTable();
  const files = await excelJsParts(data, styles, left);
  const parts: Parts = { files, types: [], count: { tables: 0, charts: 0, drawings: 0 } };
  for (const [i, sheet] of data.sheets.entries()) addSheet(parts, data, sheet, i, styles, left);
  addWorkbook(parts, data, left);
  addProperties(parts, data);
  if (data.settings.size > 0) left.add(null, "file.left.settings");
  files.set("xl/styles.xml", styles.xml(files.get("xl/styles.xml") ?? ""));
  const types = files.get("[Content_Types].xml") ?? "";
  files.set("[Content_Types].xml", types.replace("</Types>", `${parts.types.join("")}</Types>`));
  const zip = new JSZip();
  for (const [path, text] of files) zip.file(path, text, { date: ENTRY_DATE, createFolders: false });
  const bytes = await zip.generateAsync({
    type: "uint8array",
    compression: "DEFLATE",
    compressionOptions: { level: 6 },
  });
  return { bytes, left: left.items };
}
