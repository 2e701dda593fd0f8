/**
 * Signs of rater errors in one rater's ratings, compared with all others. Worth a talk, never a verdict:
 * level and halo are entangled, and team quality cannot be told from leniency when raters share nobody.
 * Thresholds hold for a scale of five points and are stretched by (A − 1)/4 for others; each is a setting.
 */
import { jStat } from "jstat";
import { mean as meanOf, sampleCorrelation, sampleStandardDeviation, sum as sumOf } from "simple-statistics";
import { computed, refused, type Computed } from "../model/computed";

/** One rater's sheet: a row per person rated, a column per dimension; null where not rated. */
export interface RaterTable {
  readonly rater: string;
  readonly ratings: readonly (readonly (number | null)[])[];
}
export interface RaterThresholds {
  /** Points of the scale, A. */
  readonly scalePoints: number;
  readonly levelShift: number;
  readonly levelZ: number;
  readonly middleShare: number;
  readonly middleSpread: number;
  readonly narrowSpread: number;
  readonly haloCorrelation: number;
  readonly haloSpread: number;
  readonly straightShare: number;
}
/** Thresholds of a fresh workbook, for a scale of five points (domain rule C12); all of them are settings. */
export const RATER_DEFAULTS: RaterThresholds = {
  scalePoints: 5,
  levelShift: 0.5,
  levelZ: 1.96,
  middleShare: 0.7,
  middleSpread: 0.6,
  narrowSpread: 0.5,
  haloCorrelation: 0.8,
  haloSpread: 0.35,
  straightShare: 0.5,
};

/** A figure with what it was made from, and whether it is out of bounds. "too-few" figures are null. */
export interface RaterSign {
  readonly flag: boolean;
  readonly n: number;
}
export interface LevelSign extends RaterSign {
  /** Own mean minus the others' mean, in scale points. */
  readonly shift: number;
  readonly z: number;
}
export interface MiddleSign extends RaterSign {
  /** Share of ratings at the middle point. */
  readonly share: number;
  /** Own spread over the pooled spread of all raters. */
  readonly spread: number;
}
export interface RangeSign extends RaterSign {
  readonly pointsUsed: number;
  readonly spread: number;
}
export interface HaloSign extends RaterSign {
  readonly correlation: number;
  /** Mean spread over the dimensions of one person, in scale points. */
  readonly spread: number;
}
export interface StraightSign extends RaterSign {
  readonly share: number;
}
export interface RaterSigns {
  readonly rater: string;
  /** Leniency (above the others) or severity (below). */
  readonly level: LevelSign | null;
  readonly middle: MiddleSign | null;
  readonly range: RangeSign | null;
  readonly halo: HaloSign | null;
  readonly straight: StraightSign | null;
}

/** 0–100 in steps of 1. */
const MOST_POINTS = 101;
const MIN = {
  levelPeople: 5,
  levelRaters: 3,
  middle: 8,
  range: 8,
  haloPeople: 6,
  haloDimensions: 3,
  straight: 4,
  straightDimensions: 3,
};

const sum = (values: readonly number[]): number => sumOf([...values]);
/** Of a list that is not empty. */
const mean = (values: readonly number[]): number => meanOf([...values]);
const numbers = (row: readonly (number | null)[]): number[] => row.filter((value): value is number => value !== null);
const squares = (values: readonly number[]): number => {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
};
const deviation = (values: readonly number[]): number => (values.length < 2 ? 0 : sampleStandardDeviation([...values]));

/** Mean rating of each person by this rater. */
const personMeans = (table: RaterTable): number[] =>
  table.ratings
    .map(numbers)
    .filter((row) => row.length > 0)
    .map(mean);

/** Spread within raters, over all of them, and what it was made from. */
interface Pooled {
  readonly deviation: number;
  /** Degrees of freedom: numbers less the means taken off. */
  readonly freedom: number;
}

/** Standard deviation within raters, pooled over all of them. */
function pooledDeviation(groups: readonly (readonly number[])[]): Pooled {
  const usable = groups.filter((group) => group.length >= 2);
  const freedom = sum(usable.map((group) => group.length - 1));
  return { deviation: freedom === 0 ? 0 : Math.sqrt(sum(usable.map(squares)) / freedom), freedom };
}

/**
 * The limit of z for a spread that is itself an estimate: Student's t of the same chance of a false alarm. 1.96 becomes 2.08
 * with three raters of eight, which is what holds false alarms to 5 %.
 */
function limitOf(z: number, freedom: number): number {
  const inTail = jStat.normal.cdf(-Math.abs(z), 0, 1);
  const limit = -jStat.studentt.inv(inTail, freedom);
  // So far out that the tail is no number any more: as it was asked for.
  return Number.isFinite(limit) ? limit : Math.abs(z);
}

