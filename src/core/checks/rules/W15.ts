/**
 * W15: where sections have weights of their own, the weights of items do not make a whole inside a section (or the section's
 * weight, where they are parts of it), or the sections do not. Offers the ways of W01 to mend it.
 */
import { sumMark } from "../../formulas/marks";
import type { Finding, WeightSpread } from "../../model/finding";
import type { Location } from "../../model/location";
import type { MarkPlan } from "../../model/mark";
import type { Plan, PlanSection } from "../../model/scorecard";
import { roundHalfAway } from "../../scoring/round";
import { ALL_STAGES, BOTH, findingOf, type Check, type CheckContext } from "../check";
import { cellName, ownPointsOf, shown, weightsAreNoTexts } from "../planWeights";
import { spreadOfLines, spreadOfSections, sumFixes } from "../weightSpread";

/** Weights that should come to so many points. */
interface Sum {
  readonly kind: "items" | "parts" | "sections";
  readonly section: string;
  readonly sum: number;
  readonly whole: number;
  readonly cell: Plan["weights"];
  readonly spread: Omit<WeightSpread, "steps"> | null;
}

const sumOf = (points: readonly (number | null)[]): number =>
  roundHalfAway(
    points.reduce((sum: number, point) => sum + (point ?? 0), 0),
    6,
  );

function sumOfItems(plan: Plan, { name, cell }: PlanSection, kind: "items" | "parts", whole: number): readonly Sum[] {
  const lines = plan.lines.filter((line) => line.section === name);
  if (lines.length === 0) return [];
  const sum = sumOf(lines.map((line) => ownPointsOf(plan, line)));
  const spread = whole > 0 ? spreadOfLines(plan, lines, whole) : null;
  return [{ kind, section: name, sum, whole, cell: lines[0]?.weight.cell ?? cell, spread }];
}

function sumsOf(plan: Plan): readonly Sum[] {
  const sections = plan.sections ?? plan.sums ?? [];
  const items = sections.flatMap((section) => {
    if (plan.sections !== undefined) return sumOfItems(plan, section, "items", 100);
    return section.points === null ? [] : sumOfItems(plan, section, "parts", section.points);
  });
  const sum = sumOf(sections.map(({ points }) => points));
  const about = { section: plan.name, sum, whole: 100, cell: sections[0]?.cell ?? plan.weights };
  return [...items, { kind: "sections", ...about, spread: spreadOfSections(sections) }];
}

function finding(plan: Plan, { stage }: CheckContext, { kind, section, sum, whole, cell, spread }: Sum): Finding {
  const gap = shown(Math.abs(sum - whole), 4);
  const side = sum < whole ? "short" : "over";
  const params = { kind, section, sum: shown(sum, 4), whole: shown(whole, 4), gap, side, cell: cellName(cell) };
  const fixes = sumFixes(spread);
  const about = { stage, plan: plan.name, params };
  return findingOf(W15, cell, fixes.length === 0 ? about : { ...about, fixes });
}

/** One rectangle of neighbouring cells on one sheet, in a row or a column; null for any others. */
function runOf(cells: readonly Location[]): Location | null {
  const [first] = cells;
  if (first === undefined) return null;
  const { row, column } = first.rect;
  const isDown = cells.every(({ rect }, i) => rect.column === column && rect.row === row + i);
  const isAcross = cells.every(({ rect }, i) => rect.row === row && rect.column === column + i);
  if (!isDown && !isAcross) return null;
  const length = cells.length;
  return { sheet: first.sheet, rect: { row, column, rows: isDown ? length : 1, columns: isDown ? 1 : length } };
}

const sumMarkOver = (cells: readonly Location[], whole: number, tolerance: number): readonly MarkPlan[] => {
  const run = cells.length < 2 ? null : runOf(cells);
  if (run === null) return [];
  const formula = sumMark("W15", run.rect, roundHalfAway(whole, 9), tolerance);
  return [{ rule: "W15", severity: "error", ...run, formula }];
};

/** Over the weights of each section, and over those of the sections, where they stand side by side as numbers. */
function marksOf(plan: Plan, tolerance: number): readonly MarkPlan[] {
  const sections = plan.sections ?? plan.sums;
  if (sections === undefined || plan.scale?.expected == null || !weightsAreNoTexts(plan)) return [];
  const { point } = plan.scale;
  const inside = sections.flatMap(({ name, points }) => {
    const lines = plan.lines.filter(({ section }) => section === name);
    const whole = plan.sections === undefined ? points : 100;
    if (whole === null || lines.some(({ weight }) => weight.derived === true)) return [];
    return sumMarkOver(
      lines.map(({ weight }) => weight.cell),
      whole * point,
      tolerance * point,
    );
  });
  const written = sections.flatMap((section) => section.written ?? []);
  const own = written[0]?.point ?? 1;
  const areTyped = written.length === sections.length && written.every(({ raw }) => typeof raw === "number");
  const above = sections.map(({ cell }) => cell);
  return areTyped ? [...inside, ...sumMarkOver(above, 100 * own, tolerance * own)] : inside;
}

export const W15: Check = {
  code: "W15",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { tolerance: 0.005 },
  silencedBy: ["W02"],
  run: (context, { tolerance = 0 }) =>
    context.card.plans.flatMap((plan) =>
      (plan.sections ?? plan.sums) === undefined || plan.scale?.expected == null
        ? []
        : sumsOf(plan)
            .filter(({ sum, whole }) => shown(Math.abs(sum - whole), 6) > tolerance)
            .map((sum) => finding(plan, context, sum)),
    ),
  marks: ({ card }, { tolerance = 0 }) => card.plans.flatMap((plan) => marksOf(plan, tolerance)),
};
