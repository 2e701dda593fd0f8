/** G03: nobody below carries a goal, although others of its level are carried on. */
import type { Check } from "../check";
import { goalFinding } from "../goalTree";

export const G03: Check = {
  code: "G03",
  severity: "warning",
  stages: ["plan", "during"],
  origins: ["generated"],
  part: "cascade",
  thresholds: {},
  silencedBy: ["G01", "G02"],
  run: (context) => {
    const goals = context.card.cascade ?? [];
    const parents = new Set(goals.map(({ parent }) => parent));
    const carriedLevels = new Set(goals.filter(({ id }) => parents.has(id)).map(({ level }) => level));
    return goals
      .filter(({ id, level, kind }) => !parents.has(id) && kind !== "support" && carriedLevels.has(level))
      .map((goal) => goalFinding(G03, context, goal, { level: goal.level }));
  },
};
