/**
 * How strict each rater is when raters did not all rate the same people: rating = person + rater + rest, by least squares.
 * Only raters linked by people they share can be compared; where they share nobody, leniency and team quality are one.
 */
import { computed, refused, type Computed } from "../model/computed";

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
  /** Ratings it rests on. */
  readonly n: number;
}
export interface SeverityModel {
  readonly raters: readonly SeverityEstimate[];
  /** Level of each person once the raters' shifts are taken out, on the scale of the ratings. */
  readonly people: ReadonlyMap<string, number>;
}

const TINY = 1e-12;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Groups of raters that are linked by people they share, directly or through others. */
export function linkedRaters(judgements: readonly Judgement[]): readonly (readonly string[])[] {
  const root = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
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

/** Solves a system with a positive definite matrix by elimination without pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let k = 0; k < n; k += 1) {
    const pivotRow = rows[k] ?? [];
    const pivot = pivotRow[k] ?? 0;
    for (let i = 0; i < n; i += 1) {
      const row = rows[i] ?? [];
      if (i === k || Math.abs(pivot) < TINY) continue;
      const factor = (row[k] ?? 0) / pivot;
      if (factor !== 0) for (let j = k; j <= n; j += 1) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

/**
 * Severity of raters and levels of people from an incomplete table.
 * @param judgements one rating each; several by one rater about one person (dimensions) may stand beside each other
 * @returns refused for fewer than two raters ("too-few"), ratings that are no numbers, or raters that share nobody
 * ("not-connected", with the number of separate groups)
 * Source: two-way additive model, normal equations with people eliminated; Houston, Raymond & Svec 1991 on such corrections.
 */
export function raterSeverity(judgements: readonly Judgement[]): Computed<SeverityModel> {
  if (judgements.length === 0) return refused("empty");
  if (!judgements.every(({ points }) => Number.isFinite(points))) return refused("not-a-number");
  const raters = distinct(judgements.map(({ rater }) => rater));
  if (raters.length < 2) return refused("too-few", { raters: raters.length, minRaters: 2 });
  const groups = linkedRaters(judgements).length;
  if (groups > 1) return refused("not-connected", { groups });
  const byPerson = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const list = byPerson.get(judgement.person);
    if (list === undefined) byPerson.set(judgement.person, [judgement]);
    else list.push(judgement);
  }
  const place = new Map(raters.map((rater, i) => [rater, i]));
  const matrix = raters.map(() => raters.map(() => 1));
  const right = raters.map(() => 0);
  const add = (row: number, column: number, value: number): void => {
    const cells = matrix[row];
    if (cells !== undefined) cells[column] = (cells[column] ?? 0) + value;
  };
  for (const list of byPerson.values()) {
    const mean = sum(list.map(({ points }) => points)) / list.length;
    for (const { rater, points } of list) {
      const i = place.get(rater) ?? 0;
      right[i] = (right[i] ?? 0) + points - mean;
      add(i, i, 1);
      for (const other of list) add(i, place.get(other.rater) ?? 0, -1 / list.length);
    }
  }
  // The rows of ones added to the matrix fix the mean of the shifts at 0 and make it regular.
  const shifts = solve(matrix, right);
  const shiftOf = (rater: string): number => shifts[place.get(rater) ?? 0] ?? 0;
  return computed({
    raters: raters.map((rater) => ({
      rater,
      shift: shiftOf(rater),
      n: judgements.filter((judgement) => judgement.rater === rater).length,
    })),
    people: new Map(
      [...byPerson].map(([person, list]) => [
        person,
        sum(list.map(({ rater, points }) => points - shiftOf(rater))) / list.length,
      ]),
    ),
  });
}
