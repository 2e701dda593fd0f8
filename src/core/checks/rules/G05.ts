/** G05: the weights of the goals under one parent do not add up to 100. */
import { ALL_STAGES, type Check } from "../check";
import { sumParams, treeFindings } from "../goalTree";

export const G05: Check = {
  code: "G05",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  part: "cascade",
  thresholds: {},
  silencedBy: ["G01", "G02"],
  run: (context) => treeFindings(G05, context, ["weights"], (fault) => ({ params: sumParams(fault) })),
};
