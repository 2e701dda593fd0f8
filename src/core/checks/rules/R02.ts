/** R02: nearly everybody gets the middle point from one rater. */
import { FROM_EVALUATE, type Check } from "../check";
import { percent, signFindings } from "../ratingSheets";

export const R02: Check = {
  code: "R02",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { share: 0.7, spread: 0.6 },
  silencedBy: [],
  run: (context, { share = 1, spread = 0 }) =>
    signFindings(R02, context, "middle", { middleShare: share, middleSpread: spread }, (found) => ({
      percent: percent(found.share),
    })),
};
