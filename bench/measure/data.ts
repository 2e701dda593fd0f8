/** Made-up scores for measuring: seeded, so that every run sees the same. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { MISSING } from "../../src/core/scoring/totals";

export interface BenchTable {
  readonly people: number;
  readonly lines: number;
  readonly weights: readonly number[];
  /** Row by row; MISSING where there is none. */
  readonly scores: Float64Array;
}

/** A table of scores 0–100 with one decimal, of which `blanks` (a share) are missing. */
export function benchTable(people: number, lines: number, blanks: number, seed: number): BenchTable {
  const random = xoroshiro128plus(seed);
  const scores = new Float64Array(people * lines);
  for (let i = 0; i < scores.length; i += 1) {
    const blank = uniformFloat64(random) < blanks;
    scores[i] = blank ? MISSING : Math.round(uniformFloat64(random) * 1000) / 10;
  }
  return { people, lines, weights: Array.from({ length: lines }, (_, k) => 1 + (k % 5)), scores };
}
