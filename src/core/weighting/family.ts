/** What a list of weights is: percent, fractions, importance or maximum points. Decided before any alarm about the sum. */
import { computed, refused, type Computed } from "../model/computed";
import { asShare, type Share } from "../model/units";
import { roundHalfAway } from "../scoring/round";

/** Total ≠ 100 by more than this many points is a finding (domain rule W01). */
export const SUM_TOLERANCE = 0.005;

export type WeightFamily =
  /** Fractions of 1 (also cells that show %): must add up to 1. */
  | "fraction"
  /** Points out of 100, or texts such as "20%": must add up to 100. */
  | "percent"
  /** Importance 1–10 and the like: the sum means nothing. */
  | "importance"
  /** Maximum points of each item: scores are divided by them. */
  | "maximum";

export interface WeightScale {
  readonly family: WeightFamily;
  /** What one hundredth of the whole is in the cell: 0.01 for fractions, 1 for percent. */
  readonly point: number;
  /** What the sum should be in the cell's own unit, or null where a sum means nothing. */
  readonly expected: number | null;
}

/**
 * "20%", "20 %", "２０％", "0,2", "20分", "20 pts" → number in the unit of the text's kind; null for other texts.
 * Source: real sheets; full width by Unicode NFKC.
 */
export function parseWeightText(text: string): { readonly value: number; readonly percent: boolean } | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(",", ".");
  const match = /^([+-]?\d+(?:\.\d+)?|\.\d+)(%|分|pts?|points?)?$/i.exec(plain);
  if (match?.[1] === undefined) return null;
  return { value: Number(match[1]), percent: match[2] === "%" };
}

export interface FamilyHints {
  /** The cells show a percent format, or hold texts with %. */
  readonly percentFormat?: boolean;
  readonly textPercent?: boolean;
  /** The header names a maximum ("max", "满分", "points possible"). */
  readonly maximumHeader?: boolean;
  /** The header names importance ("importance", "1-10", "重要性"). */
  readonly importanceHeader?: boolean;
  /** Highest score of each line, in order; null where there is none. */
  readonly highestScores?: readonly (number | null)[];
}

const sumOf = (values: readonly number[]): number =>
  roundHalfAway(
    values.reduce((sum, value) => sum + value, 0),
    9,
  );
const FRACTION: WeightScale = { family: "fraction", point: 0.01, expected: 1 };
const PERCENT: WeightScale = { family: "percent", point: 1, expected: 100 };

/** How near to 100 a sum of plain numbers must be to be read as percent that went wrong, rather than as importance. */
const NEAR = { low: 0.6, high: 1.5 };

/**
 * The family of a list of weights (numbers as the cells hold them; texts already parsed). Formats and headers decide
 * first; then the size of the numbers: all within 0–1 with a fraction among them are fractions, a sum near 100 is
 * percent, any other sum importance.
 * @returns refused: "empty", "not-a-number", "mixed-scale" (fractions and percents in one list)
 * Source: method §2.8; domain rule W12.
 */
export function weightFamily(weights: readonly number[], hints: FamilyHints = {}): Computed<WeightScale> {
  if (weights.length === 0) return refused("empty");
  if (!weights.every(Number.isFinite)) return refused("not-a-number");
  if (hints.textPercent === true) return computed(PERCENT);
  const sum = sumOf(weights);
  const largest = weights.reduce((most, weight) => Math.max(most, weight), -Infinity);
  if (hints.percentFormat === true && largest <= 1.5) return computed(FRACTION);
  const small = weights.filter((weight) => weight > 0 && weight < 1).length;
  // Full marks of a quarter beside others of four are one scale.
  if (hints.maximumHeader === true && hints.importanceHeader !== true)
    return computed({ family: "maximum", point: 1, expected: null });
  if (hints.importanceHeader === true) return computed({ family: "importance", point: 1, expected: null });
  if (small > 0 && weights.some((weight) => weight >= 2) && !areHalves(weights, sum)) return refused("mixed-scale");
  if (weights.every((weight) => Math.abs(weight) <= 1) && small > 0) return computed(FRACTION);
  if (Math.abs(sum - 100) <= SUM_TOLERANCE) return computed(PERCENT);
  if (isMaximum(weights, hints.highestScores)) return computed({ family: "maximum", point: 1, expected: null });
  if (sum > 100 * NEAR.low && sum < 100 * NEAR.high) return computed(PERCENT);
  return computed({ family: "importance", point: 1, expected: null });
}

/** "0.5, 2, 2.5 …": points in steps of a half that make 10, 15, 20 … together are one scale. */
const areHalves = (weights: readonly number[], sum: number): boolean =>
  weights.length >= LEAST_POINTS && sum % 5 === 0 && weights.every((w) => w <= MOST_POINTS && Number.isInteger(w * 2));
const LEAST_POINTS = 4;
const MOST_POINTS = 10;

/** Every line's highest score stays at or under its own number, and one reaches it: the numbers are maximum points. */
function isMaximum(weights: readonly number[], highest: readonly (number | null)[] | undefined): boolean {
  if (highest === undefined || weights.length < 2) return false;
  const seen = highest.flatMap((score, i) => (score === null ? [] : [{ score, weight: weights[i] ?? 0 }]));
  return (
    seen.length === weights.length &&
    seen.every(({ score, weight }) => score <= weight) &&
    seen.some(({ score, weight }) => score === weight)
  );
}

/**
 * Shares (sum 1) of weights given as numbers or texts, whatever their scale.
 * @returns refused: "empty", "mixed-scale" when fractions and percents stand together; "no-weights"; "negative";
 * "not-a-number" (a text that is no weight)
 * Source: method §2.8.
 */
export function sharesOf(weights: readonly (number | string)[]): Computed<readonly Share[]> {
  const parsed = weights.map((weight) =>
    typeof weight === "number" ? { value: weight, percent: false } : parseWeightText(weight),
  );
  const values = parsed.flatMap((part) => (part === null ? [] : [part.value]));
  if (values.length !== weights.length) return refused("not-a-number");
  if (values.some((value) => value < 0)) return refused("negative");
  const percents = parsed.filter((part) => part?.percent === true).length;
  const scale = weightFamily(values, { textPercent: percents === weights.length });
  if (!scale.ok) return scale;
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 && Number.isFinite(sum)
    ? computed(values.map((value) => asShare(value / sum)))
    : refused("no-weights");
}

/** Whether weights add up to `expected` within `tolerance` (in the same unit), after an exact sum. Source: domain rule W01. */
export function sumsTo(weights: readonly number[], expected: number, tolerance: number): boolean {
  const sum = sumOf(weights);
  return Number.isFinite(sum) && Math.abs(roundHalfAway(sum - expected, 9)) <= tolerance;
}
