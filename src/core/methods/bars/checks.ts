/** The anchors chosen as the checks of raters take them: a manager's people on all dimensions. */
import { managerRatings } from "../../blueprint/ratedChecks";
import type { MethodChecks } from "../../blueprint/methodChecks";
import { TOP } from "./formulas";
import { barsMarks } from "./reading";

export const BARS_CHECKS: MethodChecks = {
  codes: ["R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "E04"],
  read: (book) =>
    managerRatings(
      book,
      {
        ...{ ratings: "BarsRatings", typed: "anchor", items: "BarsItems", past: "PastBarsRatings", top: TOP },
        marks: barsMarks(book),
      },
      { table: "BarsResults", column: "name" },
    ),
};
