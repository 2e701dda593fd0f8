/** The ratings of the graphic scale as the checks of raters take them: a manager's people on all dimensions. */
import { managerChecks } from "../../blueprint/ratedChecks";
import { TOP } from "./formulas";
import { scaleMarks } from "./reading";

export const SCALE_CHECKS = managerChecks(
  { ratings: "ScaleRatings", typed: "point", items: "ScaleItems", past: "PastScaleRatings", usualTop: TOP },
  scaleMarks,
  { table: "ScaleResults", column: "name" },
);
