/** P03: two people have one id (or one name, where there are no ids), or somebody has none. */
import type { Person, Scorecard } from "../../model/scorecard";
import { ALL_STAGES, BOTH, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

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
      // Several blocks of a sheet may be about the same people.
      const place = card.origin === "recognised" ? `${String(person.plan)} ${key}` : key;
      const before = seen.get(place);
      if (before === undefined) seen.set(place, person);
      if (key !== "" && before === undefined) return [];
      const params = {
        key,
        person: person.name,
        cell: cellName(person.cell),
        kind: key === "" ? "missing" : "twice",
      };
      return [findingOf(P03, person.cell, { stage, person: person.name, params })];
    });
  },
};
