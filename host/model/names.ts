/** Defined names of the workbook and of single sheets. */
import type { ModelState } from "./modelState";
import { isValidName } from "./nameRules";
import { normalFormula } from "./parseInput";
import { alreadyExists, invalidArgument, itemNotFound } from "./refusals";
import type { NameData } from "./types";

/** Whether a name is in use in a scope; tables share the workbook's scope. */
export function nameIsTaken(state: ModelState, scope: string | null, name: string): boolean {
  const lower = name.toLowerCase();
  const tables =
    scope === null && state.data.sheets.some(({ tables: own }) => own.some((t) => t.name.toLowerCase() === lower));
  return tables || state.data.names.some((other) => other.scope === scope && other.name.toLowerCase() === lower);
}

/** A formula with "=" as Excel keeps it; text without "=" is a constant text. */
function nameFormula(formula: string): string {
  if (formula.startsWith("=")) return normalFormula(formula);
  return /^[-+]?[\d.]+$/.test(formula) ? `=${formula}` : `="${formula.replaceAll('"', '""')}"`;
}

/** Throws InvalidArgument (bad name or formula), ItemAlreadyExists. */
export function addName(
  state: ModelState,
  scope: string | null,
  name: string,
  formula: string,
  comment = "",
): NameData {
  if (!isValidName(name)) throw invalidArgument();
  if (nameIsTaken(state, scope, name))
    throw alreadyExists("A resource with the same name or identifier already exists.");
  if (scope !== null) state.requireSheet(scope);
  const data: NameData = { name, formula: nameFormula(formula), scope, visible: true, comment };
  state.data.names.push(data);
  changed(state);
  return data;
}

export function setName(
  state: ModelState,
  name: NameData,
  patch: Partial<Pick<NameData, "formula" | "visible" | "comment">>,
): void {
  if (!state.data.names.includes(name)) throw itemNotFound();
  const formula = patch.formula === undefined ? name.formula : nameFormula(patch.formula);
  Object.assign(name, patch, { formula });
  changed(state);
}

export function deleteName(state: ModelState, name: NameData): void {
  if (!state.data.names.includes(name)) throw itemNotFound();
  state.data.names = state.data.names.filter((other) => other !== name);
  changed(state);
}

function changed(state: ModelState): void {
  // A name may be used, or missed, by any formula.
  state.dirty.everything();
  state.emit({ kind: "names" });
}
