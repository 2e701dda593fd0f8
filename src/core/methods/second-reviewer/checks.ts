/** First and second scores as the checks of raters take them: every person has two raters, so that severity can be told. */
import {
  ratedParts,
  formerly,
  lastPeriod,
  ofBosses,
  onFivePoints,
  scaleIn,
  type Sheet,
} from "../../blueprint/ratedChecks";
import { firstById, type MethodChecks } from "../../blueprint/methodChecks";

const LOOKS = [
  { by: "rater", score: "first" },
  { by: "reviewer", score: "second" },
] as const;

export const SECOND_CHECKS: MethodChecks = {
  codes: ["R01", "R02", "R03", "R07", "R08"],
  limits: { "R01.shift": { cell: "c_Talk", of: onFivePoints } },
  read: (book) => {
    const { lowest, scalePoints, onScale } = scaleIn(book);
    const raters = book.rows("Raters2").map((row) => ({ id: row.text("id"), name: row.text("name").trim() }));
    const raterOf = firstById(raters, ({ id }) => id);
    const sheets = book.rows("Reviews2").flatMap((row) =>
      LOOKS.flatMap(({ by, score }): Sheet[] => {
        const points = onScale(row.number(score));
        const known = raterOf(row.text(by));
        if (points === null || known === undefined) return [];
        const rater = { id: known.id, name: known.name === "" ? known.id : known.name };
        return [{ rater, person: row.text("id"), points: [points], cell: row.cell(score) }];
      }),
    );
    return ratedParts(
      book,
      {
        ...{ dimensions: [book.header("Reviews2", "first")], lowest, scalePoints, ...ofBosses(sheets) },
        previous: formerly(
          lastPeriod(book, "PastReviews2"),
          "id",
          LOOKS.map(({ score }) => score),
        ),
      },
      { table: "Reviews2", column: "name" },
    );
  },
};
