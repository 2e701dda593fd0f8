/** E03: a rating at the end of its scale, and nothing is written about it. One finding a person. */
import { commentGap } from "../../evidence/sufficiency";
import { FROM_EVALUATE, type Check } from "../check";
import { endRatingFindings, endRatings } from "../endRatings";

export const E03: Check = {
  code: "E03",
  severity: "error",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { lowShare: 0.4 },
  silencedBy: [],
  run: (context, { lowShare = 0 }) => {
    if (context.card.evidence === null) return [];
    const silent = endRatings(context.card, lowShare).filter(({ comment }) => commentGap(comment, 0) === "noComment");
    return endRatingFindings(E03, context, silent, {});
  },
};
