/** T03: formulas of a calculated column were typed over, deleted or changed. One finding a column; its fix puts them back. */
import type { CellPatch, Finding, Stage } from "../../model/finding";
import type { OverwrittenFormula } from "../../model/scorecard";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

/** One finding for each column in which cells were typed over, at the first of them. */
export const overwrittenFindings = (all: readonly OverwrittenFormula[], stage: Stage): readonly Finding[] =>
  all.flatMap((first, i) => {
    const sameColumn = ({ header, cell }: OverwrittenFormula): boolean =>
      header === first.header && cell.sheet === first.cell.sheet;
    if (all.findIndex(sameColumn) !== i) return [];
    const own = all.filter(sameColumn);
    const params = { column: first.header, count: own.length, cell: cellName(first.cell) };
    const patches = own.map(({ cell, holds, source }): CellPatch => ({
      location: cell,
      before: holds,
      after: { formulaOf: source },
      label: first.header,
    }));
    return [findingOf(T03, first.cell, { stage, params, fixes: [{ label: { key: "checks.T03.fix" }, patches }] })];
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
