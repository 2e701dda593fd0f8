/** Conditional formats that draw by the values of all cells: data bars, colour scales, icon sets. */
import { invalidArgument } from "../../model/refusals";
import type { Threshold } from "../../model/types";
import { asRecord, asText, oneOf } from "../checks";
import { checkedColor } from "../colors";
import type { HostOf, Words } from "../hostOf";
import type { RuleOf, RuleStore } from "./formulaRules";

const THRESHOLDS = [
  "LowestValue",
  "HighestValue",
  "Number",
  "Percent",
  "Percentile",
  "Formula",
  "Automatic",
] as const satisfies readonly Threshold["type"][];

function thresholdOf(given: unknown): Threshold {
  const { type, formula } = asRecord(given);
  const checked = oneOf(THRESHOLDS, type);
  if (formula === undefined || formula === null) return { type: checked };
  return { type: checked, formula: String(typeof formula === "number" ? formula : asText(formula)) };
}

export class DataBarConditionalFormat implements HostOf<Excel.DataBarConditionalFormat> {
  static readonly nav = ["positiveFormat", "negativeFormat"];
  readonly #store: RuleStore<"DataBar">;
  constructor(store: RuleStore<"DataBar">) {
    this.#store = store;
  }
  get showDataBarOnly(): boolean {
    return !this.#store.read().showValue;
  }
  set showDataBarOnly(only: boolean) {
    this.#store.write({ ...this.#store.read(), showValue: !only });
  }
  get lowerBoundRule(): Excel.ConditionalDataBarRule {
    return this.#store.read().lower;
  }
  set lowerBoundRule(rule: unknown) {
    this.#store.write({ ...this.#store.read(), lower: thresholdOf(rule) });
  }
  get upperBoundRule(): Excel.ConditionalDataBarRule {
    return this.#store.read().upper;
  }
  set upperBoundRule(rule: unknown) {
    this.#store.write({ ...this.#store.read(), upper: thresholdOf(rule) });
  }
  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.#store);
  }
  get negativeFormat(): ConditionalDataBarNegativeFormat {
    return new ConditionalDataBarNegativeFormat(this.#store);
  }
}

export class ConditionalDataBarPositiveFormat implements HostOf<Excel.ConditionalDataBarPositiveFormat> {
  readonly #store: RuleStore<"DataBar">;
  constructor(store: RuleStore<"DataBar">) {
    this.#store = store;
  }
  get fillColor(): string {
    return this.#store.read().positiveColor;
  }
  set fillColor(color: string) {
    this.#store.write({ ...this.#store.read(), positiveColor: checkedColor(color) });
  }
  get gradientFill(): boolean {
    return this.#store.read().gradient;
  }
  set gradientFill(gradient: boolean) {
    this.#store.write({ ...this.#store.read(), gradient });
  }
}

export class ConditionalDataBarNegativeFormat implements HostOf<Excel.ConditionalDataBarNegativeFormat> {
  readonly #store: RuleStore<"DataBar">;
  constructor(store: RuleStore<"DataBar">) {
    this.#store = store;
  }
  get fillColor(): string {
    const { negativeColor, positiveColor } = this.#store.read();
    return negativeColor ?? positiveColor;
  }
  set fillColor(color: string) {
    this.#store.write({ ...this.#store.read(), negativeColor: checkedColor(color) });
  }
}

export class ColorScaleConditionalFormat implements HostOf<Excel.ColorScaleConditionalFormat> {
  readonly #store: RuleStore<"ColorScale">;
  constructor(store: RuleStore<"ColorScale">) {
    this.#store = store;
  }
  get threeColorScale(): boolean {
    return this.#store.read().points.length === 3;
  }
  get criteria(): Excel.ConditionalColorScaleCriteria {
    const points = this.#store.read().points.map(({ at, color }) => ({ ...at, color }));
    const [minimum, second, third] = points;
    const criteria = third ? { minimum, midpoint: second, maximum: third } : { minimum, maximum: second };
    return criteria as unknown as Excel.ConditionalColorScaleCriteria;
  }
  set criteria(given: unknown) {
    const { minimum, midpoint, maximum } = asRecord(given);
    const wanted = [minimum, midpoint, maximum].filter((point) => point !== undefined && point !== null);
    if (wanted.length < 2) throw invalidArgument();
    const points = wanted.map((point) => ({ at: thresholdOf(point), color: checkedColor(asRecord(point)["color"]) }));
    this.#store.write({ kind: "ColorScale", points });
  }
}

export class IconSetConditionalFormat implements HostOf<Excel.IconSetConditionalFormat> {
  readonly #store: RuleStore<"IconSet">;
  constructor(store: RuleStore<"IconSet">) {
    this.#store = store;
  }
  get style(): Words<Excel.IconSet> {
    return this.#store.read().style as Words<Excel.IconSet>;
  }
  /** A new style takes even shares, as Excel gives them. */
  set style(given: string) {
    const style = asText(given);
    this.#store.write({ ...this.#store.read(), style, criteria: evenShares(style) });
  }
  get reverseIconOrder(): boolean {
    return this.#store.read().reverse;
  }
  set reverseIconOrder(reverse: boolean) {
    this.#store.write({ ...this.#store.read(), reverse });
  }
  get showIconOnly(): boolean {
    return this.#store.read().showIconOnly;
  }
  set showIconOnly(showIconOnly: boolean) {
    this.#store.write({ ...this.#store.read(), showIconOnly });
  }
  get criteria(): Excel.ConditionalIconCriterion[] {
    return this.#store.read().criteria.map(({ at, operator }) => ({
      type: at.type,
      formula: at.formula ?? "",
      operator,
    })) as unknown as Excel.ConditionalIconCriterion[];
  }
  /** The first criterion counts for nothing and may be {}, as in Excel. */
  set criteria(given: unknown) {
    const rule = this.#store.read();
    if (!Array.isArray(given) || given.length !== rule.criteria.length) throw invalidArgument();
    const criteria = given.map((item: unknown, index) =>
      index === 0 ? LOWEST : { at: thresholdOf(item), operator: operatorOf(item) },
    );
    this.#store.write({ ...rule, criteria });
  }
}

const operatorOf = (given: unknown): "GreaterThan" | "GreaterThanOrEqual" =>
  oneOf(["GreaterThan", "GreaterThanOrEqual"] as const, asRecord(given)["operator"]);

type IconCriteria = RuleOf<"IconSet">["criteria"];
const LOWEST: IconCriteria[number] = { at: { type: "Percent", formula: "0" }, operator: "GreaterThanOrEqual" };

/** "ThreeArrows" → 0, 33, 67 percent. Throws InvalidArgument for a style of another number of icons. */
export function evenShares(style: string): IconCriteria {
  const count = { Three: 3, Four: 4, Five: 5 }[/^(Three|Four|Five)/.exec(style)?.[1] ?? ""];
  if (count === undefined) throw invalidArgument();
  return Array.from({ length: count }, (_, i) => ({
    at: { type: "Percent", formula: String(Math.round((100 * i) / count)) },
    operator: "GreaterThanOrEqual",
  }));
}
