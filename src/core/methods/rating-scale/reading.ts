/** Scores of the graphic rating scale computed by core from the points and the weights. */
import { expectedItems, expectedResults, pointOf, weightsInUse } from "../../blueprint/ratedReading";
import type { MethodReading } from "../../blueprint/methodReading";
import { TOP } from "./formulas";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const ratingScaleReading: MethodReading = (book) => {
  const na = book.word("na");
  const ratings = book.rows("ScaleRatings").map((row) => ({
    person: row.text("person"),
    item: row.text("item"),
    mark: pointOf(row.number("point"), TOP),
    isNotApplicable: row.text("point") === na,
  }));
  return [
    ...expectedItems(book, "ScaleItems", ratings),
    ...expectedResults(book, "ScaleResults", ratings, weightsInUse(book, "ScaleItems")),
  ];
};