function levelOf(
  own: readonly number[],
  others: readonly (readonly number[])[],
  pooled: Pooled,
  limit: RaterThresholds,
): LevelSign | null {
  const rest = others.flat();
  if (
    own.length < MIN.levelPeople ||
    others.filter((group) => group.length > 0).length + 1 < MIN.levelRaters ||
    pooled.deviation === 0
  )
    return null;
  const shift = mean(own) - mean(rest);
  const z = shift / (pooled.deviation * Math.sqrt(1 / own.length + 1 / rest.length));
  const stretch = (limit.scalePoints - 1) / 4;
  return {
    shift,
    z,
    n: own.length,
    flag: Math.abs(shift) >= limit.levelShift * stretch && Math.abs(z) >= limitOf(limit.levelZ, pooled.freedom),
  };
}

function spreadSigns(
  all: readonly number[],
  pooled: number,
  people: number,
  limit: RaterThresholds,
): Pick<RaterSigns, "middle" | "range"> {
  if (people < MIN.middle || pooled === 0) return { middle: null, range: null };
  const spread = deviation(all) / pooled;
  const middlePoint = (limit.scalePoints + 1) / 2;
  const share = all.filter((value) => value === middlePoint).length / all.length;
  const pointsUsed = new Set(all).size;
  return {
    middle: { share, spread, n: people, flag: share >= limit.middleShare && spread < limit.middleSpread },
    range: { pointsUsed, spread, n: people, flag: pointsUsed <= 2 && spread < limit.narrowSpread },
  };
}

function haloOf(table: RaterTable, limit: RaterThresholds): HaloSign | null {
  const rows = table.ratings.filter((row) => row.length > 0 && row.every((value) => value !== null)).map(numbers);
  const dimensions = rows[0]?.length ?? 0;
  if (rows.length < MIN.haloPeople || dimensions < MIN.haloDimensions) return null;
  const columns = Array.from({ length: dimensions }, (_, j) => rows.map((row) => row[j] ?? 0)).filter(
    (column) => deviation(column) > 0,
  );
  if (columns.length < 2) return null;
  const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b) => sampleCorrelation(a, b)));
  const correlation = mean(pairs);
  const spread = mean(rows.map(deviation));
  const stretch = (limit.scalePoints - 1) / 4;
  return {
    correlation,
    spread,
    n: rows.length,
    flag: correlation >= limit.haloCorrelation && spread <= limit.haloSpread * stretch,
  };
}

function straightOf(table: RaterTable, limit: RaterThresholds): StraightSign | null {
  // Two dimensions are often alike by chance: half of all honest sheets would be.
  const rows = table.ratings.map(numbers).filter((row) => row.length >= MIN.straightDimensions);
  if (rows.length < MIN.straight) return null;
  const share = rows.filter((row) => new Set(row).size === 1).length / rows.length;
  return { share, n: rows.length, flag: share >= limit.straightShare };
}

/**
 * The signs for every rater.
 * @param tables one table a rater, all on the same scale 1…A
 * @returns a sign is null when there is too little data to say; refused: "empty", "not-a-number", "out-of-range" (a rating
 * outside the scale, a scale of fewer than 2 or more than 101 points)
 * Source: domain rules on leniency, central tendency, range restriction, halo (both measures must agree) and straight-lining;
 * size before significance as in the Facets guide.
 */
export function raterSigns(
  tables: readonly RaterTable[],
  limit: RaterThresholds = RATER_DEFAULTS,
): Computed<readonly RaterSigns[]> {
  if (tables.length === 0) return refused("empty");
  if (!Object.values(limit).every(Number.isFinite)) return refused("not-a-number");
  if (!Number.isInteger(limit.scalePoints) || limit.scalePoints < 2 || limit.scalePoints > MOST_POINTS)
    return refused("out-of-range", { scalePoints: limit.scalePoints });
  const all = tables.flatMap((table) => table.ratings.flatMap(numbers));
  if (!all.every(Number.isFinite)) return refused("not-a-number");
  if (all.some((value) => value < 1 || value > limit.scalePoints))
    return refused("out-of-range", { scalePoints: limit.scalePoints });
  const means = tables.map(personMeans);
  const single = tables.map((table) => table.ratings.flatMap(numbers));
  const pooledMeans = pooledDeviation(means);
  const pooledSingle = pooledDeviation(single);
  return computed(
    tables.map((table, i) => ({
      rater: table.rater,
      level: levelOf(
        means[i] ?? [],
        means.filter((_, j) => j !== i),
        pooledMeans,
        limit,
      ),
      ...spreadSigns(single[i] ?? [], pooledSingle.deviation, means[i]?.length ?? 0, limit),
      halo: haloOf(table, limit),
      straight: straightOf(table, limit),
    })),
  );
}
