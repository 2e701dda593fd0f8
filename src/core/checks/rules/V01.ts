/** V01: a gate lacks what it needs: a band of the table, a line of the plan, or the limit for that line. */
import type { GateDefinition, Scorecard } from "../../model/scorecard";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

type Fault = "band" | "line" | "limit";

function faultOf({ bands, plans }: Scorecard, { bestBand, indicator, below }: GateDefinition): Fault | null {
  if (!bands.some(({ name }) => name === bestBand)) return "band";
  if (indicator === "") return null;
  if (!plans.some(({ lines }) => lines.some(({ id }) => id === indicator))) return "line";
  return below === null ? "limit" : null;
}

export const V01: Check = {
  code: "V01",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    (card.gates ?? []).flatMap((gate) => {
      const kind = faultOf(card, gate);
      if (kind === null) return [];
      const params = { gate: gate.name === "" ? gate.id : gate.name, kind, cell: cellName(gate.cell) };
      return [findingOf(V01, gate.cell, { stage, params })];
    }),
};
