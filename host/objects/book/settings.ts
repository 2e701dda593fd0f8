/** Excel.SettingCollection and Setting: the add-in's values kept in the workbook. */
import { itemNotFound } from "../../model/refusals";
import type { HostObject } from "../../wire/convention";
import { asText } from "../checks";
import { Collection } from "../collection";
import type { HostContext } from "../context";
import type { HostOf } from "../hostOf";

export class Setting implements HostObject, HostOf<Excel.Setting> {
  readonly #context: HostContext;
  readonly #key: string;
  constructor(context: HostContext, key: string) {
    this.#context = context;
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
  get value(): unknown {
    const { settings } = this.#context.model.data;
    if (!settings.has(this.#key)) throw itemNotFound();
    return settings.get(this.#key);
  }
  set value(value: unknown) {
    this.#context.model.data.settings.set(this.#key, value);
  }
  delete(): void {
    this.#context.model.data.settings.delete(this.#key);
  }
}

export class SettingCollection extends Collection<Setting> implements HostOf<Excel.SettingCollection> {
  readonly #context: HostContext;
  constructor(context: HostContext) {
    super();
    this.#context = context;
  }
  override $items(): readonly Setting[] {
    return [...this.#context.model.data.settings.keys()].map((key) => new Setting(this.#context, key));
  }
  override $answers(item: Setting, key: string | number): boolean {
    return item.key === key;
  }
  add(key: string, value: unknown): Setting {
    this.#context.model.data.settings.set(asText(key), value);
    return new Setting(this.#context, key);
  }
}
