/** C03: what somebody lacks is mostly what was below target last time; a look at whether the gap is chance. */
import type { Person } from "../../model/scorecard";
import { isBlank } from "../../recognise/grid";
import { BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName } from "../planWeights";

/** Lines that are missing now and were known last time, and how many of them were below target. */
function missingBefore({ actuals, previous }: Person): { readonly missing: number[]; readonly weak: number } {
  const missing = actuals.flatMap((actual, k) => (isBlank(actual.raw) && previous?.[k] != null ? [k] : []));
  return { missing, weak: missing.filter((k) => (previous?.[k] ?? 1) < 1).length };
}

export const C03: Check = {
  code: "C03",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: { share: 0.5, lines: 2 },
  silencedBy: [],
  run: ({ card, stage }, { share = 1, lines: least = Infinity }) =>
    card.people.flatMap((person) => {
      if (person.previous === undefined) return [];
      const { missing, weak } = missingBefore(person);
      const first = person.actuals[missing[0] ?? -1];
      if (first === undefined || missing.length < least || weak / missing.length <= share) return [];
      const lines = card.plans[person.plan]?.lines ?? [];
      const names = missing.map((k) => lines[k]?.name ?? "");
      const params = { person: person.name, count: missing.length, weak, names, cell: cellName(first.cell) };
      return [findingOf(C03, first.cell, { stage, person: person.name, params })];
    }),
};
