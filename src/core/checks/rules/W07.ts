/** W07: all weights are equal. Not said of 360 and anchored scales, where equal dimensions are usual. */
import { BOTH, findingOf, type Check } from "../check";
import { planPoints } from "../planWeights";

const EQUAL_BY_NATURE: readonly string[] = ["360", "bars", "checklist"];

export const W07: Check = {
  code: "W07",
  severity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { lines: 3 },
  silencedBy: [],
  run: ({ card, stage }, { lines = 0 }) =>
    card.plans.flatMap((plan) => {
      const points = planPoints(plan);
      const equal = points.length >= lines && points.every((point) => point === points[0] && point > 0);
      if (!equal || EQUAL_BY_NATURE.includes(card.method ?? "")) return [];
      const params = { plan: plan.name, count: points.length };
      return [findingOf(W07, plan.weights, { stage, plan: plan.name, params })];
    }),
};
