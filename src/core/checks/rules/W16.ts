/** W16: a weight is not the one that both sides signed. Offers all signed weights of the plan back. */
import type { Fix } from "../../model/finding";
import type { Plan, PlanLine } from "../../model/scorecard";
import { ALL_STAGES, BOTH, findingOf, type Check } from "../check";
import { cellName, shown } from "../planWeights";

/** The signed weight, when it is not the one that stands there. */
const changedFrom = ({ weight, agreed }: PlanLine): number | null =>
  agreed === undefined || weight.value === null || weight.value === agreed.value ? null : agreed.value;

/** One weight alone would leave a sum that is not 100: all go back together. */
function fixOf(plan: Plan): Fix {
  const patches = plan.lines.flatMap((line) => {
    const after = changedFrom(line);
    const { raw, cell } = line.weight;
    const before = typeof raw === "number" || typeof raw === "string" ? raw : null;
    return after === null ? [] : [{ location: cell, before, after, label: line.name }];
  });
  return { label: { key: "checks.W16.fix" }, patches };
}

export const W16: Check = {
  code: "W16",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: ["W02"],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.lines.flatMap((line) => {
        const agreed = changedFrom(line);
        const { value, cell } = line.weight;
        if (agreed === null || value === null) return [];
        const params = { name: line.name, now: shown(value), agreed: shown(agreed), cell: cellName(cell) };
        return [findingOf(W16, cell, { stage, plan: plan.name, indicator: line.name, params, fixes: [fixOf(plan)] })];
      }),
    ),
};
