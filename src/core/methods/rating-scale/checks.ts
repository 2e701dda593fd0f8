/** The ratings of the graphic scale as the checks of raters take them: a manager's people on all dimensions. */
import { managerRatings } from "../../blueprint/ratedChecks";
import type { MethodChecks } from "../../blueprint/methodChecks";
import { TOP } from "./formulas";
import { scaleMarks } from "./reading";

export const SCALE_CHECKS: MethodChecks = {
  codes: ["R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "E04"],
  read: (book) =>
    managerRatings(
      book,
      {
        ...{ ratings: "ScaleRatings", typed: "point", items: "ScaleItems", past: "PastScaleRatings", top: TOP },
        marks: scaleMarks(book),
      },
      { table: "ScaleResults", column: "name" },
    ),
};
