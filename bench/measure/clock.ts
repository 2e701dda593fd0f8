/** Times functions beside one another: in turn, so that a busy moment of the machine falls on all of them alike. */
import { performance } from "node:perf_hooks";

/** Keeps results alive, so that no work is left out. */
let kept = 0;
export const keep = (value: number): void => {
  kept = (kept + value) % 1e9;
};
export const keptSum = (): number => kept;

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Median milliseconds of each of the functions over `rounds` in which all of them run in turn, after a few that do not count. */
export function mediansOf<const Works extends readonly (() => void)[]>(
  works: Works,
  rounds = 15,
): { -readonly [K in keyof Works]: number } {
  for (let i = 0; i < Math.min(5, rounds); i += 1) works.map(timeOf);
  const times = Array.from({ length: rounds }, () => works.map(timeOf));
  return works.map((_, k) => median(times.map((round) => round[k] ?? Number.NaN))) as {
    -readonly [K in keyof Works]: number;
  };
}
