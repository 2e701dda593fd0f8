/** T03: something was typed over formulas of a calculated column. One finding a column. */
import type { Finding, Stage } from "../../model/finding";
import type { OverwrittenFormula } from "../../model/scorecard";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

/** One finding for each column in which cells were typed over, at the first of them. */
export const overwrittenFindings = (all: readonly OverwrittenFormula[], stage: Stage): readonly Finding[] =>
  all.flatMap((first, i) => {
    const sameColumn = ({ header, cell }: OverwrittenFormula): boolean =>
      header === first.header && cell.sheet === first.cell.sheet;
    if (all.findIndex(sameColumn) !== i) return [];
    const params = { column: first.header, count: all.filter(sameColumn).length, cell: cellName(first.cell) };
    return [findingOf(T03, first.cell, { stage, params })];
  });

export const T03: Check = {
  code: "T03",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => overwrittenFindings(card.overwritten ?? [], stage),
};
