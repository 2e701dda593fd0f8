/** E07: most of what was noted about somebody's behaviour dates from the last quarter of the period: what is fresh weighs too much. */
import { recentShare } from "../../evidence/patterns";
import { FROM_EVALUATE, type Check } from "../check";
import { datesOf, incidentsByPerson, recordsFinding } from "../evidenceRecords";
import { shown } from "../planWeights";

export const E07: Check = {
  code: "E07",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { share: 0.6, records: 5 },
  silencedBy: [],
  run: (context, { share: limit = 2, records: least = Infinity }) =>
    incidentsByPerson(context.card).flatMap((known) => {
      const share = recentShare(datesOf(known.records), context.card.period, least);
      if (!share.ok || share.value < limit) return [];
      return [recordsFinding(E07, context, known, { share: shown(share.value * 100, 0) })];
    }),
};
