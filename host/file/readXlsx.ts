/**
 * Reads an .xlsx file into the host's workbook model. Whatever the bytes are, it answers: with a workbook and the list of
 * what the model has no place for, or with the problem in a sentence. Nothing is run, fetched or followed outside the file.
 */
import type { Message } from "../../src/core/model/message";
import type { SheetData, WorkbookData } from "../model/types";
import { readNames } from "./book/names";
import { readItemId, readProperties } from "./book/properties";
import { readStyles } from "./book/readStyles";
import { readTheme } from "./format/colors";
import { newId } from "../model/newWorkbook";
import { lossList } from "./loss";
import type { Loss, LossList } from "./loss";
import { LIMITS, openPackage, PackageError } from "./package/openPackage";
import type { Package, PackageLimits } from "./package/openPackage";
import { readRelations } from "./package/relations";
import type { Relation } from "./package/relations";
import {
  attribute,
  child,
  children,
  flagAttribute,
  numberAttribute,
  parseXml,
  qualifiedAttribute,
} from "./package/xmlTree";
import type { Element } from "./package/xmlTree";
import { readSharedStrings } from "./sheet/readCells";
import { readSheet } from "./sheet/readSheet";
import type { SheetEntry, SheetRead } from "./sheet/readSheet";

export type ReadResult =
  | { readonly ok: true; readonly data: WorkbookData; readonly left: readonly Loss[] }
  /** Key of `lossTexts.ts`. */
  | { readonly ok: false; readonly problem: Message };

const failed = (key: string, params?: Message["params"]): ReadResult => ({
  ok: false,
  problem: params === undefined ? { key } : { key, params },
});

/** Parts of the whole package that the model has no place for. */
const UNKNOWN_PARTS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/vbaProject\.bin$/i, "file.left.macros"],
  [/^xl\/externalLinks\/[^/]+\.xml$/i, "file.left.externalLinks"],
  [/^xl\/connections\.xml$/i, "file.left.query"],
  [/^xl\/webextensions\//i, "file.left.settings"],
];

async function workbookPath(file: Package): Promise<string | null> {
  const relations = await readRelations(file, "");
  const found = relations.find(({ type, external }) => type === "officeDocument" && !external)?.target;
  return found ?? (file.names.some((name) => name.toLowerCase() === "xl/workbook.xml") ? "xl/workbook.xml" : null);
}

function sheetEntries(workbook: Element, related: readonly Relation[], left: LossList): SheetEntry[] {
  return children(child(workbook, "sheets"), "sheet").flatMap((node): SheetEntry[] => {
    const id = qualifiedAttribute(node, "id");
    const relation = related.find((candidate) => candidate.id === id);
    const name = attribute(node, "name") ?? "";
    if (relation?.type !== "worksheet") {
      left.add(null, "file.left.sheet", { name });
      return [];
    }
    const state = attribute(node, "state");
    const visibility = state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";
    return [{ name, path: relation.target, visibility }];
  });
}

async function readCustomXml(file: Package, related: readonly Relation[]): Promise<WorkbookData["customXml"]> {
  const parts: WorkbookData["customXml"] = [];
  for (const { target } of related.filter(({ type }) => type === "customXml")) {
    const xml = await file.text(target);
    if (xml === null) continue;
    const properties = (await readRelations(file, target)).find(({ type }) => type === "customXmlProps");
    const id = properties === undefined ? null : readItemId(await file.text(properties.target));
    parts.push({ id: id ?? newId(), xml });
  }
  return parts;
}

function calculationMode(workbook: Element): WorkbookData["calculationMode"] {
  const mode = attribute(child(workbook, "calcPr"), "calcMode");
  return mode === "manual" ? "Manual" : mode === "autoNoTable" ? "AutomaticExceptTables" : "Automatic";
}

/** The sheet that is on top: the one the file says, or the first that can be seen. */
function activeOf(sheets: readonly SheetRead[], entries: readonly SheetEntry[], place: number): SheetRead | undefined {
  const wanted = entries[place];
  const chosen = sheets.find(({ sheet }) => sheet.name === wanted?.name && sheet.visibility === "Visible");
  return chosen ?? sheets.find(({ sheet }) => sheet.visibility === "Visible") ?? sheets[0];
}

async function partText(file: Package, related: readonly Relation[], type: string): Promise<string | null> {
  const target = related.find((relation) => relation.type === type)?.target;
  return target === undefined ? null : file.text(target);
}

function applyNames(workbook: Element, sheets: readonly (SheetData | null)[], left: LossList): WorkbookData["names"] {
  const ids = sheets.map((sheet) => sheet?.id ?? "");
  const { names, pages } = readNames(workbook, ids, left);
  for (const [place, page] of pages) {
    const sheet = sheets[place];
    if (sheet) Object.assign(sheet.page, page);
  }
  return [...names];
}

async function readWorkbook(file: Package): Promise<ReadResult> {
  const path = await workbookPath(file);
  const text = path === null ? null : await file.text(path);
  const root = text === null ? null : parseXml(text);
  if (path === null || root === null)
    return failed(path !== null && path.endsWith(".bin") ? "file.problem.binary" : "file.problem.notWorkbook");
  const left = lossList();
  const related = await readRelations(file, path);
  const date1904 = flagAttribute(child(root, "workbookPr"), "date1904");
  const theme = readTheme(await partText(file, related, "theme"));
  const styles = readStyles(await partText(file, related, "styles"), theme, left);
  const strings = readSharedStrings(await partText(file, related, "sharedStrings"));
  const context = { file, strings, formats: styles.cells, rules: styles.rules, theme, date1904, left };
  const entries = sheetEntries(root, related, left);
  const read: SheetRead[] = [];
  for (const entry of entries) {
    const sheet = await readSheet(entry, context);
    if (sheet === null) return failed("file.problem.damagedSheet", { sheet: entry.name });
    read.push(sheet);
  }
  const active = activeOf(read, entries, numberAttribute(child(root, "bookViews", "workbookView"), "activeTab") ?? 0);
  if (active === undefined) return failed("file.problem.noSheets");
  for (const [pattern, key] of UNKNOWN_PARTS) if (file.names.some((name) => pattern.test(name))) left.add(null, key);
  const inFile = children(child(root, "sheets"), "sheet").map(
    (node) => read.find(({ sheet }) => sheet.name === attribute(node, "name"))?.sheet ?? null,
  );
  const data: WorkbookData = {
    sheets: read.map(({ sheet }) => sheet),
    names: applyNames(root, inFile, left),
    activeSheet: active.sheet.id,
    selection: active.selection ?? { row: 0, column: 0, rows: 1, columns: 1 },
    settings: new Map(),
    customXml: await readCustomXml(file, related),
    properties: readProperties(
      await file.text("docProps/core.xml"),
      await file.text("docProps/app.xml"),
      await file.text("docProps/custom.xml"),
    ),
    date1904,
    calculationMode: calculationMode(root),
  };
  return { ok: true, data, left: left.items };
}

/** Reads the bytes of a file. Never throws for what the bytes hold; `limits` are checked before anything is inflated. */
export async function readXlsx(bytes: Uint8Array, limits: PackageLimits = LIMITS): Promise<ReadResult> {
  const opened = openPackage(bytes, limits);
  if (!opened.ok) return failed(`file.problem.${opened.fault}`);
  try {
    return await readWorkbook(opened.package);
  } catch (error) {
    if (error instanceof PackageError) return failed("file.problem.damaged");
    throw error;
  }
}
