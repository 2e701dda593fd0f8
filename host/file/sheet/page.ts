/** Page set-up, views and protection of a sheet: XML both ways. */
import { cellAddress, MAX_COLUMNS, parseRect } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import type { PageSetupData, ProtectionData, SheetData } from "../../model/types";
import { PAPER } from "../format/vocabulary";
import type { LossList } from "../loss";
import { attribute, child, children, flagAttribute, numberAttribute, textOf } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { element, textElement } from "../package/xmlText";

/** Members of Excel.HeaderFooter in the order of the file's codes &L &C &R. */
const HEADER_PARTS = [
  ["leftHeader", "centerHeader", "rightHeader"],
  ["leftFooter", "centerFooter", "rightFooter"],
] as const;

function codedLine(texts: Readonly<Record<string, string>>, names: readonly string[]): string {
  return names.map((name, i) => (texts[name] ? `&${"LCR"[i] ?? ""}${texts[name]}` : "")).join("");
}

export function writePage(page: PageSetupData, sheet: string, left: LossList): string {
  const paperSize = page.paperSize === undefined ? undefined : PAPER.toFile(page.paperSize);
  if (page.paperSize !== undefined && paperSize === undefined)
    left.add(sheet, "file.left.paper", { paper: page.paperSize });
  const orientation = page.orientation?.toLowerCase();
  // Left out, each of both would be read as 1; 0 is the file's word for "as many pages as it takes".
  const fit = fitsToPage(page) ? { fitToWidth: page.fitToWidth ?? 0, fitToHeight: page.fitToHeight ?? 0 } : {};
  const setup = { paperSize, scale: page.scale, orientation, ...fit };
  const hasSetup = Object.values(setup).some((value) => value !== undefined);
  const [header, footer] = HEADER_PARTS.map((names) => codedLine(page.headersFooters ?? {}, names));
  return (
    (page.centerHorizontally === true ? element("printOptions", { horizontalCentered: true }) : "") +
    element("pageMargins", { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }) +
    (hasSetup ? element("pageSetup", setup) : "") +
    (header || footer
      ? element(
          "headerFooter",
          {},
          header ? textElement("oddHeader", header) : "",
          footer ? textElement("oddFooter", footer) : "",
        )
      : "") +
    writeBreaks(page.rowBreaks ?? [])
  );
}

/** In the file a break stands after a row, counted from 1: the number of the row that begins the page, counted from 0. */
function writeBreaks(rows: readonly number[]): string {
  const breaks = rows.map((row) => element("brk", { id: row, max: MAX_COLUMNS - 1, man: true }));
  const counts = { count: rows.length, manualBreakCount: rows.length };
  return rows.length === 0 ? "" : element("rowBreaks", counts, ...breaks);
}

function readBreaks(worksheet: Element): Pick<PageSetupData, "rowBreaks"> {
  const rows = children(child(worksheet, "rowBreaks"), "brk")
    .filter((brk) => flagAttribute(brk, "man"))
    .flatMap((brk) => numberAttribute(brk, "id") ?? []);
  return rows.length === 0 ? {} : { rowBreaks: rows.sort((a, b) => a - b) };
}

export function fitsToPage(page: PageSetupData): boolean {
  return page.fitToWidth !== undefined || page.fitToHeight !== undefined;
}

function readHeaderFooter(node: Element | null): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [i, part] of ["oddHeader", "oddFooter"].entries()) {
    const names = HEADER_PARTS[i] ?? [];
    const pieces = textOf(child(node, part)).split(/&(?=[LCR])/);
    for (const piece of pieces.filter((text) => /^[LCR]/.test(text))) {
      const name = names["LCR".indexOf(piece[0] ?? "L")];
      if (name !== undefined && piece.length > 1) found[name] = piece.slice(1);
    }
  }
  return found;
}

/** How many pages wide or high; 0 in the file (as many as it takes) is left out, nothing in the file is 1. */
function pagesAttribute(setup: Element | null, name: "fitToWidth" | "fitToHeight"): PageSetupData {
  const pages = numberAttribute(setup, name) ?? 1;
  return pages === 0 ? {} : { [name]: pages };
}

/** Print area and titles come from names; see `readNames`. */
export function readPage(worksheet: Element): PageSetupData {
  const setup = child(worksheet, "pageSetup");
  const orientation = attribute(setup, "orientation");
  const paper = PAPER.fromFile(attribute(setup, "paperSize") ?? "");
  const fit = flagAttribute(child(worksheet, "sheetPr", "pageSetUpPr"), "fitToPage");
  const texts = readHeaderFooter(child(worksheet, "headerFooter"));
  const scale = numberAttribute(setup, "scale");
  return {
    ...(orientation === "landscape"
      ? { orientation: "Landscape" }
      : orientation === "portrait"
        ? { orientation: "Portrait" }
        : {}),
    ...(paper === undefined ? {} : { paperSize: paper }),
    ...(fit
      ? {
          ...pagesAttribute(setup, "fitToWidth"),
          ...pagesAttribute(setup, "fitToHeight"),
        }
      : scale === undefined || scale === 100
        ? {}
        : { scale }),
    ...readBreaks(worksheet),
    ...(flagAttribute(child(worksheet, "printOptions"), "horizontalCentered") ? { centerHorizontally: true } : {}),
    ...(Object.keys(texts).length === 0 ? {} : { headersFooters: texts }),
  };
}

