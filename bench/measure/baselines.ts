/** What our functions are compared with, measured in the same run: the least work there is, and the way one writes it first. */
import type { BenchTable } from "./data";

/** The best plain loop: sums of what is there over typed arrays, no rounding, no bounds, no policy. */
export function typedLoop({ people, lines, scores, weights }: BenchTable): Float64Array {
  const shares = Float64Array.from(weights);
  const totals = new Float64Array(people);
  for (let person = 0, at = 0; person < people; person += 1) {
    let sum = 0;
    let all = 0;
    for (let k = 0; k < lines; k += 1, at += 1) {
      const score = scores[at] as number;
      if (score === score) {
        const weight = shares[k] as number;
        sum += weight * score;
        all += weight;
      }
    }
    totals[person] = all > 0 ? sum / all : 0;
  }
  return totals;
}

interface Row {
  readonly scores: readonly { readonly indicator: string; readonly value: number | null; readonly weight: number }[];
}
interface Outcome {
  readonly total: number | null;
  readonly soFar: number | null;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

/** The same data as objects, made before the clock runs. */
export function objectRows({ people, lines, scores, weights }: BenchTable): readonly Row[] {
  return Array.from({ length: people }, (_, person) => ({
    scores: Array.from({ length: lines }, (__, k) => {
      const value = scores[person * lines + k] ?? Number.NaN;
      return { indicator: `K${String(k)}`, value: Number.isNaN(value) ? null : value, weight: weights[k] ?? 0 };
    }),
  }));
}

const round6 = (value: number): number => Number(value.toFixed(6));

/** The same results as ours (total, so far, bounds, coverage), written with objects, filter, map and reduce. */
export function objectTotals(rows: readonly Row[]): readonly Outcome[] {
  return rows.map((row) => {
    const there = row.scores.filter((score) => score.value !== null);
    const all = row.scores.map((score) => score.weight).reduce((sum, weight) => sum + weight, 0);
    const scored = there.map((score) => score.weight).reduce((sum, weight) => sum + weight, 0);
    const sum = there.map((score) => (score.value ?? 0) * score.weight).reduce((total, value) => total + value, 0);
    const soFar = scored > 0 ? round6(sum / scored) : null;
    return {
      total: scored / all >= 0.7 ? soFar : null,
      soFar,
      low: round6(sum / all),
      high: round6((sum + (all - scored) * 100) / all),
      coverage: scored / all,
    };
  });
}
