/** The second way of the checklist: 1 for a good answer and 0 for any other under the values of the statements, multiplied once. */
import { bandAgain, rankAgain, type MethodProof } from "../../blueprint/methodProof";
import { itemRow, typedAt, weightedMeanFormula } from "../../formulas/methodProofFormulas";
import { goodAnswerFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "ChecklistResults",
  values: [
    {
      column: "score",
      again: ({ context: { names }, own, items, weights }) =>
        weightedMeanFormula(names, itemRow(own.headers, items, weights), { factor: 100 }),
    },
  ],
  words: [bandAgain("score"), rankAgain("score")],
  items: {
    table: "Statements",
    words: "item",
    weight: "value",
    used: "worth",
    within: [1, 11],
    rows: { entries: "Answers", person: "person" },
    value: ({ context: { names }, own, table }, { id, cell }) =>
      goodAnswerFormula(names, typedAt(own.headers, table("Answers"), id, "answer"), table("Statements"), cell),
  },
};
