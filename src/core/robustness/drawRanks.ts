/** Ranks of one draw, fast. Equal totals share the better rank (1, 2, 2, 4). */
import { descendingOrder, orderScratch, type OrderScratch } from "../ranking/sortOrder";

/** Working memory for `n` people, made once and used for every draw. */
export interface RankScratch extends OrderScratch {
  readonly ranks: Int32Array;
}

/** Working memory of `rankDescending` for so many people. */
export const rankScratch = (n: number): RankScratch => ({ ...orderScratch(n), ranks: new Int32Array(n) });

/**
 * Competition ranks of one draw, best total first; equal totals share the better rank.
 * @param totals finite numbers @param scratch memory for as many
 * @returns ranks from 1; the array belongs to `scratch` and is overwritten by the next call
 * Source: domain rule C9.1.
 */
export function rankDescending(totals: Float64Array, scratch: RankScratch): Int32Array {
  const { ranks } = scratch;
  const order = descendingOrder(totals, scratch);
  let rank = 1;
  for (let place = 0; place < order.length; place += 1) {
    const person = order[place] ?? 0;
    if (totals[person] !== totals[order[place - 1] ?? person]) rank = place + 1;
    ranks[person] = rank;
  }
  return ranks;
}
