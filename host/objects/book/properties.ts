/** Excel.DocumentProperties and the workbook's own properties. */
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { WorkbookData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { asText } from "../checks";
import { Collection, sameKey } from "../collection";
import type { HostContext } from "../context";
import type { HostOf } from "../hostOf";

type PropertyValue = string | number | boolean;

export class DocumentProperties implements HostOf<Excel.DocumentProperties> {
  static readonly nav = ["custom"];
  readonly #context: HostContext;
  constructor(context: HostContext) {
    this.#context = context;
  }
  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.#context);
  }
  get title(): string {
    return this.#data.title;
  }
  set title(text: string) {
    this.#data.title = asText(text);
  }
  get subject(): string {
    return this.#data.subject;
  }
  set subject(text: string) {
    this.#data.subject = asText(text);
  }
  get author(): string {
    return this.#data.author;
  }
  set author(text: string) {
    this.#data.author = asText(text);
  }
  get keywords(): string {
    return this.#data.keywords;
  }
  set keywords(text: string) {
    this.#data.keywords = asText(text);
  }
  get comments(): string {
    return this.#data.comments;
  }
  set comments(text: string) {
    this.#data.comments = asText(text);
  }
  get category(): string {
    return this.#data.category;
  }
  set category(text: string) {
    this.#data.category = asText(text);
  }
  get manager(): string {
    return this.#data.manager;
  }
  set manager(text: string) {
    this.#data.manager = asText(text);
  }
  get company(): string {
    return this.#data.company;
  }
  set company(text: string) {
    this.#data.company = asText(text);
  }
  get #data(): WorkbookData["properties"] {
    return this.#context.model.data.properties;
  }
}

export class CustomProperty implements HostObject, HostOf<Excel.CustomProperty> {
  readonly #context: HostContext;
  readonly #key: string;
  constructor(context: HostContext, key: string) {
    this.#context = context;
    this.#key = key;
  }
  get $id(): string {
    return this.#key;
  }
  get key(): string {
    return this.#key;
  }
  get value(): PropertyValue {
    const value = this.#context.model.data.properties.custom.get(this.#key);
    if (value === undefined) throw itemNotFound();
    return value;
  }
  set value(value: unknown) {
    this.#context.model.data.properties.custom.set(this.#key, checkedValue(value));
  }
  get type(): "Number" | "Boolean" | "String" {
    const { value } = this;
    if (typeof value === "number") return "Number";
    return typeof value === "boolean" ? "Boolean" : "String";
  }
  delete(): void {
    this.#context.model.data.properties.custom.delete(this.#key);
  }
}

function checkedValue(value: unknown): PropertyValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw invalidArgument();
}

export class CustomPropertyCollection
  extends Collection<CustomProperty>
  implements HostOf<Excel.CustomPropertyCollection>
{
  readonly #context: HostContext;
  constructor(context: HostContext) {
    super();
    this.#context = context;
  }
  override $items(): readonly CustomProperty[] {
    const { custom } = this.#context.model.data.properties;
    return [...custom.keys()].map((key) => new CustomProperty(this.#context, key));
  }
  override $answers(item: CustomProperty, key: string | number): boolean {
    return sameKey(item.key, key);
  }
  /** Adds a property or gives the one of this key a new value. */
  add(key: string, value: unknown): CustomProperty {
    const known = this.getItemOrNullObject(asText(key))?.key ?? key;
    this.#context.model.data.properties.custom.set(known, checkedValue(value));
    return new CustomProperty(this.#context, known);
  }
  deleteAll(): void {
    this.#context.model.data.properties.custom.clear();
  }
}
