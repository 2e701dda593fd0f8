/** Ranges that the client keeps: they follow inserts and deletes until released. */
import type { Rect } from "../../src/core/model/a1";
import type { RangeReference } from "./api";
import type { ModelState } from "./modelState";
import { newNumber } from "./newWorkbook";

export function keep(state: ModelState, sheetId: string, rect: Rect): RangeReference {
  const reference: RangeReference = { id: `{ref-${newNumber()}}`, sheet: state.requireSheet(sheetId).id, rect };
  state.references.set(reference.id, reference);
  return reference;
}
export function release(state: ModelState, ids: readonly string[]): void {
  for (const id of ids) state.references.delete(id);
}
