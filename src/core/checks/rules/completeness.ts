/** C01 result missing; C02 "not applicable" without a reason; C03 what is missing was weak before; C04 line incomplete for its kind. */
import { blankMark } from "../../formulas/marks";
import type { LineParameter } from "../../model/line";
import { missingParameters } from "../../scoring/attainment";
import type { Actual } from "../../model/scorecard";
import { isBlank } from "../../recognise/grid";
import { plays } from "../../recognise/words";
import { ALL_STAGES, BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName } from "../planWeights";
import { blockMarks } from "./plainCells";

/** One finding a person, at the first empty cell: never a wall of red. */
export const C01: Check = {
  code: "C01",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    card.people.flatMap((person) => {
      const lines = card.plans[person.plan]?.lines ?? [];
      if (!person.actuals.some((actual) => isBlank(actual.raw))) return [];
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

/** A text that says "not applicable". */
const isMarked = ({ raw }: Actual): boolean => typeof raw === "string" && raw !== "" && plays(raw, "notApplicable");

export const C02: Check = {
  code: "C02",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    card.people.flatMap((person) =>
      !person.actuals.some(isMarked)
        ? []
        : person.actuals.flatMap((actual, k) => {
            if (!isMarked(actual) || actual.notApplicable) return [];
            const name = card.plans[person.plan]?.lines[k]?.name ?? "";
            const params = { person: person.name, name, cell: cellName(actual.cell) };
            return [findingOf(C02, actual.cell, { stage, person: person.name, indicator: name, params })];
          }),
    ),
};

export const C04: Check = {
  code: "C04",
  severity: "error",
  stages: ["plan"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.lines.flatMap((line) => {
        const missing: readonly (LineParameter | "kind")[] =
          line.rule === null ? ["kind"] : missingParameters(line.rule);
        const [first] = missing;
        if (first === undefined) return [];
        const column = first === "daysLate" || first === "unitPoints" ? "kind" : first;
        const cell = line.cells[column] ?? line.cells.kind ?? line.weight.cell;
        const params = { name: line.name, needs: missing.join(", "), cell: cellName(cell) };
        return [findingOf(C04, cell, { stage, indicator: line.name, params })];
      }),
    ),
};

/** Owner, source and due date are asked for while the period runs. */
export const C05: Check = {
  code: "C05",
  severity: "warning",
  stages: ["during"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.lines.flatMap((line) => {
        const cell = line.cells.source;
        if (cell === undefined || line.texts.source !== "") return [];
        const params = { name: line.name, cell: cellName(cell) };
        return [findingOf(C05, cell, { stage, indicator: line.name, params })];
      }),
    ),
};
