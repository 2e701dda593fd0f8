/** Excel.Range: contents of cells and what is done with them. */
import { intersect } from "../../../src/core/model/a1";
import { cellFor, keyOf } from "../../model/cellStore";
import { invalidArgument, itemNotFound, WRONG_SHAPE } from "../../model/refusals";
import type { Cell } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { placeOf } from "../addresses";
import { asBoolean, asRecord } from "../checks";
import type { RangeObject } from "../context";
import type { HostOf } from "../hostOf";
import { ConditionalFormatCollection } from "../rules/conditionalFormats";
import { DataValidation } from "../rules/dataValidation";
import { clientValue, formulaAt, gridOf, valueTypeOf, writtenGrid } from "./cellGrid";
import type { ClientValue, ValueType } from "./cellGrid";
import { findInCells } from "./findInCells";
import { leftOf, topOf } from "../../model/geometry";
import { RangeFormat } from "./rangeFormat";
import { RangeNavigation } from "./rangeNavigation";
import { RangeSort } from "./rangeSort";
import { RangeView } from "./rangeView";

type Hyperlink = NonNullable<Cell["hyperlink"]>;
const COPY_KINDS = ["All", "Formulas", "Values", "Formats"] as const;
const CLEAR_KINDS = ["All", "Contents", "Formats", "Hyperlinks"] as const;

export class Range extends RangeNavigation implements HostOf<Excel.Range> {
  static readonly nav = ["format", "worksheet", "dataValidation", "conditionalFormats", "sort"];
  static override readonly calculated: readonly string[] = [
    "values",
    "text",
    "valueTypes",
    "find",
    "findOrNullObject",
    "getVisibleView",
    "copyFrom",
  ];

