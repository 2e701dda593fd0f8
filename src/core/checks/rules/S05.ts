/** S05: a share is written in another way than the rest: 0.95 where percent are numbers such as 95, or 95 where they are 0.95. */
import type { PlanLine } from "../../model/scorecard";
import { roundHalfAway } from "../../scoring/round";
import { ALL_STAGES, BOTH, type Check, type CheckContext } from "../check";
import { perNumber } from "../entryCells";

/** Shares up to this are fractions; percent from this on are percent (between them nothing is said). */
const MOST_FRACTION = 1.5;
/** Share of a column's scores that shows how it is written. */
const MOST = 0.8;

/**
 * How the line's percent are written, by its target; null where it is no line in percent, or where a small number may be
 * meant: targets between the two, and lines on which less is better.
 */
function byTarget({ rule, texts }: PlanLine, large: number): "fraction" | "percent" | null {
  const unit = (texts.unit ?? "").normalize("NFKC");
  const goal = rule?.target ?? rule?.high;
  if (goal === undefined || goal <= 0 || !unit.includes("%")) return null;
  if (goal <= MOST_FRACTION) return "fraction";
  return goal >= large && rule?.direction !== "lower" ? "percent" : null;
}

/** How most of a plain sheet's columns are written, by plan: fractions when all but few scores are; null when that cannot be said. */
const byColumns = ({ card, numbers }: CheckContext, least: number): readonly (readonly ("fraction" | null)[])[] =>
  numbers().map(({ numbers: values }, plan) => {
    const { lines, scale } = card.plans[plan] ?? { lines: [], scale: null };
    return lines.map((_, k) => {
      let [all, fractions, below] = [0, 0, false];
      for (let at = k; at < values.length; at += lines.length) {
        const value = values[at] as number;
        if (value === value) all += 1;
        if (value > 0 && value <= MOST_FRACTION) fractions += 1;
        if (value > 0 && value < 1) below = true;
      }
      const isSmall = fractions >= least && below && fractions >= all * MOST;
      return isSmall && scale?.family !== "maximum" ? "fraction" : null;
    });
  });

export const S05: Check = {
  code: "S05",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { people: 4, percent: 10, target: 50 },
  silencedBy: [],
  run: (context, { people = Infinity, percent = Infinity, target = Infinity }) => {
    const { card } = context;
    // By plan, then by column.
    const styles =
      card.origin === "generated"
        ? card.plans.map(({ lines }) => lines.map((line) => byTarget(line, target)))
        : byColumns(context, people);
    if (styles.every((columns) => columns.every((style) => style === null))) return [];
    return perNumber(S05, context, (value, column, plan) => {
      if (value <= 0) return null;
      const factor = value <= MOST_FRACTION ? 100 : value >= percent && value <= MOST_FRACTION * 100 ? 0.01 : null;
      if (factor === null || styles[plan]?.[column] !== (factor === 100 ? "percent" : "fraction")) return null;
      const after = roundHalfAway(value * factor, 9);
      return { params: { value, likely: after }, after };
    });
  },
};
