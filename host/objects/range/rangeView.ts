/** Excel.RangeView: the visible cells of a range. */
import { cellAddress } from "../../../src/core/model/a1";
import { visibleRows } from "../../model/filters";
import type { HostObject } from "../../wire/convention";
import { Collection } from "../collection";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";
import { clientValue, formulaAt, valueTypeOf } from "./cellGrid";
import type { ClientValue, ValueType } from "./cellGrid";

type Source = RangeObject & { readonly $context: HostContext };

export class RangeView implements HostObject, HostOf<Excel.RangeView> {
  static readonly nav = ["rows"];
  static readonly calculated = ["values", "text", "valueTypes"];
  readonly #source: Source;
  /** The one row of a row's view; null for the view of the whole range. */
  readonly #row: number | null;
  constructor(source: Source, row: number | null) {
    this.#source = source;
    this.#row = row;
  }
  /** Addressed by its place, never by an id. */
  get $ref(): undefined {
    return undefined;
  }
  get $rows(): number[] {
    if (this.#row !== null) return [this.#row];
    const { $sheet, $rect } = this.#source;
    return visibleRows($sheet, $rect).filter((row) => !$sheet.hiddenRows.has(row));
  }
  get rows(): RangeViewCollection {
    return new RangeViewCollection(this.$rows.map((row) => new RangeView(this.#source, row)));
  }
  get index(): number {
    return this.#row === null ? 0 : new RangeView(this.#source, null).$rows.indexOf(this.#row);
  }
  get rowCount(): number {
    return this.$rows.length;
  }
  get columnCount(): number {
    return this.#columns().length;
  }
  get values(): ClientValue[][] {
    return this.#grid((row, column) => clientValue(this.#model.valueAt(this.#source.$sheet.id, row, column)));
  }
  get formulas(): ClientValue[][] {
    return this.#grid((row, column) => formulaAt(this.#model, this.#source.$sheet.id, row, column));
  }
  get text(): string[][] {
    return this.#grid((row, column) => this.#model.textAt(this.#source.$sheet.id, row, column));
  }
  get valueTypes(): ValueType[][] {
    return this.#grid((row, column) => valueTypeOf(this.#model.valueAt(this.#source.$sheet.id, row, column)));
  }
  get cellAddresses(): string[][] {
    return this.#grid((row, column) => cellAddress(row, column));
  }
  getRange(): RangeObject {
    const { $context, $sheet, $rect } = this.#source;
    return $context.make.range($sheet.id, this.#row === null ? $rect : { ...$rect, row: this.#row, rows: 1 });
  }

  get #model(): HostContext["model"] {
    return this.#source.$context.model;
  }
  #columns(): number[] {
    const { $sheet, $rect } = this.#source;
    const all = Array.from({ length: $rect.columns }, (_, i) => $rect.column + i);
    return all.filter((column) => !$sheet.hiddenColumns.has(column));
  }
  #grid<T>(read: (row: number, column: number) => T): T[][] {
    const columns = this.#columns();
    return this.$rows.map((row) => columns.map((column) => read(row, column)));
  }
}

export class RangeViewCollection extends Collection<RangeView> implements HostOf<Excel.RangeViewCollection> {
  readonly #items: readonly RangeView[];
  constructor(items: readonly RangeView[]) {
    super();
    this.#items = items;
  }
  override $items(): readonly RangeView[] {
    return this.#items;
  }
  override $answers(): boolean {
    return false;
  }
  getItemAt(index: number): RangeView {
    return this.$at(index);
  }
}
