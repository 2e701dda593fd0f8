/**
 * The second way of the 360-degree review: means of the groups straight from the forms, for each statement, where the profile
 * shows the group; then the weights of groups and statements.
 */
import { bandAgain, rankAgain, type MethodProof, type ProofItems } from "../../blueprint/methodProof";
import { pointScaleOf } from "../../blueprint/context";
import { cellOf } from "../../formulas/byKey";
import { itemRow, typedAt, valueKey, weightedMeanFormula } from "../../formulas/methodProofFormulas";
import { COUNTED, meanAgainFormula, othersAgainFormula, questionKey } from "./formulas";

const stepOf = (group: string): string => ` ${group}`;

const statement: ProofItems["value"] = ({ context, own, table }, { id, place }, part) => {
  const { names } = context;
  const group = COUNTED.find((each) => stepOf(each) === part);
  if (group === undefined)
    return othersAgainFormula(
      names,
      COUNTED.map((each) => [each, cellOf(own.headers, valueKey(id, stepOf(each)))] as const),
    );
  return meanAgainFormula(names, table("Forms360"), {
    person: cellOf(own.headers, "id"),
    question: questionKey(place + 1),
    shown: typedAt(own.headers, table("Profile360"), id, group),
    group,
    top: pointScaleOf(context).high,
  });
};

export const PROOF: MethodProof = {
  results: "Results360",
  values: [
    {
      column: "score",
      again: ({ context: { names }, own, items, weights }) =>
        weightedMeanFormula(names, itemRow(own.headers, items, weights), {
          least: names.setting("MinApplicable"),
          waits: false,
        }),
    },
  ],
  words: [bandAgain("score"), rankAgain("score")],
  items: {
    table: "Items360",
    words: "item",
    weight: "weight",
    used: "used",
    rows: { entries: "Profile360", person: "person", isNumbered: true },
    steps: COUNTED.map(stepOf),
    value: statement,
  },
};
