/** T01: the sheet's own total differs from the weighted one. One finding where no total follows the weights. */
import { totalMark } from "../../formulas/marks";
import type { MarkPlan } from "../../model/mark";
import type { OwnDifference } from "../../model/scorecard";
import { ALL_STAGES, findingOf, type Check, type CheckContext } from "../check";
import { ownColumn, ownTotalFormula } from "../ownColumns";
import { shown } from "../planWeights";

/** How a difference is told: `count` others have the same cause. */
function told(context: CheckContext, difference: OwnDifference, kind: "one" | "all" | "blank", count: number) {
  const { cell, person, plan, mistake, computed } = difference;
  const params = {
    own: shown(difference.shown),
    ours: computed === null ? "" : shown(computed),
    person,
    count,
    kind,
    mistake,
  };
  const about = { stage: context.stage, plan, params };
  return findingOf(T01, cell, kind === "all" ? about : { ...about, person });
}

export const T01: Check = {
  code: "T01",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["recognised"],
  thresholds: {},
  silencedBy: ["W01", "W02", "W12", "W15"],
  run: (context) =>
    context.card.plans.flatMap(({ name }, index) => {
      const wrong = (context.card.differences ?? []).filter(({ kind, plan }) => kind === "total" && plan === name);
      const [first] = wrong;
      if (first === undefined) return [];
      const people = context.card.people.filter(
        ({ plan, ownTotal }) => plan === index && ownTotal?.value != null,
      ).length;
      const isOneCause = wrong.every(({ mistake }) => mistake === first.mistake);
      if (isOneCause && wrong.length > 1 && (wrong.length === people || first.mistake === "unweighted-sum"))
        return [told(context, first, "all", wrong.length)];
      return wrong.map((difference) => told(context, difference, difference.computed === null ? "blank" : "one", 1));
    }),
  marks: ({ card, results }) =>
    card.plans.flatMap(({ name, own }, index): MarkPlan[] => {
      const [totals, formula] = [ownColumn(card, index, "ownTotal"), ownTotalFormula(card, index)];
      const wrong = (card.differences ?? []).filter(
        ({ kind, plan, computed }) => kind === "total" && plan === name && computed !== null,
      );
      // Where most are wrong that is said once: marks on all of them would be a wall of colour.
      const isMost = wrong.length * 2 > (totals?.rect.rows ?? 0);
      if (totals === null || formula === null || own === undefined || wrong.length === 0 || isMost) return [];
      // A total that may differ, up to a limit say, is no reason for a mark that would accuse it.
      const rows = new Set(wrong.map(({ cell }) => cell.rect.row));
      const accusesOthers = card.people.some(({ plan, ownTotal }, i) => {
        const [shown, total] = [ownTotal?.value ?? null, results[i]?.total ?? null];
        const isOff = plan === index && shown !== null && total !== null && Math.abs(shown - total) > own.tolerance;
        return isOff && !rows.has(ownTotal?.cell.rect.row ?? -1);
      });
      if (accusesOthers) return [];
      const { sheet, rect } = totals;
      return [
        { rule: "T01", severity: "warning", sheet, rect, formula: totalMark("T01", rect, formula, own.tolerance) },
      ];
    }),
};
