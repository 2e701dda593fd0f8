/** W17: a weight is no multiple of 5; on in Chinese only, where steps of 5 are expected. Offers to round all. */
import type { Finding, Fix } from "../../model/finding";
import type { Plan } from "../../model/scorecard";
import { BOTH, type Check } from "../check";
import { ownPointsOf, perLine, shown } from "../planWeights";
import { spreadFix, spreadOfLines, spreadOfPlan } from "../weightSpread";

/** All weights of the plan in steps; where sections have weights of their own, or a sum to keep, those of the line's section. */
function fixes(plan: Plan, { location }: Finding, step: number): readonly Fix[] {
  const sections = plan.sections ?? plan.sums;
  const own = plan.lines.find(({ weight }) => weight.cell === location)?.section;
  const points = plan.sections === undefined ? sections?.find(({ name }) => name === own)?.points : 100;
  const weights =
    sections === undefined
      ? spreadOfPlan(plan)
      : points == null
        ? null
        : spreadOfLines(
            plan,
            plan.lines.filter(({ section }) => section === own),
            points,
          );
  return spreadFix(weights, [step], { key: "checks.W17.fix", params: { step } });
}

export const W17: Check = {
  code: "W17",
  severity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { step: 5 },
  silencedBy: ["W01", "W02", "W12", "W15"],
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
      return plan === undefined ? finding : { ...finding, fixes: fixes(plan, finding, step) };
    });
  },
};
