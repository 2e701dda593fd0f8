/** R05: one rater gives people the same point in everything. */
import { FROM_EVALUATE, type Check } from "../check";
import { percent, signFindings } from "../ratingSheets";

export const R05: Check = {
  code: "R05",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { share: 0.5 },
  silencedBy: [],
  run: (context, { share = 1 }) =>
    signFindings(R05, context, "straight", { straightShare: share }, (found) => ({ percent: percent(found.share) })),
};
