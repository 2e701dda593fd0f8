/** Ranks with ties, by five methods, best first or lowest first. Who has no total has no rank. */
import { descendingOrder, orderScratch } from "./sortOrder";

export type RankMethod = "competition" | "modified" | "dense" | "fractional" | "ordinal";
export type RankOrder = "desc" | "asc";

const usable = (value: number | null | undefined): value is number => Number.isFinite(value);

/** The rank shared by the places `first` to `last` of the order (counted from 0), the `distinct`th total from the top. */
function rankOfRun(method: Exclude<RankMethod, "ordinal">, first: number, last: number, distinct: number): number {
  switch (method) {
    case "competition":
      return first + 1;
    case "modified":
      return last + 1;
    case "dense":
      return distinct;
    case "fractional":
      return (first + last) / 2 + 1;
  }
}

/** A tie-break's value; who has none comes after all who have one. */
const keyOf = (value: number | null | undefined): number => (usable(value) ? value : -Infinity);

/** Positions 1, 2, 3 …: ties are broken by the keys in turn (higher is better), then by the order given. */
function ordinalRanks(
  values: readonly (number | null)[],
  order: RankOrder,
  tieBreaks: readonly (readonly (number | null)[])[],
): (number | null)[] {
  const sign = order === "desc" ? -1 : 1;
  const ranks = values.map((): number | null => null);
  const compare = (a: number, b: number): number => {
    const first = ((values[a] ?? 0) - (values[b] ?? 0)) * sign;
    if (first !== 0) return first;
    for (const key of tieBreaks) {
      const [x, y] = [keyOf(key[a]), keyOf(key[b])];
      if (x !== y) return x > y ? -1 : 1;
    }
    // Sorting keeps the order of equals.
    return 0;
  };
  const places = values.flatMap((value, i) => (usable(value) ? [i] : [])).sort(compare);
  places.forEach((index, place) => {
    ranks[index] = place + 1;
  });
  return ranks;
}

/**
 * Ranks of a list. Competition 1,2,2,4; modified 1,3,3,4; dense 1,2,2,3; fractional 1,2.5,2.5,4; ordinal 1,2,3,4.
 * Values are compared as they are: round totals first. null, NaN and infinities get null; nothing is refused.
 * @param tieBreaks only for "ordinal": lists of the same length, higher is better
 * Source: domain rule C9.1; Excel's RANK.EQ (competition) and RANK.AVG (fractional); scikit-criteria
 * FallbackTieBreaker (the chain).
 */
export function ranks(
  values: readonly (number | null)[],
  method: RankMethod,
  order: RankOrder = "desc",
  tieBreaks: readonly (readonly (number | null)[])[] = [],
): (number | null)[] {
  if (method === "ordinal") return ordinalRanks(values, order, tieBreaks);
  const places = new Int32Array(values.length);
  const numbers = new Float64Array(values.length);
  const sign = order === "desc" ? 1 : -1;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (!usable(value)) continue;
    places[count] = i;
    numbers[count] = sign * value;
    count += 1;
  }
  return ranksAt(numbers.subarray(0, count), places, values.length, method);
}

/**
 * Ranks of totals in a column, best first, as `ranks` without tie-breaks: no list is made first, which for a hundred thousand people
 * takes longer than ranking them.
 * @param totals finite where `ranked` is 1 @param ranked 1 for those who may be ranked; the others get null
 * Source: as `ranks`.
 */
export function ranksOfTotals(
  totals: Float64Array,
  ranked: Uint8Array,
  method: Exclude<RankMethod, "ordinal">,
): (number | null)[] {
  const places = new Int32Array(totals.length);
  const numbers = new Float64Array(totals.length);
  let count = 0;
  for (let i = 0; i < totals.length; i += 1) {
    const total = totals[i] as number;
    if (ranked[i] !== 1 || !Number.isFinite(total)) continue;
    places[count] = i;
    numbers[count] = total;
    count += 1;
  }
  return ranksAt(numbers.subarray(0, count), places, totals.length, method);
}

/** Ranks of numbers, the largest first, put at their places in a list of so many; null at all others. */
function ranksAt(
  numbers: Float64Array,
  places: Int32Array,
  length: number,
  method: Exclude<RankMethod, "ordinal">,
): (number | null)[] {
  const found = new Array<number | null>(length).fill(null);
  const count = numbers.length;
  const down = descendingOrder(numbers, orderScratch(count));
  let distinct = 0;
  let next = numbers[down[0] ?? 0];
  for (let first = 0; first < count;) {
    const value = next;
    let last = first;
    // Each number is fetched once: they lie far apart from one another.
    while (last + 1 < count && (next = numbers[down[last + 1] ?? 0]) === value) last += 1;
    distinct += 1;
    const rank = rankOfRun(method, first, last, distinct);
    for (let at = first; at <= last; at += 1) found[places[down[at] ?? 0] ?? 0] = rank;
    first = last + 1;
  }
  return found;
}

/**
 * Ranks with a tie-break chain: equal totals share a rank unless a key tells them apart; people equal in all of it
 * share. The same rule as the sheet's COUNTIFS chain (method §3). null, NaN and infinities get null.
 * @param tieBreaks lists of the same length, higher is better; who has none comes after those who have one
 */
export function ranksWithTieBreaks(
  values: readonly (number | null)[],
  tieBreaks: readonly (readonly (number | null)[])[],
): (number | null)[] {
  const places = ordinalRanks(values, "desc", tieBreaks);
  const byPlace = places
    .flatMap((place, i) => (place === null ? [] : [{ place, i }]))
    .sort((a, b) => a.place - b.place);
  const same = (a: number, b: number): boolean =>
    values[a] === values[b] && tieBreaks.every((key) => keyOf(key[a]) === keyOf(key[b]));
  let shared = 0;
  byPlace.forEach(({ place, i }, at) => {
    const before = byPlace[at - 1];
    if (before === undefined || !same(before.i, i)) shared = place;
    places[i] = shared;
  });
  return places;
}

/**
 * Ranks inside each group, as `ranks`; `groups[i]` is the group of person i (department, plan). Source: domain rule
 * C9.1.
 */
export function ranksWithin(
  values: readonly (number | null)[],
  groups: readonly string[],
  method: RankMethod,
  order: RankOrder = "desc",
): (number | null)[] {
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => {
    const list = members.get(group);
    if (list === undefined) members.set(group, [i]);
    else list.push(i);
  });
  const all = values.map((): number | null => null);
  for (const list of members.values()) {
    ranks(
      list.map((i) => values[i] ?? null),
      method,
      order,
    ).forEach((rank, at) => {
      const index = list[at];
      if (index !== undefined) all[index] = rank;
    });
  }
  return all;
}
