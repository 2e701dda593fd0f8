/** Putting numbers of different scales on one: min–max, goalposts, distance to target, z. Statistics, not appraisal rules. */
import { max, mean, min, sampleStandardDeviation, standardDeviation } from "simple-statistics";
import { computed, finite, finiteList, refused, type Computed } from "../model/computed";

export type Sense = 1 | -1;

/** Numbers of a list on another scale. */
export interface Normalised {
  /** In the order given. */
  readonly values: readonly number[];
  /** false: all are equal (or there is one only), and `values` hold the neutral number; they tell nobody from anybody. */
  readonly hasSpread: boolean;
}
const spread = (values: readonly number[]): Computed<Normalised> =>
  values.every(Number.isFinite) ? computed({ values, hasSpread: true }) : refused("not-a-number");
const noSpread = (x: readonly number[], neutral: number): Computed<Normalised> =>
  Number.isFinite(neutral) ? computed({ values: x.map(() => neutral), hasSpread: false }) : refused("not-a-number");

function checkList(x: readonly number[]): Computed<null> {
  if (x.length === 0) return refused("empty");
  return x.every(Number.isFinite) ? computed(null) : refused("not-a-number");
}

/**
 * Min–max of a list to 0–1 (direction −1 turns it round). All equal: every value gets `allEqual` (default the middle,
 * 0.5; pymcdm gives 1), and the result says that there is no spread.
 * @returns shares; refused: "empty", "not-a-number"
 * Source: COINr n_minmax. Depends on the peers: never used for a person's score.
 */
export function minMax(x: readonly number[], direction: Sense = 1, allEqual = 0.5): Computed<Normalised> {
  const fit = checkList(x);
  if (!fit.ok) return fit;
  const [low, high] = [min([...x]), max([...x])];
  if (low === high) return noSpread(x, allEqual);
  return spread(x.map((value) => (direction === 1 ? value - low : high - value) / (high - low)));
}

/**
 * Min–max with fixed ends, cut off at 0 and `scale`; direction −1 turns it round.
 * @param x, lower, upper in one unit @returns 0 … `scale`; refused: "not-a-number", "no-spread" when the ends are
 * equal
 * Source: COINr n_goalposts.
 */
export function goalposts(x: number, lower: number, upper: number, scale = 1, direction: Sense = 1): Computed<number> {
  if (![x, lower, upper, scale].every(Number.isFinite)) return refused("not-a-number");
  if (lower === upper) return refused("no-spread");
  const share = Math.min(1, Math.max(0, (x - lower) / (upper - lower)));
  return finite(scale * (direction === 1 ? share : 1 - share));
}

/**
 * Distance to a target, the worst value seen being 0 and the target 1; with `capMax` not above 1.
 * @returns refused: "empty", "not-a-number", "no-spread" (the worst value is the target)
 * Source: COINr n_dist2targ. Depends on the peers: never used for a person's score.
 */
export function distanceToTarget(
  x: readonly number[],
  target: number,
  direction: Sense,
  capMax: boolean,
): Computed<readonly number[]> {
  const fit = checkList([...x, target]);
  if (!fit.ok) return fit;
  if (x.length === 0) return refused("empty");
  const worst = direction === 1 ? min([...x]) : max([...x]);
  if (worst === target) return refused("no-spread");
  const shares = x.map((value) => (value - worst) / (target - worst));
  return finiteList(capMax ? shares.map((share) => Math.min(1, share)) : shares);
}

/**
 * z by the population standard deviation; all equal: 0 each, and the result says so.
 * @returns in standard deviations; refused: "empty", "not-a-number"
 * Source: COINr n_zscore (which takes the sample deviation); scikit-criteria's standard scaler.
 */
export function zScores(x: readonly number[]): Computed<Normalised> {
  const fit = checkList(x);
  if (!fit.ok) return fit;
  // Equal values can differ from their mean by a rounding residue, which is no spread.
  if (x.every((value) => value === x[0])) return noSpread(x, 0);
  const [centre, deviation] = [mean([...x]), standardDeviation([...x])];
  return spread(x.map((value) => (value - centre) / deviation));
}

/** Smallest group whose standard scores say something. */
const MIN_GROUP = 5;

/**
 * T-scores in a group: 50 + 10·z by the sample standard deviation (Excel's STDEV.S); all equal: 50 each, and
 * the result says so.
 * @returns refused: "too-few" below five values, "empty", "not-a-number"
 * Source: McCall 1922; the sample deviation as in Excel.
 */
export function tScores(x: readonly number[]): Computed<Normalised> {
  const fit = checkList(x);
  if (!fit.ok) return fit;
  if (x.length < MIN_GROUP) return refused("too-few", { people: x.length, minPeople: MIN_GROUP });
  if (x.every((value) => value === x[0])) return noSpread(x, 50);
  const [centre, deviation] = [mean([...x]), sampleStandardDeviation([...x])];
  return spread(x.map((value) => 50 + (10 * (value - centre)) / deviation));
}

/**
 * From one scale to another: (r − min)/(max − min)·(newMax − newMin) + newMin; beyond the ends it goes on straight.
 * @param from, to lowest and highest of each scale; turned round where the lower is better
 * @returns on the scale `to`; refused: "not-a-number", "no-spread" for a scale without length
 * Source: domain rule C3; SAP KBA 2743359.
 */
export function convertScale(
  value: number,
  from: readonly [number, number],
  to: readonly [number, number],
): Computed<number> {
  if (![value, ...from, ...to].every(Number.isFinite)) return refused("not-a-number");
  if (from[0] === from[1]) return refused("no-spread");
  return finite(((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]) + to[0]);
}
