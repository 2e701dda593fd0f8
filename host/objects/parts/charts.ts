/** Excel.ChartCollection and Chart: where a chart stands, its type, title, legend and series. */
import { quoteSheetName, rectAddress } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import { keyOf } from "../../model/cellStore";
import { newId } from "../../model/newWorkbook";
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { ChartData, SheetData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { placeOf } from "../addresses";
import { asText, positiveNumber } from "../checks";
import { Collection, sameKey } from "../collection";
import { isRange, sheetOf } from "../context";
import type { HostContext } from "../context";
import type { HostOf, Words } from "../hostOf";
import { columnWidthOf, leftOf, rowHeightOf, topOf } from "../../model/geometry";
import { ChartAxes } from "./chartAxes";
import { ChartSeriesCollection } from "./chartSeries";
import type { ChartStore } from "./chartSeries";

export class Chart implements HostObject, HostOf<Excel.Chart> {
  static readonly nav = ["title", "legend", "series", "axes", "worksheet"];
  readonly #context: HostContext;
  readonly #sheetId: string;
  readonly #id: string;
  constructor(context: HostContext, sheetId: string, id: string) {
    this.#context = context;
    this.#sheetId = sheetId;
    this.#id = id;
  }
  get $id(): string {
    return this.#id;
  }
  get id(): string {
    return this.#id;
  }
  get name(): string {
    return this.#data.name;
  }
  set name(name: string) {
    this.#store.write({ name: asText(name) });
  }
  get chartType(): Words<Excel.Chart["chartType"]> {
    return this.#data.type as Words<Excel.Chart["chartType"]>;
  }
  set chartType(type: string) {
    this.#store.write({ type: asText(type) });
  }
  get left(): number {
    return this.#data.left;
  }
  set left(left: number) {
    this.#store.write({ left: positiveNumber(left) });
  }
  get top(): number {
    return this.#data.top;
  }
  set top(top: number) {
    this.#store.write({ top: positiveNumber(top) });
  }
  get width(): number {
    return this.#data.width;
  }
  set width(width: number) {
    this.#store.write({ width: positiveNumber(width) });
  }
  get height(): number {
    return this.#data.height;
  }
  set height(height: number) {
    this.#store.write({ height: positiveNumber(height) });
  }
  get title(): ChartTitle {
    return new ChartTitle(this.#store);
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.#store);
  }
  get axes(): ChartAxes {
    return new ChartAxes(this.#store);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.#store);
  }
  get worksheet(): HostObject {
    return this.#context.make.worksheet(this.#sheetId);
  }
  /** Over the cells from the first to the last (or only) one. */
  setPosition(startCell: object | string, endCell?: object | string): void {
    const sheet = sheetOf(this.#context, this.#sheetId);
    const { rect: start } = placeOf(this.#context.model, startCell, sheet);
    const { rect: end } = placeOf(this.#context.model, endCell ?? startCell, sheet);
    const left = leftOf(sheet, start.column);
    const top = topOf(sheet, start.row);
    const lastRow = end.row + end.rows - 1;
    const lastColumn = end.column + end.columns - 1;
    const width = leftOf(sheet, lastColumn) + columnWidthOf(sheet, lastColumn) - left;
    const height = topOf(sheet, lastRow) + rowHeightOf(sheet, lastRow) - top;
    this.#store.write(endCell === undefined ? { left, top } : { left, top, width, height });
  }
  setData(sourceData: object, seriesBy?: string): void {
    if (!isRange(sourceData)) throw invalidArgument();
    this.#store.write({ series: seriesOf(this.#context, sourceData.$sheet, sourceData.$rect, seriesBy) });
  }
  delete(): void {
    const sheet = sheetOf(this.#context, this.#sheetId);
    sheet.charts = sheet.charts.filter((chart) => chart !== this.#data);
    this.#context.model.touched({ kind: "chart", sheet: this.#sheetId });
  }
  get #data(): ChartData {
    const data = sheetOf(this.#context, this.#sheetId).charts.find(({ id }) => id === this.#id);
    if (!data) throw itemNotFound();
    return data;
  }
  get #store(): ChartStore {
    return {
      read: () => this.#data,
      write: (patch) => {
        Object.assign(this.#data, patch);
        this.#context.model.touched({ kind: "chart", sheet: this.#sheetId });
      },
    };
  }
}

export class ChartTitle implements HostOf<Excel.ChartTitle> {
  readonly #store: ChartStore;
  constructor(store: ChartStore) {
    this.#store = store;
  }
  get text(): string {
    return this.#store.read().title;
  }
  set text(text: string) {
    this.#store.write({ title: asText(text), showTitle: true });
  }
  get visible(): boolean {
    return this.#store.read().showTitle;
  }
  set visible(showTitle: boolean) {
    this.#store.write({ showTitle });
  }
}

export class ChartLegend implements HostOf<Excel.ChartLegend> {
  readonly #store: ChartStore;
  constructor(store: ChartStore) {
    this.#store = store;
  }
  get visible(): boolean {
    return this.#store.read().legendVisible;
  }
  set visible(legendVisible: boolean) {
    this.#store.write({ legendVisible });
  }
}

export class ChartCollection extends Collection<Chart> implements HostOf<Excel.ChartCollection> {
  static readonly hidden = ["count"];
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
  }
  get count(): number {
    return this.getCount();
  }
  override $items(): readonly Chart[] {
    const { charts } = sheetOf(this.#context, this.#sheetId);
    return charts.map(({ id }) => new Chart(this.#context, this.#sheetId, id));
  }
  override $answers(item: Chart, key: string | number): boolean {
    return sameKey(item.id, key) || sameKey(item.name, key);
  }
  getItemAt(index: number): Chart {
    return this.$at(index);
  }
  add(type: string, sourceData: object, seriesBy?: string): Chart {
    if (!isRange(sourceData)) throw invalidArgument();
    const sheet = sheetOf(this.#context, this.#sheetId);
    const series = seriesOf(this.#context, sourceData.$sheet, sourceData.$rect, seriesBy);
    const data: ChartData = {
      id: newId(),
      name: `Chart ${sheet.charts.length + 1}`,
      type: asText(type),
      title: series.length === 1 ? (series[0]?.name ?? "") : "",
      showTitle: true,
      left: 0,
      top: 0,
      width: 360,
      height: 216,
      series,
      legendVisible: series.length > 1,
    };
    sheet.charts.push(data);
    this.#context.model.touched({ kind: "chart", sheet: this.#sheetId });
    return new Chart(this.#context, this.#sheetId, data.id);
  }
}

/** One series for each column (or row); a first line of text names them, a first column of text is the categories. */
function seriesOf(context: HostContext, sheet: SheetData, rect: Rect, seriesBy = "Auto"): ChartData["series"] {
  const isText = (row: number, column: number): boolean =>
    typeof sheet.cells.get(keyOf(row, column))?.value === "string";
  const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && rect.columns > rect.rows);
  const names = rect.rows > 1 && isText(rect.row, rect.column + rect.columns - 1);
  const labels = rect.columns > 1 && isText(rect.row + rect.rows - 1, rect.column);
  const body: Rect = {
    row: rect.row + (names ? 1 : 0),
    column: rect.column + (labels ? 1 : 0),
    rows: rect.rows - (names ? 1 : 0),
    columns: rect.columns - (labels ? 1 : 0),
  };
  const formula = (part: Rect): string => `=${quoteSheetName(sheet.name)}!${rectAddress(part, true)}`;
  const top = names ? { ...body, row: rect.row, rows: 1 } : null;
  const side = labels ? { ...body, column: rect.column, columns: 1 } : null;
  const [heads, categories] = byRows ? [side, top] : [top, side];
  return Array.from({ length: byRows ? body.rows : body.columns }, (_, i) => {
    const values: Rect = byRows
      ? { ...body, row: body.row + i, rows: 1 }
      : { ...body, column: body.column + i, columns: 1 };
    const name = heads
      ? context.model.textAt(sheet.id, byRows ? values.row : rect.row, byRows ? rect.column : values.column)
      : `Series${i + 1}`;
    return { name, values: formula(values), categories: categories ? formula(categories) : null };
  });
}
