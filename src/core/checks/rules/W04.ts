/** W04: a weight so small that the line hardly matters. */
import { ALL_STAGES, BOTH, type Check } from "../check";
import { perLine, pointsOf, shown, weightLimitMarks } from "../planWeights";

export const W04: Check = {
  code: "W04",
  severity: "warning",
  ownSheetSeverity: "note",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { limit: 5 },
  silencedBy: ["W01", "W02"],
  run: (context, { limit = 0 }) =>
    perLine(W04, context, (plan, line) => {
      const points = pointsOf(plan, line);
      return points !== null && points > 0 && points < limit ? { points: shown(points), limit } : null;
    }),
  marks: (context, { limit = 0 }) => weightLimitMarks("W04", context, limit, "below"),
};
