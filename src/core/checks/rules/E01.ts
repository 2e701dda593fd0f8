/** E01: a result without a record that covers it. One finding a person, at the first of them. */
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { coverage, isGiven } from "../evidenceRecords";
import { cellName, pointsOf } from "../planWeights";

export const E01: Check = {
  code: "E01",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { heavy: 10 },
  silencedBy: [],
  run: ({ card, stage }, { heavy = 0 }) => {
    if (card.evidence === null) return [];
    const covering = coverage(card);
    return card.people.flatMap((person) => {
      const plan = card.plans[person.plan];
      if (plan === undefined) return [];
      const bare = plan.lines.flatMap((line, k) => {
        const actual = person.actuals[k];
        return isGiven(actual) && covering(person, line).length === 0 ? [{ line, actual }] : [];
      });
      const [first] = bare;
      if (first === undefined) return [];
      const severe = bare.some(({ line }) => (pointsOf(plan, line) ?? 0) >= heavy);
      const params = {
        person: person.name,
        count: bare.length,
        names: bare.map(({ line }) => line.name).join(", "),
        cell: cellName(first.actual.cell),
      };
      const severity = severe ? ("error" as const) : ("warning" as const);
      return [findingOf(E01, first.actual.cell, { stage, severity, person: person.name, params })];
    });
  },
};
