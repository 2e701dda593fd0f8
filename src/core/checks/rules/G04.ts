/** G04: a goal runs outside the time of the goal it serves. */
import type { Check } from "../check";
import { goalFinding, goalName } from "../goalTree";

export const G04: Check = {
  code: "G04",
  severity: "warning",
  stages: ["plan", "during"],
  origins: ["generated"],
  part: "cascade",
  thresholds: {},
  silencedBy: ["G01", "G02"],
  run: (context) => {
    const goals = context.card.cascade ?? [];
    return goals.flatMap((goal) => {
      const parent = goals.find(({ id }) => id === goal.parent);
      if (parent === undefined) return [];
      const early = goal.period.from !== null && parent.period.from !== null && goal.period.from < parent.period.from;
      const late = goal.period.to !== null && parent.period.to !== null && goal.period.to > parent.period.to;
      if (!early && !late) return [];
      return [goalFinding(G04, context, goal, { parent: goalName(parent), side: early ? "early" : "late" })];
    });
  },
};
