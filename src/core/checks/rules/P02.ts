/** P02: a plan has so few people that a rank among them says little. */
import { BOTH, findingOf, type Check } from "../check";

export const P02: Check = {
  code: "P02",
  severity: "note",
  stages: ["evaluate"],
  origins: BOTH,
  thresholds: { people: 5 },
  silencedBy: [],
  run: ({ card, stage }, { people = 0 }) =>
    card.plans.flatMap((plan, index) => {
      const members = card.people.filter((person) => person.plan === index);
      const [first] = members;
      if (first === undefined || members.length >= people || members.length < 2) return [];
      const params = { plan: plan.name, count: members.length, people };
      return [findingOf(P02, first.cell, { stage, plan: plan.name, params })];
    }),
};
