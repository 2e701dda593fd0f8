/** Excel.TableColumnCollection and TableColumn. */
import { invalidArgument, itemNotFound } from "../../model/refusals";
import { bodyRect } from "../../model/tableShape";
import type { TableColumnData } from "../../model/types";
import type { Rect } from "../../../src/core/model/a1";
import type { HostObject } from "../../wire/convention";
import { asText } from "../checks";
import { Collection, sameKey } from "../collection";
import { tableOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";
import { clientValue, gridOf, writtenGrid } from "../range/cellGrid";
import type { ClientValue } from "../range/cellGrid";
import { Filter } from "./autoFilter";

type Input = string | number | boolean | null;

export class TableColumn implements HostObject, HostOf<Excel.TableColumn> {
  static readonly nav = ["filter"];
  static readonly calculated = ["values"];
  readonly #context: HostContext;
  readonly #tableId: string;
  readonly #id: number;
  constructor(context: HostContext, tableId: string, id: number) {
    this.#context = context;
    this.#tableId = tableId;
    this.#id = id;
  }
  get $id(): number {
    return this.#id;
  }
  get id(): number {
    return this.#id;
  }
  get index(): number {
    const index = tableOf(this.#context, this.#tableId).table.columns.findIndex(({ id }) => id === this.#id);
    if (index < 0) throw itemNotFound();
    return index;
  }
  get name(): string {
    return this.#data.name;
  }
  set name(name: string) {
    this.#context.model.renameTableColumn(this.#tableId, this.#id, asText(name));
  }
  /** Header, body and totals. */
  get values(): ClientValue[][] | null {
    const { sheet, table } = tableOf(this.#context, this.#tableId);
    return gridOf(this.#part(table.rect), (row, column) =>
      clientValue(this.#context.model.valueAt(sheet.id, row, column)),
    );
  }
  set values(given: unknown) {
    const { sheet, table } = tableOf(this.#context, this.#tableId);
    const rect = this.#part(table.rect);
    const written = writtenGrid(rect, given);
    if ("one" in written) throw invalidArgument();
    this.#context.model.setInputs(sheet.id, rect, written.grid);
  }
  get filter(): Filter {
    return new Filter(this.#context, this.#tableId, this.index);
  }
  getRange(): RangeObject {
    const { sheet, table } = tableOf(this.#context, this.#tableId);
    return this.#context.make.range(sheet.id, this.#part(table.rect));
  }
  getDataBodyRange(): RangeObject {
    const { sheet, table } = tableOf(this.#context, this.#tableId);
    return this.#context.make.range(sheet.id, this.#part(bodyRect(table)));
  }
  getHeaderRowRange(): RangeObject {
    const { sheet, table } = tableOf(this.#context, this.#tableId);
    if (!table.showHeaders) throw invalidArgument();
    return this.#context.make.range(sheet.id, this.#part({ ...table.rect, rows: 1 }));
  }
  getTotalRowRange(): RangeObject {
    const { sheet, table } = tableOf(this.#context, this.#tableId);
    if (!table.showTotals) throw invalidArgument();
    const row = table.rect.row + table.rect.rows - 1;
    return this.#context.make.range(sheet.id, this.#part({ ...table.rect, row, rows: 1 }));
  }
  delete(): void {
    this.#context.model.deleteTableColumn(this.#tableId, this.#id);
  }
  get #data(): TableColumnData {
    const data = tableOf(this.#context, this.#tableId).table.columns[this.index];
    if (!data) throw itemNotFound();
    return data;
  }
  #part(rect: Rect): Rect {
    return { ...rect, column: rect.column + this.index, columns: 1 };
  }
}

export class TableColumnCollection extends Collection<TableColumn> implements HostOf<Excel.TableColumnCollection> {
  static readonly hidden = ["count"];
  readonly #context: HostContext;
  readonly #tableId: string;
  constructor(context: HostContext, tableId: string) {
    super();
    this.#context = context;
    this.#tableId = tableId;
  }
  get count(): number {
    return this.getCount();
  }
  override $items(): readonly TableColumn[] {
    const { columns } = tableOf(this.#context, this.#tableId).table;
    return columns.map(({ id }) => new TableColumn(this.#context, this.#tableId, id));
  }
  override $answers(item: TableColumn, key: string | number): boolean {
    return typeof key === "number" ? item.id === key : sameKey(item.name, key);
  }
  getItemAt(index: number): TableColumn {
    return this.$at(index);
  }
  /** `values` holds header, body and totals, each in a row of its own; the name wins over the header among them. */
  add(index?: number, values?: unknown, name?: string): TableColumn {
    const before = new Set(tableOf(this.#context, this.#tableId).table.columns.map(({ id }) => id));
    const cells = values === undefined ? null : columnValues(values);
    const at = index === undefined || index < 0 ? null : index;
    const header = cells?.[0];
    const title = name ?? (header === undefined || header === null ? null : String(header));
    this.#context.model.addTableColumn(this.#tableId, at, title, cells === null ? null : cells.slice(1));
    const added = tableOf(this.#context, this.#tableId).table.columns.find(({ id }) => !before.has(id));
    if (!added) throw itemNotFound();
    return new TableColumn(this.#context, this.#tableId, added.id);
  }
}

function columnValues(given: unknown): Input[] {
  if (!Array.isArray(given)) throw invalidArgument();
  return given.map((row: unknown) => {
    const value: unknown = Array.isArray(row) && row.length === 1 ? row[0] : undefined;
    if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return value;
    throw invalidArgument();
  });
}
