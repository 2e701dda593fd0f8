/** Ratings of people by several raters: what a 360 workbook or a scorecard with rater forms holds beside its actuals. */
import type { Location } from "./location";

/** Who rates whom: a matter of the pair, since one person is boss of some and peer of others. */
export const RATER_GROUPS = ["self", "boss", "peers", "reports", "customers"] as const;
export type RaterGroup = (typeof RATER_GROUPS)[number];

export interface Rater {
  readonly id: string;
  readonly name: string;
  readonly cell: Location;
}

/** One rater's sheet about one person. */
export interface RatingRow {
  /** Rater id. */
  readonly rater: string;
  /** Person id, as in `Scorecard.people`. */
  readonly person: string;
  readonly group: RaterGroup;
  /** One a dimension, on the scale of `Ratings`; null where not rated. */
  readonly points: readonly (number | null)[];
  /** What was written about the person, "" for nothing. */
  readonly comment: string;
  readonly cell: Location;
  /** The group is too small to be shown, or would give such a one away: counted, and nothing else is told of it. */
  readonly isHidden?: true;
}

export interface Ratings {
  /** Names of what is rated, in the order of `RatingRow.points`. */
  readonly dimensions: readonly string[];
  /** The scale goes from `lowest` in steps of 1 and has `scalePoints` points: 1 and 5 for 1–5. */
  readonly lowest: number;
  readonly scalePoints: number;
  readonly raters: readonly Rater[];
  readonly rows: readonly RatingRow[];
  /** The same people's ratings last period; empty when they are not known. */
  readonly previous: readonly RatingRow[];
  /** Where a finding about a person's group of raters stands; absent: at the person. */
  readonly groupCell?: (person: string, group: RaterGroup) => Location | null;
}
