/** The second way of OKR: grades of an objective's key results under their weights, multiplied once over the whole table. */
import { bandAgain, type MethodProof } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { gradeAgainFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "Objectives",
  name: "objective",
  values: [
    { column: "grade", again: ({ own, table }) => gradeAgainFormula(table("KeyResults"), cellOf(own.headers, "id")) },
  ],
  words: [bandAgain("grade", "word")],
};
