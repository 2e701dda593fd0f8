/** T03: something was typed over formulas of a calculated column. One finding a column. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

export const T03: Check = {
  code: "T03",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    const all = card.overwritten ?? [];
    return all.flatMap((first, i) => {
      const sameColumn = ({ header, cell }: typeof first): boolean =>
        header === first.header && cell.sheet === first.cell.sheet;
      if (all.findIndex(sameColumn) !== i) return [];
      const params = { column: first.header, count: all.filter(sameColumn).length, cell: cellName(first.cell) };
      return [findingOf(T03, first.cell, { stage, params })];
    });
  },
};
