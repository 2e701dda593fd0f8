/** Weights that a fix shares out again, and the fixes that do it: of W01, W15 and W17. A person may lock some of the weights. */
import type { Fix, SpreadWeight, WeightSpread } from "../model/finding";
import type { Message } from "../model/message";
import type { Plan, PlanLine, PlanSection } from "../model/scorecard";
import { patchesOf, spreadWeights } from "../weighting/spread";
import { ownPointsOf, shown, weighedLines } from "./planWeights";

/** Whole points, else hundredths; finer where locked weights leave a rest that is none of these, or a weight would be lost. */
const FINE = [0.01, 0.0001, 0.000001];

function ofLine(plan: Plan, line: PlanLine): SpreadWeight | null {
  const { raw, cell, derived } = line.weight;
  const points = ownPointsOf(plan, line);
  if (points === null || points < 0 || derived === true) return null;
  const before = typeof raw === "number" || typeof raw === "string" ? raw : null;
  return { location: cell, before, points, label: line.name };
}

const ofSection = ({ name, points, cell, written }: PlanSection): SpreadWeight | null =>
  written === undefined || points === null || points < 0
    ? null
    : { location: cell, before: written.raw, points, label: name };

/** null where a weight is no number, below 0, or stands in no cell of its own. */
function spreadOf(
  weights: readonly (SpreadWeight | null)[],
  about: Pick<WeightSpread, "point" | "whole">,
): Omit<WeightSpread, "steps"> | null {
  const known = weights.flatMap((weight) => weight ?? []);
  return known.length < weights.length || known.length === 0 ? null : { weights: known, ...about };
}

/** All weights of a plan; null where a weight is no number, below 0, or stands in no cell of its own. */
export const spreadOfPlan = (plan: Plan): Omit<WeightSpread, "steps"> | null =>
  spreadOfLines(plan, weighedLines(plan), 100);

/** Weights of lines of one section, which should come to so many points; null as for `spreadOfPlan`. */
export const spreadOfLines = (
  plan: Plan,
  lines: readonly PlanLine[],
  whole: number,
): Omit<WeightSpread, "steps"> | null =>
  spreadOf(
    lines.map((line) => ofLine(plan, line)),
    { point: plan.scale?.point ?? 1, ...(whole === 100 ? {} : { whole }) },
  );

/** The weights of sections; null as for `spreadOfPlan`. */
export const spreadOfSections = (sections: readonly PlanSection[]): Omit<WeightSpread, "steps"> | null =>
  spreadOf(sections.map(ofSection), { point: sections[0]?.written?.point ?? 1 });

/** The fix that shares out all weights in the first step that fits; none where no step does, or no weight may be changed. */
export function spreadFix(
  weights: Omit<WeightSpread, "steps"> | null,
  steps: readonly number[],
  label: Message,
): readonly Fix[] {
  if (weights === null) return [];
  const spread = { ...weights, steps };
  const all = spreadWeights(spread);
  return all.ok && all.patches.length > 0 ? [{ label, patches: all.patches, spread }] : [];
}

/** The difference put on the largest weight, where it stays above 0. */
function onLargest(spread: WeightSpread): readonly Fix[] {
  const points = spread.weights.map((weight) => weight.points);
  const largest = points.indexOf(Math.max(...points));
  const sum = points.reduce((all, own) => all + own, 0);
  const rest = shown((spread.whole ?? 100) - sum + (points[largest] ?? 0), 6);
  if (rest <= 0) return [];
  const params = { name: spread.weights[largest]?.label ?? "" };
  const next = points.map((point, i) => (i === largest ? rest : point));
  return [{ label: { key: "checks.W01.fix.largest", params }, patches: patchesOf(spread, next) }];
}

/**
 * Proportional scaling in the finest step that the weights already use (whole points, else hundredths), the difference put on
 * the largest, and scaling in whole points and in steps of 5. What is scaled may be locked in part.
 */
export function sumFixes(weights: Omit<WeightSpread, "steps"> | null): readonly Fix[] {
  if (weights === null) return [];
  const isWhole = weights.weights.every(({ points }) => Number.isInteger(points));
  const params = { whole: shown(weights.whole ?? 100, 4) };
  const scale = (steps: readonly number[], key: string): readonly Fix[] =>
    spreadFix(weights, steps, { key: `checks.W01.fix.${key}`, params });
  return [
    ...scale(isWhole ? [1, ...FINE] : FINE, "scale"),
    ...onLargest({ ...weights, steps: FINE }),
    ...(isWhole ? [] : scale([1], "one")),
    ...scale([5], "five"),
  ];
}
