/** W01: the weights do not add up to 100. Offers up to four ways to mend it. */
import { sumMark } from "../../formulas/marks";
import type { Fix } from "../../model/finding";
import type { Plan } from "../../model/scorecard";
import { scaleWeights } from "../../weighting/apportion";
import { ALL_STAGES, BOTH, findingOf, type Check } from "../check";
import { hasExpectedSum, planPoints, shown, sumOfPoints, weightPatches, weightsAreNumbers } from "../planWeights";

/** Proportional scaling in whole steps, where no weight is lost by it. */
function rounded(plan: Plan, points: readonly number[], step: 1 | 5, key: string): readonly Fix[] {
  const parts = scaleWeights(points, { step });
  if (!parts.ok || parts.value.some((part, i) => part === 0 && points[i] !== 0)) return [];
  return [{ label: { key }, patches: weightPatches(plan, parts.value) }];
}

/**
 * Proportional scaling in the finest step that the weights already use (whole points, else hundredths), the difference put on
 * the largest, and scaling in whole points and in steps of 5.
 */
function fixes(plan: Plan): readonly Fix[] {
  if (!weightsAreNumbers(plan) || plan.lines.some(({ weight }) => weight.derived === true)) return [];
  const points = planPoints(plan);
  const step = points.every(Number.isInteger) ? 1 : 0.01;
  const scaled = scaleWeights(points, { step });
  const list: Fix[] = [];
  if (scaled.ok) list.push({ label: { key: "checks.W01.fix.scale" }, patches: weightPatches(plan, scaled.value) });
  const largest = points.indexOf(Math.max(...points));
  const rest = shown(100 - sumOfPoints(plan) + (points[largest] ?? 0), 6);
  const name = plan.lines[largest]?.name ?? "";
  if (rest > 0) {
    const patches = weightPatches(
      plan,
      points.map((point, i) => (i === largest ? rest : point)),
    );
    list.push({ label: { key: "checks.W01.fix.largest", params: { name } }, patches });
  }
  if (step !== 1) list.push(...rounded(plan, points, 1, "checks.W01.fix.one"));
  list.push(...rounded(plan, points, 5, "checks.W01.fix.five"));
  return list;
}

export const W01: Check = {
  code: "W01",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { tolerance: 0.005 },
  silencedBy: ["W02", "W12", "C06", "C07"],
  run: ({ card, stage }, { tolerance = 0 }) =>
    card.plans.flatMap((plan) => {
      // Two levels of weights have sums of their own: W15.
      if (!hasExpectedSum(plan) || plan.sections !== undefined) return [];
      const sum = sumOfPoints(plan);
      const gap = shown(Math.abs(sum - 100), 6);
      if (gap <= tolerance) return [];
      const params = { plan: plan.name, sum: shown(sum, 4), gap: shown(gap, 4), side: sum < 100 ? "short" : "over" };
      return [findingOf(W01, plan.weights, { stage, plan: plan.name, params, fixes: fixes(plan) })];
    }),
  marks: ({ card }, { tolerance = 0 }) =>
    card.plans.flatMap((plan) => {
      const numbers = plan.lines.every((line) => typeof line.weight.raw === "number");
      if (plan.scale?.expected == null || plan.sections !== undefined || !numbers) return [];
      if (plan.own?.weightsAreApart === true) return [];
      const { sheet, rect } = plan.weights;
      const formula = sumMark("W01", rect, plan.scale.expected, tolerance * plan.scale.point);
      return [{ rule: "W01", severity: "error" as const, sheet, rect, formula }];
    }),
};
