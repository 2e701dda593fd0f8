/** What every part of a scorecard's builder needs to know. */
import type { InstanceNames } from "../formulas/names";
import type { Template, TemplateLine } from "../schema/template";
import type { FormulaKind, SheetText, WordKey } from "./words";
import { FORMULA_KINDS } from "./words";

export type SheetLanguage = "en" | "zh-CN";

export interface PersonInput {
  readonly name: string;
  readonly id?: string;
  readonly department?: string;
}

/** A person as it stands on the sheets; ids are ours (P001 …). */
export interface PlacedPerson {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  /** In the order of the lines; null is a blank cell. */
  readonly actuals: readonly (number | null)[];
}

/** A line with the id it has in this workbook (a second plan goes on counting). */
export interface PlacedLine extends TemplateLine {
  readonly id: string;
}

export interface BuildContext {
  readonly names: InstanceNames;
  readonly text: SheetText;
  readonly word: (key: WordKey) => string;
  readonly language: SheetLanguage;
  readonly template: Template;
  readonly lines: readonly PlacedLine[];
  readonly kinds: readonly FormulaKind[];
  readonly jobGroup: string;
  readonly people: readonly PlacedPerson[];
  /** Excel date serials. */
  readonly period: { readonly from: number; readonly to: number };
  readonly isSample: boolean;
  readonly ranks: "competition" | "dense";
}

/** Kinds of line in use, in the order of the Kinds list. */
export const kindsOf = (lines: readonly { readonly kind: FormulaKind }[]): FormulaKind[] =>
  FORMULA_KINDS.filter((kind) => lines.some((line) => line.kind === kind));

const pad = (number: number): string => String(number).padStart(3, "0");
/** P001, P002 … */
export const personId = (number: number): string => `P${pad(number)}`;
/** K01 … K99, K100 … */
export const lineId = (number: number): string => `K${String(number).padStart(2, "0")}`;
export const evidenceId = (number: number): string => `E${pad(number)}`;
