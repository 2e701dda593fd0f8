/** G02: a goal whose parent is not there, or whose id is there twice. */
import { ALL_STAGES, type Check } from "../check";
import { treeFindings } from "../goalTree";

export const G02: Check = {
  code: "G02",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  part: "cascade",
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    treeFindings(G02, context, ["orphan", "duplicate"], (fault) => ({
      params: { kind: fault.kind, id: fault.id, parent: fault.kind === "orphan" ? fault.parent : "" },
    })),
};
