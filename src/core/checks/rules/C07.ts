/** C07: two lines of the plan have the same id, or one has none: formulas find lines by their ids and take the first. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName, weighedLines } from "../planWeights";

export const C07: Check = {
  code: "C07",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    const seen = new Set<string>();
    return card.plans.flatMap((plan) =>
      weighedLines(plan).flatMap((line) => {
        const isNew = line.id !== "" && !seen.has(line.id);
        seen.add(line.id);
        if (isNew) return [];
        const cell = line.cells.id ?? line.weight.cell;
        const kind = line.id === "" ? "missing" : "twice";
        const params = { name: line.name, id: line.id, kind, cell: cellName(cell) };
        return [findingOf(C07, cell, { stage, plan: plan.name, indicator: line.name, params })];
      }),
    );
  },
};
