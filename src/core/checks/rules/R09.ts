/** R09: a person's own rating lies well above the boss's. */
import type { RaterGroup, RatingRow } from "../../model/ratings";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { figure, meanOf, rowMean, sheetsByPerson } from "../ratingSheets";

function groupMean(rows: readonly RatingRow[], group: RaterGroup): number | null {
  const means = rows.filter((row) => row.group === group).flatMap((row) => rowMean(row) ?? []);
  return means.length === 0 ? null : meanOf(means);
}

export const R09: Check = {
  code: "R09",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { gap: 1 },
  silencedBy: [],
  run: ({ card, stage }, { gap = Infinity }) => {
    const { ratings } = card;
    if (ratings === undefined) return [];
    const sheets = sheetsByPerson(ratings.rows);
    return card.people.flatMap(({ id, name, cell }) => {
      const about = sheets.get(id) ?? [];
      const [own, boss] = [groupMean(about, "self"), groupMean(about, "boss")];
      if (own === null || boss === null || own - boss < (gap * (ratings.scalePoints - 1)) / 4) return [];
      const params = { person: name, own: figure(own), boss: figure(boss) };
      return [findingOf(R09, ratings.groupCell?.(id, "self") ?? cell, { stage, person: name, params })];
    });
  },
};
