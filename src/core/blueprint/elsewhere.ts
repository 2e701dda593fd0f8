/** What the people of a method workbook came to in the other workbooks of the file; found by name, as there is nothing else. */
import type { Person } from "../model/scorecard";
import type { Band } from "../scoring/bands";
import { allById, samplePeople, type CheckedParts, type LocatedBook } from "./methodChecks";

/** Results of another workbook of the file. */
export interface ScoresElsewhere {
  /** Results against targets (a KPI scorecard, management by objectives), not somebody's judgement. */
  readonly isMeasured: boolean;
  readonly people: readonly { readonly name: string; readonly total: number }[];
  readonly bands: readonly Band[];
}

/**
 * Totals and bands of the workbook in which most of these people have a total. A name that stands there twice is nobody's, and
 * sample people are left out: theirs are not made to fit together.
 * @param measured only results against targets
 */
export function resultsElsewhere(
  book: LocatedBook,
  people: readonly Person[],
  measured = false,
): Pick<CheckedParts, "totals" | "bands"> {
  const sample = samplePeople(book);
  const wanted = people.filter(({ id }) => !sample.has(id));
  const found = book
    .scoresElsewhere()
    .filter(({ isMeasured }) => isMeasured || !measured)
    .map(({ people: scores, bands }) => {
      const named = allById(scores, ({ name }) => name);
      const totals = wanted.flatMap(({ id, name }) => {
        const [one, ...more] = named(name);
        return one === undefined || more.length > 0 ? [] : [[id, one.total] as const];
      });
      return { totals: new Map(totals), bands };
    });
  const [first, ...rest] = found;
  if (first === undefined) return {};
  return rest.reduce((best, each) => (each.totals.size > best.totals.size ? each : best), first);
}
