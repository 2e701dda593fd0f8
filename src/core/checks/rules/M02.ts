/** M02: a goal without a due date, or with one outside the period. */
import type { Check } from "../check";
import { perGoal } from "../personalGoals";

export const M02: Check = {
  code: "M02",
  severity: "warning",
  stages: ["plan", "during"],
  origins: ["generated"],
  part: "goals",
  thresholds: {},
  silencedBy: [],
  run: (context) => {
    const { from, to } = context.card.period;
    return perGoal(M02, context, ({ due }) => {
      if (due === null) return { kind: "missing" };
      return (from !== null && due < from) || (to !== null && due > to) ? { kind: "outside" } : null;
    });
  },
};
