/** Excel.RangeAreas: several rectangles of one sheet, such as merged areas or special cells. */
import { rectAddress } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import type { HostObject } from "../../wire/convention";
import { fullAddress } from "../addresses";
import { oneOf } from "../checks";
import { Collection } from "../collection";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";

export class RangeAreas implements HostObject, HostOf<Excel.RangeAreas> {
  static readonly nav = ["areas", "worksheet"];
  readonly #context: HostContext;
  readonly #sheetId: string;
  readonly #rects: readonly Rect[];
  constructor(context: HostContext, sheetId: string, rects: readonly Rect[]) {
    this.#context = context;
    this.#sheetId = sheetId;
    this.#rects = rects;
  }
  /** Addressed by its place, never by an id. */
  get $ref(): undefined {
    return undefined;
  }
  get address(): string {
    const sheet = sheetOf(this.#context, this.#sheetId);
    return this.#rects.map((rect) => fullAddress(sheet, rect)).join(",");
  }
  get addressLocal(): string {
    return this.address;
  }
  get areaCount(): number {
    return this.#rects.length;
  }
  get cellCount(): number {
    return this.#rects.reduce((sum, rect) => sum + rect.rows * rect.columns, 0);
  }
  get isEntireColumn(): boolean {
    return this.#rects.every((rect) => /^[A-Z]+:[A-Z]+$/.test(rectAddress(rect)));
  }
  get isEntireRow(): boolean {
    return this.#rects.every((rect) => /^\d+:\d+$/.test(rectAddress(rect)));
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.#rects.map((rect) => this.#context.make.range(this.#sheetId, rect)));
  }
  get worksheet(): HostObject {
    return this.#context.make.worksheet(this.#sheetId);
  }
  clear(applyTo = "All"): void {
    const what = oneOf(["All", "Contents", "Formats", "Hyperlinks"] as const, applyTo);
    for (const rect of this.#rects) this.#context.model.clear(this.#sheetId, rect, what);
  }
}

export class RangeCollection extends Collection<RangeObject> implements HostOf<Excel.RangeCollection> {
  readonly #items: readonly RangeObject[];
  constructor(items: readonly RangeObject[]) {
    super();
    this.#items = items;
  }
  override $items(): readonly RangeObject[] {
    return this.#items;
  }
  override $answers(): boolean {
    return false;
  }
  getItemAt(index: number): RangeObject {
    return this.$at(index);
  }
}
