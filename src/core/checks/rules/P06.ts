/** P06: somebody was under the plan for too few days of the period to be rated, or leaves before having come. */
import { daysWithin } from "../../scoring/tenure";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName } from "../planWeights";

export const P06: Check = {
  code: "P06",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { days: 90 },
  silencedBy: ["P03"],
  run: ({ card, stage }, { days: least = 0 }) => {
    const { from, to } = card.period;
    if (from === null || to === null) return [];
    const whole = daysWithin({ from, to }, { from, to });
    // Of a month nobody can be under the plan for ninety days.
    const asked = whole.ok ? Math.min(least, whole.value) : 0;
    return card.people.flatMap((person) => {
      if (person.stay === undefined) return [];
      const days = daysWithin(person.stay, { from, to });
      const turned = !days.ok && days.reason === "out-of-range";
      if (!turned && (!days.ok || days.value >= asked)) return [];
      const kind = turned ? "turned" : "short";
      const params = { person: person.name, kind, days: days.ok ? days.value : 0, least, cell: cellName(person.cell) };
      return [findingOf(P06, person.cell, { stage, person: person.name, params })];
    });
  },
};
