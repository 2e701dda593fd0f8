/**
 * Ranks of one draw, fast: people are put in order by a radix sort on 22-bit keys of their totals, and runs of equal keys
 * are put right by their exact totals. Equal totals share the better rank (1, 2, 2, 4).
 */
const BITS = 11;
const BUCKETS = 1 << BITS;
const KEY_MAX = (1 << (2 * BITS)) - 1;

/** Working memory for `n` people, made once and used for every draw. */
export interface RankScratch {
  readonly keys: Int32Array;
  readonly order: Int32Array;
  readonly other: Int32Array;
  readonly buckets: Int32Array;
  readonly ranks: Int32Array;
}

/** Memory for so many people. */
export function rankScratch(n: number): RankScratch {
  return {
    keys: new Int32Array(n),
    order: new Int32Array(n),
    other: new Int32Array(n),
    buckets: new Int32Array(BUCKETS),
    ranks: new Int32Array(n),
  };
}

/** Keys from 0 (the largest total) to KEY_MAX (the smallest), so that ascending keys are descending totals. */
function makeKeys(totals: Float64Array, keys: Int32Array): void {
  let low = Infinity;
  let high = -Infinity;
  for (const total of totals) {
    if (total < low) low = total;
    if (total > high) high = total;
  }
  const scale = high > low ? KEY_MAX / (high - low) : 0;
  for (let i = 0; i < totals.length; i += 1) keys[i] = (high - (totals[i] ?? 0)) * scale;
}

/** One stable counting pass over the bits from `shift`. */
function pass(keys: Int32Array, from: Int32Array, to: Int32Array, buckets: Int32Array, shift: number): void {
  buckets.fill(0);
  const n = from.length;
  for (let i = 0; i < n; i += 1) {
    const bucket = ((keys[i] ?? 0) >> shift) & (BUCKETS - 1);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  let start = 0;
  for (let b = 0; b < BUCKETS; b += 1) {
    const count = buckets[b] ?? 0;
    buckets[b] = start;
    start += count;
  }
  for (let i = 0; i < n; i += 1) {
    const person = from[i] ?? 0;
    const bucket = ((keys[person] ?? 0) >> shift) & (BUCKETS - 1);
    const place = buckets[bucket] ?? 0;
    to[place] = person;
    buckets[bucket] = place + 1;
  }
}

/** Insertion sort by exact totals; after the radix passes only neighbours with equal keys can be out of order. */
function settle(order: Int32Array, totals: Float64Array): void {
  for (let i = 1; i < order.length; i += 1) {
    const person = order[i] ?? 0;
    const total = totals[person] ?? 0;
    let j = i - 1;
    while (j >= 0 && (totals[order[j] ?? 0] ?? 0) < total) {
      order[j + 1] = order[j] ?? 0;
      j -= 1;
    }
    order[j + 1] = person;
  }
}

/** Competition ranks, best total first. The array returned belongs to `scratch` and is overwritten by the next call. */
export function rankDescending(totals: Float64Array, scratch: RankScratch): Int32Array {
  const { keys, order, other, buckets, ranks } = scratch;
  const n = totals.length;
  for (let i = 0; i < n; i += 1) order[i] = i;
  if (n > 64) {
    makeKeys(totals, keys);
    pass(keys, order, other, buckets, 0);
    pass(keys, other, order, buckets, BITS);
  }
  settle(order, totals);
  let rank = 1;
  for (let place = 0; place < n; place += 1) {
    const person = order[place] ?? 0;
    if (place > 0 && totals[person] !== totals[order[place - 1] ?? 0]) rank = place + 1;
    ranks[person] = rank;
  }
  return ranks;
}
