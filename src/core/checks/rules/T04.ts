/** T04: the total that a generated sheet shows is not the one that its plan and entries give. */
import { roundTotal } from "../../scoring/round";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName, shown } from "../planWeights";

export const T04: Check = {
  code: "T04",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["T03", "C07", "P03"],
  run: ({ card, results, stage }) =>
    card.people.flatMap((person, i) => {
      const own = person.ownTotal?.value ?? null;
      const ours = results[i]?.total ?? null;
      if (person.ownTotal === null || own === null || ours === null) return [];
      if (roundTotal(own) === roundTotal(ours)) return [];
      const { cell } = person.ownTotal;
      const params = { person: person.name, own: shown(own, 4), ours: shown(ours, 4), cell: cellName(cell) };
      return [findingOf(T04, cell, { stage, person: person.name, params })];
    }),
};
