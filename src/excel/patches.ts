/** Small changes to cells, as shown in a preview: made only if the cells still hold what the preview said. */
import type { CellPatch } from "../core/model/finding";
import type { Location } from "../core/model/location";
import { cellInput } from "./cellText";
import { rangeOf } from "./styles";

export type PatchResult =
  | { readonly ok: true; readonly changed: number; readonly back: readonly CellPatch[] }
  /** The first cell that was changed meanwhile. */
  | { readonly ok: false; readonly stale: CellPatch };

const isFormula = (standing: CellPatch["before"] | CellPatch["after"]): standing is { readonly formula: string } =>
  typeof standing === "object" && standing !== null && "formula" in standing;

/** Whether the cell still holds what the preview said. */
function holds(range: Excel.Range, before: CellPatch["before"]): boolean {
  const authored: unknown = range.formulas[0]?.[0];
  const value: unknown = range.values[0]?.[0];
  if (isFormula(before)) return authored === before.formula;
  if (typeof authored === "string" && authored.startsWith("=")) return false;
  if (before === null) return value === "";
  if (typeof before === "number" && typeof value === "number") return Math.abs(value - before) < 1e-9;
  // A logical value is shown as a text.
  return typeof value === "boolean" ? before === String(value).toUpperCase() : value === before;
}

const placeIn = (context: Excel.RequestContext, { sheet, rect }: Location): Excel.Range =>
  rangeOf(context.workbook.worksheets.getItem(sheet), rect);

function put(context: Excel.RequestContext, range: Excel.Range, wanted: CellPatch["after"]): void {
  if (typeof wanted !== "object") range.values = [[cellInput(wanted)]];
  // What stood there before is put back as it was written.
  else if (isFormula(wanted)) range.formulas = [[wanted.formula]];
  else range.copyFrom(placeIn(context, wanted.formulaOf), Excel.RangeCopyType.formulas);
}

/** Puts back what a writing that failed half-way may have changed; one round trip. */
export async function restorePatched(context: Excel.RequestContext, patches: readonly CellPatch[]): Promise<void> {
  for (const { location, before } of patches) put(context, placeIn(context, location), before ?? "");
  await context.sync();
}

/**
 * Two round trips: compare, then write all or nothing. `back` undoes it.
 * @param begun gets the patches as soon as the first of them may have been written
 */
export async function applyPatches(
  context: Excel.RequestContext,
  patches: readonly CellPatch[],
  begun: { patches: readonly CellPatch[] },
): Promise<PatchResult> {
  const cells = patches.map((patch) => ({
    patch,
    range: placeIn(context, patch.location).load("values,formulas"),
  }));
  await context.sync();
  const stale = cells.find(({ patch, range }) => !holds(range, patch.before));
  if (stale !== undefined) return { ok: false, stale: stale.patch };
  begun.patches = patches;
  for (const { patch, range } of cells) {
    put(context, range, patch.after);
    if (typeof patch.after === "object") range.load("formulas");
  }
  await context.sync();
  return {
    ok: true,
    changed: patches.length,
    back: cells.map(({ patch, range }) => ({
      ...patch,
      before: typeof patch.after === "object" ? { formula: String(range.formulas[0]?.[0]) } : patch.after,
      after: patch.before ?? "",
    })),
  };
}
