/** E05: all incidents noted about somebody's behaviour come from one observer or one source. */
import { FROM_EVALUATE, type Check } from "../check";
import { incidentsByPerson, recordsFinding } from "../evidenceRecords";

export const E05: Check = {
  code: "E05",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { records: 2 },
  silencedBy: [],
  run: (context, { records: least = Infinity }) =>
    incidentsByPerson(context.card).flatMap((known) => {
      const sources = known.records.map(({ observer = "", source = "" }) => (observer === "" ? source : observer));
      const [first = ""] = sources;
      if (sources.length < least || first === "" || sources.some((source) => source !== first)) return [];
      return [recordsFinding(E05, context, known, { source: first })];
    }),
};
