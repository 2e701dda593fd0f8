/** C04: a line lacks what its kind needs, so that no result of it can become a score. */
import type { LineParameter } from "../../model/line";
import type { PlanLine } from "../../model/scorecard";
import { missingParameters } from "../../scoring/attainment";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

type Need = LineParameter | "kind" | "indicator";

const needsOf = ({ name, rule }: PlanLine): readonly Need[] => [
  ...(name === "" ? (["indicator"] as const) : []),
  ...(rule === null ? (["kind"] as const) : missingParameters(rule)),
];

export const C04: Check = {
  code: "C04",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["C06", "C07"],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.lines.flatMap((line) => {
        const needs = needsOf(line);
        const [first] = needs;
        if (first === undefined) return [];
        const column = first === "daysLate" ? "kind" : first;
        const cell = line.cells[column] ?? line.cells.kind ?? line.weight.cell;
        const params = { name: line.name === "" ? line.id : line.name, needs, cell: cellName(cell) };
        return [findingOf(C04, cell, { stage, plan: plan.name, indicator: line.name, params })];
      }),
    ),
};
