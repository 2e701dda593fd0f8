/** W01: the weights do not add up to 100. Offers up to four ways to mend it. */
import { sumMark, textSumMark } from "../../formulas/marks";
import type { PlanLine } from "../../model/scorecard";
import { roundHalfAway } from "../../scoring/round";
import { ALL_STAGES, BOTH, findingOf, type Check } from "../check";
import { hasExpectedSum, shown, sumOfPoints } from "../planWeights";
import { spreadOfPlan, sumFixes } from "../weightSpread";

const PERCENT_TEXT = /^\s*\d+(?:\.\d+)?\s*%\s*$/;

export const W01: Check = {
  code: "W01",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { tolerance: 0.005 },
  silencedBy: ["W02", "W12", "W15", "C06", "C07"],
  run: ({ card, stage }, { tolerance = 0 }) =>
    card.plans.flatMap((plan) => {
      // Two levels of weights have sums of their own: W15.
      if (!hasExpectedSum(plan) || plan.sections !== undefined) return [];
      // What an error stands for is not known: S03.
      if (plan.lines.some(({ weight }) => typeof weight.raw === "object")) return [];
      const sum = sumOfPoints(plan);
      const gap = shown(Math.abs(sum - 100), 6);
      if (gap <= tolerance) return [];
      const params = { plan: plan.name, sum: shown(sum, 4), gap: shown(gap, 4), side: sum < 100 ? "short" : "over" };
      return [findingOf(W01, plan.weights, { stage, plan: plan.name, params, fixes: sumFixes(spreadOfPlan(plan)) })];
    }),
  marks: ({ card }, { tolerance = 0 }) =>
    card.plans.flatMap((plan) => {
      if (plan.scale?.expected == null || plan.sections !== undefined || plan.own?.weightsAreApart === true) return [];
      const { sheet, rect } = plan.weights;
      const { expected, point } = plan.scale;
      const all = (test: (raw: PlanLine["weight"]["raw"]) => boolean): boolean =>
        plan.lines.every((line) => test(line.weight.raw));
      // "40%" is 0.4 to Excel, whatever it is to us.
      const part = all((raw) => typeof raw === "string" && PERCENT_TEXT.test(raw)) ? 1 / (expected / point) : null;
      if (part === null && !all((raw) => typeof raw === "number")) return [];
      const formula =
        part === null
          ? sumMark("W01", rect, expected, tolerance * point)
          : textSumMark("W01", rect, 1, roundHalfAway(tolerance * part, 9));
      return [{ rule: "W01", severity: "error" as const, sheet, rect, formula }];
    }),
};
