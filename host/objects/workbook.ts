/** Excel.Workbook: the root that the dispatcher starts from, and the maker of all other objects. */
import type { Rect } from "../../src/core/model/a1";
import type { WorkbookOperations } from "../model/api";
import type { HostObject, HostRoot } from "../wire/convention";
import { CommentCollection } from "./parts/comments";
import type { HostContext, ObjectFactory, RangeObject } from "./context";
import { WorkbookEvents } from "./events";
import type { HostOf } from "./hostOf";
import { Range } from "./range/range";
import { RangeAreas } from "./range/rangeAreas";
import { Worksheet } from "./sheet/worksheet";
import { WorksheetCollection } from "./sheet/worksheets";
import { Table, TableCollection } from "./table/tables";
import { Application } from "./book/application";
import { CustomXmlPartCollection } from "./book/customXml";
import { NamedItem, NamedItemCollection } from "./book/names";
import { DocumentProperties } from "./book/properties";
import { Runtime } from "./book/runtime";
import { SettingCollection } from "./book/settings";

export class Workbook implements HostRoot, HostOf<Excel.Workbook> {
  static readonly nav = [
    "application",
    "comments",
    "customXmlParts",
    "names",
    "properties",
    "settings",
    "tables",
    "worksheets",
    "_Runtime",
  ];
  readonly #context: HostContext;
  readonly #events: WorkbookEvents;
  constructor(model: WorkbookOperations) {
    this.#events = new WorkbookEvents(model);
    this.#context = { model, events: this.#events, make: factory(() => this.#context) };
  }

  get $isDirty(): boolean {
    return this.#context.model.isDirty && this.#context.model.data.calculationMode !== "Manual";
  }
  $recalc(): Promise<void> {
    return this.#context.model.recalc();
  }
  /** A kept range with its cells as they are now; null when it was released. */
  $reference(id: string): HostObject | null {
    const reference = this.#context.model.reference(id);
    if (!reference) return null;
    const rect = reference.rect ?? { row: 0, column: 0, rows: 1, columns: 1 };
    return new Range(this.#context, reference.sheet, rect, reference);
  }
  $release(ids: readonly string[]): void {
    this.#context.model.release(ids);
  }
  $beginBatch(): void {
    this.#context.model.origin = "addin";
  }
  /** Between batches it is the person who edits. */
  $endBatch(): void {
    this.#context.model.origin = "user";
  }
  $takeEvents(): ReturnType<HostRoot["$takeEvents"]> {
    return this.#events.take();
  }

  get name(): string {
    return "Workbook.xlsx";
  }
  get readOnly(): boolean {
    return false;
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.#context);
  }
  get tables(): TableCollection {
    return new TableCollection(this.#context, null);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#context, null);
  }
  get comments(): CommentCollection {
    return new CommentCollection(this.#context, null);
  }
  get application(): Application {
    return new Application(this.#context);
  }
  get properties(): DocumentProperties {
    return new DocumentProperties(this.#context);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.#context);
  }
  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#context);
  }
  get _Runtime(): Runtime {
    return new Runtime(this.#events);
  }
  getSelectedRange(): RangeObject {
    const { activeSheet, selection } = this.#context.model.data;
    return this.#context.make.range(activeSheet, selection);
  }
  getActiveCell(): RangeObject {
    const { activeSheet, selection } = this.#context.model.data;
    return this.#context.make.range(activeSheet, { ...selection, rows: 1, columns: 1 });
  }
}

function factory(context: () => HostContext): ObjectFactory {
  return {
    range: (sheetId: string, rect: Rect) => new Range(context(), sheetId, rect),
    areas: (sheetId, rects) => new RangeAreas(context(), sheetId, rects),
    worksheet: (id) => new Worksheet(context(), id),
    table: (id) => new Table(context(), id),
    tablesOf: (sheetId, wanted) => new TableCollection(context(), sheetId, wanted),
    name: (name) => new NamedItem(context(), name),
  };
}

/** The workbook object over a model, ready for the dispatcher (createHost). */
export function createWorkbook(model: WorkbookOperations): Workbook {
  return new Workbook(model);
}
