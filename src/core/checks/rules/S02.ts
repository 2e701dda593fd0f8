/** S02: a result lies outside what its scale allows: below 0 or above the top, outside the points of a rating, above full marks. */
import { outsideMark } from "../../formulas/marks";
import type { LineRule } from "../../model/line";
import type { PlanLine, Scorecard } from "../../model/scorecard";
import { ALL_STAGES, BOTH, type Check, type CheckContext } from "../check";
import { blockMarks, perCell, type CellFault } from "../entryCells";

interface Range {
  readonly low: number;
  readonly top: number;
}

/** Top of the scale of a plain sheet's line: its own maximum points, or the sheet's scale. */
const plainTop = ({ card, scaleTop }: CheckContext, line: PlanLine): number =>
  card.plans[0]?.scale?.family === "maximum" ? (line.weight.value ?? scaleTop) : scaleTop;

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
  thresholds: { people: 5 },
  silencedBy: ["S05"],
  run: (context, { people = Infinity }) => {
    const { card } = context;
    const generated = card.origin === "generated";
    // Few scores do not show the scale; a score below 0 is wrong on any.
    const isKnown = card.people.length >= people;
    return perCell(S02, context, ({ value }, line) => {
      if (value === null) return null;
      const range = generated
        ? rangeOf(line.rule, card)
        : { low: 0, top: isKnown || value < 0 ? plainTop(context, line) : Infinity };
      return range === null ? null : fault(value, range);
    });
  },
  marks: (context) =>
    context.card.plans[0]?.scale?.family === "maximum"
      ? []
      : blockMarks(context, "S02", "warning", (rect) => outsideMark("S02", rect, 0, context.scaleTop)),
};
