/** The second way of goal decomposition: weight × attainment of what stands below a goal, multiplied once over its whole table. */
import type { MethodProof } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { attainmentAgainFormula } from "./levelFormulas";

export const PROOF: MethodProof = {
  results: "TopGoals",
  name: "goal",
  also: { table: "DepartmentGoals", name: "goal" },
  values: [
    {
      column: "attainment",
      style: { numberFormat: "0.0%" },
      again: ({ own, table }) =>
        attainmentAgainFormula([table("DepartmentGoals"), table("LineGoals")], cellOf(own.headers, "id")),
    },
  ],
};
