/** What the weights of a block are, and whether their sum is as it should be: decided before any alarm. */
import { weightFamily, SUM_TOLERANCE } from "../../weighting/family";
import { roundHalfAway } from "../../scoring/round";
import type { Grid } from "../grid";
import { headerForm, says } from "./lexicon";
import type { Understood } from "./model";
import { cellNumber, textNumber } from "./numbers";

export type BlockFamily = "percent" | "fraction" | "importance" | "maximum" | "in-score" | "none";
export interface BlockWeights {
  readonly family: BlockFamily;
  /** In the cells' own unit; percent for cells that show percent. null without weights. */
  readonly sum: number | null;
  /** null where a sum means nothing. */
  readonly expected: number | null;
  readonly isOff: boolean;
}

const NONE: BlockWeights = { family: "none", sum: null, expected: null, isOff: false };

const sumOf = (values: readonly number[]): number =>
  roundHalfAway(
    values.reduce((sum, value) => sum + value, 0),
    6,
  );

function highestOf(grid: Grid, understood: Understood): (number | null)[] {
  return understood.items.map((_, i) =>
    understood.subjects.reduce<number | null>((highest, { scores }) => {
      const cell = scores[i];
      const value = cell === null || cell === undefined ? null : cellNumber(grid.at(cell.row, cell.column));
      return value === null ? highest : Math.max(highest ?? value, value);
    }, null),
  );
}

/** Scores that are weight points already: none above its weight, each near it, and weights that differ and make 100. */
function isInScore(values: readonly number[], highest: readonly (number | null)[]): boolean {
  if (values.length < 2 || new Set(values).size < 2) return false;
  return values.every((weight, i) => {
    const score = highest[i] ?? null;
    return score !== null && score <= weight && score >= weight * 0.5;
  });
}

/** Sections whose weights add up each on their own. */
function sectionsAddUp(understood: Understood, whole: number): boolean {
  const sums = new Map<string, number>();
  for (const { group, weight } of understood.items) sums.set(group, (sums.get(group) ?? 0) + (weight.value ?? 0));
  return sums.size > 1 && [...sums.values()].every((sum) => Math.abs(sum - whole) <= SUM_TOLERANCE * (whole / 100));
}

/** Family, sum and what the sum should be. Source of the families: core/weighting/family. */
export function weightsOfBlock(grid: Grid, understood: Understood): BlockWeights {
  const { items, weightHeader } = understood;
  const weights = items.flatMap(({ weight }) => (weight.value === null ? [] : [{ ...weight, value: weight.value }]));
  const values = weights.map(({ value }) => Math.abs(value));
  if (values.length === 0) return NONE;
  const highest = highestOf(grid, understood);
  const percentText = weights.filter(({ raw }) => typeof raw === "string" && textNumber(raw)?.percent === true).length;
  const formats = weights.map(({ cell }) => (cell === null ? null : grid.numberFormat(cell.column)));
  const isPercentFormat = formats.every((format) => format?.includes("%") === true);
  const form = headerForm(weightHeader);
  const family = weightFamily(values, {
    textPercent: percentText === values.length,
    percentFormat: isPercentFormat,
    importanceHeader: /importan|重要/.test(form) || /1\s*[-–~至]\s*10/.test(weightHeader),
    maximumHeader: says(weightHeader, "maximum") && !says(weightHeader, "weight", 1),
    highestScores: highest.length === values.length ? highest : [],
  });
  if (!family.ok) return { ...NONE, sum: sumOf(values) };
  const sum = sumOf(values);
  const named = family.value.family;
  if (named === "importance" || named === "maximum") return { family: named, sum, expected: null, isOff: false };
  const whole = named === "fraction" ? 1 : 100;
  if (named === "percent" && sum === 100 && percentText === 0 && isInScore(values, highest))
    return { family: "in-score", sum, expected: 100, isOff: false };
  const complete = weights.length === items.length;
  const isOff = Math.abs(sum - whole) > (SUM_TOLERANCE * whole) / 100 + 1e-9 && !sectionsAddUp(understood, whole);
  const expected = !isOff && Math.abs(sum - whole) > whole / 2 ? sum : whole;
  if (named === "fraction" && isPercentFormat)
    return { family: "percent", sum: roundHalfAway(sum * 100, 6), expected: expected * 100, isOff: isOff || !complete };
  return { family: named, sum, expected, isOff };
}
