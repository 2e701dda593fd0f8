/** W03: a line that is active has weight 0. */
import { zeroMark } from "../../formulas/marks";
import { ALL_STAGES, BOTH, type Check } from "../check";
import type { Plan, PlanLine, Scorecard } from "../../model/scorecard";
import { perLine, weightsAreNoTexts } from "../planWeights";

/** Several criteria at 0 on a sheet of the user are switched off on purpose, as in scenarios. */
const isScenario = ({ lines }: Plan): boolean => lines.filter(({ weight }) => weight.value === 0).length > 1;

/** Zeros on a sheet of the user that somebody meant: by a scenario, by a formula, by what the line is called. */
const isMeant = (plan: Plan, { weight }: PlanLine): boolean => weight.switchedOff === true || isScenario(plan);

/** A plan with zeros all of which are meant has nothing to mark. */
const areMeant = (plan: Plan, origin: Scorecard["origin"]): boolean => {
  if (origin !== "recognised") return false;
  const zeros = plan.lines.filter(({ weight }) => weight.value === 0);
  return zeros.length > 0 && zeros.every((line) => isMeant(plan, line));
};

export const W03: Check = {
  code: "W03",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perLine(W03, context, (plan, line) =>
      line.weight.value === 0 && !(context.card.origin === "recognised" && isMeant(plan, line)) ? {} : null,
    ),
  marks: ({ card }) =>
    card.plans
      .filter((plan) => weightsAreNoTexts(plan) && plan.own?.weightsAreApart !== true && !areMeant(plan, card.origin))
      .map(({ weights: { sheet, rect } }) => ({
        rule: "W03",
        severity: "warning" as const,
        sheet,
        rect,
        formula: zeroMark("W03", rect),
      })),
};
