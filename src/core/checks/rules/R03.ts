/** R03: one rater uses no more than two points of the scale. */
import { FROM_EVALUATE, type Check } from "../check";
import { signFindings } from "../ratingSheets";

export const R03: Check = {
  code: "R03",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { spread: 0.5 },
  silencedBy: [],
  run: (context, { spread = 0 }) =>
    signFindings(R03, context, "range", { narrowSpread: spread }, (found) => ({ points: found.pointsUsed }), "middle"),
};
