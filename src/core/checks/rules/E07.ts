/** E07: most of what was noted about somebody's behaviour dates from the last quarter of the period: what is fresh weighs too much. */
import { FROM_EVALUATE, type Check } from "../check";
import { incidentsByPerson, recordsFinding } from "../evidenceRecords";
import { shown } from "../planWeights";

export const E07: Check = {
  code: "E07",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { share: 0.6, records: 5 },
  silencedBy: [],
  run: (context, { share: limit = 2, records: least = Infinity }) => {
    const { from, to } = context.card.period;
    if (from === null || to === null) return [];
    // The last day counts whole, so the period is one day longer than the difference.
    const late = to + 1 - (to + 1 - from) / 4;
    return incidentsByPerson(context.card).flatMap((known) => {
      const { length } = known.records;
      const share = known.records.filter(({ eventDate }) => (eventDate ?? 0) >= late).length / length;
      if (length < least || share < limit) return [];
      return [recordsFinding(E07, context, known, { share: shown(share * 100, 0) })];
    });
  },
};
