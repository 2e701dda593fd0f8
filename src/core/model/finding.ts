import type { Acceptance } from "./acceptance";
import type { Location } from "./location";
import type { Message } from "./message";

/** The stages of an appraisal period; a check is silent outside its own. */
export type Stage = "plan" | "during" | "evaluate" | "close";
export const STAGES: readonly Stage[] = ["plan", "during", "evaluate", "close"];

export type Severity = "error" | "warning" | "note";

/** What a cell holds: a value, nothing (null), or a formula as it is written. */
export type Standing = number | string | null | { readonly formula: string };

/** One cell to be changed by a fix. */
export interface CellPatch {
  readonly location: Location;
  readonly before: Standing;
  /** A value, a formula that stood there before, or the formula of another cell, moved as Excel moves it when it is copied. */
  readonly after: Exclude<Standing, null> | { readonly formulaOf: Location };
  /** What the cell is about, for the preview: the indicator's name, say. */
  readonly label: string;
}

/** A weight that a fix shares out with others, or leaves where it is locked. */
export interface SpreadWeight {
  readonly location: Location;
  readonly before: number | string | null;
  /** In points out of 100. */
  readonly points: number;
  readonly label: string;
}
/** Weights that a fix makes come to 100, or to the points of their section; a person may lock some of them first. */
export interface WeightSpread {
  readonly weights: readonly SpreadWeight[];
  /** One point in the unit of the cells: 1, or 0.01. */
  readonly point: number;
  /** Steps of a weight in points; the first one that fits is taken. */
  readonly steps: readonly number[];
  /** Points that they come to; absent: 100. */
  readonly whole?: number;
}

/** A change that would remove the finding; shown as a preview before it is made. */
export interface Fix {
  readonly label: Message;
  readonly patches: readonly CellPatch[];
  /** Where the patches share out weights: what they share out, so that some can be locked. */
  readonly spread?: WeightSpread;
}

/** What a check found: which rule, how bad, where, and what to do next. */
export interface Finding {
  /** Stable within one check run: rule and place. */
  readonly id: string;
  /** Rule code of docs/checks.md, "W01". */
  readonly rule: string;
  readonly stage: Stage;
  readonly severity: Severity;
  /** Where the person should look. */
  readonly location: Location;
  /** What is the matter, with the figures. */
  readonly message: Message;
  /** Why it matters: the rule in a sentence. */
  readonly why: Message;
  /** What to do about it. */
  readonly next: Message;
  /** Who or what it is about, for grouping in the pane and for silencing. */
  readonly plan?: string;
  readonly person?: string;
  readonly indicator?: string;
  readonly fixes?: readonly Fix[];
  /** Accepted with a reason, and still so: neither counted nor marked. Or expired: accepted once, of other values. */
  readonly acceptance?: Acceptance;
}
