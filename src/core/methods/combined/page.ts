/** The page for one person of the combined appraisal: sections, bonus and deductions, the gate, and how the total comes about. */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD, WRAP } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import { headersOf } from "../../blueprint/tableSheet";
import type { TableSource } from "../../formulas/byKey";
import {
  bandReachedFormula,
  placeAmongFormula,
  quotientFormula,
  withExtrasFormula,
} from "../../formulas/personPageFormulas";
import { YEAR } from "./period";

const NUMBER = { numberFormat: "General", horizontal: "Right" } as const;
const SCORE = { numberFormat: "0.00" } as const;

/**
 * Sections of the person who is picked, and the total made of them.
 * @param count sections: each score of the workbook that is taken over is one, too
 */
export function combinedPage(
  context: MethodContext,
  from: { readonly sections: TableSource; readonly values: TableSource; readonly results: TableSource },
  count: number,
): MethodPart {
  const bands = { table: context.settings.bands.name, headers: headersOf(context.settings.bands.columns) };
  return methodPersonPage(context, {
    shows: {
      items: { source: from.sections, id: "id", words: "item", count },
      lines: from.values,
      columns: [
        { key: "item", from: "items", kind: "text", width: 22, style: WRAP },
        { key: "weight", from: "items", kind: "number", width: 9, style: NUMBER },
        { key: "zero", from: "items", kind: "number", width: 9, style: NUMBER },
        { key: "full", from: "items", kind: "number", width: 16, style: NUMBER },
        { key: "valueUsed", from: "lines", kind: "number", width: 11, style: NUMBER },
        { key: "points", from: "lines", kind: "number", width: 10, style: { ...SCORE, ...BOLD } },
        { key: "won", from: { product: ["used", "points"], counted: "counted" }, kind: "text", width: 22 },
        { key: "comment", from: "lines", kind: "text", width: 30, style: WRAP },
      ],
      rowHeight: 30,
    },
    results: from.results,
    facts: [
      { key: "score", kind: "number", style: { ...SCORE, font: { bold: true, size: 14 } } },
      { key: "band", kind: "text", style: BOLD },
      { key: "rank", kind: "number" },
      { key: "applicable", kind: "number", style: { numberFormat: "0%" } },
      { key: "open", kind: "number" },
      { key: "base", kind: "number", style: SCORE },
      { key: "bonus", kind: "number", style: SCORE },
      { key: "deduction", kind: "number", style: SCORE },
      { key: "gate", kind: "text" },
    ],
    how: [
      { key: "sectionSum", value: { result: "won" } },
      { key: "sectionWeight", value: { result: "counted" } },
      { key: "sectionBase", value: (at) => quotientFormula(at("sectionSum"), at("sectionWeight"), at("base")) },
      {
        key: "sectionTotal",
        value: (at) => withExtrasFormula(at("base"), at("bonus"), at("deduction"), at("score")),
      },
      { key: "bandByTotal", value: (at) => bandReachedFormula(at("score"), bands) },
      { key: "placeAmong", value: (at) => placeAmongFormula(at("rank"), from.results, "score") },
    ],
    bands: bands.headers,
    trend: YEAR,
  });
}
