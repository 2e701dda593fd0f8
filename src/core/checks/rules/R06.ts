/** R06: one rater gave several people the very same marks, or wrote the same words about them. */
import { comparable } from "../../evidence/texts";
import type { Finding } from "../../model/finding";
import type { Rater, RatingRow } from "../../model/ratings";
import { sameItems } from "../../raters/comparisons";
import { findingOf, FROM_EVALUATE, type Check, type CheckContext } from "../check";
import { personName, sheetsByRater } from "../ratingSheets";

/** Marks as one text; "" for a sheet that is incomplete, or gives the same point in everything (R05 says that). */
const marksOf = ({ points }: RatingRow): string =>
  points.length < 3 || points.includes(null) || new Set(points).size < 2 ? "" : points.join(" ");
const wordsOf = ({ comment }: RatingRow): string => comparable(comment);

function copied(
  { card, stage }: CheckContext,
  rater: Rater,
  rows: readonly RatingRow[],
  kind: "marks" | "words",
  least: number,
): readonly Finding[] {
  const groups = sameItems(rows.map(kind === "marks" ? marksOf : wordsOf), least);
  return groups.flatMap((places) => {
    const same = places.flatMap((place) => rows[place] ?? []);
    const [first] = same;
    if (first === undefined) return [];
    const names = same.map((row) => personName(card, row.person));
    return [findingOf(R06, first.cell, { stage, params: { kind, rater: rater.name, count: same.length, names } })];
  });
}

export const R06: Check = {
  code: "R06",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { copies: 3 },
  silencedBy: [],
  run: (context, { copies = Infinity }) =>
    context.card.ratings === undefined
      ? []
      : sheetsByRater(context.card.ratings).flatMap(({ rater, rows }) => [
          ...copied(context, rater, rows, "marks", copies),
          ...copied(context, rater, rows, "words", copies),
        ]),
};
