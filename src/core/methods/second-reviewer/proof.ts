/** The second way of the second reviewer: the final score from both scores and the decision, as they were typed. */
import { bandAgain, rankAgain, typedBeside, typedIn, type MethodProof } from "../../blueprint/methodProof";
import { finalAgainFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "Reviews2",
  values: [
    {
      column: "final",
      again: (tools) =>
        finalAgainFormula(tools.context.names, {
          first: typedIn(tools, "first"),
          second: typedIn(tools, "second"),
          decided: typedIn(tools, "decided"),
        }),
    },
  ],
  words: [bandAgain("final"), rankAgain("final")],
  helpers: () => ["first", "second", "decided"].map((column) => typedBeside("Reviews2", column)),
};
