/** Excel.ConditionalRangeFormat and its parts: how cells look when a rule holds. */
import type { Border, BorderEdge, RuleFormat } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { asBoolean, asText, oneOf } from "../checks";
import { Collection, sameKey } from "../collection";
import { checkedColor } from "../colors";
import type { HostOf } from "../hostOf";

/** Where the format of a rule is kept. */
export interface RuleFormatStore {
  read(): RuleFormat;
  write(format: RuleFormat): void;
}

/** The format without some members. */
function without(format: RuleFormat, ...members: readonly (keyof RuleFormat)[]): RuleFormat {
  return Object.fromEntries(Object.entries(format).filter(([key]) => !members.some((member) => member === key)));
}

export class ConditionalRangeFormat implements HostOf<Excel.ConditionalRangeFormat> {
  static readonly nav = ["fill", "font", "borders"];
  readonly #store: RuleFormatStore;
  constructor(store: RuleFormatStore) {
    this.#store = store;
  }
  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.#store);
  }
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.#store);
  }
  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.#store);
  }
  get numberFormat(): string | null {
    return this.#store.read().numberFormat ?? null;
  }
  set numberFormat(numberFormat: unknown) {
    this.#store.write({ ...this.#store.read(), numberFormat: asText(numberFormat) });
  }
}

export class ConditionalRangeFill implements HostOf<Excel.ConditionalRangeFill> {
  readonly #store: RuleFormatStore;
  constructor(store: RuleFormatStore) {
    this.#store = store;
  }
  get color(): string | null {
    return this.#store.read().fill ?? null;
  }
  set color(value: unknown) {
    this.#store.write({ ...this.#store.read(), fill: checkedColor(value) });
  }
  clear(): void {
    this.#store.write(without(this.#store.read(), "fill"));
  }
}

export class ConditionalRangeFont implements HostOf<Excel.ConditionalRangeFont> {
  readonly #store: RuleFormatStore;
  constructor(store: RuleFormatStore) {
    this.#store = store;
  }
  get color(): string | null {
    return this.#store.read().fontColor ?? null;
  }
  set color(value: unknown) {
    this.#patch({ fontColor: checkedColor(value) });
  }
  get bold(): boolean | null {
    return this.#store.read().bold ?? null;
  }
  set bold(value: unknown) {
    this.#patch({ bold: asBoolean(value) });
  }
  get italic(): boolean | null {
    return this.#store.read().italic ?? null;
  }
  set italic(value: unknown) {
    this.#patch({ italic: asBoolean(value) });
  }
  get strikethrough(): boolean | null {
    return this.#store.read().strikethrough ?? null;
  }
  set strikethrough(value: unknown) {
    this.#patch({ strikethrough: asBoolean(value) });
  }
  get underline(): "None" | "Single" | "Double" | null {
    return this.#store.read().underline ?? null;
  }
  set underline(value: unknown) {
    this.#patch({ underline: oneOf(["None", "Single", "Double"] as const, value) });
  }
  clear(): void {
    this.#store.write(without(this.#store.read(), "fontColor", "bold", "italic", "strikethrough", "underline"));
  }
  #patch(patch: RuleFormat): void {
    this.#store.write({ ...this.#store.read(), ...patch });
  }
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const LINES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"] as const;

export class ConditionalRangeBorder implements HostObject, HostOf<Excel.ConditionalRangeBorder> {
  readonly #store: RuleFormatStore;
  readonly #edge: BorderEdge;
  constructor(store: RuleFormatStore, edge: BorderEdge) {
    this.#store = store;
    this.#edge = edge;
  }
  get $id(): string {
    return this.#edge;
  }
  get sideIndex(): BorderEdge {
    return this.#edge;
  }
  get style(): (typeof LINES)[number] {
    return oneOf(LINES, this.#border.style);
  }
  set style(value: unknown) {
    this.#write({ ...this.#border, style: oneOf(LINES, value) });
  }
  get color(): string {
    return this.#border.color ?? "#000000";
  }
  set color(value: unknown) {
    const style = this.#border.style === "None" ? "Continuous" : this.#border.style;
    this.#write({ ...this.#border, style, color: checkedColor(value) });
  }
  get #border(): Border {
    return this.#store.read().borders?.[this.#edge] ?? { style: "None" };
  }
  #write(border: Border): void {
    const format = this.#store.read();
    this.#store.write({ ...format, borders: { ...format.borders, [this.#edge]: border } });
  }
}

export class ConditionalRangeBorderCollection
  extends Collection<ConditionalRangeBorder>
  implements HostOf<Excel.ConditionalRangeBorderCollection>
{
  static readonly nav = ["top", "bottom", "left", "right"];
  static readonly hidden = ["count"];
  readonly #store: RuleFormatStore;
  constructor(store: RuleFormatStore) {
    super();
    this.#store = store;
  }
  get count(): number {
    return EDGES.length;
  }
  get top(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.#store, "EdgeTop");
  }
  get bottom(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.#store, "EdgeBottom");
  }
  get left(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.#store, "EdgeLeft");
  }
  get right(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.#store, "EdgeRight");
  }
  override $items(): readonly ConditionalRangeBorder[] {
    return EDGES.map((edge) => new ConditionalRangeBorder(this.#store, edge));
  }
  override $answers(item: ConditionalRangeBorder, key: string | number): boolean {
    return sameKey(item.sideIndex, key);
  }
  getItemAt(index: number): ConditionalRangeBorder {
    return this.$at(index);
  }
}
