/** Outcomes of the second look computed by core from the two scores and the decision. */
import { bandReader, expectRow, type MethodReading } from "../../blueprint/methodReading";
import { ranks } from "../../ranking/ranks";
import { roundTotal } from "../../scoring/round";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const secondReading: MethodReading = (book) => {
  const number = (key: string): number => book.setting(`c_${key}`) ?? 0;
  const onScale = (value: number | null): number | null =>
    value !== null && value >= number("Low") && value <= number("High") ? value : null;
  const ids = book.rows("Raters2").map((row) => row.text("id"));
  const reviews = book.rows("Reviews2").map((row) => {
    const [first, second] = [onScale(row.number("first")), onScale(row.number("second"))];
    const difference = first === null || second === null ? null : second - first;
    const isClose = difference !== null && Math.abs(Math.round(difference * 1e9) / 1e9) <= number("MaxDifference");
    const share = number("FirstShare");
    const mean = first !== null && second !== null && isClose ? roundTotal(share * first + (1 - share) * second) : null;
    return { rater: row.text("rater"), difference, isClose, final: onScale(row.number("decided")) ?? mean };
  });
  const bands = bandReader(book);
  const places = ranks(
    reviews.map(({ final }) => final),
    "competition",
  );
  const ofReviews = reviews.flatMap(({ difference, final }, i) =>
    expectRow("Reviews2", i, {
      difference,
      final,
      band: bands.nameOf(final),
      rank: places[i] ?? null,
    }),
  );
  const ofRaters = ids.flatMap((id, i) => {
    const own = reviews.flatMap(({ rater, difference, isClose }) =>
      rater === id && difference !== null ? [{ difference, isClose }] : [],
    );
    const sum = own.reduce((all, { difference }) => all - difference, 0);
    return expectRow("Raters2", i, {
      people: own.length,
      shift: own.length === 0 ? null : roundTotal(sum / own.length),
      apart: own.filter(({ isClose }) => !isClose).length,
    });
  });
  return [...ofReviews, ...ofRaters];
};
