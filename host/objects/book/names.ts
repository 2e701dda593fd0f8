/** Excel.NamedItemCollection and NamedItem. */
import { quoteSheetName, rectAddress } from "../../../src/core/model/a1";
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { NameData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { placeOf, placeOfFormula } from "../addresses";
import type { Place } from "../addresses";
import { asText } from "../checks";
import { Collection, sameKey } from "../collection";
import { isRange } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";
import { clientValue } from "../range/cellGrid";

export class NamedItem implements HostObject, HostOf<Excel.NamedItem> {
  static readonly nav = ["worksheet", "worksheetOrNullObject"];
  readonly #context: HostContext;
  readonly #data: NameData;
  constructor(context: HostContext, data: NameData) {
    this.#context = context;
    this.#data = data;
  }
  get $id(): string {
    return this.#data.name;
  }
  get $idKey(): string {
    return "_Id";
  }
  get name(): string {
    return this.#data.name;
  }
  get formula(): string {
    return this.#data.formula;
  }
  set formula(formula: string) {
    this.#context.model.setName(this.#data, { formula: asText(formula) });
  }
  get type(): Excel.NamedItem["type"] {
    if (this.#place) return "Range";
    const value = this.value;
    if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Double";
    if (typeof value === "boolean") return "Boolean";
    return typeof value === "string" && value.startsWith("#") ? "Error" : "String";
  }
  /** The address of a range with its sheet; the value of a constant; the text of any other formula. */
  get value(): string | number | boolean {
    const place = this.#place;
    if (place) return `${quoteSheetName(place.sheet.name)}!${rectAddress(place.rect, true)}`;
    return constantOf(this.#data.formula) ?? clientValue(this.#data.formula);
  }
  get visible(): boolean {
    return this.#data.visible;
  }
  set visible(visible: boolean) {
    this.#context.model.setName(this.#data, { visible });
  }
  get comment(): string {
    return this.#data.comment;
  }
  set comment(comment: string) {
    this.#context.model.setName(this.#data, { comment: asText(comment) });
  }
  get scope(): "Worksheet" | "Workbook" {
    return this.#data.scope === null ? "Workbook" : "Worksheet";
  }
  /** Throws ItemNotFound for a name of the workbook. */
  get worksheet(): HostObject {
    if (this.#data.scope === null) throw itemNotFound();
    return this.#context.make.worksheet(this.#data.scope);
  }
  get worksheetOrNullObject(): HostObject | null {
    return this.#data.scope === null ? null : this.#context.make.worksheet(this.#data.scope);
  }
  /** Throws InvalidArgument when the name is no range. */
  getRange(): RangeObject {
    const range = this.getRangeOrNullObject();
    if (range === null) throw invalidArgument();
    return range;
  }
  getRangeOrNullObject(): RangeObject | null {
    const place = this.#place;
    return place && this.#context.make.range(place.sheet.id, place.rect);
  }
  delete(): void {
    this.#context.model.deleteName(this.#data);
  }
  get #place(): Place | null {
    return placeOfFormula(this.#context.model, this.#data.formula, this.#data.scope);
  }
}

/** The value of "=0.5", "=TRUE" or "=\"x\""; undefined for a formula that must be calculated. */
function constantOf(formula: string): string | number | boolean | undefined {
  const text = formula.replace(/^=/, "");
  if (/^[-+]?[\d.]+(E[-+]?\d+)?$/i.test(text)) return Number(text);
  if (/^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  const quoted = /^"((?:[^"]|"")*)"$/s.exec(text)?.[1];
  return quoted?.replaceAll('""', '"');
}

export class NamedItemCollection extends Collection<NamedItem> implements HostOf<Excel.NamedItemCollection> {
  readonly #context: HostContext;
  readonly #scope: string | null;
  constructor(context: HostContext, scope: string | null) {
    super();
    this.#context = context;
    this.#scope = scope;
  }
  override $items(): readonly NamedItem[] {
    const own = this.#context.model.data.names.filter(({ scope }) => scope === this.#scope);
    return own.map((data) => new NamedItem(this.#context, data));
  }
  override $answers(item: NamedItem, key: string | number): boolean {
    return sameKey(item.name, key);
  }
  /** `reference` is a range or a formula. Throws InvalidArgument (name), ItemAlreadyExists. */
  add(name: string, reference: object | string, comment?: string): NamedItem {
    const formula = isRange(reference) ? this.#absolute(reference) : asText(reference);
    return new NamedItem(this.#context, this.#context.model.addName(this.#scope, asText(name), formula, comment));
  }
  addFormulaLocal(name: string, formula: string, comment?: string): NamedItem {
    return this.add(name, formula, comment);
  }
  #absolute(range: RangeObject): string {
    const { sheet, rect } = placeOf(this.#context.model, range, null);
    return `=${quoteSheetName(sheet.name)}!${rectAddress(rect, true)}`;
  }
}
