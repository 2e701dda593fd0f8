/** R10: a group of raters is so small that its answers could be told apart. */
import type { RaterGroup } from "../../model/ratings";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { sheetsByPerson } from "../ratingSheets";

/** The boss is one person and known; the rest are protected by their number. */
const PROTECTED: readonly RaterGroup[] = ["peers", "reports", "customers"];

export const R10: Check = {
  code: "R10",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { raters: 3 },
  silencedBy: [],
  run: ({ card, stage }, { raters = 0 }) => {
    const answered = (card.ratings?.rows ?? []).filter(({ points }) => points.some((value) => value !== null));
    const sheets = sheetsByPerson(answered);
    return card.people.flatMap((person) =>
      PROTECTED.flatMap((group) => {
        const own = (sheets.get(person.id) ?? []).filter((row) => row.group === group);
        const count = new Set(own.map((row) => row.rater)).size;
        if (count === 0 || count >= raters) return [];
        const params = { person: person.name, group, count, raters };
        const cell = card.ratings?.groupCell?.(person.id, group) ?? person.cell;
        return [findingOf(R10, cell, { stage, person: person.name, indicator: group, params })];
      }),
    );
  },
};
