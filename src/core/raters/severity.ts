/**
 * How strict each rater is when raters did not all rate the same people: rating = person + rater + rest, by least squares.
 * Only raters linked by people they share can be compared; where they share nobody, leniency and team quality are one.
 */
import { jStat } from "jstat";
import { sum as sumOf } from "simple-statistics";
import { computed, finiteList, refused, type Computed } from "../model/computed";

export interface Judgement {
  readonly rater: string;
  readonly person: string;
  /** On any scale with even steps. */
  readonly points: number;
}
export interface SeverityEstimate {
  readonly rater: string;
  /** Points above (lenient, > 0) or below (strict, < 0) the average rater; the mean over raters is 0. */
  readonly shift: number;
  /** Standard error of the shift, in points; null where no rating is left over to tell it. Worth a talk from two of them. */
  readonly error: number | null;
  /** Ratings it rests on. */
  readonly n: number;
}
export interface SeverityModel {
  readonly raters: readonly SeverityEstimate[];
  /** Level of each person once the raters' shifts are taken out, on the scale of the ratings. */
  readonly people: ReadonlyMap<string, number>;
}

/** The matrix of the raters is inverted as a whole: about half a second for so many. */
const MOST_RATERS = 400;
const sum = (values: readonly number[]): number => sumOf([...values]);
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/**
 * Groups of raters that are linked by people they share, directly or through others; more than one: they cannot be
 * compared.
 * Source: connectedness of two-way layouts, by union–find; method §2.9.
 */
export function linkedRaters(judgements: readonly Judgement[]): readonly (readonly string[])[] {
  const root = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
      // Halves the way for the next one who asks.
      const above = root.get(up) ?? up;
      root.set(at, above);
      at = above;
    }
    return at;
  };
  for (const { rater, person } of judgements) {
    const [a, b] = [`r${rater}`, `p${person}`];
    for (const key of [a, b]) if (!root.has(key)) root.set(key, key);
    root.set(find(a), find(b));
  }
  const groups = new Map<string, string[]>();
  for (const rater of distinct(judgements.map((judgement) => judgement.rater))) {
    const key = find(`r${rater}`);
    groups.set(key, [...(groups.get(key) ?? []), rater]);
  }
  return [...groups.values()];
}

/** Ratings by person, in the order of their first one. */
function byPersonOf(judgements: readonly Judgement[]): ReadonlyMap<string, readonly Judgement[]> {
  const byPerson = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const list = byPerson.get(judgement.person);
    if (list === undefined) byPerson.set(judgement.person, [judgement]);
    else list.push(judgement);
  }
  return byPerson;
}

const meanPoints = (list: readonly Judgement[]): number => sum(list.map(({ points }) => points)) / list.length;

/** Normal equations of the raters' shifts once people are eliminated; ones added everywhere hold the mean of the shifts at 0. */
function normalEquations(
  byPerson: ReadonlyMap<string, readonly Judgement[]>,
  place: ReadonlyMap<string, number>,
): { readonly matrix: number[][]; readonly right: readonly number[] } {
  const matrix = Array.from({ length: place.size }, () => new Array<number>(place.size).fill(1));
  const right = new Array<number>(place.size).fill(0);
  for (const list of byPerson.values()) {
    const mean = meanPoints(list);
    for (const { rater, points } of list) {
      const i = place.get(rater) ?? 0;
      const row = matrix[i] ?? [];
      right[i] = (right[i] ?? 0) + points - mean;
      row[i] = (row[i] ?? 0) + 1;
      for (const other of list) {
        const j = place.get(other.rater) ?? 0;
        row[j] = (row[j] ?? 0) - 1 / list.length;
      }
    }
  }
  return { matrix, right };
}

function checkJudgements(judgements: readonly Judgement[], raters: number): Computed<null> {
  if (judgements.length === 0) return refused("empty");
  if (!judgements.every(({ points }) => Number.isFinite(points))) return refused("not-a-number");
  if (raters < 2) return refused("too-few", { raters, minRaters: 2 });
  if (raters > MOST_RATERS) return refused("out-of-range", { raters, mostRaters: MOST_RATERS });
  const groups = linkedRaters(judgements).length;
  return groups > 1 ? refused("not-connected", { groups }) : computed(null);
}

/**
 * Severity of raters and levels of people from an incomplete table.
 * @param judgements one rating each; several by one rater about one person (dimensions) may stand beside each other
 * @returns refused: "empty", "not-a-number", "too-few" (fewer than two raters), "out-of-range" (over 400 raters),
 * "not-connected" (raters that share nobody, with the number of separate groups)
 * Source: two-way additive model by least squares, normal equations with people eliminated, standard errors from the
 * residuals; Houston, Raymond & Svec 1991 on such corrections.
 */
export function raterSeverity(judgements: readonly Judgement[]): Computed<SeverityModel> {
  const raters = distinct(judgements.map(({ rater }) => rater));
  const checked = checkJudgements(judgements, raters.length);
  if (!checked.ok) return checked;
  const byPerson = byPersonOf(judgements);
  const place = new Map(raters.map((rater, i) => [rater, i]));
  const { matrix, right } = normalEquations(byPerson, place);
  const inverse = jStat.inv(matrix);
  const shifts = inverse.map((row) => sum(row.map((value, j) => value * (right[j] ?? 0))));
  const shiftOf = (rater: string): number => shifts[place.get(rater) ?? 0] ?? 0;
  const people = new Map(
    [...byPerson].map(([id, list]) => [id, sum(list.map((one) => one.points - shiftOf(one.rater))) / list.length]),
  );
  const rest = judgements.map(({ rater, person, points }) => points - shiftOf(rater) - (people.get(person) ?? 0));
  const freedom = judgements.length - people.size - raters.length + 1;
  const variance = freedom > 0 ? sum(rest.map((value) => value ** 2)) / freedom : null;
  const counts = new Map<string, number>();
  for (const { rater } of judgements) counts.set(rater, (counts.get(rater) ?? 0) + 1);
  const estimates = raters.map((rater, i) => {
    // The ones that were added stand in the inverse as 1/n² each and belong to no shift.
    const own = Math.max(0, (inverse[i]?.[i] ?? 0) - 1 / raters.length ** 2);
    const error = variance === null ? null : Math.sqrt(variance * own);
    return { rater, shift: shiftOf(rater), error, n: counts.get(rater) ?? 0 };
  });
  const numbers = finiteList([...estimates.flatMap(({ shift, error }) => [shift, error ?? 0]), ...people.values()]);
  return numbers.ok ? computed({ raters: estimates, people }) : numbers;
}
