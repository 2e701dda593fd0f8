/** P01 one rank over several plans; P02 small group; P03 duplicate or missing id or name; P05 person without a plan. */
import type { Person, Scorecard } from "../../model/scorecard";
import { ALL_STAGES, BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName } from "../planWeights";

/** Own ranks of a user's sheet run over people with different job groups and only one set of weights. */
export const P02: Check = {
  code: "P02",
  severity: "note",
  stages: ["evaluate"],
  origins: BOTH,
  thresholds: { people: 5 },
  silencedBy: [],
  run: ({ card, stage }, { people = 5 }) =>
    card.plans.flatMap((plan, index) => {
      const members = card.people.filter((person) => person.plan === index);
      const [first] = members;
      if (first === undefined || members.length >= people || members.length < 2) return [];
      return [findingOf(P02, first.cell, { stage, params: { plan: plan.name, count: members.length, people } })];
    }),
};

/** People are told apart by their ids, or by their names where there are no ids. */
const hasIds = (card: Scorecard): boolean => card.people.some(({ id }) => id !== "");

export const P03: Check = {
  code: "P03",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    const seen = new Map<string, Person>();
    const byId = hasIds(card);
    return card.people.flatMap((person) => {
      const key = byId ? person.id : person.name;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, person);
      if (key !== "" && before === undefined) return [];
      const params = {
        key,
        person: person.name,
        cell: cellName(person.cell),
        other: before?.name ?? "",
        kind: key === "" ? "missing" : "twice",
      };
      return [findingOf(P03, person.cell, { stage, person: person.name, params })];
    });
  },
};

export const P05: Check = {
  code: "P05",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    card.people.flatMap((person) =>
      card.plans[person.plan] === undefined
        ? [
            findingOf(P05, person.cell, {
              stage,
              person: person.name,
              params: { person: person.name, group: person.jobGroup },
            }),
          ]
        : [],
    ),
};
