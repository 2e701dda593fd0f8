/** Small changes to cells, as shown in a preview: made only if the cells still hold what the preview said. */
import type { CellPatch } from "../core/model/finding";
import { cellInput } from "./cellText";
import { rangeOf } from "./styles";

export type PatchResult =
  | { readonly ok: true; readonly changed: number; readonly back: readonly CellPatch[] }
  /** The first cell that was changed meanwhile. */
  | { readonly ok: false; readonly stale: CellPatch };

const same = (now: unknown, before: CellPatch["before"]): boolean =>
  before === null
    ? now === ""
    : typeof before === "number" && typeof now === "number"
      ? Math.abs(now - before) < 1e-9
      : now === before;

const cellOf = (context: Excel.RequestContext, { location }: CellPatch): Excel.Range =>
  rangeOf(context.workbook.worksheets.getItem(location.sheet), location.rect);

/** Puts back what a writing that failed half-way may have changed; one round trip. */
export async function restorePatched(context: Excel.RequestContext, patches: readonly CellPatch[]): Promise<void> {
  for (const patch of patches) cellOf(context, patch).values = [[cellInput(patch.before ?? "")]];
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
  const cells = patches.map((patch) => ({ patch, range: cellOf(context, patch).load("values,formulas") }));
  await context.sync();
  const stale = cells.find(({ patch, range }) => {
    const authored: unknown = range.formulas[0]?.[0];
    return (typeof authored === "string" && authored.startsWith("=")) || !same(range.values[0]?.[0], patch.before);
  });
  if (stale !== undefined) return { ok: false, stale: stale.patch };
  begun.patches = patches;
  for (const { patch, range } of cells) range.values = [[cellInput(patch.after)]];
  await context.sync();
  return {
    ok: true,
    changed: patches.length,
    back: patches.map((patch) => ({ ...patch, before: patch.after, after: patch.before ?? "" })),
  };
}
