/** Excel.ConditionalFormatCollection and ConditionalFormat. */
import { overlaps } from "../../../src/core/model/a1";
import { HostError } from "../../model/api";
import { invalidArgument, invalidOperation, itemNotFound } from "../../model/refusals";
import type { ConditionalFormatData, ConditionalFormatRule } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { Collection, sameKey } from "../collection";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";
import { CellValueConditionalFormat, CustomConditionalFormat } from "./formulaRules";
import type { RuleOf, RuleStore } from "./formulaRules";
import {
  ColorScaleConditionalFormat,
  DataBarConditionalFormat,
  evenShares,
  IconSetConditionalFormat,
} from "./scaleRules";

type Source = RangeObject & { readonly $context: HostContext };
type Kind = ConditionalFormatRule["kind"];

/** What a rule is before the add-in has said more. */
const NEW_RULES: Readonly<Record<Kind, () => ConditionalFormatRule>> = {
  Custom: () => ({ kind: "Custom", formula: "=FALSE", format: {} }),
  CellValue: () => ({ kind: "CellValue", operator: "EqualTo", formula1: "=0", format: {} }),
  DataBar: () => ({
    kind: "DataBar",
    lower: { type: "Automatic" },
    upper: { type: "Automatic" },
    positiveColor: "#638EC6",
    gradient: true,
    showValue: true,
  }),
  ColorScale: () => ({
    kind: "ColorScale",
    points: [
      { at: { type: "LowestValue" }, color: "#F8696B" },
      { at: { type: "HighestValue" }, color: "#63BE7B" },
    ],
  }),
  IconSet: () => ({
    kind: "IconSet",
    style: "ThreeTrafficLights1",
    reverse: false,
    showIconOnly: false,
    criteria: evenShares("ThreeTrafficLights1"),
  }),
};
const isKind = (type: string): type is Kind => Object.hasOwn(NEW_RULES, type);

export class ConditionalFormat implements HostObject, HostOf<Excel.ConditionalFormat> {
  static readonly nav = [
    "custom",
    "customOrNullObject",
    "cellValue",
    "cellValueOrNullObject",
    "dataBar",
    "dataBarOrNullObject",
    "colorScale",
    "colorScaleOrNullObject",
    "iconSet",
    "iconSetOrNullObject",
  ];
  readonly #context: HostContext;
  readonly #sheetId: string;
  readonly #id: string;
  constructor(context: HostContext, sheetId: string, id: string) {
    this.#context = context;
    this.#sheetId = sheetId;
    this.#id = id;
  }
  /** Throws ItemNotFound once the rule is deleted. */
  get $data(): ConditionalFormatData {
    const data = this.#list.find(({ id }) => id === this.#id);
    if (!data) throw itemNotFound();
    return data;
  }
  get $id(): string {
    return this.#id;
  }
  get id(): string {
    return this.#id;
  }
  get type(): Excel.ConditionalFormat["type"] {
    return this.$data.rule.kind;
  }
  /** From 0; the first wins. */
  get priority(): number {
    return this.#list.indexOf(this.$data);
  }
  set priority(priority: number) {
    this.#context.model.setConditionalFormatPriority(this.#sheetId, this.#id, priority);
  }
  get stopIfTrue(): boolean {
    return this.$data.stopIfTrue;
  }
  set stopIfTrue(stopIfTrue: boolean) {
    this.#context.model.setConditionalFormat(this.#sheetId, this.#id, { stopIfTrue });
  }
  get custom(): CustomConditionalFormat {
    return present(this.customOrNullObject);
  }
  get customOrNullObject(): CustomConditionalFormat | null {
    const store = this.#storeOf("Custom");
    return store && new CustomConditionalFormat(store);
  }
  get cellValue(): CellValueConditionalFormat {
    return present(this.cellValueOrNullObject);
  }
  get cellValueOrNullObject(): CellValueConditionalFormat | null {
    const store = this.#storeOf("CellValue");
    return store && new CellValueConditionalFormat(store);
  }
  get dataBar(): DataBarConditionalFormat {
    return present(this.dataBarOrNullObject);
  }
  get dataBarOrNullObject(): DataBarConditionalFormat | null {
    const store = this.#storeOf("DataBar");
    return store && new DataBarConditionalFormat(store);
  }
  get colorScale(): ColorScaleConditionalFormat {
    return present(this.colorScaleOrNullObject);
  }
  get colorScaleOrNullObject(): ColorScaleConditionalFormat | null {
    const store = this.#storeOf("ColorScale");
    return store && new ColorScaleConditionalFormat(store);
  }
  get iconSet(): IconSetConditionalFormat {
    return present(this.iconSetOrNullObject);
  }
  get iconSetOrNullObject(): IconSetConditionalFormat | null {
    const store = this.#storeOf("IconSet");
    return store && new IconSetConditionalFormat(store);
  }
  /** Throws InvalidOperation when the rule applies to several areas. */
  getRange(): RangeObject {
    const range = this.getRangeOrNullObject();
    if (range === null) throw invalidOperation();
    return range;
  }
  getRangeOrNullObject(): RangeObject | null {
    const { ranges } = this.$data;
    const first = ranges[0];
    return first && ranges.length === 1 ? this.#context.make.range(this.#sheetId, first) : null;
  }
  getRanges(): HostObject {
    return this.#context.make.areas(this.#sheetId, this.$data.ranges);
  }
  delete(): void {
    this.#context.model.deleteConditionalFormats(this.#sheetId, [this.#id]);
  }

  get #list(): readonly ConditionalFormatData[] {
    return sheetOf(this.#context, this.#sheetId).conditionalFormats;
  }
  #storeOf<K extends Kind>(kind: K): RuleStore<K> | null {
    if (this.$data.rule.kind !== kind) return null;
    return {
      read: () => this.$data.rule as RuleOf<K>,
      write: (rule) => {
        this.#context.model.setConditionalFormat(this.#sheetId, this.#id, { rule });
      },
    };
  }
}

function present<T>(object: T | null): T {
  if (object === null) throw invalidArgument();
  return object;
}

export class ConditionalFormatCollection
  extends Collection<ConditionalFormat>
  implements HostOf<Excel.ConditionalFormatCollection>
{
  readonly #range: Source;
  constructor(range: Source) {
    super();
    this.#range = range;
  }
  /** The rules that touch the range, in order of priority. */
  override $items(): readonly ConditionalFormat[] {
    const { $sheet, $rect, $context } = this.#range;
    return $sheet.conditionalFormats
      .filter(({ ranges }) => ranges.some((range) => overlaps(range, $rect)))
      .map(({ id }) => new ConditionalFormat($context, $sheet.id, id));
  }
  override $answers(item: ConditionalFormat, key: string | number): boolean {
    return sameKey(item.id, key);
  }
  getItemAt(index: number): ConditionalFormat {
    return this.$at(index);
  }
  add(type: string): ConditionalFormat {
    if (!isKind(type)) {
      throw new HostError("NotImplemented", `The stand-in host has no conditional formats of the type ${type}.`, 501);
    }
    const { $sheet, $rect, $context } = this.#range;
    const data = $context.model.addConditionalFormat($sheet.id, $rect, NEW_RULES[type]());
    return new ConditionalFormat($context, $sheet.id, data.id);
  }
  clearAll(): void {
    const { $sheet, $context } = this.#range;
    $context.model.deleteConditionalFormats(
      $sheet.id,
      this.$items().map(({ id }) => id),
    );
  }
}
