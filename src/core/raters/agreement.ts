/** Agreement on categories and on incomplete tables: Cohen's and Fleiss' kappa, Krippendorff's alpha. */
import { sum as sumOf } from "simple-statistics";
import { computed, finite, refused, type Computed } from "../model/computed";

const sum = (values: readonly number[]): number => sumOf([...values]);

function checkCounts(table: readonly (readonly number[])[]): Computed<null> {
  if (table.length === 0 || (table[0]?.length ?? 0) === 0) return refused("empty");
  if (table.some((row) => row.length !== table[0]?.length)) return refused("shape");
  if (table.some((row) => row.some((value) => !Number.isFinite(value)))) return refused("not-a-number");
  if (table.some((row) => row.some((value) => value < 0))) return refused("negative");
  return computed(null);
}

/**
 * Cohen's kappa of two raters.
 * @param table square table of counts: rows what the first rater said, columns the second
 * @returns 1 = full agreement, 0 = as by chance; refused: "empty", "shape", "not-a-number", "negative", "no-spread"
 * (both raters used one and the same category only)
 * Source: Cohen 1960.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Computed<number> {
  const checked = checkCounts(table);
  if (!checked.ok) return checked;
  if (table.length !== table[0]?.length) return refused("shape");
  const n = sum(table.map(sum));
  if (n === 0) return refused("empty");
  const observed = sum(table.map((row, i) => row[i] ?? 0)) / n;
  const expected = sum(table.map((row, i) => (sum(row) / n) * (sum(table.map((other) => other[i] ?? 0)) / n)));
  return expected >= 1 ? refused("no-spread") : finite((observed - expected) / (1 - expected));
}

/**
 * Fleiss' kappa of many raters.
 * @param counts a row per person, a column per category: how many raters chose it; every row has the same sum (≥ 2)
 * @returns 1 = full agreement, 0 = as by chance; refused: "empty", "shape" (uneven rows or sums), "not-a-number",
 * "negative", "too-few" (under two raters), "no-spread" (one category only)
 * Source: Fleiss 1971.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): Computed<number> {
  const checked = checkCounts(counts);
  if (!checked.ok) return checked;
  const raters = sum(counts[0] ?? []);
  if (counts.some((row) => Math.abs(sum(row) - raters) > 1e-9)) return refused("shape");
  if (raters < 2) return refused("too-few", { raters, minRaters: 2 });
  const people = counts.length;
  const share = (counts[0] ?? []).map((_, j) => sum(counts.map((row) => row[j] ?? 0)) / (people * raters));
  const agreement = counts.map((row) => (sum(row.map((value) => value * value)) - raters) / (raters * (raters - 1)));
  const observed = sum(agreement) / people;
  const expected = sum(share.map((p) => p * p));
  return expected >= 1 ? refused("no-spread") : finite((observed - expected) / (1 - expected));
}

/** How far apart two ratings count: categories, order, distance, or ratio. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

/** Squared difference of two values by metric. */
type Difference = (a: number, b: number) => number;

function difference(metric: AlphaMetric, values: readonly number[], counts: ReadonlyMap<number, number>): Difference {
  switch (metric) {
    case "nominal":
      return (a, b) => (a === b ? 0 : 1);
    case "interval":
      return (a, b) => (a - b) ** 2;
    case "ratio":
      return (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2);
    case "ordinal": {
      // How many stand at or under each value: what lies between two is a difference, whatever the number of values.
      let under = 0;
      const atOrUnder = new Map(values.map((v) => [v, (under += counts.get(v) ?? 0)]));
      const middle = (v: number): number => (atOrUnder.get(v) ?? 0) - (counts.get(v) ?? 0) / 2;
      return (a, b) => (middle(a) - middle(b)) ** 2;
    }
  }
}

/**
 * Krippendorff's alpha, for any number of raters and with missing ratings.
 * @param coders a row per rater, a column per person; null where a rater did not rate
 * @returns 1 = full agreement, 0 = as by chance; refused: "empty", "shape", "not-a-number", "too-few" (fewer than 2
 * people were rated twice), "no-spread" (all ratings are equal)
 * Source: Krippendorff 2004, chapter 11.
 */
export function krippendorffAlpha(
  coders: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
): Computed<number> {
  const people = coders[0]?.length ?? 0;
  if (coders.length === 0 || people === 0) return refused("empty");
  if (coders.some((row) => row.length !== people)) return refused("shape");
  if (coders.some((row) => row.some((value) => value !== null && !Number.isFinite(value))))
    return refused("not-a-number");
  const units = Array.from({ length: people }, (_, i) =>
    coders.map((row) => row[i] ?? null).filter((value): value is number => value !== null),
  ).filter((unit) => unit.length >= 2);
  if (units.length < 2) return refused("too-few", { people: units.length, minPeople: 2 });
  const counts = new Map<number, number>();
  for (const unit of units) for (const value of unit) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts.keys()].sort((a, b) => a - b);
  if (values.length < 2) return refused("no-spread");
  const apart = difference(metric, values, counts);
  const n = sum(units.map((unit) => unit.length));
  const within = (unit: readonly number[]): number =>
    sum(unit.map((a, i) => sum(unit.map((b, j) => (i === j ? 0 : apart(a, b)))))) / (unit.length - 1);
  const observed = sum(units.map(within)) / n;
  const expected =
    sum(
      values.map((a) =>
        sum(values.map((b) => (a === b ? 0 : (counts.get(a) ?? 0) * (counts.get(b) ?? 0) * apart(a, b)))),
      ),
    ) /
    (n * (n - 1));
  return expected === 0 ? refused("no-spread") : finite(1 - observed / expected);
}
