/** Excel.TableCollection (of the workbook, of a sheet or of a range), Table and TableSort. */
import { invalidArgument } from "../../model/refusals";
import { bodyRect } from "../../model/tableShape";
import type { TableData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { placeOf } from "../addresses";
import { asText } from "../checks";
import { Collection, sameKey } from "../collection";
import { sheetOf, tableOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import { EVENT, WORKBOOK } from "../events";
import type { HostOf } from "../hostOf";
import { sortFields } from "../range/rangeSort";
import { AutoFilter } from "./autoFilter";
import { TableColumnCollection } from "./columns";
import { TableRowCollection } from "./rows";

export class Table implements HostObject, HostOf<Excel.Table> {
  static readonly nav = ["columns", "rows", "sort", "worksheet", "autoFilter"];
  readonly #context: HostContext;
  readonly #id: string;
  constructor(context: HostContext, id: string) {
    this.#context = context;
    this.#id = id;
  }
  get $data(): TableData {
    return tableOf(this.#context, this.#id).table;
  }
  get $id(): string {
    return this.#id;
  }
  get id(): string {
    return this.#id;
  }
  get name(): string {
    return this.$data.name;
  }
  set name(name: string) {
    this.#context.model.renameTable(this.#id, asText(name));
  }
  get style(): string {
    return this.$data.style;
  }
  set style(style: string) {
    this.#context.model.setTableOption(this.#id, { style: asText(style) });
  }
  get showHeaders(): boolean {
    return this.$data.showHeaders;
  }
  set showHeaders(showHeaders: boolean) {
    this.#context.model.setTableOption(this.#id, { showHeaders });
  }
  get showTotals(): boolean {
    return this.$data.showTotals;
  }
  set showTotals(showTotals: boolean) {
    this.#context.model.setTableOption(this.#id, { showTotals });
  }
  get showBandedRows(): boolean {
    return this.$data.showBandedRows;
  }
  set showBandedRows(showBandedRows: boolean) {
    this.#context.model.setTableOption(this.#id, { showBandedRows });
  }
  get showBandedColumns(): boolean {
    return this.$data.showBandedColumns;
  }
  set showBandedColumns(showBandedColumns: boolean) {
    this.#context.model.setTableOption(this.#id, { showBandedColumns });
  }
  get showFilterButton(): boolean {
    return this.$data.showFilterButton;
  }
  set showFilterButton(showFilterButton: boolean) {
    this.#context.model.setTableOption(this.#id, { showFilterButton });
  }
  get highlightFirstColumn(): boolean {
    return this.$data.highlightFirstColumn;
  }
  set highlightFirstColumn(highlightFirstColumn: boolean) {
    this.#context.model.setTableOption(this.#id, { highlightFirstColumn });
  }
  get highlightLastColumn(): boolean {
    return this.$data.highlightLastColumn;
  }
  set highlightLastColumn(highlightLastColumn: boolean) {
    this.#context.model.setTableOption(this.#id, { highlightLastColumn });
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.#context, this.#id);
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this.#context, this.#id);
  }
  get sort(): TableSort {
    return new TableSort(this.#context, this.#id);
  }
  get worksheet(): HostObject {
    return this.#context.make.worksheet(this.#sheetId);
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this.#context, this.#sheetId, this.#id);
  }
  getRange(): RangeObject {
    return this.#context.make.range(this.#sheetId, this.$data.rect);
  }
  /** Throws InvalidArgument while headers are not shown. */
  getHeaderRowRange(): RangeObject {
    if (!this.$data.showHeaders) throw invalidArgument();
    return this.#context.make.range(this.#sheetId, { ...this.$data.rect, rows: 1 });
  }
  getDataBodyRange(): RangeObject {
    return this.#context.make.range(this.#sheetId, bodyRect(this.$data));
  }
  /** Throws InvalidArgument while totals are not shown. */
  getTotalRowRange(): RangeObject {
    const { rect, showTotals } = this.$data;
    if (!showTotals) throw invalidArgument();
    return this.#context.make.range(this.#sheetId, { ...rect, row: rect.row + rect.rows - 1, rows: 1 });
  }
  resize(newRange: object | string): void {
    const { rect } = placeOf(this.#context.model, newRange, tableOf(this.#context, this.#id).sheet);
    this.#context.model.resizeTable(this.#id, rect);
  }
  clearFilters(): void {
    this.#context.model.setFilter(this.#sheetId, this.#id, null, null);
  }
  reapplyFilters(): void {
    this.autoFilter.reapply();
  }
  convertToRange(): RangeObject {
    const range = this.getRange();
    this.#context.model.deleteTable(this.#id, true);
    return range;
  }
  delete(): void {
    this.#context.model.deleteTable(this.#id, false);
  }
  _RegisterDataChangedEvent(): void {
    this.#context.events.register(EVENT.tableChanged, this.#id);
  }
  _UnregisterDataChangedEvent(): void {
    this.#context.events.unregister(EVENT.tableChanged, this.#id);
  }
  _RegisterSelectionChangedEvent(): void {
    this.#context.events.register(EVENT.tableSelectionChanged, this.#id);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.#context.events.unregister(EVENT.tableSelectionChanged, this.#id);
  }
  get #sheetId(): string {
    return tableOf(this.#context, this.#id).sheet.id;
  }
}

export class TableSort implements HostOf<Excel.TableSort> {
  static readonly calculated = ["apply"];
  readonly #context: HostContext;
  readonly #tableId: string;
  constructor(context: HostContext, tableId: string) {
    this.#context = context;
    this.#tableId = tableId;
  }
  apply(fields: Excel.SortField[], matchCase = false): void {
    const { sheet, table } = tableOf(this.#context, this.#tableId);
    this.#context.model.sort(sheet.id, bodyRect(table), sortFields(fields), false, matchCase);
  }
}

export class TableCollection extends Collection<Table> implements HostOf<Excel.TableCollection> {
  static readonly hidden = ["count"];
  readonly #context: HostContext;
  /** null for all tables of the workbook. */
  readonly #sheetId: string | null;
  readonly #wanted: (table: TableData) => boolean;
  constructor(context: HostContext, sheetId: string | null, wanted: (table: TableData) => boolean = () => true) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
    this.#wanted = wanted;
  }
  get count(): number {
    return this.getCount();
  }
  override $items(): readonly Table[] {
    const { sheets } = this.#context.model.data;
    const own = sheets.filter(({ id }) => this.#sheetId === null || id === this.#sheetId);
    const tables = own.flatMap((sheet) => sheet.tables.filter(this.#wanted));
    return tables.map(({ id }) => new Table(this.#context, id));
  }
  override $answers(item: Table, key: string | number): boolean {
    return sameKey(item.id, key) || sameKey(item.name, key);
  }
  getItemAt(index: number): Table {
    return this.$at(index);
  }
  add(address: object | string, hasHeaders: boolean): Table {
    const home = this.#sheetId === null ? null : sheetOf(this.#context, this.#sheetId);
    const { sheet, rect } = placeOf(this.#context.model, address, home);
    return new Table(this.#context, this.#context.model.addTable(sheet.id, rect, hasHeaders).id);
  }
  _RegisterDataChangedEvent(): void {
    this.#context.events.register(EVENT.tableChanged, this.#target);
  }
  _UnregisterDataChangedEvent(): void {
    this.#context.events.unregister(EVENT.tableChanged, this.#target);
  }
  _RegisterAddedEvent(): void {
    this.#context.events.register(EVENT.tableAdded, this.#target);
  }
  _UnregisterAddedEvent(): void {
    this.#context.events.unregister(EVENT.tableAdded, this.#target);
  }
  _RegisterDeletedEvent(): void {
    this.#context.events.register(EVENT.tableDeleted, this.#target);
  }
  _UnregisterDeletedEvent(): void {
    this.#context.events.unregister(EVENT.tableDeleted, this.#target);
  }
  get #target(): string {
    return this.#sheetId ?? WORKBOOK;
  }
}
