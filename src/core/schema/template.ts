/** A template as the builders of workbooks take it: every text in both languages, every reference resolved. */
import type { PaletteId } from "../blueprint/palette";
import type { FormulaKind } from "../blueprint/words";
import type { BilingualText } from "./fields";

export type { BilingualText } from "./fields";

/** What a row of the scorecard is about; decides what sample rows are called. */
export const SUBJECTS = ["person", "student", "store", "supplier", "unit"] as const;
export type Subject = (typeof SUBJECTS)[number];
export const METHODS = ["kpi", "combined", "marks", "bsc"] as const;
export type TemplateMethod = (typeof METHODS)[number];
export const SCALES = ["attainment", "points"] as const;
export type TemplateScale = (typeof SCALES)[number];
export type TemplateDirection = "higher" | "lower";
export const LINE_NATURES = ["lead", "lag"] as const;
export type LineNature = (typeof LINE_NATURES)[number];

export interface TemplateLine {
  readonly id: string;
  readonly name: BilingualText;
  readonly section: BilingualText;
  readonly unit: BilingualText;
  readonly evidence: BilingualText;
  /** What is meant, or how a rating is judged. */
  readonly definition?: BilingualText;
  readonly kind: FormulaKind;
  readonly direction?: TemplateDirection;
  readonly threshold?: number;
  readonly target?: number;
  readonly stretch?: number;
  readonly zeroPoint?: number;
  readonly low?: number;
  readonly high?: number;
  readonly zeroDistance?: number;
  readonly worstAllowed?: number;
  /** Full marks, or points of a rating scale. */
  readonly maximum?: number;
  /** Where a progress begins. */
  readonly baseline?: number;
  /** Points that each count takes off the maximum. */
  readonly unitPoints?: number;
  /** Steps: attainment under the first cut-off, then cut-offs and the attainments from there on. */
  readonly worthBelow?: number;
  readonly step1?: number;
  readonly worth1?: number;
  readonly step2?: number;
  readonly worth2?: number;
  readonly step3?: number;
  readonly worth3?: number;
  readonly step4?: number;
  readonly worth4?: number;
  readonly aggregate: string;
  /** A measure of the whole team in a person's plan. */
  readonly level?: "team";
  /** Whether it drives results or is one. */
  readonly nature?: LineNature;
  /** Points of 100. */
  readonly weight: number;
}
/** A condition that holds the band down whatever the total says; never part of the weights. */
export interface TemplateGate {
  readonly id: string;
  readonly name: BilingualText;
  /** Indicator whose actual decides, by falling below `below`; absent where a person answers yes or no. */
  readonly line?: string;
  readonly below?: number;
  /** Best band that is left, 1 = lowest. */
  readonly bestBand: number;
}
/** Which side of the 100 an item stands on. */
export const ITEM_SIDES = ["bonus", "deduction"] as const;
export type ItemSide = (typeof ITEM_SIDES)[number];
/** Points beside the 100 for something that happens now and then; never part of the weights. */
export interface TemplateItem {
  readonly id: string;
  readonly name: BilingualText;
  readonly side: ItemSide;
  /** Points each time. */
  readonly points: number;
  /** Most points that one person gets for it in a period; absent: only the side's limit holds. */
  readonly limit?: number;
}
/** Most points of a person in a period, all items of a side together. */
export type ItemLimits = Readonly<Record<ItemSide, number>>;
export interface TemplateBand {
  readonly name: BilingualText;
  /** Lowest total of the band. */
  readonly from: number;
}
/** What the points of a rating scale are worth, 1 = target met. */
export interface TemplatePoints {
  /** Points of the scale. */
  readonly scale: number;
  /** Of the points 1, 2, 3 … */
  readonly worths: readonly number[];
}
export interface SamplePerson {
  readonly department: BilingualText;
  /** In the order of the lines; a milestone's is the share done. */
  readonly actuals: readonly number[];
  /** Answers to the gates that are asked, in their order: true means broken. */
  readonly gates: readonly boolean[];
}
export interface Template {
  readonly id: string;
  readonly name: BilingualText;
  readonly audience: BilingualText;
  readonly method: TemplateMethod;
  readonly entry: "matrix";
  /** Trade or area of work, for searching. */
  readonly field: BilingualText;
  /** Job group that is proposed. */
  readonly jobGroup: BilingualText;
  /** Further words to find it by, in each language. */
  readonly words: { readonly en: readonly string[]; readonly "zh-CN": readonly string[] };
  readonly subject: Subject;
  /** Which band set: attainment (100 = targets met) or marks (0–100). */
  readonly scale: TemplateScale;
  readonly lines: readonly TemplateLine[];
  readonly gates: readonly TemplateGate[];
  /** Bonus and deduction items; absent: the workbook has none. */
  readonly items?: readonly TemplateItem[];
  /** Absent: the usual ones. */
  readonly itemLimits?: ItemLimits;
  readonly sample: { readonly people: readonly SamplePerson[] };
  /** Bands of its own, worst first; absent: the usual ones of the scale. */
  readonly bands?: readonly TemplateBand[];
  /** Rating scales whose points are worth something else than usual. */
  readonly points?: readonly TemplatePoints[];
  /** Colours of its own; absent: the usual ones. */
  readonly palette?: PaletteId;
}
