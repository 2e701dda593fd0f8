/** Where a sheet ends for us when a single cell far away makes its used range enormous. The add-in and the audit go by it. */
import type { Rect } from "../model/a1";

/** More values than Excel on the web gives in one answer. */
const MOST_CELLS = 1_000_000;
/** Empty rows or columns behind which cells count as stray. */
const WIDEST_GAP = 200;

/** Places that something takes up, in rows or in columns. */
export type Span = readonly [first: number, count: number];

/** Whether a range is so large that it is asked where its cells stand. */
export const isEnormous = ({ rows, columns }: Rect): boolean => rows * columns > MOST_CELLS;

/**
 * How many places there are from `start` up to the first wide gap.
 * @param spans in any order, also one over another; all from `start` on
 */
export function lengthBeforeGap(start: number, spans: Iterable<Span>): number {
  let end = start;
  for (const [first, count] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (first - end > WIDEST_GAP) break;
    end = Math.max(end, first + count);
  }
  return end - start;
}
