/** The second way of the strategy map: scores of what stands under an objective or a perspective, added up over its whole table. */
import type { MethodProof, ProofTools } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { scoreAgainFormula, scoredAgainFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "BscPerspectives",
  name: "perspective",
  also: { table: "BscObjectives", name: "objective" },
  values: [
    {
      column: "score",
      again: ({ own: { headers: h } }) => scoreAgainFormula(cellOf(h, "won"), cellOf(h, "scored")),
    },
  ],
  helpers: () =>
    (["won", "scored"] as const).map((key) => ({
      key,
      style: { numberFormat: "0.00" },
      formula: ({ own, table }: ProofTools) =>
        scoredAgainFormula(table("BscObjectives"), table("BscMeasures"), cellOf(own.headers, "id"), key),
    })),
};
