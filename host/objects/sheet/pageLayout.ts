/** Excel.PageLayout with headers and footers: how a sheet is printed. */
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/core/model/a1";
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { PageSetupData } from "../../model/types";
import { placeOf } from "../addresses";
import { asRecord, asText, oneOf } from "../checks";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf, Words } from "../hostOf";

export class PageLayout implements HostOf<Excel.PageLayout> {
  static readonly nav = ["headersFooters"];
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    this.#context = context;
    this.#sheetId = sheetId;
  }
  get orientation(): "Portrait" | "Landscape" {
    return this.#page.orientation ?? "Portrait";
  }
  set orientation(value: string) {
    this.#patch({ orientation: oneOf(["Portrait", "Landscape"] as const, value) });
  }
  get paperSize(): Words<Excel.PageLayout["paperSize"]> {
    return (this.#page.paperSize ?? "Letter") as Words<Excel.PageLayout["paperSize"]>;
  }
  set paperSize(value: string) {
    this.#patch({ paperSize: asText(value) });
  }
  get centerHorizontally(): boolean {
    return this.#page.centerHorizontally ?? false;
  }
  set centerHorizontally(centerHorizontally: boolean) {
    this.#patch({ centerHorizontally });
  }
  /** Pages to fit to, else the size in per cent; {scale: 100} when nothing is set. */
  get zoom(): Excel.PageLayoutZoomOptions {
    const { fitToWidth, fitToHeight, scale = 100 } = this.#page;
    if (fitToWidth === undefined && fitToHeight === undefined) return { scale };
    return {
      ...(fitToWidth === undefined ? {} : { horizontalFitToPages: fitToWidth }),
      ...(fitToHeight === undefined ? {} : { verticalFitToPages: fitToHeight }),
    };
  }
  set zoom(given: unknown) {
    const { scale, horizontalFitToPages: width, verticalFitToPages: height } = asRecord(given);
    const rest: PageSetupData = { ...this.#page };
    delete rest.fitToWidth;
    delete rest.fitToHeight;
    delete rest.scale;
    const isSize = typeof scale === "number" && scale >= 10 && scale <= 400;
    if (scale !== undefined && scale !== null && !isSize) throw invalidArgument();
    this.#replace({
      ...rest,
      ...(isSize && scale !== 100 ? { scale } : {}),
      ...(typeof width === "number" ? { fitToWidth: width } : {}),
      ...(typeof height === "number" ? { fitToHeight: height } : {}),
    });
  }
  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.#context, this.#sheetId);
  }
  setPrintArea(printArea: object | string): void {
    this.#patch({ printArea: this.#rect(printArea) });
  }
  getPrintArea(): object {
    return present(this.getPrintAreaOrNullObject());
  }
  getPrintAreaOrNullObject(): object | null {
    const { printArea } = this.#page;
    return printArea ? this.#context.make.areas(this.#sheetId, [printArea]) : null;
  }
  setPrintTitleRows(printTitleRows: object | string): void {
    const { row, rows } = this.#rect(printTitleRows);
    this.#patch({ titleRows: { first: row, last: row + rows - 1 } });
  }
  getPrintTitleRows(): RangeObject {
    return present(this.getPrintTitleRowsOrNullObject());
  }
  getPrintTitleRowsOrNullObject(): RangeObject | null {
    const { titleRows } = this.#page;
    if (!titleRows) return null;
    const { first, last } = titleRows;
    const rect = { row: first, column: 0, rows: last - first + 1, columns: MAX_COLUMNS };
    return this.#context.make.range(this.#sheetId, rect);
  }
  setPrintTitleColumns(printTitleColumns: object | string): void {
    const { column, columns } = this.#rect(printTitleColumns);
    this.#patch({ titleColumns: { first: column, last: column + columns - 1 } });
  }
  getPrintTitleColumns(): RangeObject {
    return present(this.getPrintTitleColumnsOrNullObject());
  }
  getPrintTitleColumnsOrNullObject(): RangeObject | null {
    const { titleColumns } = this.#page;
    if (!titleColumns) return null;
    const { first, last } = titleColumns;
    const rect = { row: 0, column: first, rows: MAX_ROWS, columns: last - first + 1 };
    return this.#context.make.range(this.#sheetId, rect);
  }

  get #page(): PageSetupData {
    return sheetOf(this.#context, this.#sheetId).page;
  }
  #rect(given: object | string): ReturnType<typeof placeOf>["rect"] {
    return placeOf(this.#context.model, given, sheetOf(this.#context, this.#sheetId)).rect;
  }
  #patch(patch: PageSetupData): void {
    this.#replace({ ...this.#page, ...patch });
  }
  #replace(page: PageSetupData): void {
    sheetOf(this.#context, this.#sheetId).page = page;
    this.#context.model.touched({ kind: "view", sheet: this.#sheetId });
  }
}

function present<T>(object: T | null): T {
  if (object === null) throw itemNotFound();
  return object;
}

export class HeaderFooterGroup implements HostOf<Excel.HeaderFooterGroup> {
  static readonly nav = ["defaultForAllPages"];
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    this.#context = context;
    this.#sheetId = sheetId;
  }
  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.#context, this.#sheetId);
  }
}

export class HeaderFooter implements HostOf<Excel.HeaderFooter> {
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    this.#context = context;
    this.#sheetId = sheetId;
  }
  get leftHeader(): string {
    return this.#read("leftHeader");
  }
  set leftHeader(text: string) {
    this.#write("leftHeader", text);
  }
  get centerHeader(): string {
    return this.#read("centerHeader");
  }
  set centerHeader(text: string) {
    this.#write("centerHeader", text);
  }
  get rightHeader(): string {
    return this.#read("rightHeader");
  }
  set rightHeader(text: string) {
    this.#write("rightHeader", text);
  }
  get leftFooter(): string {
    return this.#read("leftFooter");
  }
  set leftFooter(text: string) {
    this.#write("leftFooter", text);
  }
  get centerFooter(): string {
    return this.#read("centerFooter");
  }
  set centerFooter(text: string) {
    this.#write("centerFooter", text);
  }
  get rightFooter(): string {
    return this.#read("rightFooter");
  }
  set rightFooter(text: string) {
    this.#write("rightFooter", text);
  }
  #read(part: string): string {
    return sheetOf(this.#context, this.#sheetId).page.headersFooters?.[part] ?? "";
  }
  #write(part: string, text: string): void {
    const sheet = sheetOf(this.#context, this.#sheetId);
    sheet.page = { ...sheet.page, headersFooters: { ...sheet.page.headersFooters, [part]: asText(text) } };
    this.#context.model.touched({ kind: "view", sheet: this.#sheetId });
  }
}
