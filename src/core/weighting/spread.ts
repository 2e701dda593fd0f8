/** Weights shared out again so that they come to 100, some of them locked; and the cells that change by it. */
import type { CellPatch, WeightSpread } from "../model/finding";
import { roundHalfAway } from "../scoring/round";
import { scaleWeights } from "./apportion";

/** Why the rest cannot be shared out. */
export type SpreadProblem =
  /** The locked weights leave nothing. */
  | "nothingLeft"
  /** Every weight is locked. */
  | "allLocked"
  /** The rest is no whole number of steps. */
  | "step"
  /** A weight would be lost to rounding. */
  | "lost"
  /** The others have no weights to go by: all 0, or some no weights at all. */
  | "noWeights";
export type Spread =
  | { readonly ok: true; readonly patches: readonly CellPatch[] }
  | {
      readonly ok: false;
      readonly reason: SpreadProblem;
      readonly params: Readonly<Record<"locked" | "rest" | "step", number>>;
    };

const WHOLE = 100;
/** As fine as weights are compared. */
const DIGITS = 6;

/** A text that holds a weight ("20%", "Quality (20 %)") with another number in its place. */
const withPercent = (text: string, points: number): string =>
  /\d\s*[%％]/.test(text) ? text.replace(/\d+(?:[.,]\d+)?(?=\s*[%％])/, String(points)) : `${String(points)}%`;

/** Patches that give the weights new points, each in the cell's own form (20, 0.2 or "20%"); unchanged ones are left out. */
export const patchesOf = ({ weights, point }: WeightSpread, next: readonly number[]): readonly CellPatch[] =>
  weights.flatMap(({ location, before, points, label }, i) => {
    const after = next[i];
    if (after === undefined || after === points) return [];
    const written = typeof before === "string" ? withPercent(before, after) : roundHalfAway(after * point, 9);
    return [{ location, before, after: written, label }];
  });

/**
 * Weights that come to exactly 100 points, or what their section has: locked ones stay, the others are scaled in proportion by largest remainder.
 * @param locked positions of weights that stay
 * @returns patches of what changes; refused with the sum of the locked ones, what they leave, and the last step tried
 * Source: domain rule C4, the fixes of W01 ("spread on unlocked").
 */
export function spreadWeights(spread: WeightSpread, locked: ReadonlySet<number> = new Set()): Spread {
  const { weights, point, steps, whole = WHOLE } = spread;
  const points = weights.map((weight) => weight.points);
  const kept = points.reduce((sum, own, i) => (locked.has(i) ? sum + own : sum), 0);
  const rest = roundHalfAway(whole - kept, DIGITS);
  const params = { locked: roundHalfAway(kept, DIGITS), rest, step: steps.at(-1) ?? 0 };
  const no = (reason: SpreadProblem): Spread => ({ ok: false, reason, params });
  // The unit too: what is written must be a number.
  if (![...points, point * WHOLE].every((number) => number >= 0 && number < Infinity)) return no("noWeights");
  const free = points.filter((_, i) => !locked.has(i));
  if (free.length === 0) return no("allLocked");
  if (rest <= 0) return no("nothingLeft");
  if (free.every((own) => own === 0)) return no("noWeights");
  let reason: SpreadProblem = "step";
  for (const step of steps) {
    const scaled = scaleWeights(points, { step, locked, total: whole });
    if (!scaled.ok) continue;
    if (scaled.value.every((next, i) => next > 0 || points[i] === 0))
      return { ok: true, patches: patchesOf(spread, scaled.value) };
    reason = "lost";
  }
  return no(reason);
}
