/** Bonus and deduction items: points beside the 100, each item and each side with a limit, never part of the weight sum. */
import { computed, refused, type Computed } from "../model/computed";
import { roundTotal } from "./round";

export interface AdjustmentItem {
  readonly id: string;
  readonly kind: "bonus" | "deduction";
  /** Points for each unit, not negative. */
  readonly unitPoints: number;
  /** Units counted (events, days, awards); null when nothing was entered: no points, and named. */
  readonly count: number | null;
  /** Most points of this item; null or absent for none. */
  readonly limit?: number | null;
}

/** Most points that all bonus items, and all deduction items, may make together. */
export interface AdjustmentLimits {
  readonly bonus?: number;
  readonly deduction?: number;
  /** Lowest total after deductions; default 0. */
  readonly lowest?: number;
  /** Highest total after bonuses; absent for none. */
  readonly highest?: number;
}

export interface AdjustedTotal {
  /** Total before any item, rounded. */
  readonly before: number;
  readonly bonus: number;
  readonly deduction: number;
  /** The same without any limit: what stays visible. */
  readonly bonusUnlimited: number;
  readonly deductionUnlimited: number;
  readonly raw: number;
  /** Rounded to 6 decimals. */
  readonly total: number;
  /** Items without a count. */
  readonly open: readonly string[];
}

const sideOf = (
  items: readonly AdjustmentItem[],
  kind: AdjustmentItem["kind"],
  limit: number,
): readonly [number, number] => {
  const side = items.filter((item) => item.kind === kind);
  const points = ({ unitPoints, count }: AdjustmentItem): number => unitPoints * (count ?? 0);
  const unlimited = side.reduce((sum, item) => sum + points(item), 0);
  const limited = side.reduce((sum, item) => sum + Math.min(points(item), item.limit ?? Infinity), 0);
  return [Math.min(limited, limit), unlimited];
};

/**
 * A total with bonus and deduction items: total + bonus − deduction, each item within its own limit, each side within
 * its limit, the result between `lowest` and `highest`.
 * @param total points of 100, before any item @param items points a unit and units counted; null: not entered @param
 * limits points
 * @returns refused: "not-a-number"; "negative" (a count, points or a limit below 0); "out-of-range" (`highest` under
 * `lowest`); "shape" (an id twice)
 * Source: bonus and deduction items beside the 100, with a limit of their own (design, Plan sheet; 加减分项 of Chinese
 * plans).
 */
export function adjustTotal(
  total: number,
  items: readonly AdjustmentItem[],
  limits: AdjustmentLimits = {},
): Computed<AdjustedTotal> {
  const { bonus: mostBonus = Infinity, deduction: mostDeduction = Infinity, lowest = 0, highest = Infinity } = limits;
  const numbers = items.flatMap(({ unitPoints, count, limit }) => [unitPoints, count ?? 0, limit ?? 0]);
  // Limits of a side may be infinite; where one is no number, the total is none either and is refused below.
  if (![total, lowest, ...numbers].every(Number.isFinite)) return refused("not-a-number");
  if ([...numbers, mostBonus, mostDeduction].some((value) => value < 0)) return refused("negative");
  if (highest < lowest) return refused("out-of-range", { low: lowest, high: highest });
  if (new Set(items.map(({ id }) => id)).size < items.length) return refused("shape");
  const [bonus, bonusUnlimited] = sideOf(items, "bonus", mostBonus);
  const [deduction, deductionUnlimited] = sideOf(items, "deduction", mostDeduction);
  const raw = Math.min(highest, Math.max(lowest, total + bonus - deduction));
  if (![raw, bonusUnlimited, deductionUnlimited].every(Number.isFinite)) return refused("not-a-number");
  const open = items.flatMap(({ id, count }) => (count === null ? [id] : []));
  return computed({
    before: roundTotal(total),
    bonus,
    deduction,
    bonusUnlimited,
    deductionUnlimited,
    raw,
    total: roundTotal(raw),
    open,
  });
}
