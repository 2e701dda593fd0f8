/** M01: a goal that says nothing it could be measured by. */
import type { Check } from "../check";
import { perGoal } from "../personalGoals";

export const M01: Check = {
  code: "M01",
  severity: "error",
  stages: ["plan", "during"],
  origins: ["generated"],
  part: "goals",
  thresholds: {},
  silencedBy: [],
  run: (context) => perGoal(M01, context, ({ measure }) => (measure.trim() === "" ? {} : null)),
};
