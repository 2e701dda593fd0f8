/** The page for one person of the calibration board: the proposal, the board's score with its reason, and how far it moved. */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import { headersOf } from "../../blueprint/tableSheet";
import type { TableSource } from "../../formulas/byKey";
import { bandReachedFormula, placeAmongFormula } from "../../formulas/personPageFormulas";
import { movedFormula } from "./formulas";
import { YEAR } from "./period";

const SCORE = { numberFormat: "0.0#" } as const;
/** A person has one row: no table sets the columns. */
const WIDTHS = [6, 20, 20, 18, 28, 44];

/** What was proposed for the person who is picked, and what the board made of it. */
export function boardPage(context: MethodContext, board: TableSource): MethodPart {
  const { settings } = context;
  const bands = { table: settings.bands.name, headers: headersOf(settings.bands.columns) };
  return methodPersonPage(context, {
    shows: { widths: WIDTHS },
    results: board,
    facts: [
      { key: "final", kind: "number", style: { ...SCORE, font: { bold: true, size: 14 } } },
      { key: "finalBand", kind: "text", style: BOLD },
      { key: "rank", kind: "number" },
      { key: "proposed", kind: "number", style: SCORE },
      { key: "scoreBand", kind: "text" },
      { key: "decided", kind: "number", style: SCORE },
      { key: "by", kind: "text" },
      { key: "evidence", kind: "text", lines: 3 },
      { key: "reason", kind: "text", lines: 3 },
    ],
    // Only numbers on the scale count.
    aside: ["score", "agreed"],
    how: [
      { key: "boardFirst", value: null },
      { key: "boardMoved", value: (at) => movedFormula(at("agreed"), at("score")) },
      { key: "bandReached", value: (at) => bandReachedFormula(at("final"), bands) },
      { key: "placeAmong", value: (at) => placeAmongFormula(at("rank"), board, "final") },
    ],
    bands: bands.headers,
    trend: YEAR,
  });
}