export function writeView(sheet: SheetData, isActive: boolean, selection: Rect | null): string {
  const { freeze } = sheet;
  const at = selection === null ? null : cellAddress(selection.row, selection.column);
  const activePane =
    freeze === null ? undefined : freeze.rows > 0 ? (freeze.columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  const pane =
    freeze === null
      ? ""
      : element("pane", {
          xSplit: freeze.columns > 0 ? freeze.columns : undefined,
          ySplit: freeze.rows > 0 ? freeze.rows : undefined,
          topLeftCell: cellAddress(freeze.rows, freeze.columns),
          activePane,
          state: "frozen",
        });
  const selected = at === null ? "" : element("selection", { pane: activePane, activeCell: at, sqref: at });
  const attributes = {
    showGridLines: sheet.showGridlines ? undefined : false,
    showRowColHeaders: sheet.showHeadings ? undefined : false,
    tabSelected: isActive ? true : undefined,
    workbookViewId: 0,
  };
  return element("sheetViews", {}, element("sheetView", attributes, pane, selected));
}

export interface SheetView {
  readonly freeze: SheetData["freeze"];
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly selection: Rect | null;
}

export function readView(worksheet: Element): SheetView {
  const view = child(worksheet, "sheetViews", "sheetView");
  const pane = child(view, "pane");
  const frozen = (attribute(pane, "state") ?? "").startsWith("frozen");
  const rows = Math.round(numberAttribute(pane, "ySplit") ?? 0);
  const columns = Math.round(numberAttribute(pane, "xSplit") ?? 0);
  return {
    freeze: frozen && rows + columns > 0 ? { rows, columns } : null,
    showGridlines: flagAttribute(view, "showGridLines", true),
    showHeadings: flagAttribute(view, "showRowColHeaders", true),
    selection: parseRect(attribute(child(view, "selection"), "activeCell") ?? ""),
  };
}

/** Office.js says what is allowed, the file what is locked. Default of the file: true for all but the last three. */
const LOCKS: readonly (readonly [string, string, boolean])[] = [
  ["allowFormatCells", "formatCells", true],
  ["allowFormatColumns", "formatColumns", true],
  ["allowFormatRows", "formatRows", true],
  ["allowInsertColumns", "insertColumns", true],
  ["allowInsertRows", "insertRows", true],
  ["allowInsertHyperlinks", "insertHyperlinks", true],
  ["allowDeleteColumns", "deleteColumns", true],
  ["allowDeleteRows", "deleteRows", true],
  ["allowSort", "sort", true],
  ["allowAutoFilter", "autoFilter", true],
  ["allowPivotTables", "pivotTables", true],
  ["allowEditObjects", "objects", false],
  ["allowEditScenarios", "scenarios", false],
];

/** The old 16-bit check of a sheet password (ECMA-376 part 4, 14.7.1); it keeps out accidents, not people. */
export function passwordHash(password: string): string {
  let hash = 0;
  const codes = Array.from(password, (ch) => ch.charCodeAt(0) & 0xff);
  for (const code of codes.reverse()) hash = (((hash >> 14) & 1) | ((hash << 1) & 0x7fff)) ^ code;
  hash = (((hash >> 14) & 1) | ((hash << 1) & 0x7fff)) ^ codes.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}

export function writeProtection(protection: ProtectionData | null): string {
  if (protection === null) return "";
  const attributes: Record<string, string | boolean | undefined> = {
    password: protection.password ? passwordHash(protection.password) : undefined,
    sheet: true,
  };
  for (const [allow, lock, byDefault] of LOCKS) {
    const locked = protection.options[allow] !== true;
    attributes[lock] = locked === byDefault ? undefined : locked;
  }
  const mode = protection.options.selectionMode;
  if (mode === "Unlocked" || mode === "None") attributes.selectLockedCells = true;
  if (mode === "None") attributes.selectUnlockedCells = true;
  return element("sheetProtection", attributes);
}

export function readProtection(worksheet: Element, sheet: string, left: LossList): ProtectionData | null {
  const node = child(worksheet, "sheetProtection");
  if (node === null || !flagAttribute(node, "sheet")) return null;
  const options: Record<string, unknown> = {};
  for (const [allow, lock, byDefault] of LOCKS) if (!flagAttribute(node, lock, byDefault)) options[allow] = true;
  if (flagAttribute(node, "selectUnlockedCells")) options.selectionMode = "None";
  else if (flagAttribute(node, "selectLockedCells")) options.selectionMode = "Unlocked";
  const hasPassword = attribute(node, "password") !== undefined || attribute(node, "hashValue") !== undefined;
  if (hasPassword) left.add(sheet, "file.left.password");
  return { options };
}
