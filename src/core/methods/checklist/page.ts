/** The page for one person of the checklist: the answers, and how the score comes about. */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD, WRAP } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import { headersOf } from "../../blueprint/tableSheet";
import type { TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import { bandReachedFormula, placeAmongFormula, quotientFormula } from "../../formulas/personPageFormulas";
import { YEAR } from "./period";

const POINT = { numberFormat: "0.0" } as const;
/** Whoever answers must not see what a statement is worth: values are shown once the period is closed. */
const CLOSE = 4;

/** Answers of the person who is picked, and the score made of them. */
export function checklistPage(
  context: MethodContext,
  from: { readonly statements: TableSource; readonly answers: TableSource; readonly results: TableSource },
): MethodPart {
  const bands = { table: context.settings.bands.name, headers: headersOf(context.settings.bands.columns) };
  const value = { from: "lines", kind: "number", style: POINT, fromStage: CLOSE } as const;
  return methodPersonPage(context, {
    shows: {
      items: { source: from.statements, id: "id", words: "item", count: context.count("statements") },
      lines: from.answers,
      columns: [
        { key: "item", from: "items", kind: "text", width: 40, style: WRAP },
        { key: "answer", from: "lines", kind: "text", width: 12, style: BOLD },
        { key: "counted", width: 12, ...value },
        { key: "won", width: 20, ...value },
        { key: "remark", from: "lines", kind: "text", width: 34, style: WRAP },
      ],
      rowHeight: 30,
    },
    results: from.results,
    facts: [
      { key: "score", kind: "number", style: { ...POINT, font: { bold: true, size: 14 } } },
      { key: "band", kind: "text", style: BOLD },
      { key: "rank", kind: "number" },
      { key: "yes", kind: "number" },
      { key: "no", kind: "number" },
      { key: "open", kind: "number" },
    ],
    how: [
      { key: "valuesFrom", value: () => cellFormula(context.names.setting("Stage")) },
      { key: "goodMeans", value: null },
      { key: "goodAnswers", value: { result: "won" } },
      { key: "allAnswers", value: { result: "counted" } },
      { key: "checklistScore", value: (at) => quotientFormula(at("goodAnswers"), at("allAnswers"), at("score"), 100) },
      { key: "bandReached", value: (at) => bandReachedFormula(at("score"), bands) },
      { key: "placeAmong", value: (at) => placeAmongFormula(at("rank"), from.results, "score") },
    ],
    bands: bands.headers,
    trend: YEAR,
  });
}
