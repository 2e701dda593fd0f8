/** The second way of the combined appraisal: values on their way to 100 again under the weights of the sections; extras added up again. */
import {
  againIn,
  helperKey,
  rankAgain,
  typedBeside,
  typedIn,
  type MethodProof,
  type ProofTools,
} from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { itemRow, typedAt, valueKey, weightedMeanFormula } from "../../formulas/methodProofFormulas";
import {
  extrasAgainFormula,
  gatedBandFormula,
  SIDES,
  totalAgainFormula,
  valueAgainFormula,
  wayFormula,
} from "./formulas";

/** The value before it is put on its way. */
const VALUE = " #";
const helper = ({ own }: ProofTools, key: string): string => cellOf(own.headers, helperKey(key));

export const PROOF: MethodProof = {
  results: "CombinedResults",
  values: [
    {
      column: "base",
      again: ({ context: { names }, own, items, weights }) =>
        weightedMeanFormula(names, itemRow(own.headers, items, weights), { least: names.setting("MinApplicable") }),
    },
    {
      column: "score",
      again: (tools) => totalAgainFormula(againIn(tools, "base"), helper(tools, "bonus"), helper(tools, "deduction")),
    },
  ],
  words: [
    {
      column: "band",
      again: (tools) =>
        gatedBandFormula(tools.context.names, againIn(tools, "score"), typedIn(tools, "gate"), tools.bands),
    },
    rankAgain("score"),
  ],
  helpers: () => [
    ...SIDES.map((side) => ({
      key: side,
      formula: ({ context: { names }, own, table }: ProofTools) =>
        extrasAgainFormula(names, cellOf(own.headers, "id"), table("Extras"), side),
    })),
    typedBeside("CombinedResults", "gate"),
  ],
  items: {
    table: "Sections",
    words: "item",
    weight: "weight",
    used: "used",
    rows: { entries: "SectionValues", person: "person" },
    steps: [VALUE],
    value: ({ context: { names }, own, table }, { id, cell }, part) => {
      const typed = (key: string): string => typedAt(own.headers, table("SectionValues"), id, key);
      return part === VALUE
        ? valueAgainFormula(names, typed("value"), typed("linked"))
        : wayFormula(names, table("Sections"), cell, cellOf(own.headers, valueKey(id, VALUE)));
    },
  },
};
