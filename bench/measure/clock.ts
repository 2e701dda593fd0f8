/** Times a function: some runs to warm up, then the median of several, in milliseconds. */
import { performance } from "node:perf_hooks";

/** Keeps results alive, so that no work is left out. */
let kept = 0;
export const keep = (value: number): void => {
  kept = (kept + value) % 1e9;
};
export const keptSum = (): number => kept;

/** Median milliseconds of `runs` runs of `work`, after a few that do not count. */
export function medianOf(work: () => void, runs = 15): number {
  for (let i = 0; i < 5; i += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}
