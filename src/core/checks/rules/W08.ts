/** W08: a section holds too little or too much of the weight, or a perspective of a balanced scorecard has no line. */
import type { Finding } from "../../model/finding";
import type { Plan } from "../../model/scorecard";
import { BOTH, findingOf, type Check, type CheckContext, type Thresholds } from "../check";
import { pointsBySection, shown } from "../planWeights";

/** Perspectives of a balanced scorecard. */
const PERSPECTIVES = 4;

function uneven(plan: Plan, { stage }: CheckContext, { low = 0, high = 100, sections = 0 }: Thresholds): Finding[] {
  const sums = pointsBySection(plan);
  if (sums.size < sections) return [];
  return [...sums].flatMap(([section, sum]) => {
    if (sum >= low && sum <= high) return [];
    const first = plan.lines.find((line) => line.section === section);
    const params = { kind: "weight", section, points: shown(sum), low, high, count: sums.size };
    return [findingOf(W08, first?.weight.cell ?? plan.weights, { stage, plan: plan.name, params })];
  });
}

/** A declared section without a line, or fewer perspectives than a balanced scorecard has. */
function empty(plan: Plan, { card, stage }: CheckContext, { low = 0, high = 100 }: Thresholds): Finding[] {
  const used = pointsBySection(plan);
  const say = (section: string, kind: string, cell = plan.weights): Finding =>
    findingOf(W08, cell, {
      stage,
      plan: plan.name,
      params: { kind, section, points: 0, low, high, count: used.size },
    });
  const declared = (plan.sections ?? []).filter(({ name }) => !used.has(name));
  if (declared.length > 0) return declared.map(({ name, cell }) => say(name, "empty", cell));
  return card.method === "bsc" && used.size < PERSPECTIVES ? [say("", "perspectives")] : [];
}

export const W08: Check = {
  code: "W08",
  severity: "warning",
  ownSheetSeverity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { low: 10, high: 60, sections: 3 },
  silencedBy: ["W01", "W02", "W15"],
  run: (context, thresholds) =>
    context.card.plans.flatMap((plan) => [...uneven(plan, context, thresholds), ...empty(plan, context, thresholds)]),
};
