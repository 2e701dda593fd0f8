/** Excel.WorksheetFreezePanes: rows at the top and columns at the left that stay in view. */
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/core/model/a1";
import { itemNotFound } from "../../model/refusals";
import { placeOf } from "../addresses";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import { positiveNumber } from "../checks";
import type { HostOf } from "../hostOf";

export class WorksheetFreezePanes implements HostOf<Excel.WorksheetFreezePanes> {
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    this.#context = context;
    this.#sheetId = sheetId;
  }
  freezeRows(count?: number): void {
    this.#context.model.freeze(this.#sheetId, { rows: positiveNumber(count ?? 1), columns: 0 });
  }
  freezeColumns(count?: number): void {
    this.#context.model.freeze(this.#sheetId, { rows: 0, columns: positiveNumber(count ?? 1) });
  }
  /** Freezes everything down and right to the end of the range. */
  freezeAt(frozenRange: object | string): void {
    const { rect } = placeOf(this.#context.model, frozenRange, sheetOf(this.#context, this.#sheetId));
    const rows = rect.rows === MAX_ROWS ? 0 : rect.row + rect.rows;
    const columns = rect.columns === MAX_COLUMNS ? 0 : rect.column + rect.columns;
    this.#context.model.freeze(this.#sheetId, { rows, columns });
  }
  unfreeze(): void {
    this.#context.model.freeze(this.#sheetId, null);
  }
  getLocation(): RangeObject {
    const location = this.getLocationOrNullObject();
    if (location === null) throw itemNotFound();
    return location;
  }
  getLocationOrNullObject(): RangeObject | null {
    const { freeze } = sheetOf(this.#context, this.#sheetId);
    if (freeze === null) return null;
    const rows = freeze.rows > 0 ? freeze.rows : MAX_ROWS;
    const columns = freeze.columns > 0 ? freeze.columns : MAX_COLUMNS;
    return this.#context.make.range(this.#sheetId, { row: 0, column: 0, rows, columns });
  }
}
