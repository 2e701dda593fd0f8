/** E11: a record rests on a document and does not say where it is. */
import type { EvidenceRecord } from "../../model/scorecard";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { linesProvedBy } from "../evidenceRecords";
import { cellName } from "../planWeights";

export const E11: Check = {
  code: "E11",
  severity: "warning",
  stages: ["during", ...FROM_EVALUATE],
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["E02"],
  run: ({ card, stage }) => {
    if (card.evidence === null) return [];
    const documented = linesProvedBy(card, "document");
    const isDocument = ({ sourceKind, indicator }: EvidenceRecord): boolean =>
      sourceKind === "document" || (sourceKind === undefined && documented.has(indicator));
    return card.evidence.flatMap((record) => {
      if (record.link !== "" || record.isSample === true || !isDocument(record)) return [];
      return [findingOf(E11, record.cell, { stage, params: { id: record.id, cell: cellName(record.cell) } })];
    });
  },
};
