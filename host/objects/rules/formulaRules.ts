/** Conditional formats that hold by a formula or by comparing the cell. */
import { invalidArgument } from "../../model/refusals";
import type { ConditionalFormatRule } from "../../model/types";
import { asRecord, asText } from "../checks";
import type { HostOf } from "../hostOf";
import { ConditionalRangeFormat } from "./ruleFormat";

type Kind = ConditionalFormatRule["kind"];
export type RuleOf<K extends Kind> = Extract<ConditionalFormatRule, { readonly kind: K }>;
/** Where a rule of one kind is kept. */
export interface RuleStore<K extends Kind> {
  read(): RuleOf<K>;
  write(rule: RuleOf<K>): void;
}

export class CustomConditionalFormat implements HostOf<Excel.CustomConditionalFormat> {
  static readonly nav = ["rule", "format"];
  readonly #store: RuleStore<"Custom">;
  constructor(store: RuleStore<"Custom">) {
    this.#store = store;
  }
  get rule(): ConditionalFormatFormula {
    return new ConditionalFormatFormula(this.#store);
  }
  get format(): ConditionalRangeFormat {
    const store = this.#store;
    return new ConditionalRangeFormat({
      read: () => store.read().format,
      write: (format) => {
        store.write({ ...store.read(), format });
      },
    });
  }
}

export class ConditionalFormatFormula implements HostOf<Excel.ConditionalFormatRule> {
  static readonly hostName = "ConditionalFormatRule";
  readonly #store: RuleStore<"Custom">;
  constructor(store: RuleStore<"Custom">) {
    this.#store = store;
  }
  get formula(): string {
    return this.#store.read().formula;
  }
  /** Throws InvalidArgument for table references, unions and array constants, as Excel does. */
  set formula(formula: string) {
    this.#store.write({ ...this.#store.read(), formula: asText(formula) });
  }
  get formulaLocal(): string {
    return this.formula;
  }
  set formulaLocal(formula: string) {
    this.formula = formula;
  }
}

export class CellValueConditionalFormat implements HostOf<Excel.CellValueConditionalFormat> {
  static readonly nav = ["format"];
  readonly #store: RuleStore<"CellValue">;
  constructor(store: RuleStore<"CellValue">) {
    this.#store = store;
  }
  get format(): ConditionalRangeFormat {
    const store = this.#store;
    return new ConditionalRangeFormat({
      read: () => store.read().format,
      write: (format) => {
        store.write({ ...store.read(), format });
      },
    });
  }
  get rule(): Excel.ConditionalCellValueRule {
    const { operator, formula1, formula2 } = this.#store.read();
    const rule = { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
    return rule as unknown as Excel.ConditionalCellValueRule;
  }
  set rule(given: unknown) {
    const rule = asRecord(given);
    const { format } = this.#store.read();
    const operator = asText(rule["operator"]);
    const formula1 = formulaText(rule["formula1"]);
    const between = operator === "Between" || operator === "NotBetween";
    const second = between ? { formula2: formulaText(rule["formula2"]) } : {};
    this.#store.write({ kind: "CellValue", operator, formula1, ...second, format });
  }
}

/** A limit may be a number or a formula. */
function formulaText(value: unknown): string {
  if (typeof value === "number") return `=${value}`;
  if (typeof value === "string" && value !== "") return value.startsWith("=") ? value : `=${value}`;
  throw invalidArgument();
}
