/** W03: a line that is active has weight 0. */
import { zeroMark } from "../../formulas/marks";
import { ALL_STAGES, BOTH, type Check } from "../check";
import type { Plan } from "../../model/scorecard";
import { perLine, weightsAreNoTexts } from "../planWeights";

/** Several criteria at 0 on a sheet of the user are switched off on purpose, as in scenarios. */
const isScenario = ({ lines }: Plan): boolean => lines.filter(({ weight }) => weight.value === 0).length > 1;

export const W03: Check = {
  code: "W03",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perLine(W03, context, (plan, line) =>
      line.weight.value === 0 && !(context.card.origin === "recognised" && isScenario(plan)) ? {} : null,
    ),
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
