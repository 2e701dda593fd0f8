/** The second way of management by objectives: weight × attainment of a person's goals multiplied once over the whole Review sheet. */
import { bandAgain, type MethodProof } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { totalAgainFormula, weightsAgainFormula } from "./resultFormulas";

export const PROOF: MethodProof = {
  results: "Results",
  values: [
    {
      column: "total",
      again: ({ context: { names }, own, table }) =>
        totalAgainFormula(names, table("Goals"), table("Review"), cellOf(own.headers, "id")),
    },
    {
      column: "weights",
      again: ({ own, table }) => weightsAgainFormula(table("Goals"), cellOf(own.headers, "id")),
    },
  ],
  words: [bandAgain("total")],
};
