/** Ranks of one draw, fast. Equal totals share the better rank (1, 2, 2, 4). */
import { descendingOrder, orderScratch, type OrderScratch } from "../ranking/sortOrder";

/** Working memory for `n` people, made once and used for every draw. */
export interface RankScratch extends OrderScratch {
  readonly ranks: Int32Array;
}

/** Memory for so many people. */
export const rankScratch = (n: number): RankScratch => ({ ...orderScratch(n), ranks: new Int32Array(n) });

/** Competition ranks, best total first. The array returned belongs to `scratch` and is overwritten by the next call. */
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
