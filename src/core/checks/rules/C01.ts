/** C01: results are missing; an error once the period is closed. One finding a person, at the first empty cell: never a wall of red. */
import { blankMark } from "../../formulas/marks";
import { isBlank } from "../../recognise/grid";
import { BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { blockMarks } from "../entryCells";
import { cellName } from "../planWeights";

export const C01: Check = {
  code: "C01",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    card.people.flatMap((person) => {
      // Most people of a large sheet lack nothing: asked first, without making anything.
      if (!person.actuals.some((actual) => isBlank(actual.raw))) return [];
      const lines = card.plans[person.plan]?.lines ?? [];
      const empty = person.actuals.flatMap((actual, k) =>
        isBlank(actual.raw) ? [{ actual, name: lines[k]?.name ?? "" }] : [],
      );
      const [first] = empty;
      if (first === undefined) return [];
      const params = {
        person: person.name,
        count: empty.length,
        of: lines.length,
        names: empty.map(({ name }) => name).join(", "),
        cell: cellName(first.actual.cell),
      };
      const severity = stage === "close" ? ("error" as const) : ("warning" as const);
      return [findingOf(C01, first.actual.cell, { stage, severity, person: person.name, params })];
    }),
  marks: (context) => blockMarks(context, "C01", "warning", (rect, person) => blankMark("C01", rect, person)),
};
