/** One line of a plan: an indicator, how it is turned into attainment, and its weight. */

/** How a line's actual becomes attainment (domain rule C2). Always named in the data, never guessed from numbers. */
export const LINE_KINDS = [
  "curve",
  "rating",
  "points",
  "range",
  "zero",
  "milestone",
  "yesNo",
  "linear",
  "ratio",
  "deviation",
  "nominal",
  "deduction",
  "steps",
] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export type Direction = "higher" | "lower";

/** The numbers that a kind may need; which ones, says `parametersOf` in scoring/attainment.ts. */
export interface LineRule {
  readonly kind: LineKind;
  readonly direction?: Direction;
  readonly baseline?: number;
  readonly zeroPoint?: number;
  readonly threshold?: number;
  readonly target?: number;
  readonly stretch?: number;
  readonly low?: number;
  readonly high?: number;
  /** Distance from the range at which attainment reaches 0. */
  readonly zeroDistance?: number;
  /** Count at which a line with target 0 is worth nothing. */
  readonly worstAllowed?: number;
  /** Full marks, or points of a rating scale. */
  readonly maximum?: number;
  /** Milestone: days late. Deduction: units counted are the actual, this is the points for each. */
  readonly daysLate?: number;
  readonly unitPoints?: number;
  /** Steps: attainment under the first cut-off, then each cut-off with the attainment from there on. */
  readonly worthBelow?: number;
  readonly step1?: number;
  readonly worth1?: number;
  readonly step2?: number;
  readonly worth2?: number;
  readonly step3?: number;
  readonly worth3?: number;
  readonly step4?: number;
  readonly worth4?: number;
}
export type LineParameter = Exclude<keyof LineRule, "kind" | "direction">;

/** Cut-offs that a line of steps may have, with the names of their numbers. */
export const STEP_PARAMETERS = [
  ["step1", "worth1"],
  ["step2", "worth2"],
  ["step3", "worth3"],
  ["step4", "worth4"],
] as const satisfies readonly (readonly [cutOff: LineParameter, worth: LineParameter])[];
/** All numbers of a line of steps, in the order of the Plan's columns. */
export const STEP_NUMBERS = ["worthBelow", ...STEP_PARAMETERS.flat()] as const;
