/** B01: the cut-offs of the bands do not fall from the best band down. */
import { bandFindings } from "../bandTable";
import { ALL_STAGES, type Check } from "../check";

export const B01: Check = {
  code: "B01",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["B04"],
  run: (context) => bandFindings(B01, context, "order"),
};
