/** The page for one person of methods in which points are given on weighted items: graphic rating scale and anchored scale. */
import type { TableSource } from "../formulas/byKey";
import { bandReachedFormula, placeAmongFormula, quotientFormula } from "../formulas/personPageFormulas";
import { methodPersonPage } from "./methodPersonPage";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import type { PersonColumn } from "./personPageRows";
import { headersOf } from "./tableSheet";

const BOLD = { font: { bold: true } } as const;
const SCORE = { numberFormat: "0.00" } as const;

/** @param columns what of a person's rows is shown beside item, weight and weight × points */
export function ratedPersonPage(
  context: MethodContext,
  from: { readonly items: TableSource; readonly lines: TableSource; readonly results: TableSource },
  columns: { readonly point: PersonColumn; readonly more: readonly PersonColumn[] },
): MethodPart {
  const bands = { table: context.settings.bands.name, headers: headersOf(context.settings.bands.columns) };
  return methodPersonPage(context, {
    shows: {
      items: { source: from.items, id: "id", words: "item", count: context.count("dimensions") },
      lines: from.lines,
      columns: [
        { key: "item", from: "items", kind: "text", width: 22, style: { wrap: true } },
        { key: "weight", from: "items", kind: "number", width: 9, style: { numberFormat: "General" } },
        columns.point,
        { key: "won", from: { product: ["used", "mark"], counted: "counted" }, kind: "text", width: 16 },
        ...columns.more,
      ],
      rowHeight: 60,
    },
    results: from.results,
    facts: [
      { key: "score", kind: "number", style: { ...SCORE, font: { bold: true, size: 14 } } },
      { key: "band", kind: "text", style: BOLD },
      { key: "rank", kind: "number" },
      { key: "applicable", kind: "number", style: { numberFormat: "0%" } },
      { key: "open", kind: "number" },
    ],
    how: [
      { key: "ratedSum", value: { result: "won" } },
      { key: "ratedWeight", value: { result: "counted" } },
      { key: "ratedScore", value: (at) => quotientFormula(at("ratedSum"), at("ratedWeight"), at("score")) },
      { key: "bandReached", value: (at) => bandReachedFormula(at("score"), bands) },
      { key: "placeAmong", value: (at) => placeAmongFormula(at("rank"), from.results, "score") },
    ],
    bands: bands.headers,
    trend: { result: "score", band: "band", rank: "rank", numberFormat: SCORE.numberFormat },
  });
}
