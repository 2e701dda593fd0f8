/** Excel.Worksheet. */
import { isBlank } from "../../model/cellStore";
import { itemNotFound } from "../../model/refusals";
import type { SheetData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { insideSheet, placeOf, WHOLE_SHEET } from "../addresses";
import { AutoFilter } from "../table/autoFilter";
import { ChartCollection } from "../parts/charts";
import { oneOf } from "../checks";
import { CommentCollection } from "../parts/comments";
import { NamedItemCollection } from "../book/names";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import { EVENT } from "../events";
import type { HostOf } from "../hostOf";
import { RangeAreas } from "../range/rangeAreas";
import { findInCells } from "../range/findInCells";
import { TableCollection } from "../table/tables";
import { WorksheetCustomPropertyCollection } from "./customProperties";
import { WorksheetFreezePanes } from "./freezePanes";
import { HorizontalPageBreaks } from "./pageBreaks";
import { PageLayout } from "./pageLayout";
import { WorksheetProtection } from "./protection";
import { STANDARD_HEIGHT } from "../../model/newWorkbook";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;

export class Worksheet implements HostObject, HostOf<Excel.Worksheet> {
  /** The client sets these two by shorter names than it reads them. */
  static readonly aliases = { gridlines: "showGridlines", headings: "showHeadings" };
  static readonly nav = [
    "autoFilter",
    "charts",
    "comments",
    "customProperties",
    "freezePanes",
    "horizontalPageBreaks",
    "names",
    "pageLayout",
    "protection",
    "tables",
  ];
  readonly #context: HostContext;
  readonly #id: string;
  constructor(context: HostContext, id: string) {
    this.#context = context;
    this.#id = id;
  }
  get $data(): SheetData {
    return sheetOf(this.#context, this.#id);
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
    this.#context.model.renameSheet(this.#id, name);
  }
  get position(): number {
    return this.#context.model.data.sheets.indexOf(this.$data);
  }
  set position(position: number) {
    this.#context.model.moveSheet(this.#id, position);
  }
  get visibility(): SheetData["visibility"] {
    return this.$data.visibility;
  }
  set visibility(value: string) {
    this.#context.model.setVisibility(this.#id, oneOf(VISIBILITIES, value));
  }
  get tabColor(): string {
    return this.$data.tabColor;
  }
  set tabColor(color: string) {
    this.$data.tabColor = color;
    this.#context.model.touched({ kind: "sheet", sheet: this.#id, change: "tabColor" });
  }
  get showGridlines(): boolean {
    return this.$data.showGridlines;
  }
  set showGridlines(show: boolean) {
    this.$data.showGridlines = show;
    this.#context.model.touched({ kind: "view", sheet: this.#id });
  }
  get showHeadings(): boolean {
    return this.$data.showHeadings;
  }
  set showHeadings(show: boolean) {
    this.$data.showHeadings = show;
    this.#context.model.touched({ kind: "view", sheet: this.#id });
  }
  get standardWidth(): number {
    return this.$data.standardWidth;
  }
  set standardWidth(width: number) {
    this.$data.standardWidth = width;
    this.#context.model.touched({ kind: "size", sheet: this.#id });
  }
  get standardHeight(): number {
    return STANDARD_HEIGHT;
  }

  get tables(): TableCollection {
    return new TableCollection(this.#context, this.#id);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#context, this.#id);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.#context, this.#id);
  }
  get comments(): CommentCollection {
    return new CommentCollection(this.#context, this.#id);
  }
  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.#context, this.#id);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.#context, this.#id);
  }
  get horizontalPageBreaks(): HorizontalPageBreaks {
    return new HorizontalPageBreaks(this.#context, this.#id);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.#context, this.#id);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.#context, this.#id);
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this.#context, this.#id, null);
  }

  /** An address or a name; the whole sheet without one. Throws InvalidArgument. */
  getRange(address?: string): RangeObject {
    if (address === undefined || address === "") return this.#context.make.range(this.#id, WHOLE_SHEET);
    const { sheet, rect } = placeOf(this.#context.model, address, this.$data);
    return this.#context.make.range(sheet.id, rect);
  }
  getRanges(addresses?: string): RangeAreas {
    const parts = (addresses ?? "").split(",").filter((part) => part.trim() !== "");
    const rects = parts.map((part) => placeOf(this.#context.model, part, this.$data).rect);
    return new RangeAreas(this.#context, this.#id, rects.length === 0 ? [WHOLE_SHEET] : rects);
  }
  getRangeByIndexes(startRow: number, startColumn: number, rowCount: number, columnCount: number): RangeObject {
    const rect = { row: startRow, column: startColumn, rows: rowCount, columns: columnCount };
    return this.#context.make.range(this.#id, insideSheet(rect));
  }
  getCell(row: number, column: number): RangeObject {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  /** A1 of a blank sheet, as Excel answers. */
  getUsedRange(valuesOnly?: boolean): RangeObject {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly = false): RangeObject | null {
    const used = this.#context.model.usedRect(this.#id, valuesOnly);
    return used && this.#context.make.range(this.#id, used);
  }
  getNext(visibleOnly = false): Worksheet {
    return present(this.getNextOrNullObject(visibleOnly));
  }
  getNextOrNullObject(visibleOnly = false): Worksheet | null {
    return this.#neighbour(this.#context.model.data.sheets.slice(this.position + 1), visibleOnly);
  }
  getPrevious(visibleOnly = false): Worksheet {
    return present(this.getPreviousOrNullObject(visibleOnly));
  }
  getPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    return this.#neighbour(this.#context.model.data.sheets.slice(0, this.position).reverse(), visibleOnly);
  }
  activate(): void {
    this.#context.model.activateSheet(this.#id);
  }
  calculate(): Promise<void> {
    return this.#context.model.recalc();
  }
  delete(): void {
    this.#context.model.deleteSheet(this.#id);
  }
  /** Every cell whose shown text matches. Throws ItemNotFound when there is none. */
  findAll(text: string, criteria: Excel.WorksheetSearchCriteria): RangeAreas {
    return present(this.findAllOrNullObject(text, criteria));
  }
  findAllOrNullObject(text: string, criteria: Excel.WorksheetSearchCriteria): RangeAreas | null {
    const { model } = this.#context;
    const rects = [...this.$data.cells]
      .filter(([, cell]) => !isBlank(cell))
      .map(([key]) => ({
        row: Math.floor(key / WHOLE_SHEET.columns),
        column: key % WHOLE_SHEET.columns,
        rows: 1,
        columns: 1,
      }))
      .filter((rect) => findInCells(model, this.$data, rect, text, criteria) !== null)
      .sort((a, b) => a.row - b.row || a.column - b.column);
    return rects.length === 0 ? null : new RangeAreas(this.#context, this.#id, rects);
  }

  _RegisterDataChangedEvent(): void {
    this.#context.events.register(EVENT.changed, this.#id);
  }
  _UnregisterDataChangedEvent(): void {
    this.#context.events.unregister(EVENT.changed, this.#id);
  }
  _RegisterActivatedEvent(): void {
    this.#context.events.register(EVENT.activated, this.#id);
  }
  _UnregisterActivatedEvent(): void {
    this.#context.events.unregister(EVENT.activated, this.#id);
  }
  _RegisterDeactivatedEvent(): void {
    this.#context.events.register(EVENT.deactivated, this.#id);
  }
  _UnregisterDeactivatedEvent(): void {
    this.#context.events.unregister(EVENT.deactivated, this.#id);
  }
  _RegisterSelectionChangedEvent(): void {
    this.#context.events.register(EVENT.selectionChanged, this.#id);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.#context.events.unregister(EVENT.selectionChanged, this.#id);
  }
  _RegisterCalculatedEvent(): void {
    this.#context.events.register(EVENT.calculated, this.#id);
  }
  _UnregisterCalculatedEvent(): void {
    this.#context.events.unregister(EVENT.calculated, this.#id);
  }
  _RegisterFormatChangedEvent(): void {
    this.#context.events.register(EVENT.formatChanged, this.#id);
  }
  _UnregisterFormatChangedEvent(): void {
    this.#context.events.unregister(EVENT.formatChanged, this.#id);
  }
  _RegisterRowSortedEvent(): void {
    this.#context.events.register(EVENT.rowSorted, this.#id);
  }
  _UnregisterRowSortedEvent(): void {
    this.#context.events.unregister(EVENT.rowSorted, this.#id);
  }
  _RegisterProtectionChangedEvent(): void {
    this.#context.events.register(EVENT.protectionChanged, this.#id);
  }
  _UnregisterProtectionChangedEvent(): void {
    this.#context.events.unregister(EVENT.protectionChanged, this.#id);
  }
  _RegisterEventNameChanged(): void {
    this.#context.events.register(EVENT.nameChanged, this.#id);
  }
  _UnregisterEventNameChanged(): void {
    this.#context.events.unregister(EVENT.nameChanged, this.#id);
  }
  _RegisterEventVisibilityChanged(): void {
    this.#context.events.register(EVENT.visibilityChanged, this.#id);
  }
  _UnregisterEventVisibilityChanged(): void {
    this.#context.events.unregister(EVENT.visibilityChanged, this.#id);
  }

  #neighbour(sheets: readonly SheetData[], visibleOnly: boolean): Worksheet | null {
    const next = sheets.find(({ visibility }) => !visibleOnly || visibility === "Visible");
    return next ? new Worksheet(this.#context, next.id) : null;
  }
}

function present<T>(object: T | null): T {
  if (object === null) throw itemNotFound();
  return object;
}
