/** What the weights of a block are, and whether their sum is as it should be: decided before any alarm. */
import { weightFamily, SUM_TOLERANCE, type WeightScale } from "../../weighting/family";
import { roundHalfAway } from "../../scoring/round";
import type { Grid } from "../grid";
import { saysCredits } from "./creditWords";
import { headerForm, says } from "./lexicon";
import type { Item, Understood } from "./model";
import { textNumber, weightInText } from "./numbers";
import { scoreNumbers } from "./scoreCells";
import { weightsWithin } from "./twoLevels";

export type BlockFamily = "percent" | "fraction" | "importance" | "maximum" | "in-score" | "none";
export interface BlockWeights {
  readonly family: BlockFamily;
  /** In the cells' own unit; percent for cells that show percent. null without weights. */
  readonly sum: number | null;
  /** null where a sum means nothing. */
  readonly expected: number | null;
  /** How the card reads the weights; null where they cannot be read as one scale. */
  readonly scale: WeightScale | null;
}

const NONE: BlockWeights = { family: "none", sum: null, expected: null, scale: null };

const sumOf = (values: readonly number[]): number =>
  roundHalfAway(
    values.reduce((sum, value) => sum + value, 0),
    6,
  );

/** Highest score of each criterion, null where it has none. */
function highestOf(grid: Grid, understood: Understood): (number | null)[] {
  const count = understood.items.length;
  const highest = new Float64Array(count).fill(-Infinity);
  const scores = scoreNumbers(grid, understood);
  for (let at = 0; at < scores.length; at += 1) {
    const value = scores[at] as number;
    if (value > (highest[at % count] ?? Infinity)) highest[at % count] = value;
  }
  return Array.from(highest, (value) => (value === -Infinity ? null : value));
}

/** Scores that are weight points already: none above its weight, each near it, and weights that differ and make 100. */
function isInScore(values: readonly number[], highest: readonly (number | null)[]): boolean {
  if (values.length < 2 || new Set(values).size < 2) return false;
  return values.every((weight, i) => {
    const score = highest[i] ?? null;
    return score !== null && score <= weight && score >= weight * 0.5;
  });
}

/** Sections (or all items, where there are none) with the sums of their weights. */
function sectionSums(items: readonly Item[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { group, weight } of items) sums.set(group, (sums.get(group) ?? 0) + (weight.value ?? 0));
  return sums;
}

const isWhole = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= (SUM_TOLERANCE * whole) / 100 + 1e-9;

const MOST_DIGITS = 4;
/** How near to a whole the weights of sections are where they should make it. */
const NEAR = { low: 0.6, high: 1.5 };

/** Weights written with decimals that miss the whole by no more than the digits left out of them could make. */
function isRounded(points: readonly number[]): boolean {
  const digits = Math.max(...points.map((value) => /\.(\d+)/.exec(String(roundHalfAway(value, 9)))?.[1]?.length ?? 0));
  if (digits < 1 || digits > MOST_DIGITS) return false;
  return Math.abs(sumOf(points) - 100) <= points.length * 0.5 * 10 ** -digits + 1e-9;
}

/** Sections that make the whole each on their own; the weights of all of them together then say nothing. */
function sectionsAddUp(items: readonly Item[], whole: number): boolean {
  const sums = sectionSums(items);
  return sums.size > 1 && [...sums.values()].every((sum) => isWhole(sum, whole));
}

/** Weights that make the whole over and over, from the first to the last ("40 %, 30 %, 30 %, 100 %"): parts that nothing names. */
function partsAddUp(values: readonly number[], whole: number): boolean {
  let [sum, parts, most, count] = [0, 0, 0, 0];
  for (const value of values) {
    sum += value;
    count += 1;
    if (sum > whole && !isWhole(sum, whole)) return false;
    if (!isWhole(sum, whole)) continue;
    parts += 1;
    most = Math.max(most, count);
    [sum, count] = [0, 0];
  }
  return sum === 0 && parts > 1 && most > 1;
}

/** "20 %", or a header with its weight in it. */
const isPercentText = (text: string): boolean => (textNumber(text) ?? weightInText(text))?.percent === true;

