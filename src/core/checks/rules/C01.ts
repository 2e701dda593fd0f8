/** C01: results are missing; an error once the period is closed. One finding a person, at the first empty cell: never a wall of red. */
import { blankMark } from "../../formulas/marks";
import { isBlank } from "../../recognise/grid";
import { BOTH, findingOf, FROM_EVALUATE, type Check, type LineCell } from "../check";
import { blockMarks } from "../entryCells";
import { cellName } from "../planWeights";

export const C01: Check = {
  code: "C01",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage, cellsWithoutNumber }) => {
    const groups: LineCell[][] = [];
    // Person by person: the cells of one stand together.
    for (const cell of cellsWithoutNumber()) {
      if (!isBlank(cell.actual.raw)) continue;
      const last = groups.at(-1);
      if (last?.[0]?.person === cell.person) last.push(cell);
      else groups.push([cell]);
    }
    return groups.flatMap((empty) => {
      const [first] = empty;
      if (first === undefined) return [];
      const { name: person, plan } = first.person;
      const params = {
        person,
        count: empty.length,
        of: card.plans[plan]?.lines.length ?? 0,
        names: empty.map(({ line }) => line.name),
        cell: cellName(first.actual.cell),
      };
      const severity = stage === "close" ? ("error" as const) : ("warning" as const);
      return [findingOf(C01, first.actual.cell, { stage, severity, person, params })];
    });
  },
  marks: (context) => blockMarks(context, "C01", "warning", (rect, person) => blankMark("C01", rect, person)),
};
