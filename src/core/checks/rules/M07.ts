/** M07: nobody talked with a person between the start of the period and its evaluation. */
import { findingOf, FROM_EVALUATE, type Check } from "../check";

export const M07: Check = {
  code: "M07",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "checkIns",
  /** Fewest talks in the period, those about the plan itself not counted. */
  thresholds: { talks: 1 },
  silencedBy: [],
  run: ({ card, stage }, { talks = 0 }) => {
    const { from, to } = card.period;
    const isInside = (date: number | null): boolean =>
      date !== null && (from === null || date >= from) && (to === null || date <= to);
    return card.people.flatMap(({ id, name, cell }) => {
      const count = (card.checkIns ?? []).filter(
        ({ person, kind, date }) => person === id && kind !== "plan" && isInside(date),
      ).length;
      return count >= talks
        ? []
        : [findingOf(M07, cell, { stage, person: name, params: { person: name, count, talks } })];
    });
  },
};
