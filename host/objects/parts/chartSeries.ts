/** Excel.ChartSeriesCollection and ChartSeries. */
import { quoteSheetName, rectAddress } from "../../../src/core/model/a1";
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { ChartData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { asText } from "../checks";
import { Collection } from "../collection";
import { isRange } from "../context";
import type { HostOf } from "../hostOf";

/** Where a chart is kept. */
export interface ChartStore {
  read(): ChartData;
  write(patch: Partial<ChartData>): void;
}
type SeriesData = ChartData["series"][number];

export class ChartSeries implements HostObject, HostOf<Excel.ChartSeries> {
  readonly #store: ChartStore;
  readonly #index: number;
  constructor(store: ChartStore, index: number) {
    this.#store = store;
    this.#index = index;
  }
  /** Addressed by its place, never by an id. */
  get $ref(): undefined {
    return undefined;
  }
  get name(): string {
    return this.#data.name;
  }
  set name(name: string) {
    this.#patch({ name: asText(name) });
  }
  setValues(sourceData: object): void {
    this.#patch({ values: formulaOf(sourceData) });
  }
  setXAxisValues(sourceData: object): void {
    this.#patch({ categories: formulaOf(sourceData) });
  }
  delete(): void {
    this.#store.write({ series: this.#store.read().series.filter((_, index) => index !== this.#index) });
  }
  get #data(): SeriesData {
    const data = this.#store.read().series[this.#index];
    if (!data) throw itemNotFound();
    return data;
  }
  #patch(patch: Partial<SeriesData>): void {
    const changed = { ...this.#data, ...patch };
    this.#store.write({
      series: this.#store.read().series.map((series, index) => (index === this.#index ? changed : series)),
    });
  }
}

function formulaOf(range: unknown): string {
  if (!isRange(range)) throw invalidArgument();
  return `=${quoteSheetName(range.$sheet.name)}!${rectAddress(range.$rect, true)}`;
}

export class ChartSeriesCollection extends Collection<ChartSeries> implements HostOf<Excel.ChartSeriesCollection> {
  static readonly hidden = ["count"];
  readonly #store: ChartStore;
  constructor(store: ChartStore) {
    super();
    this.#store = store;
  }
  get count(): number {
    return this.getCount();
  }
  override $items(): readonly ChartSeries[] {
    return this.#store.read().series.map((_, index) => new ChartSeries(this.#store, index));
  }
  override $answers(): boolean {
    return false;
  }
  getItemAt(index: number): ChartSeries {
    return this.$at(index);
  }
}
