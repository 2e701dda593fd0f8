/** W03: a line that is active has weight 0. */
import { zeroMark } from "../../formulas/marks";
import { ALL_STAGES, BOTH, type Check } from "../check";
import { perLine, weightsAreNoTexts } from "../planWeights";

export const W03: Check = {
  code: "W03",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) => perLine(W03, context, (_, line) => (line.weight.value === 0 ? {} : null)),
  marks: ({ card }) =>
    card.plans
      .filter((plan) => weightsAreNoTexts(plan) && plan.own?.weightsAreApart !== true)
      .map(({ weights: { sheet, rect } }) => ({
        rule: "W03",
        severity: "warning" as const,
        sheet,
        rect,
        formula: zeroMark("W03", rect),
      })),
};
