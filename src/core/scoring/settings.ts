/** What a scorecard's Settings say about scoring; the defaults are those of a fresh workbook. */
import { asAttainment, asAttainments, asScore, asShare, type Attainment, type Score, type Share } from "../model/units";

export interface ScoringSettings {
  /** Highest attainment of a line, 1.2 = 120 %. */
  readonly cap: Attainment;
  readonly floor: Attainment;
  /** Attainment at the threshold of a curve. */
  readonly atThreshold: Attainment;
  /** "slope": the line goes on below the threshold (no cliff); "nothing": 0 below it. */
  readonly belowThreshold: "slope" | "nothing";
  /** Attainment of the points 1, 2, 3 … of a rating scale. */
  readonly points: readonly Attainment[];
  /** The same for scales of other lengths, by their number of points; absent: they have the usual worths. */
  readonly otherScales?: Readonly<Record<number, readonly Attainment[]>>;
  /** Attainment lost for each day that a milestone is late. */
  readonly latePerDay: Attainment;
  /** Smallest applicable share of the weight, 0–1, with which somebody is ranked. */
  readonly minApplicable: Share;
  /** Smallest scored share of the applicable weight, 0–1, with which somebody is ranked under the policy "renormalise". */
  readonly minCoverage: Share;
  /** What a missing line scores under the policy "neutral". */
  readonly neutral: Score;
}

/** Settings of a fresh workbook (domain rules C2, C3). */
export const SCORING_DEFAULTS: ScoringSettings = {
  cap: asAttainment(1.2),
  floor: asAttainment(0),
  atThreshold: asAttainment(0.6),
  belowThreshold: "slope",
  points: asAttainments([0.4, 0.7, 1, 1.1, 1.2]),
  latePerDay: asAttainment(0.02),
  minApplicable: asShare(0.5),
  minCoverage: asShare(0.7),
  neutral: asScore(100),
};

/** More points than this are no rating scale. */
const MOST_POINTS = 100;

/**
 * The points table of a rating scale with `count` points: lowest 0.40, "meets" 1.00, highest 1.20, straight between;
 * 5 points have their own table; of two points the upper one is "meets". Domain rule C2. Empty when `count` is below 2 or above 100.
 */
export function pointsTable(count: number): readonly Attainment[] {
  if (!Number.isInteger(count) || count < 2 || count > MOST_POINTS) return [];
  if (count === 5) return SCORING_DEFAULTS.points;
  const meets = Math.ceil((count + 1) / 2);
  return Array.from({ length: count }, (_, i) => {
    const point = i + 1;
    return asAttainment(
      point <= meets
        ? 0.4 + (0.6 * (point - 1)) / Math.max(1, meets - 1)
        : 1 + (0.2 * (point - meets)) / (count - meets),
    );
  });
}
