/** W10: the weights work like fewer than three equal ones (1 ÷ Σp²). */
import { concentration } from "../../weighting/balance";
import { BOTH, findingOf, type Check } from "../check";
import { planPoints, shown } from "../planWeights";

export const W10: Check = {
  code: "W10",
  severity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { effective: 3 },
  silencedBy: ["W01", "W02", "W05", "W06", "W12", "W15"],
  run: ({ card, stage }, { effective = 0 }) =>
    card.plans.flatMap((plan) => {
      const found = concentration(planPoints(plan).map((point) => Math.max(0, point)));
      if (!found.ok || found.value.effectiveNumber >= effective) return [];
      const params = { plan: plan.name, effective: shown(found.value.effectiveNumber, 1), count: plan.lines.length };
      return [findingOf(W10, plan.weights, { stage, plan: plan.name, params })];
    }),
};
