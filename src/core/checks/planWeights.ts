/** The weights of a plan in points out of 100, and the patches that change them; shared by the weight checks. */
import { rectAddress } from "../model/a1";
import type { CellPatch } from "../model/finding";
import type { Plan, PlanLine } from "../model/scorecard";
import { roundHalfAway } from "../scoring/round";

/** Whether the sum of the weights means something here (percent or fraction). */
export const hasExpectedSum = (plan: Plan): boolean => plan.scale?.expected != null;

/** A line's weight in points out of 100: by its unit where sums mean something, else as a share of the sum; null for none. */
export function pointsOf(plan: Plan, line: PlanLine): number | null {
  const { value } = line.weight;
  if (value === null || plan.scale === null) return null;
  if (plan.scale.expected !== null) return roundHalfAway(value / plan.scale.point, 9);
  const sum = plan.lines.reduce((all, other) => all + Math.max(0, other.weight.value ?? 0), 0);
  return sum > 0 ? roundHalfAway((value / sum) * 100, 9) : null;
}

/** Sum of the weights in points. */
export const sumOfPoints = (plan: Plan): number =>
  roundHalfAway(
    plan.lines.reduce((sum, line) => sum + (pointsOf(plan, line) ?? 0), 0),
    6,
  );

/** Every line has a weight that is a number and not negative. */
export const weightsAreNumbers = (plan: Plan): boolean =>
  plan.lines.every((line) => line.weight.value !== null && line.weight.value >= 0);

/** Patches that give the lines new points, each in the cell's own form (20, 0.2 or "20%"); unchanged ones are left out. */
export function weightPatches(plan: Plan, points: readonly number[]): readonly CellPatch[] {
  return plan.lines.flatMap((line, i) => {
    const next = points[i];
    const { raw, cell, value } = line.weight;
    if (next === undefined || value === null || next === pointsOf(plan, line)) return [];
    const after = typeof raw === "string" ? `${String(next)}%` : roundHalfAway(next * (plan.scale?.point ?? 1), 9);
    const before = typeof raw === "number" || typeof raw === "string" ? raw : null;
    return [{ location: cell, before, after, label: line.name }];
  });
}

/** Address of a cell for a message: "C12". */
export const cellName = (location: { readonly rect: Parameters<typeof rectAddress>[0] }): string =>
  rectAddress(location.rect);

/** A number for a message, at most two decimals. */
export const shown = (value: number, digits = 2): number => roundHalfAway(value, digits);
