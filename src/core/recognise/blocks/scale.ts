/** The scale that the scores of a block are on, told by the scores. */
import type { Grid } from "../grid";
import { highestOf } from "./family";
import type { Understood } from "./model";
import { eachScore } from "./scoreCells";

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
  const under = TOPS.map(() => 0);
  let count = 0;
  const beyond: number[] = [];
  eachScore(grid, understood, (value) => {
    count += 1;
    for (let i = 0; i < TOPS.length; i += 1) if (value <= (TOPS[i] ?? 0)) under[i] = (under[i] ?? 0) + 1;
    if (value > (TOPS[0] ?? 0) && beyond.length < 2000) beyond.push(value);
  });
  const highest = highestOf(grid, understood).reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const isSlip = (top: number): boolean =>
    beyond.filter((value) => value > top).every((value) => value <= top * 1.25 || value >= top * 8);
  const at = TOPS.findIndex((top, i) => {
    const share = count === 0 ? 0 : (under[i] ?? 0) / count;
    return share >= 0.9 || (share >= 0.8 && count < 40 && isSlip(top));
  });
  const top = at < 0 || count < LEAST ? null : (TOPS[at] ?? null);
  return { top, best: top ?? (highest === 0 ? 100 : highest) };
}
