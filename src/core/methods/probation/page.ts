/** The page for one newcomer: scores after 30, 60 and 90 days, and how advice and decision come about. */
import { methodPersonPage, type HowStep, type ResultFact } from "../../blueprint/methodPersonPage";
import { BOLD, WRAP } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import type { PersonColumn } from "../../blueprint/personPageRows";
import type { TableSource } from "../../formulas/byKey";
import { quotientFormula } from "../../formulas/personPageFormulas";
import { adviceStepFormula, pointKey, REVIEWS, scoreKey, usedKey, weightKey, wonKey } from "./formulas";

const SCORE = { numberFormat: "0.0", horizontal: "Right" } as const;

/** Reviews of the person who is picked, and the advice that follows from them. */
export function probationPage(
  context: MethodContext,
  from: { readonly items: TableSource; readonly scores: TableSource; readonly outcome: TableSource },
): MethodPart {
  return methodPersonPage(context, {
    shows: {
      items: { source: from.items, id: "id", words: "item", count: context.count("items") },
      lines: from.scores,
      columns: [
        { key: "item", from: "items", kind: "text", width: 22, style: WRAP },
        { key: "standard", from: "items", kind: "text", width: 32, style: WRAP },
        { key: "weight", from: "items", kind: "number", width: 9, style: { numberFormat: "General" } },
        ...REVIEWS.map((day): PersonColumn => ({
          ...{ key: pointKey(day), from: "lines", kind: "typed", width: 9, style: SCORE },
        })),
        { key: wonKey(90), from: { product: ["used", usedKey(90)], counted: weightKey(90) }, kind: "text", width: 18 },
        { key: "comment", from: "lines", kind: "text", width: 32, style: WRAP },
      ],
      rowHeight: 45,
    },
    results: from.outcome,
    facts: [
      ...REVIEWS.map((day): ResultFact => ({ key: scoreKey(day), kind: "number", style: { numberFormat: "0.0" } })),
      { key: "gate", kind: "text" },
      { key: "advice", kind: "text", style: BOLD },
      { key: "decision", kind: "text", style: BOLD },
    ],
    aside: REVIEWS.flatMap((day) => [wonKey(day), weightKey(day)]),
    how: [
      ...REVIEWS.map((day): HowStep => ({
        key: `review${String(day)}`,
        value: (at) => quotientFormula(at(wonKey(day)), at(weightKey(day)), at(scoreKey(day))),
      })),
      { key: "adviceStep", value: (at) => adviceStepFormula(context.names, at(scoreKey(90)), at("advice")) },
      { key: "decisionWhy", value: { result: "reason", kind: "text" } },
    ],
  });
}
