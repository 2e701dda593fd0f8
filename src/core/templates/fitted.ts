/**
 * A template fitted to what somebody needs before the workbook is made: lines left out, other weights, ratings on another
 * number of points. What comes out is a template of its own.
 */
import type { ContentLine, ContentPerson, TemplateContent } from "../schema/contentTypes";
import { present } from "../schema/fields";
import type { ContentResult } from "../schema/templateContent";
import { contentOfDraft, draftOf, withoutLine } from "./draft";

/** A line that stays, with its weight in points of 100. */
export interface LineChoice {
  readonly id: string;
  readonly weight: number;
}
export interface Fit {
  /** The lines that stay; absent: all as they are. */
  readonly lines?: readonly LineChoice[];
  /** How many points ratings go to; absent: as the lines have it. */
  readonly ratingPoints?: number;
}

/** Numbers of points that ratings are usually given on: enough to tell people apart, few enough to be worded. */
export const USUAL_RATING_POINTS: readonly number[] = [3, 4, 5, 7, 10];

/**
 * The number of points that the ratings of a template go to.
 * @returns null where no line is rated, or where the rated lines have scales of different lengths
 */
export function ratingPointsOf(lines: readonly Pick<ContentLine, "kind" | "maximum">[]): number | null {
  const found = new Set(lines.flatMap(({ kind, maximum }) => (kind === "rating" ? [maximum ?? Number.NaN] : [])));
  const [only] = found;
  return found.size === 1 && only !== undefined && !Number.isNaN(only) ? only : null;
}

/** A rating at the same share of the way from the lowest point to the highest, on whole points. */
const onScale = (rating: number, from: number, to: number): number =>
  from < 2 ? rating : 1 + Math.round(((rating - 1) / (from - 1)) * (to - 1));

function lineFor(line: ContentLine, ratingPoints: number | undefined): ContentLine {
  if (line.kind !== "rating" || ratingPoints === undefined || line.maximum === ratingPoints) return line;
  // Words for five points say nothing about seven.
  return present({ ...line, maximum: ratingPoints, anchors: undefined });
}

/**
 * The template with the fit. Gates that hang on a line that goes, sections without lines, and what was said about the sum
 * of a section go along; sample people keep what they reach on the lines that stay.
 * @param taken ids that other templates have
 * @returns the content under an id of its own, or all faults: no line left, weights that do not make 100 to 1e-9
 */
export function fittedContent(content: TemplateContent, fit: Fit, taken: readonly string[]): ContentResult {
  const weights = new Map((fit.lines ?? content.lines).map(({ id, weight }) => [id, weight]));
  const gone = content.lines.filter(({ id }) => !weights.has(id));
  const draft = gone.reduce((less, { id }) => withoutLine(less, id), draftOf(content));
  const kept = content.lines.filter(({ id }) => weights.has(id));
  const people = content.sample?.people.map((person): ContentPerson => ({
    ...person,
    actuals: content.lines.flatMap((line, i) => {
      const actual = person.actuals[i];
      if (!weights.has(line.id) || actual === undefined) return [];
      const to = lineFor(line, fit.ratingPoints).maximum;
      return [line.kind === "rating" ? onScale(actual, line.maximum ?? 0, to ?? 0) : actual];
    }),
  }));
  const used = new Set(kept.map(({ section }) => section));
  const scales = new Set(kept.map((line) => lineFor(line, fit.ratingPoints).maximum));
  const points = content.points?.filter(({ scale }) => scales.has(scale));
  return contentOfDraft(
    present({
      ...draft,
      id: "",
      sections: draft.sections.flatMap(({ id, name }) => (used.has(id) ? [{ id, name }] : [])),
      lines: kept.map((line) => ({ ...lineFor(line, fit.ratingPoints), weight: weights.get(line.id) ?? 0 })),
      points: points === undefined || points.length === 0 ? undefined : points,
      sample: people === undefined ? undefined : { people },
    }),
    taken,
  );
}
