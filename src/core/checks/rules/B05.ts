/** B05: a band that nobody can reach, with the best possible total. */
import { bandFindings } from "../bandTable";
import { ALL_STAGES, type Check } from "../check";

export const B05: Check = {
  code: "B05",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["B01"],
  run: (context) => bandFindings(B05, context, "unreachable"),
};
