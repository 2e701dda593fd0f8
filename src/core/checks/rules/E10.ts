/** E10: records about somebody are not yet shared with the person when the period is closed. One finding a person. */
import type { Check } from "../check";
import { recordsByPerson, recordsFinding } from "../evidenceRecords";

export const E10: Check = {
  code: "E10",
  severity: "warning",
  stages: ["close"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  // undefined: the register has no such column, and nothing can be said.
  run: (context) =>
    recordsByPerson(context.card, ({ sharedOn }) => sharedOn === null).map((known) =>
      recordsFinding(E10, context, known, {}),
    ),
};
