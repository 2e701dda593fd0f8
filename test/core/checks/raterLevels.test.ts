/** R01: a rater of good people is no lenient rater, as far as others rated the same people. */
import type { Finding } from "../../../src/core/model/finding";
import type { RatingRow } from "../../../src/core/model/ratings";
import type { Scorecard } from "../../../src/core/model/scorecard";
import { RATED } from "../../fixtures/scorecards/raters";
import { checkCard } from "../../support/scorecards";

/** The first five people are good at everything, the others are not; the third rater knows only the first five. */
const GOOD = ["P001", "P002", "P003", "P004", "P005"];
const MARKS: readonly (readonly number[])[] = [
  [5, 4, 4],
  [4, 5, 4],
  [4, 4, 5],
  [2, 1, 2],
  [1, 2, 2],
];
const marksOf = ({ person, rater }: RatingRow): readonly number[] => {
  const at = Number(person.slice(1)) + Number(rater.slice(1));
  return (GOOD.includes(person) ? MARKS[at % 3] : MARKS[3 + (at % 2)]) ?? [];
};
function cardWith(change: (row: RatingRow, points: readonly number[]) => readonly number[]): Scorecard {
  const card = RATED();
  if (card.ratings === undefined) throw new Error("no ratings");
  const rows = card.ratings.rows
    .filter(({ rater, person }) => rater !== "R03" || GOOD.includes(person))
    .map((row) => ({ ...row, points: change(row, marksOf(row)) }));
  return { ...card, ratings: { ...card.ratings, rows } };
}
/** With nine people in all, five cannot stand out by 1.96 standard errors. */
const LIMITS = { R01: { z: 1.5 } };
const found = (card: Scorecard): readonly Finding[] =>
  checkCard(card, "evaluate", "en", LIMITS).findings.filter(({ rule }) => rule === "R01");

describe("a rater's level", () => {
  it("is not called high because the people are good whom others find good too", () => {
    expect(found(cardWith((_, points) => points))).toEqual([]);
  });
  it("is called high when the same people get clearly less from others", () => {
    const kinder = cardWith(({ rater }, points) =>
      rater === "R03" ? points.map((point) => Math.min(5, point + 1)) : points.map((point) => Math.max(1, point - 1)),
    );
    // Among three the others lie as clearly below: who is off cannot be told from numbers, only that levels differ.
    const sides = found(kinder).map(({ message }) => [message.params?.["rater"], message.params?.["side"]]);
    expect(sides).toEqual([
      ["Rater 1", "below"],
      ["Rater 2", "below"],
      ["Rater 3", "above"],
    ]);
  });
});
