/** Ratings compared with something else: last period, measured results, the last quarter, and each other. */
import { linearRegression, mean as meanOf, sampleCorrelation } from "simple-statistics";
import { computed, finite, finiteList, refused, type Computed } from "../model/computed";

/** Of a list that is not empty. */
const mean = (values: readonly number[]): number => meanOf([...values]);
const isFlat = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

/** Two figures of one person. */
export interface Pair {
  readonly now: number;
  readonly before: number;
}

/**
 * Mean rise of the same people's ratings since last period, in points of the scale.
 * @param minimum fewest people, default 8
 * @returns refused: "not-a-number", "too-few"
 * Source: domain rule C12, inflation.
 */
export function inflation(
  pairs: readonly Pair[],
  minimum = 8,
): Computed<{ readonly rise: number; readonly n: number }> {
  if (!pairs.every(({ now, before }) => Number.isFinite(now) && Number.isFinite(before)))
    return refused("not-a-number");
  if (pairs.length < minimum || pairs.length === 0)
    return refused("too-few", { people: pairs.length, minPeople: minimum });
  const rise = finite(mean(pairs.map(({ now, before }) => now - before)));
  return rise.ok ? computed({ rise: rise.value, n: pairs.length }) : rise;
}

export interface RatedTeam {
  readonly rater: string;
  /** Mean rating of each person by this rater, beside the person's measured result. */
  readonly people: readonly { readonly rating: number; readonly result: number }[];
}
export interface AdjustedLevel {
  readonly rater: string;
  /** Mean rating minus the mean of everybody else's ratings. */
  readonly shift: number;
  /** The part of it that the team's measured results explain. */
  readonly explained: number;
  /** What is left: shift − explained. */
  readonly adjusted: number;
}

/**
 * Leniency once the teams' measured results are allowed for: shift minus slope × (team's mean result − everybody
 * else's).
 * @returns points of the scale; refused: "too-few" (under 3 raters or 5 people), "shape" (a rater twice),
 * "not-a-number", "no-spread" (measured results do not differ within teams)
 * The slope is that of ratings on results within teams, so that leniency itself does not bend it. Both differences are
 * taken from everybody else: better ratings that go with better results leave nothing.
 * Source: domain rule C12, leniency in its honest form.
 */
export function adjustedLevels(teams: readonly RatedTeam[]): Computed<readonly AdjustedLevel[]> {
  const all = teams.flatMap((team) => team.people);
  if (!all.every(({ rating, result }) => Number.isFinite(rating) && Number.isFinite(result)))
    return refused("not-a-number");
  if (new Set(teams.map(({ rater }) => rater)).size < teams.length) return refused("shape");
  const rated = teams.filter((team) => team.people.length > 0);
  if (rated.length < 3 || all.length < 5) return refused("too-few", { raters: rated.length, people: all.length });
  const centred = rated.flatMap(({ people }) => {
    const centre = { rating: mean(people.map((p) => p.rating)), result: mean(people.map((p) => p.result)) };
    return people.map((p): [number, number] => [p.result - centre.result, p.rating - centre.rating]);
  });
  if (isFlat(centred.map(([result]) => result))) return refused("no-spread");
  const slope = linearRegression(centred).m;
  const levels = rated.map(({ rater, people }) => {
    const others = rated.filter((team) => team.rater !== rater).flatMap((team) => team.people);
    const shift = mean(people.map(({ rating }) => rating)) - mean(others.map(({ rating }) => rating));
    const ahead = mean(people.map(({ result }) => result)) - mean(others.map(({ result }) => result));
    return { rater, shift, explained: slope * ahead, adjusted: shift - slope * ahead };
  });
  const numbers = finiteList(levels.flatMap(({ shift, explained, adjusted }) => [shift, explained, adjusted]));
  return numbers.ok ? computed(levels) : numbers;
}

/**
 * How much more ratings follow the last quarter than the whole period: r(rating, last quarter) − r(rating, period).
 * @param ratings, lastQuarter, period one a person, in the same order @param minimum fewest people, default 5
 * @returns −2 … 2; refused: "shape", "not-a-number", "too-few", "no-spread" (a list that does not vary)
 * Source: domain rule C12, recency.
 */
export function recencyPull(
  ratings: readonly number[],
  lastQuarter: readonly number[],
  period: readonly number[],
  minimum = 5,
): Computed<number> {
  if (ratings.length !== lastQuarter.length || ratings.length !== period.length) return refused("shape");
  if (![...ratings, ...lastQuarter, ...period].every(Number.isFinite)) return refused("not-a-number");
  if (ratings.length < Math.max(3, minimum)) return refused("too-few", { people: ratings.length, minPeople: minimum });
  if ([ratings, lastQuarter, period].some(isFlat)) return refused("no-spread");
  return finite(sampleCorrelation([...ratings], [...lastQuarter]) - sampleCorrelation([...ratings], [...period]));
}

/**
 * Positions of items that are the same, one list a group of at least `least` (never under two); keys of "" belong to
 * no group. Source: domain rule C12, copies.
 */
export function sameItems(keys: readonly string[], least: number): readonly (readonly number[])[] {
  const places = new Map<string, number[]>();
  keys.forEach((key, i) => {
    if (key === "") return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [i]);
    else known.push(i);
  });
  return [...places.values()].filter((list) => list.length >= Math.max(2, least));
}
