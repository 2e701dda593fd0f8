/** The anchors chosen as the checks of raters take them: a manager's people on all dimensions. */
import { managerChecks } from "../../blueprint/ratedChecks";
import { TOP } from "./formulas";
import { barsMarks } from "./reading";

export const BARS_CHECKS = managerChecks(
  { ratings: "BarsRatings", typed: "anchor", items: "BarsItems", past: "PastBarsRatings", usualTop: TOP },
  barsMarks,
  { table: "BarsResults", column: "name" },
);
