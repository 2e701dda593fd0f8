/** W05: one weight decides most of the result; above the second limit the sentence says so more strongly. */
import { ALL_STAGES, BOTH, type Check } from "../check";
import { perLine, pointsOf, shown, weightLimitMarks } from "../planWeights";

export const W05: Check = {
  code: "W05",
  severity: "warning",
  ownSheetSeverity: "note",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { limit: 40, strong: 50 },
  silencedBy: ["W02"],
  run: (context, { limit = 100, strong = 100 }) =>
    perLine(W05, context, (plan, line) => {
      const points = pointsOf(plan, line);
      // Of one or two lines one must be heavy.
      if (points === null || points <= limit || plan.lines.length <= 2) return null;
      return { points: shown(points), limit, strength: points > strong ? "strong" : "plain" };
    }),
  marks: (context, { limit = 100 }) => weightLimitMarks("W05", context, limit, "above"),
};
