/** W06: too few indicators (warning) or too many (note). A balanced scorecard may have more. */
import { BOTH, findingOf, type Check } from "../check";

export const W06: Check = {
  code: "W06",
  severity: "warning",
  ownSheetSeverity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { few: 3, many: 10, manyBalanced: 25 },
  silencedBy: [],
  run: ({ card, stage }, { few = 0, many = Infinity, manyBalanced = Infinity }) =>
    card.plans.flatMap((plan) => {
      const count = plan.lines.length;
      const most = card.method === "bsc" ? manyBalanced : many;
      if (count >= few && count <= most) return [];
      const params = { plan: plan.name, count, few, most };
      const severity = count < few ? ("warning" as const) : ("note" as const);
      return [findingOf(W06, plan.weights, { stage, plan: plan.name, severity, params })];
    }),
};
