/**
 * Units of the numbers that are easily mixed up: 0.25 of the weight, 25 points of 100, attainment 0.25 and a score of 25 are
 * four different things. They are plain numbers when the program runs; only the compiler tells them apart, and arithmetic
 * gives a plain number again. They are made at the edges (what is read from cells and settings) and by the conversions below.
 */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** A part of a whole, 0–1: of all weight, of what applies. */
export type Share = Unit<"share">;
/** Points of 100, as weights are written and spoken of. */
export type Points = Unit<"points">;
/** What a line reached of its target: 1 = the target is met. */
export type Attainment = Unit<"attainment">;
/** On the scale of the totals: 100 = targets met, or full marks. */
export type Score = Unit<"score">;

/** Says that a number is a share. Nothing is checked. */
export const asShare = (value: number): Share => value as Share;
/** Says that all of a list are shares. */
export const asShares = (values: readonly number[]): readonly Share[] => values as readonly Share[];
/** Says that a number is points of 100. */
export const asPoints = (value: number): Points => value as Points;
/** Says that a number is attainment. */
export const asAttainment = (value: number): Attainment => value as Attainment;
/** Says that all of a list are attainment. */
export const asAttainments = (values: readonly number[]): readonly Attainment[] => values as readonly Attainment[];
/** Says that a number is a score on the scale of the totals. */
export const asScore = (value: number): Score => value as Score;

/** A number that was read, in its unit; the default where there is none. */
export const readAs = <T extends number>(value: number | null, unit: (value: number) => T, otherwise: T): T =>
  value === null ? otherwise : unit(value);

/** Attainment on the scale of the totals: 0.83 is a score of 83. */
export const scoreOfAttainment = (value: Attainment): Score => (value * 100) as Score;
/** A share in points of 100. */
export const pointsOfShare = (value: Share): Points => (value * 100) as Points;
