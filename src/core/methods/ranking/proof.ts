/** The second way of the ranking methods: places by judges, alternation and pairs counted again from what was typed, and their mean. */
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
import { countedRankFormula } from "../../formulas/methodProofFormulas";
import {
  alternatedAgainFormula,
  basisAgainFormula,
  meanAgainFormula,
  numbersTo,
  pairedAgainFormula,
  placeAgainFormula,
  winsAgainFormula,
} from "./formulas";

const WHOLE = { numberFormat: "0" } as const;
const judgeKey = (number: number): string => `r${String(number)}`;
const PLACE = "fair";

export const PROOF: MethodProof = {
  results: "RankResults",
  values: [
    {
      column: "basis",
      again: (tools) => basisAgainFormula(["judged", "alternated", "paired"].map((column) => againIn(tools, column))),
    },
  ],
  words: [
    { column: "judged", style: WHOLE, again: ({ own }) => countedRankFormula(own, "meanPlace", "lowest") },
    {
      column: "alternated",
      style: WHOLE,
      again: ({ own, table }) => alternatedAgainFormula(table("Picks"), cellOf(own.headers, "id")),
    },
    { column: "paired", style: WHOLE, again: ({ own, table }) => pairedAgainFormula(table("Pairs"), own, "wins") },
    rankAgain("basis", "lowest"),
  ],
  helpers: ({ count }) => {
    const judges = numbersTo(count("judges"));
    return [
      ...judges.map((number) => typedBeside("Orders", judgeKey(number))),
      ...judges.map((number) => ({
        key: PLACE,
        no: number,
        formula: (tools: ProofTools) =>
          placeAgainFormula(tools.table("Orders"), judgeKey(number), typedIn(tools, judgeKey(number))),
      })),
      {
        key: "meanPlace",
        formula: ({ own }: ProofTools) =>
          meanAgainFormula(own.headers, helperKey(PLACE, 1), helperKey(PLACE, judges.length)),
      },
      {
        key: "wins",
        formula: ({ own, table }: ProofTools) => winsAgainFormula(table("Pairs"), cellOf(own.headers, "id")),
      },
    ];
  },
};
