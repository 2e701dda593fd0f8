/** Excel.ChartAxes and ChartAxis, as far as somebody chooses: the least value shown, and the order of the categories. */
import { invalidArgument } from "../../model/refusals";
import type { ChartAxesData } from "../../model/types";
import type { HostOf } from "../hostOf";
import type { ChartStore } from "./chartSeries";

export class ChartAxes implements HostOf<Excel.ChartAxes> {
  static readonly nav = ["categoryAxis", "valueAxis"];
  readonly #store: ChartStore;
  constructor(store: ChartStore) {
    this.#store = store;
  }
  get categoryAxis(): ChartAxis {
    return new ChartAxis(this.#store, "category");
  }
  get valueAxis(): ChartAxis {
    return new ChartAxis(this.#store, "value");
  }
}

export class ChartAxis implements HostOf<Excel.ChartAxis> {
  readonly #store: ChartStore;
  readonly #which: "category" | "value";
  constructor(store: ChartStore, which: "category" | "value") {
    this.#store = store;
    this.#which = which;
  }
  /** Of the axis of values; "" where Excel chooses. */
  get minimum(): number | "" {
    return this.#which === "value" ? (this.#data.valueMinimum ?? "") : "";
  }
  set minimum(minimum: unknown) {
    if (this.#which !== "value" || typeof minimum !== "number") throw invalidArgument();
    this.#patch({ valueMinimum: minimum });
  }
  get reversePlotOrder(): boolean {
    return this.#which === "category" && this.#data.reversed === true;
  }
  set reversePlotOrder(reversed: boolean) {
    if (this.#which !== "category") throw invalidArgument();
    this.#patch({ reversed });
  }
  /** Where the other axis meets this one. */
  get position(): "Automatic" | "Maximum" {
    return this.#which === "category" ? (this.#data.valuesAt ?? "Automatic") : "Automatic";
  }
  set position(position: string) {
    if (this.#which !== "category" || position !== "Maximum") throw invalidArgument();
    this.#patch({ valuesAt: position });
  }
  get #data(): ChartAxesData {
    return this.#store.read().axes ?? {};
  }
  #patch(patch: ChartAxesData): void {
    this.#store.write({ axes: { ...this.#data, ...patch } });
  }
}
