/** Ratings as the rater checks need them: others' ratings only, a table a rater, points counted from 1. */
import type { MessageParams } from "../model/message";
import type { Finding } from "../model/finding";
import type { Rater, RatingRow, Ratings } from "../model/ratings";
import type { Scorecard } from "../model/scorecard";
import { raterSigns, RATER_DEFAULTS, type RaterSigns, type RaterThresholds } from "../raters/raterErrors";
import { roundHalfAway } from "../scoring/round";
import { findingOf, type Check, type CheckContext } from "./check";

/** Mean of a list that is not empty. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
/** A figure for a sentence: two decimals. */
export const figure = (value: number): number => roundHalfAway(value, 2);
/** A share (0–1) as whole per cent, for a sentence. */
export const percent = (share: number): number => Math.round(share * 100);

/** Mean of what is rated on a sheet; null for an empty one. */
export function rowMean(row: RatingRow): number | null {
  const points = row.points.filter((value): value is number => value !== null);
  return points.length === 0 ? null : meanOf(points);
}

/** The sheets that others filled in, without those about oneself and those of groups of which nothing may be told. */
export const ofOthers = (rows: readonly RatingRow[]): readonly RatingRow[] =>
  rows.filter(({ group, isHidden }) => group !== "self" && isHidden !== true);

/** Sheets by id of the person that they are about, each list in the order given. */
export function sheetsByPerson(rows: readonly RatingRow[]): ReadonlyMap<string, readonly RatingRow[]> {
  const byPerson = new Map<string, RatingRow[]>();
  for (const row of rows) {
    const own = byPerson.get(row.person);
    if (own === undefined) byPerson.set(row.person, [row]);
    else own.push(row);
  }
  return byPerson;
}

/** Each rater with the sheets about other people. */
export function sheetsByRater(
  ratings: Ratings,
): readonly { readonly rater: Rater; readonly rows: readonly RatingRow[] }[] {
  const rows = ofOthers(ratings.rows);
  return ratings.raters.map((rater) => ({ rater, rows: rows.filter((row) => row.rater === rater.id) }));
}

/** Name of a person by id; the id where nobody has it. */
export const personName = (card: Scorecard, id: string): string =>
  card.people.find((person) => person.id === id)?.name ?? id;

/** Findings from the signs of each rater, for the checks that need nothing else. */
export function signFindings<Sign extends keyof Omit<RaterSigns, "rater">>(
  check: Check,
  { card, stage }: CheckContext,
  sign: Sign,
  limits: Partial<RaterThresholds>,
  params: (found: NonNullable<RaterSigns[Sign]>) => MessageParams,
  /** A stronger sign that says the same: this one is silent for raters who show it. */
  unless?: keyof Omit<RaterSigns, "rater">,
): readonly Finding[] {
  const { ratings } = card;
  if (ratings === undefined) return [];
  const sheets = sheetsByRater(ratings);
  const tables = sheets.map(({ rater, rows }) => ({
    rater: rater.id,
    ratings: rows.map(({ points }) => points.map((value) => (value === null ? null : value - ratings.lowest + 1))),
  }));
  const signs = raterSigns(tables, { ...RATER_DEFAULTS, ...limits, scalePoints: ratings.scalePoints });
  if (!signs.ok) return [];
  return signs.value.flatMap((known, i) => {
    const rater = sheets[i]?.rater;
    const found = known[sign];
    const isSaid = unless !== undefined && known[unless]?.flag === true;
    if (rater === undefined || found?.flag !== true || isSaid) return [];
    return [findingOf(check, rater.cell, { stage, params: { rater: rater.name, count: found.n, ...params(found) } })];
  });
}
