/** What all collections do alike: items by key, by place, or a null object. */
import { invalidArgument, itemNotFound } from "../model/refusals";
import type { HostObject } from "../wire/convention";

export abstract class Collection<T extends HostObject> implements HostObject {
  abstract $items(): readonly T[];
  /** Whether an item answers to a key: its id, or its name without regard to case. */
  abstract $answers(item: T, key: string | number): boolean;

  getCount(): number {
    return this.$items().length;
  }
  /** Throws ItemNotFound. */
  getItem(key: string | number): T {
    const item = this.getItemOrNullObject(key);
    if (item === null) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(key: string | number): T | null {
    return this.$items().find((item) => this.$answers(item, key)) ?? null;
  }
  /** Throws InvalidArgument outside the collection. */
  $at(index: number): T {
    const item = this.$items()[index];
    if (!item) throw invalidArgument();
    return item;
  }
}

/** Names and ids are compared without regard to case. */
export function sameKey(a: string | number, b: string | number): boolean {
  return String(a).toLowerCase() === String(b).toLowerCase();
}
