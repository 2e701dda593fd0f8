/** E06: months in a row in which nothing was noted about somebody's behaviour. */
import { longestGap } from "../../evidence/patterns";
import { FROM_EVALUATE, type Check } from "../check";
import { datesOf, incidentsByPerson, recordsFinding } from "../evidenceRecords";

export const E06: Check = {
  code: "E06",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { months: 3 },
  silencedBy: [],
  run: (context, { months = Infinity }) =>
    incidentsByPerson(context.card).flatMap((known) => {
      const gap = longestGap(datesOf(known.records), context.card.period);
      return !gap.ok || gap.value < months ? [] : [recordsFinding(E06, context, known, { gap: gap.value })];
    }),
};
