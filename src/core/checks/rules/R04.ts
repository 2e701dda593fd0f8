/** R04: one rater's dimensions move together and hardly differ within a person (both measures of halo). */
import { FROM_EVALUATE, type Check } from "../check";
import { figure, signFindings } from "../ratingSheets";

export const R04: Check = {
  code: "R04",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { correlation: 0.8, spread: 0.35 },
  silencedBy: [],
  run: (context, { correlation = 1, spread = 0 }) =>
    signFindings(
      R04,
      context,
      "halo",
      { haloCorrelation: correlation, haloSpread: spread },
      (found) => ({ correlation: figure(found.correlation) }),
      "straight",
    ),
};
