/** The scale that the scores of a block are on, told by the scores. */
import type { Grid } from "../grid";
import type { Understood } from "./model";
import { scoreNumbers } from "./scoreCells";

export interface ScoreScale {
  /** Top of the scale; null where the scores do not show it. */
  readonly top: number | null;
  /** The top, or the highest score where it is not known. */
  readonly best: number;
}
const TOPS = [5, 10, 100, 120];
/** Fewer scores do not show a scale. */
const LEAST = 5;

/**
 * The first usual top that nearly all scores stay under. Of few scores up to a fifth may lie beyond it, if each is a slip
 * that a person would see: just over the top, or about ten times it (a point left out).
 */
export function scaleOf(grid: Grid, understood: Understood): ScoreScale {
  // By the first top that a score stays under; beyond them all at the end.
  const within = new Uint32Array(TOPS.length + 1);
  let [count, highest] = [0, 0];
  const beyond: number[] = [];
  const scores = scoreNumbers(grid, understood);
  for (let at = 0; at < scores.length; at += 1) {
    const value = scores[at] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    if (value > highest) highest = value;
    let i = 0;
    while (i < TOPS.length && value > (TOPS[i] ?? 0)) i += 1;
    within[i] = (within[i] ?? 0) + 1;
    if (i > 0 && beyond.length < 2000) beyond.push(value);
  }
  const under = TOPS.map((_, i) => within.subarray(0, i + 1).reduce((sum, own) => sum + own, 0));
  const isSlip = (top: number): boolean =>
    beyond.filter((value) => value > top).every((value) => value <= top * 1.25 || value >= top * 8);
  const at = TOPS.findIndex((top, i) => {
    const share = count === 0 ? 0 : (under[i] ?? 0) / count;
    return share >= 0.9 || (share >= 0.8 && count < 40 && isSlip(top));
  });
  const top = at < 0 || count < LEAST ? null : (TOPS[at] ?? null);
  return { top, best: top ?? (highest === 0 ? 100 : highest) };
}
