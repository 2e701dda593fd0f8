/** W11: the same indicator stands several times in one job group, with different weights. */
import type { Plan, PlanLine } from "../../model/scorecard";
import { findingOf, type Check } from "../check";
import { cellName, pointsOf, shown } from "../planWeights";

const groupOf = (plan: Plan, line: PlanLine): string => line.texts.jobGroup ?? plan.name;

export const W11: Check = {
  code: "W11",
  severity: "note",
  stages: ["plan"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["W02"],
  run: ({ card, stage }) => {
    const first = new Map<string, number | null>();
    return card.plans.flatMap((plan) =>
      plan.lines.flatMap((line) => {
        const points = pointsOf(plan, line);
        const key = JSON.stringify([groupOf(plan, line), line.name]);
        const before = first.get(key);
        if (before === undefined) first.set(key, points);
        if (before == null || points === null || before === points || line.name === "") return [];
        const cell = line.weight.cell;
        const params = { name: line.name, points: shown(points), other: shown(before), cell: cellName(cell) };
        return [findingOf(W11, cell, { stage, plan: plan.name, indicator: line.name, params })];
      }),
    );
  },
};
