/** W12: fractions (0.2) and percent (20) stand in one list of weights. Offers to turn the fractions into percent. */
import type { Fix } from "../../model/finding";
import type { Plan } from "../../model/scorecard";
import { roundHalfAway } from "../../scoring/round";
import { ALL_STAGES, BOTH, findingOf, type Check } from "../check";
import { weighedLines } from "../planWeights";

const sumOf = (values: readonly number[]): number =>
  roundHalfAway(
    values.reduce((sum, value) => sum + value, 0),
    6,
  );
const asPercent = (value: number): number => (value > 0 && value <= 1 ? roundHalfAway(value * 100, 9) : value);

/** The fix, when turning the fractions into percent brings the sum near 100; null when it does not. */
function conversion(plan: Plan, near: number): Fix | null {
  const lines = weighedLines(plan);
  const values = lines.map(({ weight }) => weight.value ?? 0);
  const changed = values.map(asPercent);
  if (changed.every((value, i) => value === values[i]) || Math.abs(sumOf(changed) - 100) > near) return null;
  const patches = lines.flatMap(({ weight: { cell, raw, value }, name }, i) => {
    const after = changed[i] ?? 0;
    return value === null || after === value || typeof raw !== "number"
      ? []
      : [{ location: cell, before: raw, after, label: name }];
  });
  return { label: { key: "checks.W12.fix" }, patches };
}

export const W12: Check = {
  code: "W12",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { near: 1 },
  silencedBy: ["W02"],
  run: ({ card, stage }, { near = 0 }) =>
    card.plans.flatMap((plan) => {
      const fix = conversion(plan, near);
      const unreadable = plan.scale === null && plan.lines.some((line) => line.weight.value !== null);
      // Where percent is expected, a list that only its fractions keep from 100 was typed as fractions.
      const typedSo = plan.scale?.family === "percent" && fix !== null;
      if (!unreadable && !typedSo) return [];
      const about = { stage, plan: plan.name, params: { plan: plan.name } };
      return [findingOf(W12, plan.weights, fix === null ? about : { ...about, fixes: [fix] })];
    }),
};
