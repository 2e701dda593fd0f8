/** B03: the lowest band does not begin at the lowest total. */
import { bandFindings } from "../bandTable";
import { ALL_STAGES, type Check } from "../check";

export const B03: Check = {
  code: "B03",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["B01", "B04"],
  run: (context) => bandFindings(B03, context, "uncovered"),
};
