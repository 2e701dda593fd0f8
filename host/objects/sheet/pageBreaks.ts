/** Excel.PageBreakCollection and PageBreak: rows with which a new page begins. Breaks between columns are not kept. */
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { SheetData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { placeOf } from "../addresses";
import { Collection } from "../collection";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";

/** Excel's limit. */
const MOST_BREAKS = 1026;

export class PageBreak implements HostObject, HostOf<Excel.PageBreak> {
  readonly #context: HostContext;
  readonly #sheetId: string;
  readonly #index: number;
  constructor(context: HostContext, sheetId: string, index: number) {
    this.#context = context;
    this.#sheetId = sheetId;
    this.#index = index;
  }
  get $id(): number {
    return this.#index;
  }
  get columnIndex(): number {
    return 0;
  }
  get rowIndex(): number {
    const row = breaksOf(sheetOf(this.#context, this.#sheetId))[this.#index];
    if (row === undefined) throw itemNotFound();
    return row;
  }
  getCellAfterBreak(): RangeObject {
    return this.#context.make.range(this.#sheetId, { row: this.rowIndex, column: 0, rows: 1, columns: 1 });
  }
  delete(): void {
    const gone = this.rowIndex;
    keep(this.#context, this.#sheetId, (rows) => rows.filter((row) => row !== gone));
  }
}

export class HorizontalPageBreaks extends Collection<PageBreak> implements HostOf<Excel.PageBreakCollection> {
  static readonly hostName = "PageBreakCollection";
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
  }
  override $items(): readonly PageBreak[] {
    const rows = breaksOf(sheetOf(this.#context, this.#sheetId));
    return rows.map((_, index) => new PageBreak(this.#context, this.#sheetId, index));
  }
  override $answers(item: PageBreak, key: string | number): boolean {
    return item.$id === Number(key);
  }
  /** Before the row of the range's first cell. Throws InvalidArgument for the first row. */
  add(pageBreakRange: object | string): PageBreak {
    const { row } = placeOf(this.#context.model, pageBreakRange, sheetOf(this.#context, this.#sheetId)).rect;
    const standing = breaksOf(sheetOf(this.#context, this.#sheetId));
    if (row === 0 || standing.length >= MOST_BREAKS) throw invalidArgument();
    keep(this.#context, this.#sheetId, (rows) => [...new Set([...rows, row])].sort((a, b) => a - b));
    const index = breaksOf(sheetOf(this.#context, this.#sheetId)).indexOf(row);
    return new PageBreak(this.#context, this.#sheetId, index);
  }
  removePageBreaks(): void {
    keep(this.#context, this.#sheetId, () => []);
  }
}

const breaksOf = ({ page }: SheetData): readonly number[] => page.rowBreaks ?? [];

function keep(context: HostContext, sheetId: string, change: (rows: readonly number[]) => readonly number[]): void {
  const sheet = sheetOf(context, sheetId);
  const { rowBreaks = [], ...page } = sheet.page;
  const rows = change(rowBreaks);
  sheet.page = rows.length === 0 ? page : { ...page, rowBreaks: rows };
  context.model.touched({ kind: "view", sheet: sheetId });
}
