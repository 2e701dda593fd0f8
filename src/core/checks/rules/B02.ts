/** B02: two bands begin at the same total: one of them can never be given. */
import { bandFindings } from "../bandTable";
import { ALL_STAGES, type Check } from "../check";

export const B02: Check = {
  code: "B02",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["B01"],
  run: (context) => bandFindings(B02, context, "equal"),
};
