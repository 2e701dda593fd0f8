/** What bonus and deduction items make of the totals of a scorecard's people. */
import type { Extras, ItemDefinition, Person } from "../model/scorecard";
import { adjustTotal, type AdjustmentItem } from "./adjustments";

/** What a total is made of where the scorecard has bonus and deduction items. */
export interface Adjusted {
  readonly before: number;
  readonly bonus: number;
  readonly deduction: number;
  readonly total: number;
  /** A limit took something away: of an item, or of a side. */
  readonly limited: boolean;
}

type CompleteItem = ItemDefinition & { readonly side: "bonus" | "deduction"; readonly points: number };
/** An item that says what it is worth, in points of the total; any other makes no points, and a check names it. */
export const isComplete = (item: ItemDefinition): item is CompleteItem =>
  item.side !== null && item.points !== null && item.points >= 0 && !item.hasUnreadLimit && (item.limit ?? 0) >= 0;

/** Ids are compared as the sheet compares them. */
export const idKey = (id: string): string => id.toLowerCase();

/** In the order given; of two with one id the first, which is the one that the sheet looks up. */
export function firstOfEachId<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  const found = new Map<string, T>();
  for (const one of list) if (!found.has(idKey(one.id))) found.set(idKey(one.id), one);
  return [...found.values()];
}

/** Differences of sums of decimals that are none. */
const HARDLY = 1e-6;

/**
 * Gives each person's total with bonus and deductions, in points of the total; made once for a scorecard. Null where the
 * points leave the numbers: the total then stands as it is. An entry of nobody in the list of people, of no item known,
 * without a number or below 0 counts for nothing.
 * Source: bonus and deduction items beside the 100 (design, Plan sheet); `adjustTotal`.
 */
export function adjusting({ items, entries, limits }: Extras): (person: Person, total: number) => Adjusted | null {
  const counts = new Map<string, Map<string, number>>();
  for (const { person, item, times } of entries) {
    const own = counts.get(idKey(person)) ?? new Map<string, number>();
    own.set(idKey(item), (own.get(idKey(item)) ?? 0) + Math.max(0, times ?? 0));
    counts.set(idKey(person), own);
  }
  const complete = firstOfEachId(items).filter(isComplete);
  return (person, total) => {
    const own = person.isListed === false ? undefined : counts.get(idKey(person.id));
    const counted = complete.map(({ id, side, points, limit }): AdjustmentItem => ({
      id,
      kind: side,
      unitPoints: points,
      count: own?.get(idKey(id)) ?? null,
      limit,
    }));
    const made = adjustTotal(total, counted, limits);
    if (!made.ok) return null;
    const { before, bonus, deduction, bonusUnlimited, deductionUnlimited } = made.value;
    const limited = bonusUnlimited > bonus + HARDLY || deductionUnlimited > deduction + HARDLY;
    return { before, bonus, deduction, total: made.value.total, limited };
  };
}
