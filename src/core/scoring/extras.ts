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
/** An item that says what it is worth; any other makes no points, and a check names it. */
export const isComplete = (item: ItemDefinition): item is CompleteItem =>
  item.side !== null &&
  item.points !== null &&
  item.points >= 0 &&
  !item.hasUnreadLimit &&
  (item.limit === null || item.limit >= 0);

/** Ids are compared as the sheet compares them. */
export const idKey = (id: string): string => id.toLowerCase();

/** Differences of sums of decimals that are none. */
const HARDLY = 1e-6;

/** Gives each person's total with bonus and deductions; made once for a scorecard. */
export function adjusting({ items, entries, limits }: Extras): (person: Person, total: number) => Adjusted | null {
  const counts = new Map<string, Map<string, number>>();
  for (const { person, item, times } of entries) {
    if (times === null) continue;
    const own = counts.get(idKey(person)) ?? new Map<string, number>();
    own.set(idKey(item), (own.get(idKey(item)) ?? 0) + Math.max(0, times));
    counts.set(idKey(person), own);
  }
  // The first of two items with one id is the one that is looked up.
  const known = new Map([...items].reverse().map((item) => [idKey(item.id), item]));
  return (person, total) => {
    const own = person.isListed === false ? undefined : counts.get(idKey(person.id));
    const counted = [...known.values()].filter(isComplete).map(({ id, side, points, limit }): AdjustmentItem => ({
      id,
      kind: side,
      unitPoints: points,
      count: own?.get(idKey(id)) ?? null,
      ...(limit === null ? {} : { limit }),
    }));
    const made = adjustTotal(total, counted, limits);
    if (!made.ok) return null;
    const { before, bonus, deduction, bonusUnlimited, deductionUnlimited } = made.value;
    const limited = bonusUnlimited > bonus + HARDLY || deductionUnlimited > deduction + HARDLY;
    return { before, bonus, deduction, total: made.value.total, limited };
  };
}
