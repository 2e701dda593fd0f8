/** P04: somebody stands on an entry sheet who is not in the list of people. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

export const P04: Check = {
  code: "P04",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["P03"],
  run: ({ card, stage }) =>
    card.people.flatMap((person) => {
      if (person.isListed !== false) return [];
      const params = { key: person.id === "" ? person.name : person.id, cell: cellName(person.cell) };
      return [findingOf(P04, person.cell, { stage, person: person.name, params })];
    }),
};
