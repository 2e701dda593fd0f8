/** What a person or a test can make go wrong: failures, limits, an old Excel, a cell being edited, a read-only book. */

export interface InjectedFailure {
  /** Which action fails, counted from 0 over all requests since the switch was set (the client's own requests not counted). */
  readonly atAction: number;
  readonly code: string;
  readonly message: string;
}

export interface HostSwitches {
  /** Highest requirement set that is offered ("1.15"); below "1.14" Evenhand says that Excel is too old. */
  excelApi: string;
  /** Microsoft's client refuses what is not in the offered set (the switch is in the client and off by default there). */
  strictRequirementSets: boolean;
  /** Bytes of a request and of a response on the web. */
  maxRequestBytes: number;
  maxResponseBytes: number;
  readOnly: boolean;
  /** A person is typing into a cell: requests that may wait do so, others are refused. */
  readonly isEditingCell: boolean;
  uiLocale: string;
  dataLocale: string;
}

/** Microsoft's limit for Excel on the web, request and response. */
export const WEB_PAYLOAD_BYTES = 5 * 1024 * 1024;

export class Switches implements HostSwitches {
  excelApi = "1.15";
  strictRequirementSets = true;
  maxRequestBytes = WEB_PAYLOAD_BYTES;
  maxResponseBytes = WEB_PAYLOAD_BYTES;
  readOnly = false;
  uiLocale = "en-US";
  dataLocale = "en-US";
  #editing = false;
  #waiting: (() => void)[] = [];
  #failures: readonly InjectedFailure[] = [];
  #seen = 0;

  constructor(initial: Partial<Omit<HostSwitches, "isEditingCell">> = {}) {
    Object.assign(this, initial);
  }

  get isEditingCell(): boolean {
    return this.#editing;
  }
  startCellEdit(): void {
    this.#editing = true;
  }
  /** Ends the edit; requests that waited for it go on. */
  endCellEdit(): void {
    this.#editing = false;
    for (const go of this.#waiting.splice(0)) go();
  }
  /** Resolves at once when no cell is being edited. */
  cellEditEnded(): Promise<void> {
    if (!this.#editing) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** The named actions from now fail, each once: a second one strikes the tidying up after the first. null takes all away. */
  failAt(...failures: readonly (InjectedFailure | null)[]): void {
    this.#failures = failures.filter((failure) => failure !== null);
    this.#seen = 0;
  }
  /** Actions counted since failAt. */
  get actionsSeen(): number {
    return this.#seen;
  }
  /** Called by the dispatcher before each action; the failure that this action must have, if any. */
  takeFailure(): InjectedFailure | null {
    const due = this.#failures.find((failure) => failure.atAction === this.#seen) ?? null;
    this.#seen += 1;
    return due;
  }
}
