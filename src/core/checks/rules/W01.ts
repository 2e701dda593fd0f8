/** W01: the weights do not add up to 100. Offers up to four ways to mend it. */
import { sumMark } from "../../formulas/marks";
import type { Fix, WeightSpread } from "../../model/finding";
import type { Plan } from "../../model/scorecard";
import { patchesOf } from "../../weighting/spread";
import { ALL_STAGES, BOTH, findingOf, type Check } from "../check";
import { hasExpectedSum, shown, sumOfPoints } from "../planWeights";
import { spreadFix, spreadOfPlan } from "../weightSpread";

/** Whole points, else hundredths; finer where locked weights leave a rest that is none of these, or a weight would be lost. */
const FINE = [0.01, 0.0001, 0.000001];

/** The difference put on the largest weight, where it stays above 0. */
function onLargest(spread: WeightSpread, sum: number): readonly Fix[] {
  const points = spread.weights.map((weight) => weight.points);
  const largest = points.indexOf(Math.max(...points));
  const rest = shown(100 - sum + (points[largest] ?? 0), 6);
  if (rest <= 0) return [];
  const params = { name: spread.weights[largest]?.label ?? "" };
  const next = points.map((point, i) => (i === largest ? rest : point));
  return [{ label: { key: "checks.W01.fix.largest", params }, patches: patchesOf(spread, next) }];
}

/**
 * Proportional scaling in the finest step that the weights already use (whole points, else hundredths), the difference put on
 * the largest, and scaling in whole points and in steps of 5. What is scaled may be locked in part.
 */
function fixes(plan: Plan, sum: number): readonly Fix[] {
  const spread = spreadOfPlan(plan, FINE);
  if (spread === null) return [];
  const isWhole = spread.weights.every(({ points }) => Number.isInteger(points));
  const scale = (steps: readonly number[], key: string): readonly Fix[] =>
    spreadFix(plan, steps, { key: `checks.W01.fix.${key}` });
  return [
    ...scale(isWhole ? [1, ...FINE] : FINE, "scale"),
    ...onLargest(spread, sum),
    ...(isWhole ? [] : scale([1], "one")),
    ...scale([5], "five"),
  ];
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
      return [findingOf(W01, plan.weights, { stage, plan: plan.name, params, fixes: fixes(plan, sum) })];
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
