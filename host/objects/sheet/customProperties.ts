/** Excel.WorksheetCustomPropertyCollection and WorksheetCustomProperty: texts kept with a sheet. */
import { itemNotFound } from "../../model/refusals";
import type { HostObject } from "../../wire/convention";
import { asText } from "../checks";
import { Collection, sameKey } from "../collection";
import { sheetOf } from "../context";
import type { HostContext } from "../context";
import type { HostOf } from "../hostOf";

export class WorksheetCustomProperty implements HostObject, HostOf<Excel.WorksheetCustomProperty> {
  readonly #context: HostContext;
  readonly #sheetId: string;
  readonly #key: string;
  constructor(context: HostContext, sheetId: string, key: string) {
    this.#context = context;
    this.#sheetId = sheetId;
    this.#key = key;
  }
  get $id(): string {
    return this.#key;
  }
  get $idKey(): string {
    return "_Id";
  }
  get key(): string {
    return this.#key;
  }
  get value(): string {
    const value = this.#map.get(this.#key);
    if (value === undefined) throw itemNotFound();
    return value;
  }
  set value(value: string) {
    this.#map.set(this.#key, asText(value));
  }
  delete(): void {
    this.#map.delete(this.#key);
  }
  get #map(): Map<string, string> {
    return sheetOf(this.#context, this.#sheetId).customProperties;
  }
}

export class WorksheetCustomPropertyCollection
  extends Collection<WorksheetCustomProperty>
  implements HostOf<Excel.WorksheetCustomPropertyCollection>
{
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
  }
  override $items(): readonly WorksheetCustomProperty[] {
    const keys = sheetOf(this.#context, this.#sheetId).customProperties.keys();
    return [...keys].map((key) => new WorksheetCustomProperty(this.#context, this.#sheetId, key));
  }
  override $answers(item: WorksheetCustomProperty, key: string | number): boolean {
    return sameKey(item.key, key);
  }
  /** Adds a property or gives the one of this key a new value. */
  add(key: string, value: string): WorksheetCustomProperty {
    const known = this.getItemOrNullObject(asText(key))?.key ?? key;
    sheetOf(this.#context, this.#sheetId).customProperties.set(known, asText(value));
    return new WorksheetCustomProperty(this.#context, this.#sheetId, known);
  }
}
