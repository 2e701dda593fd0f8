/** P05: somebody in the list of people has no plan, and so no entry row. */
import { findingOf, FROM_EVALUATE, type Check } from "../check";

export const P05: Check = {
  code: "P05",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["P03"],
  run: ({ card, stage }) =>
    card.people.flatMap((person) => {
      if (card.plans[person.plan] !== undefined) return [];
      const params = { person: person.name, group: person.jobGroup };
      return [findingOf(P05, person.cell, { stage, person: person.name, params })];
    }),
};
