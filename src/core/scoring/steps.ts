/** Attainment by look-up and by counting: bands of results (层差法), and the hit rate of steady duties (domain rule C2). */
import { computed, refused, type Computed } from "../model/computed";

/** Attainment from a lower cut-off upwards, to the next cut-off. */
export interface Step {
  /** Lowest actual of the step, in the line's unit. */
  readonly from: number;
  /** Attainment (or rating) of the step. */
  readonly attainment: number;
}

/**
 * The attainment of the step that an actual falls in. There are no gaps: only lower cut-offs count, in any order, and
 * they serve both directions (lower is better: the attainments fall as the cut-offs rise).
 * @param actual in the unit of the cut-offs
 * @returns refused: "empty", "not-a-number", "shape" (two steps from the same cut-off), "out-of-range" (below all
 * steps)
 * Source: domain rule C2, steps (层差法); Infor HR Talent, result ranges.
 */
export function stepAttainment(steps: readonly Step[], actual: number): Computed<number> {
  if (steps.length === 0) return refused("empty");
  if (
    !Number.isFinite(actual) ||
    !steps.every((step) => Number.isFinite(step.from) && Number.isFinite(step.attainment))
  )
    return refused("not-a-number");
  if (new Set(steps.map(({ from }) => from)).size < steps.length) return refused("shape");
  const reached = steps.filter(({ from }) => from <= actual).sort((a, b) => b.from - a.from)[0];
  return reached === undefined
    ? refused("out-of-range", { low: Math.min(...steps.map(({ from }) => from)) })
    : computed(reached.attainment);
}

export interface HitRate {
  /** Mean of the year (1 passed, 0 not) and the share of months passed. */
  readonly attainment: number;
  /** Months passed ÷ months that have a verdict. */
  readonly monthShare: number;
  /** Months without a verdict: left out and named. */
  readonly missing: readonly number[];
}

/**
 * Hit rate of a steady duty: half for the year as a whole, half for the share of months in which the target was met.
 * @param months one verdict a month; null where nothing was entered
 * @returns shares 0–1; refused: "empty" when no month has a verdict
 * Source: domain rule C2 (JBPro: 87.5 % for a year passed and nine months of twelve).
 */
export function hitRate(yearPassed: boolean, months: readonly (boolean | null)[]): Computed<HitRate> {
  const judged = months.filter((month) => month !== null);
  if (judged.length === 0) return refused("empty");
  const monthShare = judged.filter(Boolean).length / judged.length;
  const missing = months.flatMap((month, i) => (month === null ? [i] : []));
  return computed({ attainment: (Number(yearPassed) + monthShare) / 2, monthShare, missing });
}
