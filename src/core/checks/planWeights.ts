/** The weights of a plan in points out of 100; shared by the weight checks. */
import type { MessageParams } from "../model/message";
import { rectAddress } from "../model/a1";
import type { Finding } from "../model/finding";
import type { MarkPlan } from "../model/mark";
import { limitMark } from "../formulas/marks";
import type { Plan, PlanLine } from "../model/scorecard";
import { roundHalfAway } from "../scoring/round";
import { findingOf, type Check, type CheckContext } from "./check";

/** Larger than this a number is no weight: sums and squares of such weights would be no numbers. */
const LARGEST_WEIGHT = 1e100;

/** A plan whose weights are numbers that can be added up, or none, as in an empty cell. */
export function withRealWeights(plan: Plan): Plan {
  const isReal = ({ weight: { value } }: PlanLine): boolean => value === null || Math.abs(value) <= LARGEST_WEIGHT;
  if (weighedLines(plan).every(isReal)) return plan;
  const real = (line: PlanLine): PlanLine =>
    isReal(line) ? line : { ...line, weight: { ...line.weight, value: null } };
  const lines = plan.lines.map(real);
  return plan.unplaced === undefined ? { ...plan, lines } : { ...plan, lines, unplaced: plan.unplaced.map(real) };
}

/** Whether the sum of the weights means something here (percent or fraction). */
export const hasExpectedSum = (plan: Plan): boolean => plan.scale?.expected != null;

/** Lines that the plan's weights are shared among: those on its entry sheet, and those that have no place there. */
export const weighedLines = (plan: Plan): readonly PlanLine[] =>
  plan.unplaced === undefined ? plan.lines : [...plan.lines, ...plan.unplaced];

/** Points of a line's section out of 100, 100 where sections have no weights of their own. */
const sectionPoints = (plan: Plan, line: PlanLine): number =>
  plan.sections?.find(({ name }) => name === line.section)?.points ?? 100;

/** A line's weight in its own unit as points: out of 100, or of its section where sections have weights; null for none. */
export const ownPointsOf = (plan: Plan, line: PlanLine): number | null =>
  line.weight.value === null || plan.scale?.expected == null
    ? null
    : roundHalfAway(line.weight.value / plan.scale.point, 9);

/** Asked for by every line of a plan: worked out once. */
const sums = new WeakMap<Plan, number>();
function sumOfPositive(plan: Plan): number {
  const known = sums.get(plan);
  if (known !== undefined) return known;
  const sum = plan.lines.reduce((all, line) => all + Math.max(0, line.weight.value ?? 0), 0);
  sums.set(plan, sum);
  return sum;
}

/**
 * A line's weight in points out of 100: by its unit where sums mean something (section weight × item weight / 100 where
 * there are two levels), else as a share of the sum; null for none.
 */
export function pointsOf(plan: Plan, line: PlanLine): number | null {
  const { value } = line.weight;
  if (value === null || plan.scale === null) return null;
  const own = ownPointsOf(plan, line);
  if (own !== null)
    return plan.sections === undefined ? own : roundHalfAway((own * sectionPoints(plan, line)) / 100, 9);
  const sum = sumOfPositive(plan);
  return sum > 0 ? roundHalfAway((value / sum) * 100, 9) : null;
}

/** Points of all lines of a plan's entry sheet, 0 for none. */
export const planPoints = (plan: Plan): number[] => plan.lines.map((line) => pointsOf(plan, line) ?? 0);

/** Sum of the weights in points. */
export const sumOfPoints = (plan: Plan): number =>
  roundHalfAway(
    weighedLines(plan).reduce((sum, line) => sum + (pointsOf(plan, line) ?? 0), 0),
    6,
  );

/** Points of each section, in the order of the plan. */
export function pointsBySection(plan: Plan): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const line of plan.lines) {
    if (line.section !== "") sums.set(line.section, (sums.get(line.section) ?? 0) + (pointsOf(plan, line) ?? 0));
  }
  return sums;
}

/** No weight is a text such as "20%": rule formulas can compare them. */
export const weightsAreNoTexts = (plan: Plan): boolean =>
  plan.lines.every((line) => typeof line.weight.raw !== "string" || line.weight.raw === "");

/** One finding a line of any plan for which `test` gives parameters; the line's name and weight cell are added to them. */
export const perLine = (
  check: Check,
  { card, stage }: CheckContext,
  test: (plan: Plan, line: PlanLine) => MessageParams | null,
): readonly Finding[] =>
  card.plans.flatMap((plan) =>
    plan.lines.flatMap((line) => {
      const found = test(plan, line);
      if (found === null) return [];
      const params = { ...found, name: line.name, cell: cellName(line.weight.cell) };
      return [findingOf(check, line.weight.cell, { stage, plan: plan.name, indicator: line.name, params })];
    }),
  );

/** Marks of weights above or below a limit in points; none where the weights are texts or sums mean nothing. */
export const weightLimitMarks = (
  rule: string,
  { card }: CheckContext,
  limit: number,
  side: "above" | "below",
): readonly MarkPlan[] =>
  card.plans.flatMap((plan) => {
    if (plan.scale?.expected == null || !weightsAreNoTexts(plan) || plan.own?.weightsAreApart === true) return [];
    if (plan.sections !== undefined) return [];
    const { sheet, rect } = plan.weights;
    const formula = limitMark(rule, rect, limit * plan.scale.point, side);
    return [{ rule, severity: "warning" as const, sheet, rect, formula }];
  });

/** Address of a cell for a message: "C12". */
export const cellName = (location: { readonly rect: Parameters<typeof rectAddress>[0] }): string =>
  rectAddress(location.rect);

/** A number for a message, at most two decimals. */
export const shown = (value: number, digits = 2): number => roundHalfAway(value, digits);