  get values(): ClientValue[][] | null {
    return this.#grid((row, column) => clientValue(this.$context.model.valueAt(this.$sheet.id, row, column)));
  }
  set values(given: unknown) {
    this.#type(given);
  }
  get formulas(): ClientValue[][] | null {
    return this.#grid((row, column) => formulaAt(this.$context.model, this.$sheet.id, row, column));
  }
  set formulas(given: unknown) {
    this.#type(given);
  }
  get formulasLocal(): ClientValue[][] | null {
    return this.formulas;
  }
  set formulasLocal(given: unknown) {
    this.#type(given);
  }
  get text(): string[][] | null {
    return this.#grid((row, column) => this.$context.model.textAt(this.$sheet.id, row, column));
  }
  get valueTypes(): ValueType[][] | null {
    return this.#grid((row, column) => valueTypeOf(this.$context.model.valueAt(this.$sheet.id, row, column)));
  }
  get numberFormat(): string[][] | null {
    return this.#grid(
      (row, column) => this.$context.model.formatAt(this.$sheet.id, row, column).numberFormat ?? "General",
    );
  }
  set numberFormat(given: unknown) {
    const written = writtenGrid(this.$rect, given);
    const formats = "grid" in written ? written.grid : gridOf(this.$rect, () => written.one);
    const texts = (formats ?? []).map((line) =>
      line.map((format) => {
        if (format !== null && typeof format !== "string") throw invalidArgument();
        return format;
      }),
    );
    this.$context.model.setNumberFormats(this.$sheet.id, this.$rect, texts);
  }

  get format(): RangeFormat {
    return new RangeFormat(this);
  }
  get worksheet(): HostObject {
    return this.$context.make.worksheet(this.$sheet.id);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this);
  }
  get sort(): RangeSort {
    return new RangeSort(this);
  }

  get rowHidden(): boolean | null {
    const { $sheet, $rect } = this;
    const hidden = (row: number): boolean => $sheet.hiddenRows.has(row) || $sheet.filteredRows.has(row);
    const some = $sheet.hiddenRows.size + $sheet.filteredRows.size > 0;
    return some ? uniform($rect.row, $rect.rows, hidden) : false;
  }
  set rowHidden(hidden: unknown) {
    this.$context.model.setHidden(this.$sheet.id, "rows", this.$rect.row, this.$rect.rows, asBoolean(hidden));
  }
  get columnHidden(): boolean | null {
    const { $sheet, $rect } = this;
    return uniform($rect.column, $rect.columns, (column) => $sheet.hiddenColumns.has(column));
  }
  set columnHidden(hidden: unknown) {
    this.$context.model.setHidden(this.$sheet.id, "columns", this.$rect.column, this.$rect.columns, asBoolean(hidden));
  }
  /** Whether all cells are hidden; null when some are. */
  get hidden(): boolean | null {
    const { rowHidden, columnHidden } = this;
    if (rowHidden === true || columnHidden === true) return true;
    return rowHidden === false && columnHidden === false ? false : null;
  }
  get left(): number {
    return leftOf(this.$sheet, this.$rect.column);
  }
  get top(): number {
    return topOf(this.$sheet, this.$rect.row);
  }
  get width(): number {
    return leftOf(this.$sheet, this.$rect.column + this.$rect.columns) - this.left;
  }
  get height(): number {
    return topOf(this.$sheet, this.$rect.row + this.$rect.rows) - this.top;
  }
  /** The link of the first cell; null when it has none. */
  get hyperlink(): Hyperlink | null {
    return this.$sheet.cells.get(keyOf(this.$rect.row, this.$rect.column))?.hyperlink ?? null;
  }
  set hyperlink(given: unknown) {
    const link: Hyperlink = asRecord(given);
    const { model } = this.$context;
    const { $sheet, $rect } = this;
    if (link.textToDisplay !== undefined) model.fillInput($sheet.id, $rect, link.textToDisplay);
    model.setFormat($sheet.id, $rect, { underline: "Single", fontColor: "#0563C1" });
    gridOf($rect, (row, column) => {
      cellFor($sheet, row, column).hyperlink = { ...link };
    });
    model.touched({ kind: "format", sheet: $sheet.id, rect: $rect });
  }

  insert(shift: string): RangeObject {
    if (shift !== "Down" && shift !== "Right") throw invalidArgument();
    const { $rect } = this;
    this.$context.model.insertCells(this.$sheet.id, $rect, shift);
    return this.$range($rect);
  }
  delete(shift: string): void {
    if (shift !== "Up" && shift !== "Left") throw invalidArgument();
    this.$context.model.deleteCells(this.$sheet.id, this.$rect, shift);
  }
  clear(applyTo = "All"): void {
    const what = CLEAR_KINDS.find((kind) => kind === applyTo);
    if (what === undefined) throw invalidArgument();
    this.$context.model.clear(this.$sheet.id, this.$rect, what);
  }
  copyFrom(sourceRange: object | string, copyType = "All", skipBlanks = false, transpose = false): void {
    const what = COPY_KINDS.find((kind) => kind === copyType);
    if (what === undefined) throw invalidArgument();
    const source = placeOf(this.$context.model, sourceRange, this.$sheet);
    const from = { sheet: source.sheet.id, rect: source.rect };
    this.$context.model.copy(from, { sheet: this.$sheet.id, rect: this.$rect }, what, skipBlanks, transpose);
  }
  merge(across = false): void {
    this.$context.model.merge(this.$sheet.id, this.$rect, across);
  }
  unmerge(): void {
    this.$context.model.unmerge(this.$sheet.id, this.$rect);
  }
  select(): void {
    this.$context.model.select(this.$sheet.id, this.$rect);
  }
  calculate(): Promise<void> {
    return this.$context.model.recalc();
  }
  /** Throws ItemNotFound when no cell matches. */
  find(text: string, criteria: Excel.SearchCriteria): RangeObject {
    const cell = this.findOrNullObject(text, criteria);
    if (cell === null) throw itemNotFound();
    return cell;
  }
  findOrNullObject(text: string, criteria: Excel.SearchCriteria): RangeObject | null {
    const cell = findInCells(this.$context.model, this.$sheet, this.$rect, text, criteria);
    return cell && this.$range({ ...cell, rows: 1, columns: 1 });
  }
  getVisibleView(): RangeView {
    return new RangeView(this, null);
  }
  getTables(fullyContained = false): HostObject {
    return this.$context.make.tablesOf(this.$sheet.id, (table) => {
      const shared = intersect(table.rect, this.$rect);
      return (
        shared !== null &&
        (!fullyContained || (shared.rows === table.rect.rows && shared.columns === table.rect.columns))
      );
    });
  }
  /** The client asks this before it sends a large grid in pieces. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw invalidArgument(WRONG_SHAPE);
  }

  #grid<T>(read: (row: number, column: number) => T): T[][] | null {
    return gridOf(this.$rect, read);
  }
  #type(given: unknown): void {
    const written = writtenGrid(this.$rect, given);
    if ("grid" in written) this.$context.model.setInputs(this.$sheet.id, this.$rect, written.grid);
    else this.$context.model.fillInput(this.$sheet.id, this.$rect, written.one);
  }
}

/** What all indexes have in common, or null. */
function uniform(first: number, count: number, read: (index: number) => boolean): boolean | null {
  const value = read(first);
  for (let i = first + 1; i < first + count; i += 1) if (read(i) !== value) return null;
  return value;
}
