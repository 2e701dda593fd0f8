/** R08: the same people are rated clearly higher than last period. */
import { inflation } from "../../raters/comparisons";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { figure, meanOf, ofOthers, rowMean } from "../ratingSheets";
import type { RatingRow } from "../../model/ratings";

/** Mean rating by others of each person. */
function meansByPerson(rows: readonly RatingRow[]): ReadonlyMap<string, number> {
  const known = new Map<string, number[]>();
  for (const row of ofOthers(rows)) {
    const mean = rowMean(row);
    if (mean !== null) known.set(row.person, [...(known.get(row.person) ?? []), mean]);
  }
  return new Map([...known].map(([person, means]) => [person, meanOf(means)]));
}

export const R08: Check = {
  code: "R08",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { rise: 0.4, people: 8 },
  silencedBy: [],
  run: ({ card, stage }, { rise = Infinity, people = 0 }) => {
    const { ratings } = card;
    const [first] = ratings?.rows ?? [];
    if (ratings === undefined || first === undefined) return [];
    const before = meansByPerson(ratings.previous);
    const pairs = [...meansByPerson(ratings.rows)].flatMap(([person, now]) => {
      const then = before.get(person);
      return then === undefined ? [] : [{ now, before: then }];
    });
    const found = inflation(pairs, people);
    if (!found.ok || found.value.rise < (rise * (ratings.scalePoints - 1)) / 4) return [];
    return [findingOf(R08, first.cell, { stage, params: { rise: figure(found.value.rise), count: found.value.n } })];
  },
};
