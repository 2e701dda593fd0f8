/** T02: the sheet's own ranks do not follow its own totals. */
import { ranks } from "../../ranking/ranks";
import { roundTotal } from "../../scoring/round";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

export const T02: Check = {
  code: "T02",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["recognised"],
  thresholds: {},
  silencedBy: ["P01"],
  run: ({ card, stage }) => {
    const own = card.people.map((person) => person.ownRank?.value ?? null);
    const totals = card.people.map((person) => {
      const value = person.ownTotal?.value ?? null;
      return value === null ? null : roundTotal(value);
    });
    if (own.every((rank) => rank === null) || totals.every((total) => total === null)) return [];
    const methods = (["competition", "dense", "fractional", "modified"] as const).map((method) =>
      ranks(totals, method),
    );
    const wrong = (expected: readonly (number | null)[]): number[] =>
      own.flatMap((rank, i) => (rank !== null && expected[i] != null && rank !== expected[i] ? [i] : []));
    const best = methods.reduce((a, b) => (wrong(b).length < wrong(a).length ? b : a));
    return wrong(best).flatMap((i) => {
      const person = card.people[i];
      if (person?.ownRank == null) return [];
      const params = {
        person: person.name,
        own: own[i] ?? 0,
        right: best[i] ?? 0,
        cell: cellName(person.ownRank.cell),
      };
      return [findingOf(T02, person.ownRank.cell, { stage, person: person.name, params })];
    });
  },
};
