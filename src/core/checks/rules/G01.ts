/** G01: goals that are each other's parent. */
import { ALL_STAGES, type Check } from "../check";
import { treeFindings } from "../goalTree";

export const G01: Check = {
  code: "G01",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  part: "cascade",
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    treeFindings(G01, context, ["cycle"], ({ ids }) => ({ params: { names: ids.join(" → "), count: ids.length } })),
};
