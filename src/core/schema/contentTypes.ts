/** What a template file says, typed: a scorecard as somebody writes it down. Read by templateContent.ts. */
import type { PaletteId } from "../blueprint/palette";
import type { ItemMethod } from "../methods/itemFields";
import type { FormulaKind } from "../blueprint/words";
import type { STEP_NUMBERS } from "../model/line";
import type { Texts } from "./fields";
import type {
  ItemLimits,
  ItemSide,
  LineNature,
  Subject,
  TemplateDirection,
  TemplateMethod,
  TemplatePoints,
  TemplateScale,
} from "./template";

type StepNumber = (typeof STEP_NUMBERS)[number];
export type LineNumber =
  | "threshold"
  | "target"
  | "stretch"
  | "zeroPoint"
  | "low"
  | "high"
  | "zeroDistance"
  | "worstAllowed"
  | "maximum"
  | "baseline"
  | "unitPoints"
  | StepNumber;
export type LineNumbers = Readonly<Partial<Record<LineNumber, number>>>;
export const AGGREGATES = ["sum", "mean", "last", "ratio", "max", "min"] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export interface ContentSection {
  /** "S1". */
  readonly id: string;
  readonly name: Texts;
  /** What its lines shall come to together; absent: whatever they come to. */
  readonly weight?: number;
}
export interface ContentLine extends LineNumbers {
  /** "K01". */
  readonly id: string;
  readonly name: Texts;
  /** Id of a section; absent where the template has none. */
  readonly section?: string;
  readonly unit?: Texts;
  readonly evidence?: Texts;
  readonly definition?: Texts;
  /** What each point of a rating scale means, lowest first. */
  readonly anchors?: readonly Texts[];
  readonly kind: FormulaKind;
  readonly direction?: TemplateDirection;
  /** How figures of parts of the period come together; "last" where it is absent. */
  readonly aggregate?: Aggregate;
  readonly level?: "team";
  /** Whether it drives results or is one; a plan has a column for it where a line says so. */
  readonly nature?: LineNature;
  readonly weight: number;
}
export interface ContentGate {
  readonly id: string;
  readonly name: Texts;
  readonly line?: string;
  readonly below?: number;
  readonly bestBand: number;
}
/** A bonus or deduction item: points beside the 100. */
export interface ContentItem {
  /** "X1". */
  readonly id: string;
  readonly name: Texts;
  readonly side: ItemSide;
  /** Points each time. */
  readonly points: number;
  /** Most points of one person; absent: only the side's limit holds. */
  readonly limit?: number;
}
export interface ContentBand {
  readonly name: Texts;
  /** Lowest total; absent in the lowest band, which takes all that is left. */
  readonly from?: number;
}
export interface ContentPerson {
  readonly department: Texts;
  readonly actuals: readonly number[];
  readonly gates?: readonly boolean[];
}
interface About {
  readonly id: string;
  readonly name: Texts;
  readonly audience?: Texts;
  readonly field?: Texts;
  readonly words?: { readonly en?: readonly string[]; readonly "zh-CN"?: readonly string[] };
}
export interface TemplateContent extends About {
  readonly jobGroup: Texts;
  readonly method: TemplateMethod;
  readonly subject: Subject;
  readonly scale: TemplateScale;
  readonly palette?: PaletteId;
  readonly sections?: readonly ContentSection[];
  readonly lines: readonly ContentLine[];
  readonly gates?: readonly ContentGate[];
  readonly items?: readonly ContentItem[];
  readonly itemLimits?: ItemLimits;
  /** Worst first. */
  readonly bands?: readonly ContentBand[];
  readonly points?: readonly TemplatePoints[];
  readonly sample?: { readonly people: readonly ContentPerson[] };
}

/** What one's own items say in a column: words, a number, yes or no. */
export type ItemValue = Texts | number | boolean;
/** An item of a method by the keys of the columns of its table (methods/itemFields.ts). */
export type OwnItem = Readonly<Record<string, ItemValue>>;
/** The workbook of a method with items of one's own. */
export interface MethodContent extends About {
  /** Absent: for everybody. */
  readonly jobGroup?: Texts;
  /** Id of the method. */
  readonly workbook: ItemMethod;
  readonly palette?: PaletteId;
  /** Highest point of the scale, where the method has one to choose; absent: the usual one. */
  readonly points?: number;
  readonly items: readonly OwnItem[];
  /** Numbers of Settings by their keys; absent ones are as usual. */
  readonly settings?: Readonly<Record<string, number>>;
  /** Worst first. */
  readonly bands?: readonly ContentBand[];
}
/** A template of one's own: a scorecard of lines, or the workbook of a method. */
export type AnyContent = TemplateContent | MethodContent;
/** Whether it makes the workbook of a method. */
export const isMethodContent = (content: AnyContent): content is MethodContent => "workbook" in content;
/** Whether it makes a scorecard of lines. */
export const isScorecardContent = (content: AnyContent): content is TemplateContent => !isMethodContent(content);
