/** G06: what the goals below promise is less than their parent needs (error), or over a tenth more (note). */
import { ALL_STAGES, type Check } from "../check";
import { carriedParams, treeFindings } from "../goalTree";

export const G06: Check = {
  code: "G06",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  part: "cascade",
  thresholds: {},
  silencedBy: ["G01", "G02"],
  run: (context) =>
    treeFindings(G06, context, ["short", "over"], (fault) => ({
      params: { ...carriedParams(fault), side: fault.kind },
      severity: fault.kind === "short" ? "error" : "note",
    })),
};
