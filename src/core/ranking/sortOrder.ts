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

/**
 * Keys from 0 (the largest number) to KEY_MAX (the smallest); a larger number never has a larger key. Counts their bits from
 * `shift` into the buckets by the way.
 */
function makeKeys(values: Float64Array, { keys, buckets }: OrderScratch, shift: number): void {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? KEY_MAX / (high - low) : 0;
  buckets.fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const key = ((high - (values[i] ?? 0)) * scale) | 0;
    keys[i] = key;
    const bucket = (key >> shift) & (BUCKETS - 1);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
}

/** From counts to where each bucket begins; gives the size of the fullest one. */
function toStarts(buckets: Int32Array): number {
  let start = 0;
  let fullest = 0;
  for (let b = 0; b < BUCKETS; b += 1) {
    const count = buckets[b] ?? 0;
    if (count > fullest) fullest = count;
    buckets[b] = start;
    start += count;
  }
  return fullest;
}

/** Deals the positions 0, 1, 2 … out to the buckets that are counted already; gives the size of the fullest one. */
function dealAll({ keys, buckets }: OrderScratch, to: Int32Array, shift: number): number {
  const fullest = toStarts(buckets);
  for (let place = 0; place < to.length; place += 1) {
    const bucket = ((keys[place] ?? 0) >> shift) & (BUCKETS - 1);
    const at = buckets[bucket] ?? 0;
    to[at] = place;
    buckets[bucket] = at + 1;
  }
  return fullest;
}

/** Deals the positions out in the order in which they stand: one stable pass over the bits from `shift`. */
function deal({ keys, buckets }: OrderScratch, from: Int32Array, to: Int32Array, shift: number): void {
  buckets.fill(0);
  for (let i = 0; i < from.length; i += 1) {
    const bucket = ((keys[i] ?? 0) >> shift) & (BUCKETS - 1);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  toStarts(buckets);
  for (let i = 0; i < from.length; i += 1) {
    const place = from[i] ?? 0;
    const bucket = ((keys[place] ?? 0) >> shift) & (BUCKETS - 1);
    const at = buckets[bucket] ?? 0;
    to[at] = place;
    buckets[bucket] = at + 1;
  }
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
  const { keys, order, other } = scratch;
  if (order.length <= 2 * FEW) {
    for (let i = 0; i < order.length; i += 1) order[i] = i;
    settle(order, values, 0, order.length);
    return order;
  }
  const isShort = order.length <= BUCKETS;
  makeKeys(values, scratch, isShort ? BITS : 0);
  if (isShort) {
    if (dealAll(scratch, other, BITS) <= FEW) {
      settleRuns(other, keys, values, BITS);
      return other;
    }
    // Too dense for one pass: from the least digit after all.
    for (let i = 0; i < order.length; i += 1) order[i] = i;
    deal(scratch, order, other, 0);
  } else dealAll(scratch, other, 0);
  deal(scratch, other, order, BITS);
  settleRuns(order, keys, values, 0);
  return order;
}
