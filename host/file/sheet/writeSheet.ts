/** A whole sheet part around the cells that ExcelJS wrote, its elements in the order of the schema (18.3.1.99). */
import { MAX_COLUMNS, rectAddress, cellAddress } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import type { SheetData } from "../../model/types";
import type { StyleTable } from "../book/styleTable";
import { colorToFile } from "../format/colors";
import { pointsToFileWidth } from "../format/units";
import type { LossList } from "../loss";
import { relationXml } from "../package/relations";
import { element, XML_HEAD } from "../package/xmlText";
import { writeFilter } from "./filters";
import { fitsToPage, writePage, writeProtection, writeView } from "./page";
import { writeRules } from "./writeRules";
import { writeValidations } from "./validations";

export interface SheetParts {
  /** From 1. */
  readonly number: number;
  readonly isActive: boolean;
  readonly selection: Rect | null;
  readonly date1904: boolean;
  /** The `sheetData` element. */
  readonly cells: string;
  /** Numbers of the style part by column, for formatted columns. */
  readonly columnStyles: ReadonlyMap<number, number>;
  /** Part names relative to the sheet's folder. */
  readonly tables: readonly string[];
  readonly drawing: string | null;
  readonly notes: { readonly text: string; readonly drawing: string } | null;
}

interface Relations {
  readonly entries: string[];
  add(type: string, target: string, external?: boolean): string;
}
function relations(): Relations {
  const entries: string[] = [];
  return {
    entries,
    add(type, target, external = false) {
      const id = `rId${String(entries.length + 1)}`;
      entries.push(relationXml(id, type, target, external));
      return id;
    },
  };
}

function columnsXml(sheet: SheetData, styles: ReadonlyMap<number, number>): string {
  const standard = pointsToFileWidth(sheet.standardWidth);
  const columns = [...new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns, ...styles.keys()])].sort(
    (a, b) => a - b,
  );
  const same = (a: number, b: number): boolean =>
    sheet.columnWidths.get(a) === sheet.columnWidths.get(b) &&
    styles.get(a) === styles.get(b) &&
    sheet.hiddenColumns.has(a) === sheet.hiddenColumns.has(b);
  const items: string[] = [];
  for (let i = 0; i < columns.length;) {
    const first = columns[i] ?? 0;
    let last = first;
    i += 1;
    while (columns[i] === last + 1 && same(first, last + 1)) {
      last += 1;
      i += 1;
    }
    const points = sheet.columnWidths.get(first);
    items.push(
      element("col", {
        min: first + 1,
        max: last + 1,
        width: points === undefined ? standard : pointsToFileWidth(points),
        style: styles.get(first),
        hidden: sheet.hiddenColumns.has(first) ? true : undefined,
        customWidth: points === undefined ? undefined : true,
      }),
    );
  }
  return items.length === 0 ? "" : element("cols", {}, ...items);
}

function hyperlinksXml(sheet: SheetData, related: Relations): string {
  const items: string[] = [];
  for (const [key, cell] of [...sheet.cells].sort(([a], [b]) => a - b)) {
    const link = cell.hyperlink;
    if (link === undefined) continue;
    const id =
      link.address === undefined || link.address === "" ? undefined : related.add("hyperlink", link.address, true);
    if (id === undefined && link.documentReference === undefined) continue;
    items.push(
      element("hyperlink", {
        ref: cellAddress(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS),
        "r:id": id,
        location: link.documentReference,
        tooltip: link.screenTip,
        display: link.textToDisplay,
      }),
    );
  }
  return items.length === 0 ? "" : element("hyperlinks", {}, ...items);
}

function sheetProperties(sheet: SheetData): string {
  const rgb = sheet.tabColor === "" ? null : colorToFile(sheet.tabColor);
  const tab = rgb === null ? "" : element("tabColor", { rgb });
  const fit = fitsToPage(sheet.page) ? element("pageSetUpPr", { fitToPage: true }) : "";
  const filtered = sheet.autoFilter !== null && sheet.autoFilter.criteria.size > 0 ? true : undefined;
  return tab === "" && fit === "" && filtered === undefined
    ? ""
    : element("sheetPr", { filterMode: filtered }, tab, fit);
}

/** The sheet's part and its relationships, in files without any the latter is empty. */
export function writeSheet(
  sheet: SheetData,
  parts: SheetParts,
  styles: StyleTable,
  left: LossList,
): { readonly xml: string; readonly relations: readonly string[] } {
  const related = relations();
  const rules = writeRules(sheet, parts.number, styles, left);
  const merges = sheet.merges.map((rect) => element("mergeCell", { ref: rectAddress(rect) }));
  const hyperlinks = hyperlinksXml(sheet, related);
  const drawing = parts.drawing === null ? "" : element("drawing", { "r:id": related.add("drawing", parts.drawing) });
  const noteText = parts.notes === null ? "" : related.add("comments", parts.notes.text);
  const legacy =
    parts.notes === null ? "" : element("legacyDrawing", { "r:id": related.add("vmlDrawing", parts.notes.drawing) });
  const tables = parts.tables.map((path) => element("tablePart", { "r:id": related.add("table", path) }));
  const xml =
    XML_HEAD +
    element(
      "worksheet",
      {
        xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "mc:Ignorable": "x14ac",
        "xmlns:x14ac": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac",
      },
      sheetProperties(sheet),
      writeView(sheet, parts.isActive, parts.selection),
      element("sheetFormatPr", { defaultColWidth: pointsToFileWidth(sheet.standardWidth), defaultRowHeight: 15 }),
      columnsXml(sheet, parts.columnStyles),
      parts.cells,
      writeProtection(sheet.protection),
      sheet.autoFilter === null ? "" : writeFilter(sheet.autoFilter, sheet.name, left),
      merges.length === 0 ? "" : element("mergeCells", { count: merges.length }, ...merges),
      rules.main,
      writeValidations(sheet, parts.date1904, left),
      hyperlinks,
      writePage(sheet.page, sheet.name, left),
      drawing,
      noteText === "" ? "" : legacy,
      tables.length === 0 ? "" : element("tableParts", { count: tables.length }, ...tables),
      rules.extension === "" ? "" : element("extLst", {}, rules.extension),
    );
  return { xml, relations: related.entries };
}
