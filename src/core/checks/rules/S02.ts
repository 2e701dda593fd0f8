/** S02: a result lies outside what its scale allows: below 0 or above the top, outside the points of a rating, above full marks. */
import { outsideMark } from "../../formulas/marks";
import type { LineRule } from "../../model/line";
import type { Plan, PlanLine, Scorecard } from "../../model/scorecard";
import { ALL_STAGES, BOTH, type Check } from "../check";
import { blockMarks, perNumber, type CellFault } from "../entryCells";

interface Range {
  readonly low: number;
  readonly top: number;
}

/** Top of the scale of a line on a sheet of the user: its own maximum points, or the block's scale where it is known. */
function ownTop(plan: Plan | undefined, line: PlanLine): number {
  // Weights in per cent that the scores are points of: 0.4 is 40 points.
  if (plan?.scale?.family === "maximum") return (line.weight.value ?? Infinity) / plan.scale.point;
  return plan?.own?.top ?? Infinity;
}

/** What a score on a sheet of the user may be; null where full marks of 0 say that points are extra, or taken off. */
const ownRange = (plan: Plan, line: PlanLine): Range | null =>
  plan.scale?.family === "maximum" && line.weight.value === 0 ? null : { low: 0, top: ownTop(plan, line) };

/** What an actual of a generated line may be; null where any number will do. */
function rangeOf(rule: LineRule | null, { settings }: Scorecard): Range | null {
  switch (rule?.kind) {
    case "rating":
      return { low: 1, top: rule.maximum ?? settings.points.length };
    case "points":
      return rule.maximum === undefined ? null : { low: 0, top: rule.maximum };
    case "milestone":
    case "yesNo":
      return { low: 0, top: 1 };
    case "zero":
    case "deduction":
      return { low: 0, top: Infinity };
    default:
      return null;
  }
}

const fault = (value: number, { low, top }: Range): CellFault | null =>
  value >= low && value <= top ? null : { params: { value, low, top: top === Infinity ? "∞" : top } };

export const S02: Check = {
  code: "S02",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: ["S05"],
  run: (context) => {
    const { card } = context;
    const generated = card.origin === "generated";
    const ranges = card.plans.map((plan) =>
      plan.lines.map((line) => (generated ? rangeOf(line.rule, card) : ownRange(plan, line))),
    );
    return perNumber(
      S02,
      context,
      (value, column, plan) => {
        const range = ranges[plan]?.[column] ?? null;
        return range === null ? null : fault(value, range);
      },
      // What a target turns into attainment has no scale of its own.
      ({ score }) => score === undefined,
    );
  },
  marks: (context) =>
    blockMarks(context, "S02", "warning", (rect, _person, { own, scale }) =>
      own?.top == null || scale?.family === "maximum" ? null : outsideMark("S02", rect, 0, own.top),
    ),
};
