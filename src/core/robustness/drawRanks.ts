/** Ranks of one draw, fast. Equal totals share the better rank (1, 2, 2, 4). */
import { descendingOrder, orderScratch, type OrderScratch } from "../ranking/sortOrder";

/** Working memory for `n` people, made once and used for every draw. */
export type RankScratch = OrderScratch;

/** Working memory of `rankDescending` for so many people. */
export const rankScratch = (n: number): RankScratch => orderScratch(n);

/**
 * Competition ranks of one draw, best total first; equal totals share the better rank.
 * @param totals finite numbers @param scratch memory for as many @param ranks filled with ranks from 1
 * @returns `ranks`
 * Source: domain rule C9.1.
 */
export function rankDescending(totals: Float64Array, scratch: RankScratch, ranks: Int32Array): Int32Array {
  const order = descendingOrder(totals, scratch);
  let rank = 1;
  for (let place = 0; place < order.length; place += 1) {
    const person = order[place] ?? 0;
    if (totals[person] !== totals[order[place - 1] ?? person]) rank = place + 1;
    ranks[person] = rank;
  }
  return ranks;
}
