/** Paired comparison of one judge: who was preferred to whom, what order that gives, how consistent it is. */
import { computed, refused, type Computed } from "../model/computed";

export interface PairedOrder {
  /** Wins of each person; a draw counts one half. */
  readonly wins: readonly number[];
  /** Number of circular judgements, or null when there are draws or pairs left out. */
  readonly circularTriads: number | null;
  /** 1 = no contradiction, 0 = as many as there can be; null where triads are. */
  readonly consistency: number | null;
  /** Pairs not judged yet. */
  readonly open: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Order of one judge from a matrix of preferences.
 * @param matrix square; 1 where the row is preferred to the column, 0 where not, 0.5 for a draw, null where not judged; the lower half must mirror the upper (or be null)
 * @returns refused: "too-few" below two, "shape" (not square, or halves that contradict), "out-of-range" (another number);
 * d = n(n−1)(2n−1)/12 − ½Σa², ζ = 1 − 24d/(n³−n) (odd n) or 1 − 24d/(n³−4n) (even n)
 * Source: Kendall & Babington Smith 1940.
 */
export function pairedOrder(matrix: readonly (readonly (number | null)[])[]): Computed<PairedOrder> {
  const n = matrix.length;
  if (n < 2) return refused("too-few", { people: n, minPeople: 2 });
  if (matrix.some((row) => row.length !== n)) return refused("shape");
  const wins = new Array<number>(n).fill(0);
  let open = 0;
  let draws = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const upper = matrix[i]?.[j] ?? null;
      const lower = matrix[j]?.[i] ?? null;
      if (upper !== null && lower !== null && upper + lower !== 1) return refused("shape", { row: i, column: j });
      const judged = upper ?? (lower === null ? null : 1 - lower);
      if (judged !== null && ![0, 0.5, 1].includes(judged)) return refused("out-of-range", { row: i, column: j });
      if (judged === null) open += 1;
      else {
        if (judged === 0.5) draws += 1;
        wins[i] = (wins[i] ?? 0) + judged;
        wins[j] = (wins[j] ?? 0) + 1 - judged;
      }
    }
  }
  if (open > 0 || draws > 0 || n < 3) return computed({ wins, circularTriads: null, consistency: null, open });
  const triads = (n * (n - 1) * (2 * n - 1)) / 12 - sum(wins.map((a) => a * a)) / 2;
  const most = (n % 2 === 1 ? n ** 3 - n : n ** 3 - 4 * n) / 24;
  return computed({ wins, circularTriads: triads, consistency: 1 - triads / most, open });
}
