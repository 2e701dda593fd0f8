/** P03: two people have one id (or one name, where there are no ids), or somebody has none. */
import type { Scorecard } from "../../model/scorecard";
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
    // Several blocks of a sheet of the user may be about the same people: told apart within each.
    const seen = card.plans.map(() => new Set<string>());
    const everywhere = new Set<string>();
    const byId = hasIds(card);
    return card.people.flatMap((person) => {
      const key = byId ? person.id : person.name;
      const known = card.origin === "recognised" ? (seen[person.plan] ?? everywhere) : everywhere;
      const isKnown = known.has(key);
      known.add(key);
      if (key !== "" && !isKnown) return [];
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
