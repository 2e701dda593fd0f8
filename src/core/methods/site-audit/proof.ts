/** The second way of the site audit: the answers to each item counted, under the weights of the items, multiplied once. */
import { rankAgain, typedBeside, typedIn, type MethodProof } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { itemRow, weightedMeanFormula } from "../../formulas/methodProofFormulas";
import { countedAnswerFormula, whereVisitedFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "AuditVisits",
  name: "site",
  values: [
    {
      column: "score",
      again: (tools) => {
        const { context, own, items, weights } = tools;
        const score = weightedMeanFormula(context.names, itemRow(own.headers, items, weights), { factor: 100 });
        return whereVisitedFormula(cellOf(own.headers, "name"), typedIn(tools, "date"), score);
      },
    },
  ],
  words: [rankAgain("score")],
  helpers: () => [typedBeside("AuditVisits", "date", { numberFormat: "yyyy-mm-dd" })],
  items: {
    table: "AuditItems",
    words: "item",
    weight: "weight",
    used: "used",
    value: ({ context: { names }, own, table }, { cell }) =>
      countedAnswerFormula(names, table("AuditAnswers"), cellOf(own.headers, "id"), cell),
  },
};
