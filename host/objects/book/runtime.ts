/** Excel.Runtime: whether the add-in is told of events. */
import type { HostOf } from "../hostOf";
import type { WorkbookEvents } from "../events";

export class Runtime implements HostOf<Excel.Runtime> {
  readonly #events: WorkbookEvents;
  constructor(events: WorkbookEvents) {
    this.#events = events;
  }
  get enableEvents(): boolean {
    return this.#events.enabled;
  }
  set enableEvents(enabled: boolean) {
    this.#events.enabled = enabled;
  }
}
