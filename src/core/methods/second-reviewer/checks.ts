/** First and second scores as the checks of raters take them: every person has two raters, so that severity can be told. */
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

const LOOKS = [
  { by: "rater", score: "first" },
  { by: "reviewer", score: "second" },
] as const;

export const SECOND_CHECKS: MethodChecks = {
  codes: ["R01", "R02", "R03", "R07", "R08"],
  limits: { "R01.shift": { cell: "c_Talk", of: onFivePoints } },
  read: (book) => {
    const { lowest, scalePoints, onScale } = scaleIn(book);
    const raterOf = ratersIn(book, "Raters2");
    const sheets = book.rows("Reviews2").flatMap((row) =>
      LOOKS.flatMap(({ by, score }): Sheet[] => {
        const points = onScale(row.number(score));
        const rater = raterOf(row.text(by));
        if (points === null || rater === undefined) return [];
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
