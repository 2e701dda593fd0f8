/** Totals of all people under several draws of weights at once: each score is fetched once and serves four draws. */

/** So many draws go together. */
export const TOGETHER = 4;

/** Working memory for `people` × `indicators`, made once for a simulation. */
export interface DrawMemory {
  /** One array of weights a draw. */
  readonly weights: readonly Float64Array[];
  /** One array of totals a draw. */
  readonly totals: readonly Float64Array[];
  /** The same weights, those of an indicator side by side. */
  readonly mixed: Float64Array;
}

/** Working memory of `totalsOfDraws` for so many people and indicators. */
export function drawMemory(people: number, indicators: number): DrawMemory {
  const arrays = (length: number): Float64Array[] => Array.from({ length: TOGETHER }, () => new Float64Array(length));
  return { weights: arrays(indicators), totals: arrays(people), mixed: new Float64Array(indicators * TOGETHER) };
}

/**
 * Fills `totals` from `weights`: total = Σ weight × score, added up from the first indicator to the last in every
 * draw, on the scale of the scores.
 * @param flat the scores row by row: people × indicators
 * Source: method §5 (draws blocked by four).
 */
export function totalsOfDraws({ weights, totals, mixed }: DrawMemory, flat: Float64Array): void {
  weights.forEach((draw, d) => {
    for (let j = 0; j < draw.length; j += 1) mixed[j * TOGETHER + d] = draw[j] ?? 0;
  });
  const [a, b, c, d] = totals;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  const last = mixed.length;
  let at = 0;
  // Four sums that do not wait for one another: a processor adds them side by side.
  for (let person = 0; person < a.length; person += 1) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let j = 0; j < last; j += TOGETHER, at += 1) {
      const score = flat[at] ?? 0;
      first += score * (mixed[j] ?? 0);
      second += score * (mixed[j + 1] ?? 0);
      third += score * (mixed[j + 2] ?? 0);
      fourth += score * (mixed[j + 3] ?? 0);
    }
    a[person] = first;
    b[person] = second;
    c[person] = third;
    d[person] = fourth;
  }
}