function hintsOf(grid: Grid, understood: Understood, weights: readonly Item["weight"][]) {
  const texts = weights.filter(({ raw }) => typeof raw === "string" && isPercentText(raw)).length;
  const formats = weights.map(({ cell }) => (cell === null ? null : grid.numberFormat(cell.column)));
  const { weightHeader } = understood;
  return {
    textPercent: texts === weights.length,
    percentFormat: formats.every((format) => format?.includes("%") === true),
    importanceHeader:
      saysCredits(weightHeader) ||
      /importan|重要/.test(headerForm(weightHeader)) ||
      /1\s*[-–~至]\s*(5|10)/.test(weightHeader),
    maximumHeader: says(weightHeader, "maximum") && !says(weightHeader, "weight", 1),
  };
}

/** Family, sum and what the sum should be. Source of the families: core/weighting/family. */
export function weightsOfBlock(grid: Grid, understood: Understood): BlockWeights {
  const { items } = understood;
  const weights = items.map(({ weight }) => weight).filter(({ value }) => value !== null);
  const values = weights.map(({ value }) => Math.abs(value ?? 0));
  if (values.length === 0) return NONE;
  const hints = hintsOf(grid, understood, weights);
  // Shares of targets or full marks say nothing of how large a weight is.
  const highest = understood.scoreKind === "attainment" ? [] : highestOf(grid, understood);
  const read = weightFamily(values, { ...hints, highestScores: highest.length === values.length ? highest : [] });
  const sum = sumOf(values);
  if (!read.ok) return { ...NONE, sum };
  // Sections of 100 each make a sum that means nothing: one of them alone shows the scale.
  const isOpen = understood.sections !== undefined && read.value.family === "importance" && !hints.importanceHeader;
  const alone = isOpen ? weightFamily(weightsWithin(items), hints) : read;
  const scale = alone.ok ? alone.value : read.value;
  // One cell for all is the weight of the whole section; the others stand elsewhere.
  const cells = new Set(
    weights.map(({ cell }) => (cell === null ? null : `${String(cell.row)},${String(cell.column)}`)),
  );
  const isOne = weights.length > 1 && cells.size === 1 && weights.every(({ shared }) => shared === true);
  if (isOne)
    return {
      family: shownFamily(scale, hints.percentFormat),
      sum,
      expected: null,
      scale: { ...scale, expected: null },
    };
  if (scale.expected === null) return { family: scale.family, sum, expected: null, scale };
  const whole = scale.expected;
  const points = values.map((value) => value / scale.point);
  const family = shownFamily(scale, hints.percentFormat);
  // Weights as per cents, and what they make of shares of 1.
  const shares = points.map((value) => value / 100);
  const isOfShares =
    whole === 100 && isInScore(shares, highest) && understood.subjects.some(({ total }) => total !== null);
  if (isWhole(sum, whole) && (isInScore(points, highest) || isInScore(values, highest) || isOfShares)) {
    const shown = family === "percent" ? 1 / scale.point : 1;
    const inScore = { family: "in-score", sum: roundHalfAway(sum * shown, 6), expected: whole * shown } as const;
    return { ...inScore, scale: { ...scale, family: "maximum" } };
  }
  const { sections } = understood;
  if (sections !== undefined) {
    // On two levels the sum that counts is that of the sections; what is inside them, check W15 looks at.
    const outer = sumOf(sections.map(({ weight }) => weight.value ?? 0));
    const expected = outer > 1.5 ? 100 : 1;
    const shown = family === "percent" && expected === 1 ? 100 : 1;
    // Sections of 6, 9 and 3 points are no shares that went wrong.
    if (outer < expected * NEAR.low || outer > expected * NEAR.high)
      return { family, sum: roundHalfAway(outer * shown, 6), expected: null, scale: { ...scale, expected: null } };
    return { family, sum: roundHalfAway(outer * shown, 6), expected: expected * shown, scale };
  }
  if (!isWhole(sum, whole) && (sectionsAddUp(items, whole) || partsAddUp(values, whole) || isRounded(points)))
    return { family, sum, expected: sum, scale: { ...scale, expected: null } };
  if (scale.family === "fraction" && hints.percentFormat)
    return { family: "percent", sum: roundHalfAway(sum * 100, 6), expected: 100, scale };
  return { family: scale.family, sum, expected: whole, scale };
}

/** Cells that show percent hold fractions and are percent to the reader. */
const shownFamily = (scale: WeightScale, percentFormat: boolean): BlockFamily =>
  scale.family === "fraction" && percentFormat ? "percent" : scale.family;
