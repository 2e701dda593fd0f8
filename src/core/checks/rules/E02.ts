/** E02: a record names no line or person that there is, or is not dated inside the period. */
import type { EvidenceRecord, Scorecard } from "../../model/scorecard";
import { findingOf, type Check } from "../check";
import { inPeriod } from "../../evidence/period";
import { cellName, weighedLines } from "../planWeights";

type Fault = "indicator" | "person" | "undated" | "period";

function faultOf(
  card: Scorecard,
  lines: ReadonlySet<string>,
  people: ReadonlySet<string>,
  record: EvidenceRecord,
): Fault | null {
  if (!lines.has(record.indicator)) return "indicator";
  if (record.person !== null && !people.has(record.person)) return "person";
  if (record.eventDate === null) return "undated";
  return inPeriod(record.eventDate, card.period) ? null : "period";
}

export const E02: Check = {
  code: "E02",
  severity: "error",
  stages: ["during", "evaluate", "close"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    const lines = new Set(card.plans.flatMap((plan) => weighedLines(plan).map((line) => line.id)));
    const people = new Set(card.people.map((person) => person.id));
    return (card.evidence ?? []).flatMap((record) => {
      const kind = faultOf(card, lines, people, record);
      if (kind === null) return [];
      return [findingOf(E02, record.cell, { stage, params: { id: record.id, kind, cell: cellName(record.cell) } })];
    });
  },
};
