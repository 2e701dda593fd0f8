/** The second way of the probation: the scores of each review side by side under the weights of the items, multiplied once. */
import { againIn, typedBeside, typedIn, type MethodProof, type ProofValue } from "../../blueprint/methodProof";
import { itemRow, typedAt, weightedMeanFormula } from "../../formulas/methodProofFormulas";
import { countedAdviceFormula, pointKey, REVIEWS, scoreKey, scoreOnScaleFormula } from "./formulas";

const partOf = (day: number): string => ` ${String(day)}`;
const review = (day: number): ProofValue => ({
  column: scoreKey(day),
  again: ({ context: { names }, own, items, weights }) =>
    weightedMeanFormula(names, itemRow(own.headers, items, weights, partOf(day))),
});
const [first, second, third] = REVIEWS;

export const PROOF: MethodProof = {
  results: "Probation",
  values: [review(first), review(second), review(third)],
  words: [
    {
      column: "advice",
      again: (tools) =>
        countedAdviceFormula(tools.context.names, againIn(tools, scoreKey(third)), typedIn(tools, "gate")),
    },
  ],
  helpers: () => [typedBeside("Probation", "gate")],
  items: {
    table: "ProbationItems",
    words: "item",
    weight: "weight",
    used: "used",
    rows: { entries: "ProbationScores", person: "person" },
    parts: REVIEWS.map(partOf),
    value: ({ own, table }, { id }, part) =>
      scoreOnScaleFormula(typedAt(own.headers, table("ProbationScores"), id, pointKey(Number(part)))),
  },
};
