/** C05: owner, unit, source or due date of a line are not named; asked for while the period runs. */
import type { PlanColumn } from "../../model/columns";
import { findingOf, type Check } from "../check";
import type { PlanLine } from "../../model/scorecard";
import { cellName } from "../planWeights";

const ASKED = ["owner", "source", "unit", "due"] as const satisfies readonly PlanColumn[];

/** Columns that the plan has and this line leaves empty; a due date is asked of milestones only. */
const emptyColumns = ({ cells, texts, rule }: PlanLine): readonly (typeof ASKED)[number][] =>
  ASKED.filter(
    (column) => cells[column] !== undefined && texts[column] === "" && (column !== "due" || rule?.kind === "milestone"),
  );

export const C05: Check = {
  code: "C05",
  severity: "warning",
  stages: ["during"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["C04", "C06", "C07"],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.lines.flatMap((line) => {
        const empty = emptyColumns(line);
        const cell = empty[0] === undefined ? undefined : line.cells[empty[0]];
        if (cell === undefined) return [];
        const params = { name: line.name, needs: empty, cell: cellName(cell) };
        return [findingOf(C05, cell, { stage, plan: plan.name, indicator: line.name, params })];
      }),
    ),
};
