/** The second way of OKR: grades of an objective's key results under their weights, multiplied once over the whole table. */
import { bandAgain, type MethodProof, type ProofTools } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { gradeAgainFormula, gradedAgainFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "Objectives",
  name: "objective",
  values: [
    {
      column: "grade",
      again: ({ own: { headers: h } }) => gradeAgainFormula(cellOf(h, "won"), cellOf(h, "scored")),
    },
  ],
  words: [bandAgain("grade", "word")],
  helpers: () =>
    (["won", "scored"] as const).map((key) => ({
      key,
      style: { numberFormat: "0.00" },
      formula: ({ own, table }: ProofTools) => gradedAgainFormula(table("KeyResults"), cellOf(own.headers, "id"), key),
    })),
};
