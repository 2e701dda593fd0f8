/** The second way of the strategy map: scores of what stands under an objective or a perspective, added up over its whole table. */
import type { MethodProof } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { scoreAgainFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "BscPerspectives",
  name: "perspective",
  also: { table: "BscObjectives", name: "objective" },
  values: [
    {
      column: "score",
      again: ({ own, table }) =>
        scoreAgainFormula(table("BscObjectives"), table("BscMeasures"), cellOf(own.headers, "id")),
    },
  ],
};
