/** M05: a person with too few goals, or too many to keep in mind. */
import { findingOf, type Check } from "../check";

export const M05: Check = {
  code: "M05",
  severity: "warning",
  stages: ["plan"],
  origins: ["generated"],
  part: "goals",
  thresholds: { few: 3, many: 5 },
  silencedBy: [],
  run: ({ card, stage }, { few = 0, many = Infinity }) =>
    card.people.flatMap(({ id, name, cell }) => {
      const count = (card.goals ?? []).filter(({ person }) => person === id).length;
      if (count >= few && count <= many) return [];
      return [findingOf(M05, cell, { stage, person: name, params: { person: name, count, few, many } })];
    }),
};
