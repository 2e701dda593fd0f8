/** Scores of the graphic rating scale computed by core from the points and the weights. */
import { expectedItems, expectedResults, pointOf, weightsInUse, type RatedRow } from "../../blueprint/ratedReading";
import type { MethodReading, ReadBook } from "../../blueprint/methodReading";
import { topIn } from "../../blueprint/ratedChecks";
import { TOP } from "./formulas";

/** Points by person and dimension, in the order of the rows. */
export function scaleMarks(book: ReadBook): readonly RatedRow[] {
  const na = book.word("na");
  const top = topIn(book, TOP);
  return book.rows("ScaleRatings").map((row) => ({
    person: row.text("person"),
    item: row.text("item"),
    mark: pointOf(row.number("point"), top),
    isNotApplicable: row.text("point") === na,
  }));
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const ratingScaleReading: MethodReading = (book) => {
  const ratings = scaleMarks(book);
  return [
    ...expectedItems(book, "ScaleItems", ratings),
    ...expectedResults(book, "ScaleResults", ratings, weightsInUse(book, "ScaleItems")),
  ];
};
