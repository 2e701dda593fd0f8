/** C06: a line of the plan has no column on the entry sheet: it counts in the weights, and nobody can be scored on it. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName, pointsOf, shown } from "../planWeights";

export const C06: Check = {
  code: "C06",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["C07"],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      (plan.unplaced ?? []).map((line) => {
        const cell = line.cells.indicator ?? line.weight.cell;
        const name = line.name === "" ? line.id : line.name;
        const params = { name, plan: plan.name, points: shown(pointsOf(plan, line) ?? 0), cell: cellName(cell) };
        return findingOf(C06, cell, { stage, plan: plan.name, indicator: line.name, params });
      }),
    ),
};
