/** What a simulation counts beside ranks, where asked for: chances of pairs, of the top band, and central weights. */
import { roundTotal } from "../scoring/round";

export interface PairShare {
  readonly a: number;
  readonly b: number;
  /** Share of draws in which a ranks above b, and b above a; equal ranks count for neither. */
  readonly aWins: number;
  readonly bWins: number;
}

/** What is asked for beside the ranks. */
export interface Asked {
  readonly pairs: readonly (readonly [number, number])[];
  readonly wantsCentral: boolean;
  /** Lowest total of the top band; null: not asked for. */
  readonly topFrom: number | null;
}

/**
 * Counts beside the ranks: who beat whom, who reached the top band, and the weights behind each first place. Source:
 * pairwise winning and central weights of SMAA (Lahdelma, Hokkanen & Salminen 1998); domain rule C17 (top band).
 */
export class DrawCounts {
  private readonly wins: Float64Array;
  private readonly sums: Float64Array;
  private readonly firsts: Float64Array;
  private readonly tops: Float64Array;
  private readonly pairs: Asked["pairs"];
  /** The pairs' positions one after the other. */
  private readonly flat: Int32Array;
  private readonly wantsCentral: boolean;
  private readonly topFrom: number | null;
  readonly needed: boolean;

  constructor(
    { pairs, wantsCentral, topFrom }: Asked,
    people: number,
    private readonly indicators: number,
  ) {
    this.needed = pairs.length > 0 || wantsCentral || topFrom !== null;
    [this.pairs, this.wantsCentral, this.topFrom] = [pairs, wantsCentral, topFrom];
    this.flat = Int32Array.from(pairs.flat());
    this.tops = new Float64Array(topFrom === null ? 0 : people);
    this.wins = new Float64Array(pairs.length * 2);
    this.sums = new Float64Array(wantsCentral ? people * indicators : 0);
    this.firsts = new Float64Array(wantsCentral ? people : 0);
  }

  /** One draw: its ranks, weights and totals. */
  count(ranks: Int32Array, weights: Float64Array, totals: Float64Array): void {
    this.countTop(totals);
    const { flat, wins } = this;
    for (let at = 0; at < flat.length; at += 2) {
      const x = ranks[flat[at] ?? 0] ?? 0;
      const y = ranks[flat[at + 1] ?? 0] ?? 0;
      if (x < y) wins[at] = (wins[at] ?? 0) + 1;
      else if (x > y) wins[at + 1] = (wins[at + 1] ?? 0) + 1;
    }
    if (!this.wantsCentral) return;
    for (let i = 0; i < ranks.length; i += 1) {
      if (ranks[i] !== 1) continue;
      this.firsts[i] = (this.firsts[i] ?? 0) + 1;
      const row = i * this.indicators;
      for (let j = 0; j < this.indicators; j += 1) this.sums[row + j] = (this.sums[row + j] ?? 0) + (weights[j] ?? 0);
    }
  }

  /** Totals are compared as everywhere: rounded to six decimals. */
  private countTop(totals: Float64Array): void {
    const { topFrom, tops } = this;
    if (topFrom === null) return;
    for (let i = 0; i < tops.length; i += 1) {
      const total = totals[i] ?? 0;
      // Rounding is asked only where it decides: it moves a total by half a millionth at most.
      if (total > topFrom + 1e-6 || (total > topFrom - 1e-6 && roundTotal(total) >= topFrom))
        tops[i] = (tops[i] ?? 0) + 1;
    }
  }

  topShares(draws: number): readonly number[] {
    return Array.from(this.tops, (count) => count / draws);
  }

  pairShares(draws: number): readonly PairShare[] {
    return this.pairs.map(([a, b], at) => {
      const [aWins, bWins] = [(this.wins[2 * at] ?? 0) / draws, (this.wins[2 * at + 1] ?? 0) / draws];
      return { a, b, aWins, bWins };
    });
  }

  central(): readonly (readonly number[] | null)[] {
    return Array.from(this.firsts, (count, i) =>
      count === 0
        ? null
        : Array.from(this.sums.subarray(i * this.indicators, (i + 1) * this.indicators), (sum) => sum / count),
    );
  }
}
