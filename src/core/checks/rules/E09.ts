/** E09: everything noted about somebody speaks for or everything against the person. */
import { oneSide } from "../../evidence/patterns";
import { FROM_EVALUATE, type Check } from "../check";
import { recordsByPerson, recordsFinding } from "../evidenceRecords";

export const E09: Check = {
  code: "E09",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { records: 3 },
  silencedBy: [],
  run: (context, { records: least = Infinity }) =>
    recordsByPerson(context.card, ({ sign }) => sign === "+" || sign === "-").flatMap((known) => {
      const side = oneSide(
        known.records.map(({ sign = "" }) => sign),
        least,
      );
      if (!side.ok || side.value === null) return [];
      return [recordsFinding(E09, context, known, { side: side.value === "+" ? "for" : "against" })];
    }),
};
