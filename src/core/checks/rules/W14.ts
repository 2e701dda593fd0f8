/** W14: what a line really decides is far from its weight (influence = w·cov(score, total) ÷ var(total)). */
import { influenceOfColumns } from "../../weighting/balance";
import { BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { planPoints, shown } from "../planWeights";

export const W14: Check = {
  code: "W14",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: { low: 0.5, high: 2, people: 8 },
  silencedBy: ["W01", "W02", "W12", "W15"],
  run: (context, { low = 0, high = Infinity, people = Infinity }) =>
    context.card.plans.flatMap((plan, index) => {
      const complete = context.completeScores(index);
      const weights = planPoints(plan);
      const found = complete.people < people ? null : influenceOfColumns(complete.columns, weights);
      if (found?.ok !== true) return [];
      const sum = weights.reduce((all, weight) => all + weight, 0);
      return plan.lines.flatMap((line, k) => {
        const share = (weights[k] ?? 0) / sum;
        const real = found.value[k] ?? 0;
        if (share <= 0 || (real / share >= low && real / share <= high)) return [];
        const params = { name: line.name, weight: shown(share * 100, 1), influence: shown(real * 100, 1) };
        const column = complete.columns[k] ?? [];
        const isFlat = column.every((score) => score === column[0]);
        const about = {
          stage: context.stage,
          plan: plan.name,
          indicator: line.name,
          params: { ...params, flat: isFlat ? complete.people : 0 },
        };
        return [findingOf(W14, line.weight.cell, about)];
      });
    }),
};
