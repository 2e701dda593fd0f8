/** W02: a weight is empty, negative or no number. */
import { noNumberMark } from "../../formulas/marks";
import type { CellValue } from "../../recognise/snapshot";
import { plays } from "../../recognise/words";
import { ALL_STAGES, BOTH, type Check } from "../check";
import { perLine } from "../planWeights";

/** "--", "n/a", "无" instead of a weight: a line that somebody left out of the weights on purpose, a gate say. */
const isMarker = (raw: CellValue): boolean =>
  typeof raw === "string" && raw.trim() !== "" && plays(raw, "notApplicable");

export const W02: Check = {
  code: "W02",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perLine(W02, context, (_, { weight: { value, raw } }) =>
      // An error is named as one: S03.
      (value === null && !isMarker(raw) && !(context.card.origin === "recognised" && typeof raw === "object")) ||
      (value !== null && value < 0)
        ? {}
        : null,
    ),
  marks: ({ card }) =>
    card.plans.flatMap((plan) => {
      const texts = plan.lines.some((line) => typeof line.weight.raw === "string" && line.weight.value !== null);
      const { sheet, rect } = plan.weights;
      // Columns between the indicators (comments, totals) have no weight and must stay unmarked.
      if (texts || plan.own?.weightsAreApart === true || rect.columns * rect.rows !== plan.lines.length) return [];
      return [{ rule: "W02", severity: "error" as const, sheet, rect, formula: noNumberMark("W02", rect) }];
    }),
};
