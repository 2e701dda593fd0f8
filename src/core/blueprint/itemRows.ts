/** The items of a template as rows of a workbook that was asked for more of them, or for fewer. */
import { largestRemainder } from "../weighting/apportion";
import type { Literal } from "./types";
import { valuesOf } from "./methodSheet";

export interface ItemRows<T> {
  /** As many as asked for; null for a row that has no words yet. */
  readonly rows: readonly (T | null)[];
  /** Values of a column: blank in the rows without words. */
  readonly column: (of: (item: T, i: number) => Literal | undefined) => Literal[];
}

/** The first items of the template, then empty rows. */
export function itemRows<T>(items: readonly T[], count: number): ItemRows<T> {
  const rows = Array.from({ length: count }, (_, i) => items[i] ?? null);
  return { rows, column: valuesOf(rows) };
}

/** As itemRows, with weights that still add up to 100 where items of the template are left out. */
export function weightedRows<T extends { readonly weight: number }>(items: readonly T[], count: number): ItemRows<T> {
  const kept = items.slice(0, count);
  if (kept.length === items.length) return itemRows(items, count);
  const shares = largestRemainder(
    kept.map(({ weight }) => weight),
    100,
  );
  return itemRows(
    shares.ok ? kept.map((item, i) => ({ ...item, weight: shares.value[i] ?? item.weight })) : kept,
    count,
  );
}
