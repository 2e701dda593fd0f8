/** M06: an action agreed in a talk is overdue. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { personName } from "../ratingSheets";

export const M06: Check = {
  code: "M06",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["generated"],
  part: "checkIns",
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    const { asOf } = card;
    if (asOf === undefined) return [];
    return (card.checkIns ?? []).flatMap(({ person, action, owner, due, done, cell }) => {
      if (done || due === null || due >= asOf || action.trim() === "") return [];
      const name = personName(card, person);
      return [findingOf(M06, cell, { stage, person: name, params: { person: name, action, owner, days: asOf - due } })];
    });
  },
};
