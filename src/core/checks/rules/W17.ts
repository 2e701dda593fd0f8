/** W17: a weight is no multiple of 5; on in Chinese only, where steps of 5 are expected. Offers to round all. */
import type { Fix } from "../../model/finding";
import type { Plan } from "../../model/scorecard";
import { BOTH, type Check } from "../check";
import { ownPointsOf, perLine, shown } from "../planWeights";
import { spreadFix } from "../weightSpread";

/** All weights of the plan in steps; where sections have weights of their own, there is not one sum to keep. */
const fixes = (plan: Plan, step: number): readonly Fix[] =>
  plan.sections === undefined ? spreadFix(plan, [step], { key: "checks.W17.fix", params: { step } }) : [];

export const W17: Check = {
  code: "W17",
  severity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { step: 5 },
  silencedBy: ["W01", "W02", "W12"],
  run: (context, { step = 1 }) => {
    if (context.language !== "zh-CN" || step <= 0) return [];
    const found = perLine(W17, context, (plan, line) => {
      // As it is typed: of 100, or of its section.
      const points = ownPointsOf(plan, line);
      const steps = (points ?? 0) / step;
      return points !== null && Math.abs(steps - Math.round(steps)) > 1e-9 ? { points: shown(points), step } : null;
    });
    return found.map((finding) => {
      const plan = context.card.plans.find(({ name }) => name === finding.plan);
      return plan === undefined ? finding : { ...finding, fixes: fixes(plan, step) };
    });
  },
};
