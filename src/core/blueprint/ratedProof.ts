/** The second way of methods in which points are given on weighted items: graphic rating scale and anchored scale. */
import { itemRow, numberOrNaFormula, typedAt, weightedMeanFormula } from "../formulas/methodProofFormulas";
import { pointScaleOf } from "./context";
import { bandAgain, rankAgain, type MethodProof, type ProofItems } from "./methodProof";

/** A whole point of the workbook's scale, as it was typed under `key`. */
export const wholePoint =
  (entries: string, key: string): ProofItems["value"] =>
  ({ context, own, table }, { id }) =>
    numberOrNaFormula(
      context.names,
      typedAt(own.headers, table(entries), id, key),
      (value) => `AND(${value}>=1,${value}<=${String(pointScaleOf(context).high)},${value}=INT(${value}))`,
    );

/**
 * @param value what a person was given on an item, as it was typed
 */
export const ratedProof = (
  results: string,
  items: string,
  entries: string,
  value: ProofItems["value"] = wholePoint(entries, "point"),
  more: Pick<ProofItems, "steps"> = {},
): MethodProof => ({
  results,
  values: [
    {
      column: "score",
      again: ({ context: { names }, own, items: all, weights }) =>
        weightedMeanFormula(names, itemRow(own.headers, all, weights), { least: names.setting("MinApplicable") }),
    },
  ],
  words: [bandAgain("score"), rankAgain("score")],
  items: {
    table: items,
    words: "item",
    weight: "weight",
    used: "used",
    rows: { entries, person: "person" },
    value,
    ...more,
  },
});
