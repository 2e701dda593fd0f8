/** The second way of the calibration board: what was agreed, else what was proposed, as it was typed. */
import { bandAgain, rankAgain, typedBeside, typedIn, type MethodProof } from "../../blueprint/methodProof";
import { agreedElseProposedFormula } from "./formulas";

export const PROOF: MethodProof = {
  results: "Board",
  values: [
    {
      column: "final",
      again: (tools) =>
        agreedElseProposedFormula(tools.context.names, typedIn(tools, "decided"), typedIn(tools, "proposed")),
    },
  ],
  words: [bandAgain("final", "finalBand"), rankAgain("final")],
  helpers: () => ["proposed", "decided"].map((column) => typedBeside("Board", column)),
};
