/** G07: the targets of the months or quarters do not make the year's. */
import { aggregate } from "../../cascade/periods";
import { roundHalfAway } from "../../scoring/round";
import type { Check } from "../check";
import { goalFinding } from "../goalTree";

export const G07: Check = {
  code: "G07",
  severity: "warning",
  stages: ["plan", "during"],
  origins: ["generated"],
  part: "cascade",
  /** Per cent of the year's target that rounding may cost. */
  thresholds: { tolerance: 0.5 },
  silencedBy: [],
  run: (context, { tolerance = 0 }) =>
    (context.card.cascade ?? []).flatMap((goal) => {
      if (goal.phases === null || goal.target === null) return [];
      const { aggregation, targets, cell = goal.cell } = goal.phases;
      const made = aggregate(
        aggregation === "ratio" ? "mean" : aggregation,
        targets.map((value) => ({ value })),
      );
      const isMade = made.ok && Math.abs(made.value.value - goal.target) <= (Math.abs(goal.target) * tolerance) / 100;
      if (isMade || (made.ok && made.value.missing.length === targets.length)) return [];
      const sum = made.ok ? roundHalfAway(made.value.value, 2) : 0;
      return [goalFinding(G07, context, { ...goal, cell }, { sum, target: roundHalfAway(goal.target, 2) })];
    }),
};
