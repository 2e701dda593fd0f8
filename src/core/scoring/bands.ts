/** Rating bands by lower cut-off (domain rule C11): two default sets, look-up on the rounded total, faults of a band table. */
import { roundTotal } from "./round";

export interface Band {
  readonly name: string;
  /** Lowest total that belongs to the band. */
  readonly from: number;
}

/** Default cut-offs: `marks` for 0–100, `attainment` for 100 = targets met. */
export const BAND_CUTS = { marks: [90, 80, 70, 60, 0], attainment: [112, 103, 90, 60, 0] } as const;

/** The band of a total: the one with the highest cut-off not above it; null below all of them. Totals are compared rounded. */
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
 * begin at the lowest total, bands that nobody can reach.
 * @param worst lowest total that can happen (usually 0)
 * @param best highest total that can happen, or null when it is not known
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
