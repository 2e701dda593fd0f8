/** Excel.CustomXmlPartCollection, its scoped form, and CustomXmlPart. */
import { invalidArgument, invalidOperation, itemNotFound } from "../../model/refusals";
import { newId } from "../../model/newWorkbook";
import type { WorkbookData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { asText } from "../checks";
import { Collection, sameKey } from "../collection";
import type { HostContext } from "../context";
import type { HostOf } from "../hostOf";

type PartData = WorkbookData["customXml"][number];

/** The root element's namespace. Throws InvalidArgument for text that has no root element. */
function namespaceOf(xml: string): string {
  const root = /^\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s)*<(?:([\w.-]+):)?[\w.-]+((?:\s+[^<>]*)?)\/?>/.exec(xml);
  if (!root) throw invalidArgument();
  const name = root[1] === undefined ? "xmlns" : `xmlns:${root[1]}`;
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[2] ?? "");
  return found?.[1] ?? found?.[2] ?? "";
}

export class CustomXmlPart implements HostObject, HostOf<Excel.CustomXmlPart> {
  readonly #context: HostContext;
  readonly #id: string;
  constructor(context: HostContext, id: string) {
    this.#context = context;
    this.#id = id;
  }
  get $id(): string {
    return this.#id;
  }
  get id(): string {
    return this.#id;
  }
  get namespaceUri(): string {
    return namespaceOf(this.#data.xml);
  }
  getXml(): string {
    return this.#data.xml;
  }
  setXml(xml: string): void {
    namespaceOf(asText(xml));
    this.#data.xml = xml;
  }
  delete(): void {
    const { data } = this.#context.model;
    data.customXml = data.customXml.filter((part) => part !== this.#data);
  }
  get #data(): PartData {
    const data = this.#context.model.data.customXml.find(({ id }) => id === this.#id);
    if (!data) throw itemNotFound();
    return data;
  }
}

abstract class Parts extends Collection<CustomXmlPart> {
  constructor(readonly $context: HostContext) {
    super();
  }
  override $items(): readonly CustomXmlPart[] {
    return this.$context.model.data.customXml.map(({ id }) => new CustomXmlPart(this.$context, id));
  }
  override $answers(item: CustomXmlPart, key: string | number): boolean {
    return sameKey(item.id, key);
  }
}

export class CustomXmlPartCollection extends Parts implements HostOf<Excel.CustomXmlPartCollection> {
  add(xml: string): CustomXmlPart {
    namespaceOf(asText(xml));
    const id = newId();
    this.$context.model.data.customXml.push({ id, xml });
    return new CustomXmlPart(this.$context, id);
  }
  getByNamespace(namespaceUri: string): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.$context, asText(namespaceUri));
  }
}

export class CustomXmlPartScopedCollection extends Parts implements HostOf<Excel.CustomXmlPartScopedCollection> {
  readonly #namespace: string;
  constructor(context: HostContext, namespace: string) {
    super(context);
    this.#namespace = namespace;
  }
  override $items(): readonly CustomXmlPart[] {
    return super.$items().filter(({ namespaceUri }) => namespaceUri === this.#namespace);
  }
  /** Throws InvalidOperation unless there is exactly one. */
  getOnlyItem(): CustomXmlPart {
    const only = this.getOnlyItemOrNullObject();
    if (only === null) throw invalidOperation();
    return only;
  }
  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const items = this.$items();
    return items.length === 1 ? (items[0] ?? null) : null;
  }
}
