/** Excel.RangeSort. */
import { HostError } from "../../model/api";
import { invalidArgument } from "../../model/refusals";
import type { RangeObject, HostContext } from "../context";
import type { HostOf } from "../hostOf";

export class RangeSort implements HostOf<Excel.RangeSort> {
  static readonly calculated = ["apply"];
  readonly #range: RangeObject & { readonly $context: HostContext };
  constructor(range: RangeObject & { readonly $context: HostContext }) {
    this.#range = range;
  }
  /** Sorts rows by values; by colour, by icon and columns are NotImplemented. */
  apply(fields: Excel.SortField[], matchCase = false, hasHeaders = false, orientation = "Rows"): void {
    const { model } = this.#range.$context;
    model.sort(this.#range.$sheet.id, this.#range.$rect, sortFields(fields, orientation), hasHeaders, matchCase);
  }
}

/** Checks and reduces the client's sort fields to keys and directions. */
export function sortFields(
  fields: readonly Excel.SortField[],
  orientation = "Rows",
): { readonly key: number; readonly ascending: boolean }[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
  if (orientation !== "Rows") throw new HostError("NotImplemented", "The stand-in host sorts rows only.", 501);
  return fields.map(({ key, ascending, sortOn }) => {
    if (typeof key !== "number") throw invalidArgument();
    if (sortOn !== undefined && sortOn !== "Value") {
      throw new HostError("NotImplemented", "The stand-in host sorts by values only.", 501);
    }
    return { key, ascending: ascending !== false };
  });
}
