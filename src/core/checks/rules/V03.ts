/** V03: a gate on a line is broken by good results: its limit lies above the target, or less is better there. */
import type { GateDefinition, PlanLine, Scorecard } from "../../model/scorecard";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

const lineOf = ({ plans }: Scorecard, { indicator }: GateDefinition): PlanLine | undefined =>
  plans.flatMap(({ lines }) => lines).find(({ id }) => id === indicator);

/** Whether less is better on a line. */
const isLower = ({ rule }: PlanLine): boolean =>
  rule?.direction === "lower" || rule?.kind === "zero" || rule?.kind === "deduction";

export const V03: Check = {
  code: "V03",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["V01"],
  run: ({ card, stage }) =>
    (card.gates ?? []).flatMap((gate) => {
      const line = lineOf(card, gate);
      if (line === undefined || gate.below === null) return [];
      const target = line.rule?.target ?? line.rule?.maximum;
      const kind = isLower(line) ? "lower" : target !== undefined && gate.below > target ? "target" : null;
      if (kind === null) return [];
      const about = { gate: gate.name === "" ? gate.id : gate.name, name: line.name, kind };
      const params = { ...about, below: gate.below, target: target ?? 0, cell: cellName(gate.cell) };
      return [findingOf(V03, gate.cell, { stage, indicator: line.name, params })];
    }),
};
