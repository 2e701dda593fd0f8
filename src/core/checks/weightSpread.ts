/** What can be shared out of a plan's weights: the fixes of W01 and W17, in which a person may lock some. */
import type { Fix, SpreadWeight, WeightSpread } from "../model/finding";
import type { Message } from "../model/message";
import type { Plan } from "../model/scorecard";
import { spreadWeights } from "../weighting/spread";
import { ownPointsOf, weighedLines } from "./planWeights";

/**
 * The weights of a plan as a person may lock them, in the order of its lines.
 * @param steps in points, the first one that fits is taken
 * @returns null where a weight is no number, below 0, or stands in no cell of its own
 */
export function spreadOfPlan(plan: Plan, steps: readonly number[]): WeightSpread | null {
  const weights = weighedLines(plan).map((line): SpreadWeight | null => {
    const { raw, cell, derived } = line.weight;
    const points = ownPointsOf(plan, line);
    if (points === null || points < 0 || derived === true) return null;
    return {
      location: cell,
      before: typeof raw === "number" || typeof raw === "string" ? raw : null,
      points,
      label: line.name,
    };
  });
  const known = weights.flatMap((weight) => weight ?? []);
  if (known.length < weights.length || known.length === 0) return null;
  return { weights: known, point: plan.scale?.point ?? 1, steps };
}

/** The fix that shares out all weights in the first step that fits; none where no step does, or no weight may be changed. */
export function spreadFix(plan: Plan, steps: readonly number[], label: Message): readonly Fix[] {
  const spread = spreadOfPlan(plan, steps);
  if (spread === null) return [];
  const all = spreadWeights(spread);
  return all.ok && all.patches.length > 0 ? [{ label, patches: all.patches, spread }] : [];
}
