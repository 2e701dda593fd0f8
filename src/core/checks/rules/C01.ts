/** C01: results are missing; an error once the period is closed. One finding a person, at the first empty cell: never a wall of red. */
import { blankMark } from "../../formulas/marks";
import type { Person } from "../../model/scorecard";
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
    const byPerson = new Map<Person, LineCell[]>();
    for (const cell of cellsWithoutNumber()) {
      if (!isBlank(cell.actual.raw)) continue;
      const known = byPerson.get(cell.person);
      if (known === undefined) byPerson.set(cell.person, [cell]);
      else known.push(cell);
    }
    return [...byPerson].flatMap(([{ name: person, plan }, empty]) => {
      const [first] = empty;
      if (first === undefined) return [];
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
