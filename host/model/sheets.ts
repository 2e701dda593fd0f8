/** Sheets: adding, naming, moving, deleting, showing; and the formulas that name them. */
import { HostError } from "./api";
import { mapAllFormulas } from "./allFormulas";
import { withRenamedSheet, withoutSheet } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { newSheetData } from "./newWorkbook";
import { alreadyExists, invalidArgument, invalidOperation } from "./refusals";
import type { SheetData } from "./types";

const MAX_NAME = 31;

/** Throws InvalidArgument or ItemAlreadyExists for a name that Excel refuses for this sheet. */
function checkName(state: ModelState, name: string, own: string | null): void {
  const bad =
    name.trim() === "" ||
    name.length > MAX_NAME ||
    /[[\]:*?/\\]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === "history";
  if (bad) throw invalidArgument();
  const lower = name.toLowerCase();
  if (state.data.sheets.some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === lower)) {
    throw alreadyExists("A resource with the same name or identifier already exists.");
  }
}

export function addSheet(state: ModelState, name?: string): SheetData {
  if (name !== undefined) checkName(state, name, null);
  let number = state.data.sheets.length + 1;
  while (name === undefined && state.sheet(`Sheet${number}`)) number += 1;
  const sheet = newSheetData(name ?? `Sheet${number}`);
  state.data.sheets.push(sheet);
  state.dirty.everything();
  state.emit({ kind: "sheet", sheet: sheet.id, change: "added" });
  return sheet;
}

export function renameSheet(state: ModelState, id: string, name: string): void {
  const sheet = state.requireSheet(id);
  checkName(state, name, id);
  const before = sheet.name;
  if (before === name) return;
  sheet.name = name;
  mapAllFormulas(state.data, (formula) => withRenamedSheet(formula, before, name));
  state.dirty.everything();
  state.emit({ kind: "sheet", sheet: id, change: "renamed", before });
}

/** `position` counts from 0. */
export function moveSheet(state: ModelState, id: string, position: number): void {
  const sheet = state.requireSheet(id);
  const { sheets } = state.data;
  if (!Number.isInteger(position) || position < 0 || position >= sheets.length) throw invalidArgument();
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  state.dirty.everything();
  state.emit({ kind: "sheet", sheet: id, change: "moved" });
}

export function deleteSheet(state: ModelState, id: string): void {
  const sheet = state.requireSheet(id);
  const { data } = state;
  const visible = data.sheets.filter(({ visibility }) => visibility === "Visible");
  if (visible.length === 1 && visible[0] === sheet) throw invalidOperation();
  const at = data.sheets.indexOf(sheet);
  data.sheets.splice(at, 1);
  data.names = data.names.filter(({ scope }) => scope !== id);
  const lostTables = new Set(sheet.tables.map(({ name }) => name));
  mapAllFormulas(data, (formula) => withoutSheet(formula, sheet.name), lostTables);
  for (const reference of state.references.values()) if (reference.sheet === id) reference.rect = null;
  if (data.activeSheet === id) activateNeighbour(state, at);
  state.dirty.everything();
  state.emit({ kind: "sheet", sheet: id, change: "deleted" });
}

function activateNeighbour(state: ModelState, at: number): void {
  const { sheets } = state.data;
  const shown = (sheet: SheetData): boolean => sheet.visibility === "Visible";
  const next = sheets.slice(at).find(shown) ?? sheets.slice(0, at).reverse().find(shown);
  if (next) activateSheet(state, next.id);
}

export function setVisibility(state: ModelState, id: string, visibility: SheetData["visibility"]): void {
  const sheet = state.requireSheet(id);
  const others = state.data.sheets.some((other) => other !== sheet && other.visibility === "Visible");
  if (visibility !== "Visible" && !others) throw invalidOperation();
  if (sheet.visibility === visibility) return;
  sheet.visibility = visibility;
  if (visibility !== "Visible" && state.data.activeSheet === id) {
    activateNeighbour(state, state.data.sheets.indexOf(sheet));
  }
  state.emit({ kind: "sheet", sheet: id, change: "visibility" });
}

/** A hidden sheet cannot be activated: InvalidOperation. */
export function activateSheet(state: ModelState, id: string): void {
  const sheet = state.requireSheet(id);
  if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "The sheet is hidden.");
  if (state.data.activeSheet === id) return;
  state.data.activeSheet = id;
  state.data.selection = { row: 0, column: 0, rows: 1, columns: 1 };
  state.emit({ kind: "sheet", sheet: id, change: "activated" });
}
