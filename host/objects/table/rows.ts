/** Excel.TableRowCollection and TableRow: rows of a table's body. */
import { invalidArgument } from "../../model/refusals";
import { bodyRect } from "../../model/tableShape";
import type { Rect } from "../../../src/core/model/a1";
import type { HostObject } from "../../wire/convention";
import { Collection } from "../collection";
import { tableOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";
import { clientValue, gridOf, writtenGrid } from "../range/cellGrid";
import type { ClientValue } from "../range/cellGrid";

export class TableRow implements HostObject, HostOf<Excel.TableRow> {
  static readonly calculated = ["values"];
  readonly #context: HostContext;
  readonly #tableId: string;
  readonly #index: number;
  constructor(context: HostContext, tableId: string, index: number) {
    this.#context = context;
    this.#tableId = tableId;
    this.#index = index;
  }
  /** Addressed by its place, never by an id. */
  get $ref(): undefined {
    return undefined;
  }
  get index(): number {
    return this.#index;
  }
  get values(): ClientValue[][] | null {
    const { sheet } = tableOf(this.#context, this.#tableId);
    return gridOf(this.#rect, (row, column) => clientValue(this.#context.model.valueAt(sheet.id, row, column)));
  }
  set values(given: unknown) {
    const { sheet } = tableOf(this.#context, this.#tableId);
    const written = writtenGrid(this.#rect, given);
    if ("one" in written) throw invalidArgument();
    this.#context.model.setInputs(sheet.id, this.#rect, written.grid);
  }
  getRange(): RangeObject {
    return this.#context.make.range(tableOf(this.#context, this.#tableId).sheet.id, this.#rect);
  }
  delete(): void {
    this.#context.model.deleteTableRows(this.#tableId, this.#index, 1);
  }
  get #rect(): Rect {
    const body = bodyRect(tableOf(this.#context, this.#tableId).table);
    return { ...body, row: body.row + this.#index, rows: 1 };
  }
}

export class TableRowCollection extends Collection<TableRow> implements HostOf<Excel.TableRowCollection> {
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
  override $items(): readonly TableRow[] {
    const { rows } = bodyRect(tableOf(this.#context, this.#tableId).table);
    return Array.from({ length: rows }, (_, index) => new TableRow(this.#context, this.#tableId, index));
  }
  override $answers(item: TableRow, key: string | number): boolean {
    return item.index === key;
  }
  getItemAt(index: number): TableRow {
    return this.$at(index);
  }
  /** Adds rows at an index or (null, -1) at the end; one value for all, a grid, or nothing for one empty row. */
  add(index?: number, values?: unknown): TableRow {
    const { table } = tableOf(this.#context, this.#tableId);
    const at = index === undefined || index < 0 ? null : index;
    const place = at ?? bodyRect(table).rows;
    this.#context.model.addTableRows(
      this.#tableId,
      at,
      values === undefined ? 1 : rowsOf(values, table.columns.length),
    );
    return new TableRow(this.#context, this.#tableId, place);
  }
  deleteRowsAt(index: number, count = 1): void {
    this.#context.model.deleteTableRows(this.#tableId, index, count);
  }
}

function rowsOf(given: unknown, columns: number): (string | number | boolean | null)[][] {
  if (!Array.isArray(given)) throw invalidArgument();
  const written = writtenGrid({ row: 0, column: 0, rows: given.length, columns }, given);
  if ("one" in written) throw invalidArgument();
  return written.grid;
}
