/** Excel.WorksheetCollection. */
import { itemNotFound } from "../../model/refusals";
import type { HostObject } from "../../wire/convention";
import { Collection, sameKey } from "../collection";
import type { HostContext } from "../context";
import { EVENT, WORKBOOK } from "../events";
import type { HostOf } from "../hostOf";
import { Worksheet } from "./worksheet";

export class WorksheetCollection
  extends Collection<Worksheet>
  implements HostObject, HostOf<Excel.WorksheetCollection>
{
  readonly #context: HostContext;
  constructor(context: HostContext) {
    super();
    this.#context = context;
  }
  override $items(): readonly Worksheet[] {
    return this.#context.model.data.sheets.map(({ id }) => new Worksheet(this.#context, id));
  }
  override $answers(item: Worksheet, key: string | number): boolean {
    return sameKey(item.id, key) || sameKey(item.name, key);
  }
  override getCount(visibleOnly = false): number {
    return this.#shown(visibleOnly).length;
  }
  getFirst(visibleOnly = false): Worksheet {
    return present(this.#shown(visibleOnly)[0]);
  }
  getLast(visibleOnly = false): Worksheet {
    return present(this.#shown(visibleOnly).at(-1));
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.#context, this.#context.model.data.activeSheet);
  }
  /** Added at the end, not activated. Throws InvalidArgument or ItemAlreadyExists for the name. */
  add(name?: string): Worksheet {
    return new Worksheet(this.#context, this.#context.model.addSheet(name).id);
  }

  _RegisterDataChangedEvent(): void {
    this.#context.events.register(EVENT.changed, WORKBOOK);
  }
  _UnregisterDataChangedEvent(): void {
    this.#context.events.unregister(EVENT.changed, WORKBOOK);
  }
  _RegisterActivatedEvent(): void {
    this.#context.events.register(EVENT.activated, WORKBOOK);
  }
  _UnregisterActivatedEvent(): void {
    this.#context.events.unregister(EVENT.activated, WORKBOOK);
  }
  _RegisterDeactivatedEvent(): void {
    this.#context.events.register(EVENT.deactivated, WORKBOOK);
  }
  _UnregisterDeactivatedEvent(): void {
    this.#context.events.unregister(EVENT.deactivated, WORKBOOK);
  }
  _RegisterSelectionChangedEvent(): void {
    this.#context.events.register(EVENT.selectionChanged, WORKBOOK);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.#context.events.unregister(EVENT.selectionChanged, WORKBOOK);
  }
  _RegisterCalculatedEvent(): void {
    this.#context.events.register(EVENT.calculated, WORKBOOK);
  }
  _UnregisterCalculatedEvent(): void {
    this.#context.events.unregister(EVENT.calculated, WORKBOOK);
  }
  _RegisterFormatChangedEvent(): void {
    this.#context.events.register(EVENT.formatChanged, WORKBOOK);
  }
  _UnregisterFormatChangedEvent(): void {
    this.#context.events.unregister(EVENT.formatChanged, WORKBOOK);
  }
  _RegisterRowSortedEvent(): void {
    this.#context.events.register(EVENT.rowSorted, WORKBOOK);
  }
  _UnregisterRowSortedEvent(): void {
    this.#context.events.unregister(EVENT.rowSorted, WORKBOOK);
  }
  _RegisterProtectionChangedEvent(): void {
    this.#context.events.register(EVENT.protectionChanged, WORKBOOK);
  }
  _UnregisterProtectionChangedEvent(): void {
    this.#context.events.unregister(EVENT.protectionChanged, WORKBOOK);
  }
  _RegisterEventNameChanged(): void {
    this.#context.events.register(EVENT.nameChanged, WORKBOOK);
  }
  _UnregisterEventNameChanged(): void {
    this.#context.events.unregister(EVENT.nameChanged, WORKBOOK);
  }
  _RegisterEventVisibilityChanged(): void {
    this.#context.events.register(EVENT.visibilityChanged, WORKBOOK);
  }
  _UnregisterEventVisibilityChanged(): void {
    this.#context.events.unregister(EVENT.visibilityChanged, WORKBOOK);
  }
  _RegisterAddedEvent(): void {
    this.#context.events.register(EVENT.added, WORKBOOK);
  }
  _UnregisterAddedEvent(): void {
    this.#context.events.unregister(EVENT.added, WORKBOOK);
  }
  _RegisterDeletedEvent(): void {
    this.#context.events.register(EVENT.deleted, WORKBOOK);
  }
  _UnregisterDeletedEvent(): void {
    this.#context.events.unregister(EVENT.deleted, WORKBOOK);
  }
  _RegisterEventMoved(): void {
    this.#context.events.register(EVENT.moved, WORKBOOK);
  }
  _UnregisterEventMoved(): void {
    this.#context.events.unregister(EVENT.moved, WORKBOOK);
  }

  #shown(visibleOnly: boolean): readonly Worksheet[] {
    return this.$items().filter(({ visibility }) => !visibleOnly || visibility === "Visible");
  }
}

function present(sheet: Worksheet | undefined): Worksheet {
  if (!sheet) throw itemNotFound();
  return sheet;
}
