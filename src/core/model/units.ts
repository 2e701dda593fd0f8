/** Units as branded numbers, so that a weight is never taken for a percent or a score. */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** A share of the whole in points out of 100 ("20" means 20 %). Sheets and templates hold weights in points. */
export type WeightPoints = Unit<"weight points, 0–100">;
/** A share of the whole as a fraction, 0–1. */
export type WeightShare = Unit<"weight share, 0–1">;
/** Attainment of one line: 1 means the target is met. */
export type Attainment = Unit<"attainment, 1 = target">;
/** A score or total in points, 100 = all targets met (attainment) or full marks (marks). */
export type ScorePoints = Unit<"score points, 100 = target or full marks">;
/** A part of a whole, 0–1 (coverage, applicable share, tolerance). */
export type Fraction = Unit<"fraction, 0–1">;
/** An Excel date serial (days since 1899-12-30, 1900 system). */
export type DateSerial = Unit<"Excel date serial">;

export const weightPoints = (n: number): WeightPoints => n as WeightPoints;
export const weightShare = (n: number): WeightShare => n as WeightShare;
export const attainment = (n: number): Attainment => n as Attainment;
export const scorePoints = (n: number): ScorePoints => n as ScorePoints;
export const fraction = (n: number): Fraction => n as Fraction;
export const dateSerial = (n: number): DateSerial => n as DateSerial;
