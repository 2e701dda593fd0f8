/**
 * The page for one person of the ranking methods: the ranks, their mean, and how many hold the same. The forced distribution is only
 * advice and not on it.
 */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import type { TableSource } from "../../formulas/byKey";
import { placeAmongFormula } from "../../formulas/personPageFormulas";
import { holdersFormula, rankMeanFormula } from "./formulas";
import { YEAR } from "./period";

const RANKS = ["judged", "alternated", "paired"] as const;
/** A person has one row: no table sets the columns. */
const WIDTHS = [6, 20, 20, 18, 28, 24];

/** The ranks of the person who is picked. */
export function rankPage(context: MethodContext, results: TableSource): MethodPart {
  return methodPersonPage(context, {
    shows: { widths: WIDTHS },
    results,
    facts: [
      { key: "rank", kind: "number", style: { font: { bold: true, size: 14 } } },
      { key: "basis", kind: "number", style: { numberFormat: "0.00" } },
      ...RANKS.map((key) => ({ key, kind: "number" as const })),
    ],
    how: [
      { key: "rankMean", value: (at) => rankMeanFormula(RANKS.map(at), at("basis")) },
      { key: "placeAmong", value: (at) => placeAmongFormula(at("rank"), results, "basis") },
      { key: "rankHolders", value: (at) => holdersFormula(at("rank"), results) },
    ],
    trend: { ...YEAR, numberFormat: "0.00" },
  });
}
