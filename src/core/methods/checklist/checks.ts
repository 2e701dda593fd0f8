/** The scores of the checklist as the checks of raters take them: who answers for a person stands in the list of people. */
import { ratedParts, managersIn, ofBosses, type Sheet } from "../../blueprint/ratedChecks";
import { type MethodChecks } from "../../blueprint/methodChecks";

/** Scores go from 0 to 100. */
const TOP = 100;

export const CHECKLIST_CHECKS: MethodChecks = {
  codes: ["R01"],
  read: (book) => {
    const managerOf = managersIn(book);
    const sheets = book.rows("ChecklistResults").flatMap((row): Sheet[] => {
      const [person, score] = [row.text("id"), row.number("score")];
      return score === null ? [] : [{ rater: managerOf(person), person, points: [score], cell: row.cell("score") }];
    });
    const scale = { dimensions: [book.header("ChecklistResults", "score")], lowest: 0, scalePoints: TOP + 1 };
    return ratedParts(
      book,
      { ...scale, ...ofBosses(sheets), previous: [] },
      { table: "ChecklistResults", column: "name" },
    );
  },
};
