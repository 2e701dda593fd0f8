/** The page for one person with a second reviewer: both scores, the decision, and how the final score comes about. */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import { headersOf } from "../../blueprint/tableSheet";
import type { TableSource } from "../../formulas/byKey";
import { bandReachedFormula, besideFormula, placeAmongFormula } from "../../formulas/personPageFormulas";
import { meanStepFormula } from "./formulas";
import { YEAR } from "./period";

const SCORE = { numberFormat: "0.0#" } as const;
/** A person has one row: no table sets the columns. */
const WIDTHS = [6, 20, 20, 18, 28, 24];

/** Both scores of the person who is picked, and the final one. */
export function secondPage(context: MethodContext, reviews: TableSource): MethodPart {
  const { names, settings } = context;
  const bands = { table: settings.bands.name, headers: headersOf(settings.bands.columns) };
  return methodPersonPage(context, {
    shows: { widths: WIDTHS },
    results: reviews,
    facts: [
      { key: "final", kind: "number", style: { ...SCORE, font: { bold: true, size: 14 } } },
      { key: "band", kind: "text", style: BOLD },
      { key: "rank", kind: "number" },
      { key: "rater", kind: "text" },
      { key: "first", kind: "number", style: SCORE },
      { key: "reviewer", kind: "text" },
      { key: "second", kind: "number", style: SCORE },
      { key: "decided", kind: "number", style: SCORE },
    ],
    aside: ["firstUsed", "secondUsed", "difference"],
    how: [
      { key: "twoDifference", value: (at) => besideFormula(at("difference"), names.own.cell("MaxDifference")) },
      { key: "twoMean", value: (at) => meanStepFormula(names, at("firstUsed"), at("secondUsed")) },
      { key: "twoDecided", value: { result: "decidedUsed" } },
      { key: "twoReason", value: { result: "reason", kind: "text" } },
      { key: "bandReached", value: (at) => bandReachedFormula(at("final"), bands) },
      { key: "placeAmong", value: (at) => placeAmongFormula(at("rank"), reviews, "final") },
    ],
    bands: bands.headers,
    trend: YEAR,
  });
}
