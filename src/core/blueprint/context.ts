/** What every part of a scorecard's builder needs to know. */
import type { InstanceNames } from "../formulas/names";
import type { EntryForm } from "../model/entryForms";
import { FIVE_POINTS, type PointScale } from "../model/pointScale";
import type { MethodContent } from "../schema/contentTypes";
import type { Template, TemplateGate, TemplateItem, TemplateLine } from "../schema/template";
import type { CellStyle } from "./types";
import type { FormulaKind, SheetText, WordKey } from "./words";
import { FORMULA_KINDS } from "./words";

export type SheetLanguage = "en" | "zh-CN";

export interface PersonInput {
  readonly name: string;
  readonly id?: string;
  readonly department?: string;
  /** Id of ours that the person has already. */
  readonly keptId?: string;
}

/** A person as it stands on the sheets; ids are ours (P001 …). */
export interface PlacedPerson {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly post?: string;
  /** In the order of the lines; null is a blank cell. */
  readonly actuals: readonly (number | null)[];
  /** Answers to the gates that are asked, in their order: true means broken; null is a blank cell. */
  readonly gates: readonly (boolean | null)[];
}

/** A line with the id it has in this workbook (a second plan goes on counting). */
export interface PlacedLine extends TemplateLine {
  readonly id: string;
}

/** What a method workbook has on Settings besides the common things. Texts: "settings.<key>", "word.<key>", "list.<key>". */
export interface OwnSettings {
  /** Common settings that the method reads; the others are left out. */
  readonly common: readonly string[];
  /** Cells of its own, named by names.own.cell. */
  readonly rows: readonly {
    readonly key: string;
    readonly value: number | ((context: BuildContext) => number);
    readonly style?: CellStyle;
    readonly limits?: readonly [low: number, high: number];
    /** Shown, not typed: the sheets are made for it. */
    readonly isFixed?: true;
  }[];
  readonly words: readonly string[];
  /** Lists of words, named by names.own.range. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Bands of its results; absent where it has none. Lower ends, worst first, and where their names stand among the texts ("<key>.1" …). */
  readonly bands?: {
    readonly from: readonly number[] | ((scale: PointScale) => readonly number[]);
    readonly key: string;
  };
}

export interface BuildContext {
  readonly names: InstanceNames;
  readonly text: SheetText;
  readonly word: (key: WordKey) => string;
  readonly language: SheetLanguage;
  readonly template: Template;
  readonly lines: readonly PlacedLine[];
  readonly kinds: readonly FormulaKind[];
  /** Gates with the ids that they have in this workbook. */
  readonly gates: readonly TemplateGate[];
  /** The workbook has a Gates table, also when this plan adds nothing to it. */
  readonly hasGates: boolean;
  /** Bonus and deduction items with the ids that they have in this workbook. */
  readonly items: readonly TemplateItem[];
  /** The workbook has the tables for them, also when this plan adds nothing to it. */
  readonly hasItems: boolean;
  /** How actuals are typed: people down and lines across, a row a person and line, or a page a person. */
  readonly form: EntryForm;
  /** A result is one number, whatever the kinds of line: in workbooks of before there could be two. */
  readonly hasOneNumber: boolean;
  readonly jobGroup: string;
  readonly people: readonly PlacedPerson[];
  /** Excel date serials. */
  readonly period: { readonly from: number; readonly to: number };
  readonly isSample: boolean;
  readonly ranks: "competition" | "dense";
  /** Only in method workbooks. */
  readonly own?: OwnSettings;
  /** Items and numbers of one's own that a method workbook is made with. */
  readonly ownContent?: MethodContent;
  /** Only in method workbooks whose people are rated on a scale that may be chosen. */
  readonly scale?: PointScale;
  /** Stage at which the workbook begins, 1 = plan; only samples of method workbooks begin later. */
  readonly stage?: number;
  /** Date of the figures; the end of the period unless a sample stands earlier. */
  readonly asOf?: number;
}

/** The end of the scale as it is shown on Settings: what reads the workbook goes by it. */
export const SCALE_END: OwnSettings["rows"][number] = {
  key: "High",
  value: (context) => pointScaleOf(context).high,
  isFixed: true,
};

/** The scale of a method workbook that has one. */
export const pointScaleOf = ({ scale = FIVE_POINTS }: Pick<BuildContext, "scale">): PointScale => scale;

/** Kinds of line in use, in the order of the Kinds list. */
export const kindsOf = (lines: readonly { readonly kind: FormulaKind }[]): FormulaKind[] =>
  FORMULA_KINDS.filter((kind) => lines.some((line) => line.kind === kind));

/** Rating scales in use, by their number of points, smallest first. */
export const scalesOf = (lines: readonly Pick<TemplateLine, "kind" | "maximum">[]): number[] =>
  [
    ...new Set(lines.flatMap(({ kind, maximum }) => (kind === "rating" && maximum !== undefined ? [maximum] : []))),
  ].sort((a, b) => a - b);

/** The gates that a person answers; the others follow from an indicator. */
export const askedGates = (gates: readonly TemplateGate[]): TemplateGate[] =>
  gates.filter((gate) => gate.line === undefined);

const pad = (number: number): string => String(number).padStart(3, "0");
/** P001, P002 … */
export const personId = (number: number): string => `P${pad(number)}`;
/** K01 … K99, K100 … */
export const lineId = (number: number): string => `K${String(number).padStart(2, "0")}`;

/** Id of the n-th gate, from 1: "G1". */
export const gateId = (number: number): string => `G${String(number)}`;

/** X1, X2 …: an item beside the 100. */
export const itemId = (number: number): string => `X${String(number)}`;

/** X001, X002 …: an entry of the register of items beside the 100. */
export const extraId = (number: number): string => `X${pad(number)}`;

/** Id of the n-th record of the register, from 1: "E001". */
export const evidenceId = (number: number): string => `E${pad(number)}`;
