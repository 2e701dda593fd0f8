/** A log of everything that the add-in asked: names, counts, bytes; and how many round trips ("syncs") it took. */

export interface RequestEntry {
  /** "release": the client's own giving back of ranges after a run; "service": Office.addin, Office.actions; not syncs. */
  readonly kind: "query" | "release" | "service";
  readonly actions: number;
  /** How often each member was used: "Range.values=" (set), "Range.values" (load), "WorksheetCollection.add()". */
  readonly counts: Readonly<Record<string, number>>;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error?: string;
}

export class RequestLog {
  readonly #entries: RequestEntry[] = [];
  readonly #listeners = new Set<(entry: RequestEntry) => void>();

  get entries(): readonly RequestEntry[] {
    return this.#entries;
  }
  /** Round trips that the add-in's own code made. */
  get syncs(): number {
    return this.#entries.filter((entry) => entry.kind === "query").length;
  }
  /** Bytes there and back of all round trips counted in `syncs`. */
  get bytes(): { readonly sent: number; readonly received: number } {
    const own = this.#entries.filter((entry) => entry.kind === "query");
    return {
      sent: own.reduce((sum, entry) => sum + entry.requestBytes, 0),
      received: own.reduce((sum, entry) => sum + entry.responseBytes, 0),
    };
  }
  add(entry: RequestEntry): void {
    this.#entries.push(entry);
    for (const listener of this.#listeners) listener(entry);
  }
  clear(): void {
    this.#entries.length = 0;
  }
  onEntry(listener: (entry: RequestEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
