/** E12: bonus or deductions without a ground, from outside the period, or, once it is evaluated, without evidence. */
import { inPeriod } from "../../evidence/period";
import type { Stage } from "../../model/finding";
import type { ItemEntry, Scorecard } from "../../model/scorecard";
import { ALL_STAGES, findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName } from "../planWeights";

function lacksOf({ period }: Scorecard, stage: Stage, { what, date, record }: ItemEntry): string | null {
  if (what.trim() === "") return "ground";
  if (date === null || !inPeriod(date, period)) return "date";
  return record.trim() === "" && FROM_EVALUATE.includes(stage) ? "record" : null;
}

export const E12: Check = {
  code: "E12",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    (card.extras?.entries ?? []).flatMap((entry) => {
      const kind = lacksOf(card, stage, entry);
      if (kind === null) return [];
      return [findingOf(E12, entry.cell, { stage, params: { id: entry.id, kind, cell: cellName(entry.cell) } })];
    }),
};
