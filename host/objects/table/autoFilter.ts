/** Excel.AutoFilter of a sheet or of a table, and the Filter of one table column. */
import { invalidArgument } from "../../model/refusals";
import type { AutoFilterData } from "../../model/types";
import { placeOf } from "../addresses";
import { asRecord } from "../checks";
import { sheetOf, tableOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";

export class AutoFilter implements HostOf<Excel.AutoFilter> {
  static readonly calculated = ["apply", "reapply"];
  readonly #context: HostContext;
  readonly #sheetId: string;
  /** null for the filter of the sheet itself. */
  readonly #tableId: string | null;
  constructor(context: HostContext, sheetId: string, tableId: string | null) {
    this.#context = context;
    this.#sheetId = sheetId;
    this.#tableId = tableId;
  }
  get enabled(): boolean {
    return this.#tableId === null ? this.#data !== null : tableOf(this.#context, this.#tableId).table.showFilterButton;
  }
  get isDataFiltered(): boolean {
    return (this.#data?.criteria.size ?? 0) > 0;
  }
  /** One entry for each column of the filter, null where it has no criterion. */
  get criteria(): Excel.FilterCriteria[] {
    const data = this.#data;
    const columns = data?.rect.columns ?? 0;
    return Array.from(
      { length: columns },
      (_, i) => data?.criteria.get(i) ?? null,
    ) as unknown as Excel.FilterCriteria[];
  }
  /** Turns the filter on for a range, with a criterion for one of its columns if given. */
  apply(range: object | string, columnIndex?: number, criteria?: Excel.FilterCriteria): void {
    const sheet = sheetOf(this.#context, this.#sheetId);
    const { rect } = placeOf(this.#context.model, range, sheet);
    if (this.#tableId === null) {
      if (sheet.protection !== null) this.#context.model.setFilter(this.#sheetId, null, null, null);
      sheet.autoFilter = { rect, criteria: new Map() };
      this.#context.model.touched({ kind: "filter", sheet: this.#sheetId });
    }
    if (columnIndex === undefined || criteria === undefined) return;
    this.#context.model.setFilter(this.#sheetId, this.#tableId, columnIndex, { ...asRecord(criteria) });
  }
  clearCriteria(): void {
    if (this.#data) this.#context.model.setFilter(this.#sheetId, this.#tableId, null, null);
  }
  clearColumnCriteria(columnIndex: number): void {
    this.#context.model.setFilter(this.#sheetId, this.#tableId, columnIndex, null);
  }
  reapply(): void {
    for (const [column, criterion] of this.#data?.criteria ?? []) {
      this.#context.model.setFilter(this.#sheetId, this.#tableId, column, criterion);
    }
  }
  remove(): void {
    if (this.#tableId !== null) {
      this.#context.model.setTableOption(this.#tableId, { showFilterButton: false });
      return;
    }
    this.clearCriteria();
    sheetOf(this.#context, this.#sheetId).autoFilter = null;
    this.#context.model.touched({ kind: "filter", sheet: this.#sheetId });
  }
  /** Throws InvalidArgument without a filter. */
  getRange(): RangeObject {
    const range = this.getRangeOrNullObject();
    if (range === null) throw invalidArgument();
    return range;
  }
  getRangeOrNullObject(): RangeObject | null {
    const data = this.#data;
    return data && this.#context.make.range(this.#sheetId, data.rect);
  }
  get #data(): AutoFilterData | null {
    if (this.#tableId !== null) return tableOf(this.#context, this.#tableId).table.filter;
    return sheetOf(this.#context, this.#sheetId).autoFilter;
  }
}

export class Filter implements HostOf<Excel.Filter> {
  static readonly calculated = ["apply", "applyValuesFilter", "applyCustomFilter", "applyTopItemsFilter"];
  readonly #context: HostContext;
  readonly #tableId: string;
  readonly #column: number;
  constructor(context: HostContext, tableId: string, column: number) {
    this.#context = context;
    this.#tableId = tableId;
    this.#column = column;
  }
  get criteria(): Excel.FilterCriteria | null {
    const { table } = tableOf(this.#context, this.#tableId);
    return (table.filter?.criteria.get(this.#column) ?? null) as Excel.FilterCriteria | null;
  }
  apply(criteria: Excel.FilterCriteria): void {
    this.#set({ ...asRecord(criteria) });
  }
  applyValuesFilter(values: (string | Excel.FilterDatetime)[]): void {
    this.#set({ filterOn: "Values", values });
  }
  applyCustomFilter(criteria1: string, criteria2?: string, oper = "And"): void {
    this.#set({
      filterOn: "Custom",
      criterion1: criteria1,
      ...(criteria2 === undefined ? {} : { criterion2: criteria2, operator: oper }),
    });
  }
  applyTopItemsFilter(count: number): void {
    this.#set({ filterOn: "TopItems", criterion1: String(count) });
  }
  clear(): void {
    this.#set(null);
  }
  #set(criterion: Readonly<Record<string, unknown>> | null): void {
    const { sheet } = tableOf(this.#context, this.#tableId);
    this.#context.model.setFilter(sheet.id, this.#tableId, this.#column, criterion);
  }
}
