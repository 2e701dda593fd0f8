/** Rating bands by lower cut-off (domain rule C11): two default sets, look-up on the rounded total, faults of a band table. */
import { computed, refused, type Computed } from "../model/computed";
import { roundTotal } from "./round";

export interface Band {
  readonly name: string;
  /** Lowest total that belongs to the band. */
  readonly from: number;
}

/** Default cut-offs: `marks` for 0–100, `attainment` for 100 = targets met. */
export const BAND_CUTS = { marks: [90, 80, 70, 60, 0], attainment: [112, 103, 90, 60, 0] } as const;

/**
 * The band of a total: the one with the highest cut-off not above it; null below all of them, or for a total that is
 * no number. Totals are compared rounded (domain rules C3, C11).
 * @param total on the scale of the cut-offs @param bands in any order
 */
export function bandOf(total: number, bands: readonly Band[]): Band | null {
  const rounded = roundTotal(total);
  return bands.reduce<Band | null>(
    (best, band) => (band.from <= rounded && (best === null || band.from > best.from) ? band : best),
    null,
  );
}

export type BandFault =
  | { readonly kind: "order"; readonly index: number }
  | { readonly kind: "equal"; readonly index: number }
  | { readonly kind: "uncovered"; readonly index: number; readonly from: number }
  | { readonly kind: "unreachable"; readonly index: number; readonly best: number };

/**
 * Faults of a table listed from the best band down: cut-offs that do not fall, equal ones, a lowest band that does not
 * begin at the lowest total, bands that nobody can reach. Empty for a table without fault; cut-offs that are no
 * numbers are not compared.
 * @param bands, worst, best on one scale @param worst lowest total that can happen (usually 0) @param best highest
 * total that can happen, or null when it is not known
 * Source: domain rule C11, checks B01–B03 and B05.
 */
export function bandFaults(bands: readonly Band[], worst: number, best: number | null): readonly BandFault[] {
  const faults: BandFault[] = [];
  bands.forEach((band, index) => {
    const above = bands[index - 1];
    if (above !== undefined && band.from > above.from) faults.push({ kind: "order", index });
    if (above !== undefined && band.from === above.from) faults.push({ kind: "equal", index });
    if (best !== null && band.from > roundTotal(best)) faults.push({ kind: "unreachable", index, best });
  });
  const lowest = Math.min(...bands.map((band) => band.from));
  if (bands.length > 0 && lowest > worst) faults.push({ kind: "uncovered", index: bands.length - 1, from: lowest });
  return faults;
}

/** A band with both ends, as many sheets write them. */
export interface BandRange {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

export type RangeFault =
  /** The high end is under the low one. */
  | { readonly kind: "turned"; readonly name: string }
  /** Totals strictly between the two bands, or beyond the ends, belong to none. */
  | { readonly kind: "gap"; readonly from: number; readonly to: number }
  /** Totals in both. */
  | { readonly kind: "overlap"; readonly names: readonly [string, string]; readonly from: number; readonly to: number };

/**
 * Gaps and overlaps of bands with two ends. 70–80 and 80–90 meet (80 belongs to the upper one); 70–79 and 80–90 leave
 * a gap for 79.5. The remedy is always the same: lower cut-offs only (`lowerCuts`).
 * @param scale ends of the totals, to find uncovered ones; absent: not looked at
 * @returns refused: "empty", "not-a-number"
 * Source: domain rule C3 (3.49/3.50), worked example isah-class-gap.
 */
export function rangeFaults(
  ranges: readonly BandRange[],
  scale?: readonly [low: number, high: number],
): Computed<readonly RangeFault[]> {
  if (ranges.length === 0) return refused("empty");
  if (![...ranges.flatMap(({ low, high }) => [low, high]), ...(scale ?? [])].every(Number.isFinite))
    return refused("not-a-number");
  const faults: RangeFault[] = ranges.flatMap(({ name, low, high }) => (high < low ? [{ kind: "turned", name }] : []));
  const sorted = ranges.filter(({ low, high }) => low <= high).sort((a, b) => a.low - b.low || a.high - b.high);
  const [first] = sorted;
  if (first === undefined) return computed(faults);
  if (scale !== undefined && scale[0] < first.low) faults.push({ kind: "gap", from: scale[0], to: first.low });
  let reach = first;
  for (const next of sorted.slice(1)) {
    if (next.low > reach.high) faults.push({ kind: "gap", from: reach.high, to: next.low });
    if (next.low < reach.high) {
      const to = Math.min(reach.high, next.high);
      faults.push({ kind: "overlap", names: [reach.name, next.name], from: next.low, to });
    }
    if (next.high >= reach.high) reach = next;
  }
  if (scale !== undefined && scale[1] > reach.high) faults.push({ kind: "gap", from: reach.high, to: scale[1] });
  return computed(faults);
}

/** The same bands by lower cut-off only, best first: no gap is left between them (domain rule C3). */
export const lowerCuts = (ranges: readonly BandRange[]): readonly Band[] =>
  ranges.map(({ name, low }) => ({ name, from: low })).sort((a, b) => b.from - a.from);
