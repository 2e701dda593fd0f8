/** Excel.DataValidation: the entry rule of a range. */
import { quoteSheetName, rectAddress } from "../../../src/core/model/a1";
import { intersect } from "../../../src/core/model/a1";
import { invalidArgument } from "../../model/refusals";
import type { DataValidationData, SheetData } from "../../model/types";
import type { Rect } from "../../../src/core/model/a1";
import { asBoolean, asRecord, booleanOr, oneOf, textOr } from "../checks";
import { isRange } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf, Words } from "../hostOf";

type Source = RangeObject & { readonly $context: HostContext };
const KINDS = ["list", "wholeNumber", "decimal", "date", "time", "textLength", "custom"] as const;

export class DataValidation implements HostOf<Excel.DataValidation> {
  readonly #range: Source;
  constructor(range: Source) {
    this.#range = range;
  }
  /** "None" without a rule; "Inconsistent" and "MixedCriteria" when the cells differ. */
  get type(): Words<Excel.DataValidation["type"]> {
    const { rules, uncovered } = validationsIn(this.#range.$sheet, this.#range.$rect);
    if (rules.length === 0) return "None";
    if (uncovered) return "Inconsistent";
    if (rules.length > 1) return "MixedCriteria";
    const kind = Object.keys(rules[0]?.rule ?? {})[0];
    return (kind === undefined ? "None" : kind.charAt(0).toUpperCase() + kind.slice(1)) as Words<
      Excel.DataValidation["type"]
    >;
  }
  /** {} without a rule; null when the cells differ. */
  get rule(): Excel.DataValidationRule | null {
    return this.#common((data) => data.rule, {});
  }
  set rule(given: unknown) {
    const rule = asRecord(given);
    const kinds = KINDS.filter((kind) => rule[kind] !== undefined && rule[kind] !== null);
    const kind = kinds[0];
    if (kinds.length !== 1 || kind === undefined) throw invalidArgument();
    const content = asRecord(rule[kind]);
    this.#set({ rule: { [kind]: Object.fromEntries(Object.entries(content).map(([k, v]) => [k, sourceText(v)])) } });
  }
  get errorAlert(): Excel.DataValidationErrorAlert | null {
    return this.#common((data) => data.errorAlert, { showAlert: true, style: "Stop", title: "", message: "" });
  }
  set errorAlert(given: unknown) {
    const alert = asRecord(given);
    const style = oneOf(["Stop", "Warning", "Information"] as const, alert["style"] ?? "Stop");
    this.#set({ errorAlert: { ...texts(alert), showAlert: booleanOr(alert["showAlert"], true), style } });
  }
  get prompt(): Excel.DataValidationPrompt | null {
    return this.#common((data) => data.prompt, { showPrompt: true, title: "", message: "" });
  }
  set prompt(given: unknown) {
    const prompt = asRecord(given);
    this.#set({ prompt: { ...texts(prompt), showPrompt: booleanOr(prompt["showPrompt"], true) } });
  }
  get ignoreBlanks(): boolean | null {
    return this.#common((data) => data.ignoreBlanks, true);
  }
  set ignoreBlanks(value: unknown) {
    this.#set({ ignoreBlanks: asBoolean(value) });
  }
  clear(): void {
    this.#range.$context.model.setValidation(this.#range.$sheet.id, this.#range.$rect, null);
  }

  #set(patch: Partial<Omit<DataValidationData, "ranges">>): void {
    this.#range.$context.model.setValidation(this.#range.$sheet.id, this.#range.$rect, patch);
  }
  #common<T>(read: (data: DataValidationData) => T, none: T): T | null {
    const { rules, uncovered } = validationsIn(this.#range.$sheet, this.#range.$rect);
    const first = rules[0];
    if (!first) return none;
    return rules.length > 1 || uncovered ? null : read(first);
  }
}

const texts = (given: Readonly<Record<string, unknown>>): { title: string; message: string } => ({
  title: textOr(given["title"], ""),
  message: textOr(given["message"], ""),
});

/** A source or limit given as a range becomes its absolute address, as Excel answers it. */
function sourceText(value: unknown): unknown {
  if (!isRange(value)) return value;
  return `=${quoteSheetName(value.$sheet.name)}!${rectAddress(value.$rect, true)}`;
}

function validationsIn(
  sheet: SheetData,
  rect: Rect,
): { readonly rules: readonly DataValidationData[]; readonly uncovered: boolean } {
  let covered = 0;
  const rules = sheet.validations.filter(({ ranges }) => {
    const shared = ranges.map((range) => intersect(range, rect)).filter((part) => part !== null);
    covered += shared.reduce((sum, part) => sum + part.rows * part.columns, 0);
    return shared.length > 0;
  });
  return { rules, uncovered: covered < rect.rows * rect.columns };
}
