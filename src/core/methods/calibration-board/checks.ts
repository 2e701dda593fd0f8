/** The managers' proposals as the checks of raters take them: one score a person, each person with one manager. */
import {
  ratedParts,
  formerly,
  lastPeriod,
  ofBosses,
  onFivePoints,
  ratersIn,
  scaleIn,
  type Sheet,
} from "../../blueprint/ratedChecks";
import type { MethodChecks } from "../../blueprint/methodChecks";

export const BOARD_CHECKS: MethodChecks = {
  codes: ["R01", "R02", "R03", "R07", "R08"],
  limits: { "R01.shift": { cell: "c_Talk", of: onFivePoints } },
  read: (book) => {
    const { lowest, scalePoints, onScale } = scaleIn(book);
    const managerOf = ratersIn(book, "BoardManagers");
    const sheets = book.rows("Board").flatMap((row): Sheet[] => {
      const score = onScale(row.number("proposed"));
      const rater = managerOf(row.text("manager"));
      if (score === null || rater === undefined) return [];
      return [{ rater, person: row.text("id"), points: [score], cell: row.cell("proposed") }];
    });
    return ratedParts(
      book,
      {
        ...{ dimensions: [book.header("Board", "proposed")], lowest, scalePoints, ...ofBosses(sheets) },
        previous: formerly(lastPeriod(book, "PastBoard"), "id", ["proposed"]),
      },
      { table: "Board", column: "name" },
    );
  },
};
