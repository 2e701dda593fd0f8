/** A result as product, sum or ratio of what drives it, and how much of the gap to plan each driver explains. */
import { computed, finiteList, refused, type Computed } from "../model/computed";

/** sales = visits × rate × order ("product"), cost = wages + rent ("sum"), rate = passed ÷ checked ("ratio": two drivers). */
export type DriverRule = "product" | "sum" | "ratio";

export interface Driver {
  readonly id: string;
  /** In the driver's own unit; null where not known. */
  readonly plan: number | null;
  readonly actual: number | null;
}
export interface DriverShare {
  readonly id: string;
  /** Part of the gap that this driver explains, in the result's unit; the parts add up to the gap. */
  readonly amount: number;
  /** Amount ÷ gap; null when there is no gap. May lie below 0 or above 1: one driver made good what another lost. */
  readonly share: number | null;
}
export interface DriverGap {
  readonly plan: number;
  readonly actual: number;
  /** actual − plan. */
  readonly gap: number;
  /** In the order given. */
  readonly drivers: readonly DriverShare[];
  /** The driver that moved the result furthest in the direction of the gap; null when there is no gap. */
  readonly main: string | null;
}

/** Every subset of the other drivers is looked at: 2^12 results are made at once. */
const MOST_DRIVERS = 12;

function resultOf(rule: DriverRule, values: readonly number[]): number {
  switch (rule) {
    case "sum":
      return values.reduce((total, value) => total + value, 0);
    case "product":
      return values.reduce((product, value) => product * value, 1);
    case "ratio":
      return (values[0] ?? 0) / (values[1] ?? 0);
  }
}

/** Results for every set of drivers that stand at their actual, by the set's bits; the others stand at plan. */
function resultsBySet(rule: DriverRule, plan: readonly number[], actual: readonly number[]): readonly number[] {
  return Array.from({ length: 2 ** plan.length }, (_, set) =>
    resultOf(
      rule,
      plan.map((value, i) => ((set >> i) & 1 ? (actual[i] ?? 0) : value)),
    ),
  );
}

/** Weight of a set of `size` out of n − 1 others: size! (n − 1 − size)! / n!. */
function orderWeights(n: number): readonly number[] {
  const weights = [1 / n];
  for (let size = 1; size < n; size += 1) weights.push(((weights[size - 1] ?? 0) * size) / (n - size));
  return weights;
}

/** What moving one driver from plan to actual adds, on average over all orders of moving the drivers one by one. */
function amountOf(driver: number, results: readonly number[], weights: readonly number[]): number {
  const bit = 1 << driver;
  let amount = 0;
  for (const [set, before] of results.entries()) {
    if ((set & bit) !== 0) continue;
    let size = 0;
    for (let rest = set; rest > 0; rest >>= 1) size += rest & 1;
    amount += (weights[size] ?? 0) * ((results[set | bit] ?? 0) - before);
  }
  return amount;
}

/** The driver with the largest amount in the direction of the gap; the first of equals. */
function mainDriver(drivers: readonly DriverShare[], gap: number): string | null {
  const towards = drivers.filter(({ amount }) => amount * Math.sign(gap) > 0);
  return (
    towards.reduce<DriverShare | null>(
      (most, driver) => (most === null || Math.abs(driver.amount) > Math.abs(most.amount) ? driver : most),
      null,
    )?.id ?? null
  );
}

/**
 * Splits the gap between plan and actual among the drivers without a rest, in any sign and whatever their order.
 * For a sum each driver explains its own difference; for a product of two it is the difference times the mean of the other.
 * @param drivers for "ratio" numerator and denominator, in this order
 * @returns refused: "empty"; "shape" (a ratio of other than two drivers, an id twice); "missing-parameter" (a plan or actual
 * not known, named); "not-a-number"; "out-of-range" (a denominator of 0, more than twelve drivers)
 * Source: Shapley value over the orders of replacement = complete decomposition without a residual (Sun 1998).
 */
export function explainGap(rule: DriverRule, drivers: readonly Driver[]): Computed<DriverGap> {
  if (drivers.length === 0) return refused("empty");
  if (new Set(drivers.map(({ id }) => id)).size < drivers.length || (rule === "ratio" && drivers.length !== 2))
    return refused("shape", { drivers: drivers.length });
  const unknown = drivers.find(({ plan, actual }) => plan === null || actual === null);
  if (unknown !== undefined) return refused("missing-parameter", { needs: unknown.id });
  if (drivers.length > MOST_DRIVERS)
    return refused("out-of-range", { drivers: drivers.length, mostDrivers: MOST_DRIVERS });
  const plan = drivers.map((driver) => driver.plan ?? 0);
  const actual = drivers.map((driver) => driver.actual ?? 0);
  if (![...plan, ...actual].every(Number.isFinite)) return refused("not-a-number");
  if (rule === "ratio" && (plan[1] === 0 || actual[1] === 0)) return refused("out-of-range", { base: 0 });
  const results = resultsBySet(rule, plan, actual);
  const [first, last] = [results[0] ?? 0, results.at(-1) ?? 0];
  const gap = last - first;
  const weights = orderWeights(drivers.length);
  const shares = drivers.map(({ id }, i) => {
    const amount = amountOf(i, results, weights);
    return { id, amount, share: gap === 0 ? null : amount / gap };
  });
  const numbers = finiteList([...results, gap, ...shares.flatMap(({ amount, share }) => [amount, share ?? 0])]);
  if (!numbers.ok) return numbers;
  return computed({ plan: first, actual: last, gap, drivers: shares, main: mainDriver(shares, gap) });
}
