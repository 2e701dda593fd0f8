/** The second way of the written review: comments counted as they stand, over the whole register. */
import type { MethodProof } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { promptsAgainFormula, writtenAgainFormula } from "./formulas";

const WHOLE = { numberFormat: "0" } as const;

export const PROOF: MethodProof = {
  results: "Reviews",
  values: [
    {
      column: "written",
      style: WHOLE,
      again: ({ own, table }) => writtenAgainFormula(table("Comments"), cellOf(own.headers, "id")),
    },
    {
      column: "prompts",
      style: WHOLE,
      again: ({ own, table }) => promptsAgainFormula(table("Comments"), cellOf(own.headers, "id")),
    },
  ],
};
