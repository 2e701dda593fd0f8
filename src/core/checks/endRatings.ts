/** Ratings at the ends of their scale and what is written about them; shared by the checks of comments. */
import type { MessageParams } from "../model/message";
import { textLength } from "../evidence/texts";
import type { Finding } from "../model/finding";
import type { Actual, Person, PlanLine, Scorecard } from "../model/scorecard";
import { findingOf, type Check, type CheckContext } from "./check";
import { coverage, evidenceKind, isGiven } from "./evidenceRecords";
import { cellName } from "./planWeights";

export interface EndRating {
  readonly person: Person;
  readonly line: PlanLine;
  readonly actual: Actual;
  /** The longest text written about this person and line. */
  readonly comment: string;
}

/**
 * Ratings at the ends of their scale: the highest point, and those in the lowest `lowShare` of the points (0.4: 1 and 2
 * of 5, 1 of 4, 1 and 2 of 7). Their comment is what the records about this very person and line say.
 */
export function endRatings(card: Scorecard, lowShare: number): readonly EndRating[] {
  const covering = coverage(card);
  return card.people.flatMap((person) =>
    (card.plans[person.plan]?.lines ?? []).flatMap((line, k): EndRating[] => {
      const actual = person.actuals[k];
      if (evidenceKind(line) !== "incidents" || !isGiven(actual) || actual.value === null) return [];
      const points = line.rule?.maximum ?? card.settings.points.length;
      const low = Math.max(1, Math.floor(points * lowShare + 1e-9));
      if (actual.value > low && actual.value < points) return [];
      const texts = covering(person, line).flatMap((record) =>
        record.person === person.id ? [record.what ?? ""] : [],
      );
      const comment = [actual.comment ?? "", ...texts].reduce((a, b) => (textLength(b) > textLength(a) ? b : a));
      return [{ person, line, actual, comment }];
    }),
  );
}

/** One finding a person for the end ratings given, at the first of them. `ratings` stand person by person. */
export function endRatingFindings(
  check: Check,
  { stage }: CheckContext,
  ratings: readonly EndRating[],
  params: MessageParams,
): readonly Finding[] {
  return ratings.flatMap((rating, i) => {
    if (ratings[i - 1]?.person === rating.person) return [];
    const { person, actual } = rating;
    const own = ratings.filter((other) => other.person === person);
    const names = own.map(({ line }) => line.name);
    const about = { person: person.name, count: own.length, names, cell: cellName(actual.cell) };
    return [findingOf(check, actual.cell, { stage, person: person.name, params: { ...params, ...about } })];
  });
}
