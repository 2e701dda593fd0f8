/** The second way of the weight workshop: weights by order and by points again from the places and points that were typed. */
import { typedBeside, typedIn, type MethodProof, type ProofTools } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { centroidAgainFormula, placedFormula, pointsAgainFormula, rankSumAgainFormula } from "./formulas";

const SHARE = { numberFormat: "0.0", horizontal: "Right" } as const;
/** Indicators placed before this one, and at its place or before. */
const counts = ({ own }: ProofTools) => ({
  before: cellOf(own.headers, "before"),
  upTo: cellOf(own.headers, "upTo"),
});

export const PROOF: MethodProof = {
  results: "WeightItems",
  name: "item",
  values: [
    {
      column: "centroid",
      style: SHARE,
      again: (tools) => centroidAgainFormula(tools.table("WeightItems"), counts(tools)),
    },
    {
      column: "rankSum",
      style: SHARE,
      again: (tools) => rankSumAgainFormula(tools.table("WeightItems"), counts(tools)),
    },
    {
      column: "points",
      style: SHARE,
      again: ({ own, table }) =>
        pointsAgainFormula(table("WeightPoints"), cellOf(own.headers, "id"), cellOf(own.headers, "name")),
    },
  ],
  helpers: () => [
    typedBeside("WeightItems", "place"),
    ...(["before", "upTo"] as const).map((key) => ({
      key,
      formula: (tools: ProofTools) =>
        placedFormula(tools.table("WeightItems"), typedIn(tools, "place"), cellOf(tools.own.headers, "name"), key),
    })),
  ],
};
