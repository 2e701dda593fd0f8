/** E08: records were written long after what they tell of. One finding a person. */
import { daysToRecord } from "../../evidence/patterns";
import type { EvidenceRecord } from "../../model/scorecard";
import { FROM_EVALUATE, type Check } from "../check";
import { recordsByPerson, recordsFinding } from "../evidenceRecords";

const delay = ({ eventDate, recordedDate }: EvidenceRecord): number => daysToRecord(eventDate, recordedDate);

export const E08: Check = {
  code: "E08",
  severity: "note",
  stages: ["during", ...FROM_EVALUATE],
  origins: ["generated"],
  thresholds: { days: 14 },
  silencedBy: [],
  run: (context, { days = Infinity }) =>
    recordsByPerson(context.card, (record) => delay(record) > days).map((known) =>
      recordsFinding(E08, context, known, { days, longest: Math.max(...known.records.map(delay)) }),
    ),
};
