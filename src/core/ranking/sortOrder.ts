/**
 * The descending order of many numbers in time that grows with their count: counting passes over 22-bit keys, then runs of
 * equal keys are put right by the exact numbers. One pass over the upper half of the keys is enough for some hundred numbers
 * that lie apart; otherwise there are two. Working memory is made once, for simulations that ask it thousands of
 * times.
 */
const BITS = 11;
const BUCKETS = 1 << BITS;
const KEY_MAX = (1 << (2 * BITS)) - 1;
/** Up to so many, inserting one by one is quickest. */
const FEW = 32;

/** Working memory for `n` numbers. */
export interface OrderScratch {
  readonly keys: Int32Array;
  readonly order: Int32Array;
  readonly other: Int32Array;
  readonly buckets: Int32Array;
}

/** Working memory of `descendingOrder` for so many numbers. */
export function orderScratch(n: number): OrderScratch {
  return {
    keys: new Int32Array(n),
    order: new Int32Array(n),
    other: new Int32Array(n),
    buckets: new Int32Array(BUCKETS),
  };
}

/** Keys from 0 (the largest number) to KEY_MAX (the smallest); a larger number never has a larger key. */
function makeKeys(values: Float64Array, keys: Int32Array): void {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? KEY_MAX / (high - low) : 0;
  for (let i = 0; i < values.length; i += 1) keys[i] = (high - (values[i] ?? 0)) * scale;
}

/** One stable counting pass over the bits from `shift`; gives the size of the fullest bucket. */
function pass(keys: Int32Array, from: Int32Array, to: Int32Array, buckets: Int32Array, shift: number): number {
  buckets.fill(0);
  const n = from.length;
  for (let i = 0; i < n; i += 1) {
    const bucket = ((keys[i] ?? 0) >> shift) & (BUCKETS - 1);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  let start = 0;
  let fullest = 0;
  for (let b = 0; b < BUCKETS; b += 1) {
    const count = buckets[b] ?? 0;
    if (count > fullest) fullest = count;
    buckets[b] = start;
    start += count;
  }
  for (let i = 0; i < n; i += 1) {
    const place = from[i] ?? 0;
    const bucket = ((keys[place] ?? 0) >> shift) & (BUCKETS - 1);
    const at = buckets[bucket] ?? 0;
    to[at] = place;
    buckets[bucket] = at + 1;
  }
  return fullest;
}

/** Puts order[first … end − 1] in descending order of the exact numbers. */
function settle(order: Int32Array, values: Float64Array, first: number, end: number): void {
  if (end - first > FEW) {
    order.subarray(first, end).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    return;
  }
  for (let i = first + 1; i < end; i += 1) {
    const place = order[i] ?? 0;
    const value = values[place] ?? 0;
    let j = i - 1;
    while (j >= first && (values[order[j] ?? 0] ?? 0) < value) {
      order[j + 1] = order[j] ?? 0;
      j -= 1;
    }
    order[j + 1] = place;
  }
}

/** Runs of keys that are equal from the bit `shift` up, settled where they are not in order already. */
function settleRuns(order: Int32Array, keys: Int32Array, values: Float64Array, shift: number): void {
  const n = order.length;
  for (let first = 0; first < n;) {
    const key = (keys[order[first] ?? 0] ?? 0) >> shift;
    let end = first + 1;
    let isOrdered = true;
    while (end < n && (keys[order[end] ?? 0] ?? 0) >> shift === key) {
      if ((values[order[end] ?? 0] ?? 0) > (values[order[end - 1] ?? 0] ?? 0)) isOrdered = false;
      end += 1;
    }
    if (!isOrdered) settle(order, values, first, end);
    first = end;
  }
}

/**
 * Positions of the numbers from the largest down; the first of equals stands first.
 * @param values finite numbers @param scratch memory for exactly as many
 * @returns an array that belongs to `scratch` and is overwritten by the next call
 * Source: radix sort of keys from the least digit (Knuth, volume 3, 5.2.5); method §5.
 */
export function descendingOrder(values: Float64Array, scratch: OrderScratch): Int32Array {
  const { keys, order, other, buckets } = scratch;
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  if (order.length <= 2 * FEW) {
    settle(order, values, 0, order.length);
    return order;
  }
  makeKeys(values, keys);
  if (order.length <= BUCKETS && pass(keys, order, other, buckets, BITS) <= FEW) {
    settleRuns(other, keys, values, BITS);
    return other;
  }
  pass(keys, order, other, buckets, 0);
  pass(keys, other, order, buckets, BITS);
  settleRuns(order, keys, values, 0);
  return order;
}
