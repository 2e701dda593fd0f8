/** A scale on which people are rated: its ends, and what belongs to the same place of another one. */

export interface PointScale {
  readonly low: number;
  readonly high: number;
}
export const FIVE_POINTS: PointScale = { low: 1, high: 5 };
/** Marks of 100 begin at 0, points at 1. */
export const scaleOf = (points: number): PointScale => ({ low: points === 100 ? 0 : 1, high: points });

const round2 = (value: number): number => Math.round(value * 100) / 100;

/** A distance on the 1–5 scale, or on `from`, as the other scale has it; two decimals. */
export const widthOn = ({ low, high }: PointScale, width: number, from: PointScale = FIVE_POINTS): number =>
  round2((width * (high - low)) / (from.high - from.low));

/** A value of the 1–5 scale, or of `from`, at the same place of the other scale; two decimals. */
export const placeOn = (scale: PointScale, value: number, from: PointScale = FIVE_POINTS): number =>
  round2(scale.low + widthOn(scale, value - from.low, from));

/** Lower ends of five bands, worst first: around the points of the scale, and those of marks on 0–100. Source: domain rule C11. */
export const bandsOn = (scale: PointScale): readonly number[] => [
  -1_000_000,
  ...(scale.high === 100 ? [60, 70, 80, 90] : [1.5, 2.5, 3.5, 4.5].map((from) => placeOn(scale, from))),
];

/** The highest point that stands at the low end: 2 of 5. Both ends want words. Source: domain rules C9.3 and E03. */
export const lowEndOf = (top: number): number => Math.max(1, Math.floor(top * 0.4));

/** Points at which four anchors stand: both ends, and two between at equal distances where the scale allows it. */
export const anchoredPoints = (top: number): readonly number[] =>
  (top - 1) % 3 === 0 ? [0, 1, 2, 3].map((i) => 1 + (i * (top - 1)) / 3) : [];

/** Words for points, put to the same places of a scale from 1 to `top`: on a longer one some points have none. */
export function wordsOn<T>(words: readonly T[], top: number): readonly (T | null)[] {
  const last = words.length - 1;
  return Array.from({ length: top }, (_, i) => {
    if (top <= words.length) return words[Math.round((i * last) / (top - 1))] ?? null;
    const found = words.findIndex((_word, k) => Math.round((k * (top - 1)) / last) === i);
    return words[found] ?? null;
  });
}

/**
 * A whole point of a sample at the same place of a scale from 1 to `top`.
 * @param from highest point of the scale that the sample was made for
 * @param hasGround whether words stand beside it: without them it stays off the ends
 */
export function samplePoint(point: number, from: number, top: number, hasGround: boolean): number {
  if (from === top) return point;
  const moved = 1 + Math.floor(((point - 1) * (top - 1)) / (from - 1));
  return hasGround ? moved : Math.min(top - 1, Math.max(lowEndOf(top) + 1, moved));
}
