/** Many cells at once: written only if all of them still hold what was read; two round trips. */
import type { BlockChange } from "../core/nextPeriod/emptying";
import type { Literal } from "../core/blueprint/types";
import type { Location } from "../core/model/location";
import type { CellValue } from "../core/recognise/snapshot";
import { cellInput } from "./cellText";
import { rangeOf } from "./styles";

export type BlockResult =
  | { readonly ok: true; readonly changed: number; readonly back: readonly BlockChange[] }
  /** The first cells that were changed meanwhile. */
  | { readonly ok: false; readonly stale: Location };

const same = (now: unknown, before: CellValue | undefined): boolean =>
  typeof now === "number" && typeof before === "number" ? Math.abs(now - before) < 1e-9 : now === before;

/** What undoes a change: the same cells, the other way round. */
function reversed({ sheet, rect, before, after }: BlockChange): BlockChange {
  const literal = (value: CellValue | undefined): Literal =>
    value === undefined || typeof value === "object" ? null : value;
  return {
    sheet,
    rect,
    before: before.map((row, r) => row.map((value, c) => after[r]?.[c] ?? value)),
    after: after.map((row, r) => row.map((value, c) => (value === null ? null : literal(before[r]?.[c])))),
  };
}

function write(context: Excel.RequestContext, { sheet, rect, after }: BlockChange): void {
  // null leaves a cell as it is.
  rangeOf(context.workbook.worksheets.getItem(sheet), rect).values = after.map((row) => row.map(cellInput));
}

/** Puts back what changes may have written in part: Excel keeps what came before the action that failed. */
export async function restoreBlocks(context: Excel.RequestContext, changes: readonly BlockChange[]): Promise<void> {
  for (const change of changes) write(context, reversed(change));
  await context.sync();
}

export async function applyBlocks(
  context: Excel.RequestContext,
  changes: readonly BlockChange[],
): Promise<BlockResult> {
  const blocks = changes.map((change) => ({
    change,
    range: rangeOf(context.workbook.worksheets.getItem(change.sheet), change.rect).load("values,formulas"),
  }));
  await context.sync();
  const stale = blocks.find(({ change, range }) =>
    change.after.some((row, r) =>
      row.some((after, c) => {
        const authored: unknown = range.formulas[r]?.[c];
        const value: unknown = range.values[r]?.[c];
        // A text that begins with the sign of a formula is its own value.
        const isFormula = typeof authored === "string" && authored.startsWith("=") && authored !== value;
        return after !== null && (isFormula || !same(value, change.before[r]?.[c]));
      }),
    ),
  );
  if (stale !== undefined) return { ok: false, stale: { sheet: stale.change.sheet, rect: stale.change.rect } };
  for (const { change } of blocks) write(context, change);
  await context.sync();
  const changed = changes.flatMap(({ after }) => after.flat()).filter((value) => value !== null).length;
  return { ok: true, changed, back: changes.map(reversed) };
}
