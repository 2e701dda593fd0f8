/**
 * A workbook of a few dozen lines in the host's class convention: enough to try the wire by itself,
 * so that a fault there is not looked for in the object model.
 */
import { HostError } from "../../host/model/api";
import type { HostObject, HostRoot } from "../../host/wire/convention";
import type { EventEntry } from "../../host/wire/protocol";

class TinyFill {
  static readonly hostName = "RangeFill";
  constructor(private readonly range: TinyRange) {}
  get color(): string {
    return this.range.$fill;
  }
  set color(value: string) {
    this.range.$fill = value;
  }
}
class TinyFormat {
  static readonly hostName = "RangeFormat";
  static readonly nav = ["fill"];
  constructor(private readonly range: TinyRange) {}
  get fill(): TinyFill {
    return new TinyFill(this.range);
  }
  get wrapText(): boolean {
    return false;
  }
}
export class TinyRange implements HostObject {
  static readonly hostName = "Range";
  static readonly nav = ["format"];
  static readonly hidden = ["text"];
  static readonly calculated = ["text"];
  $fill = "#FFFFFF";
  $ref: string | undefined;
  constructor(
    private readonly sheet: TinySheet,
    private readonly at: string,
  ) {}
  $keep(): string {
    this.$ref = this.sheet.$book.$hold(this);
    return this.$ref;
  }
  get address(): string {
    return `${this.sheet.name}!${this.at}`;
  }
  get values(): unknown[][] {
    return [[this.sheet.$cells.get(this.at) ?? ""]];
  }
  set values(values: unknown) {
    const value: unknown = Array.isArray(values) ? (values as unknown[][])[0]?.[0] : values;
    if (value === "refuse") throw new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
    if (value === "crash") throw new TypeError("a bug of the host");
    this.sheet.$cells.set(this.at, value);
    this.sheet.$book.$isDirty = true;
  }
  get text(): string[][] {
    return [[`calculated ${this.sheet.$book.$calculations} times`]];
  }
  get format(): TinyFormat {
    return new TinyFormat(this);
  }
  getIntersectionOrNullObject(other: unknown): TinyRange | null {
    return other instanceof TinyRange && other.at === this.at ? this : null;
  }
}
export class TinySheet implements HostObject {
  static readonly hostName = "Worksheet";
  readonly $cells = new Map<string, unknown>();
  readonly $book: TinyWorkbook;
  readonly $id: string;
  #name: string;
  constructor(book: TinyWorkbook, name: string) {
    this.$book = book;
    this.$id = `{${name}}`;
    this.#name = name;
  }
  get name(): string {
    return this.#name;
  }
  set name(value: string) {
    this.#name = value;
  }
  getRange(address: string | undefined): TinyRange {
    if (address === undefined || !/^[A-Z]+\d+$/.test(address)) throw new HostError("InvalidArgument", "bad address");
    return new TinyRange(this, address);
  }
  _RegisterDataChangedEvent(): void {
    this.$book.$registered.add(this.$id);
  }
  _UnregisterDataChangedEvent(): void {
    this.$book.$registered.delete(this.$id);
  }
}
class TinySheets implements HostObject {
  static readonly hostName = "WorksheetCollection";
  static readonly hidden = ["count"];
  constructor(private readonly book: TinyWorkbook) {}
  $items(): readonly TinySheet[] {
    return this.book.$sheets;
  }
  getCount(): number {
    return this.book.$sheets.length;
  }
  add(name: string | undefined): TinySheet {
    const sheet = new TinySheet(this.book, name ?? "New");
    this.book.$sheets.push(sheet);
    return sheet;
  }
  getItem(key: unknown): TinySheet {
    const sheet = this.getItemOrNullObject(key);
    if (sheet === null) throw new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);
    return sheet;
  }
  getItemOrNullObject(key: unknown): TinySheet | null {
    return this.book.$sheets.find((sheet) => sheet.$id === key || sheet.name === key) ?? null;
  }
}
export class TinyWorkbook implements HostRoot {
  static readonly hostName = "Workbook";
  static readonly nav = ["worksheets"];
  $isDirty = false;
  $calculations = 0;
  $batches = 0;
  readonly $sheets: TinySheet[] = [];
  readonly $registered = new Set<string>();
  readonly $held = new Map<string, HostObject>();
  #events: EventEntry[] = [];
  constructor() {
    this.$sheets.push(new TinySheet(this, "First"));
  }
  get worksheets(): TinySheets {
    return new TinySheets(this);
  }
  $hold(object: HostObject): string {
    const id = `ref${this.$held.size + 1}`;
    this.$held.set(id, object);
    return id;
  }
  $reference(id: string): HostObject | null {
    return this.$held.get(id) ?? null;
  }
  $release(ids: readonly string[]): void {
    for (const id of ids) this.$held.delete(id);
  }
  $recalc(): Promise<void> {
    this.$calculations += 1;
    this.$isDirty = false;
    return Promise.resolve();
  }
  $beginBatch(): void {
    this.$batches += 1;
  }
  $endBatch(): void {
    this.$batches -= 1;
  }
  /** A person types into a cell: an event for the add-in if it asked. */
  $type(sheet: TinySheet, address: string, value: unknown): void {
    sheet.$cells.set(address, value);
    if (!this.$registered.has(sheet.$id)) return;
    const text = JSON.stringify({ address, changeType: "RangeEdited", source: "Local", worksheetId: sheet.$id });
    this.#events.push([65536, 10, sheet.$id, text, 0, false]);
  }
  $takeEvents(): readonly EventEntry[] {
    return this.#events.splice(0);
  }
}
