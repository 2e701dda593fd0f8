/**
 * Tells that something changed, debounced. An event is a hint to read again, never data: its own edits are ignored by
 * triggerSource, and what others edit is only read.
 */
import type { CellEdit, SheetChange } from "../core/recognise/edits";

const QUIET_MS = 300;
/** More edits in one burst than this are read as a whole. */
const MOST_EDITS = 40;

/** Adds up what happened until it is told. */
class Burst {
  #edits: CellEdit[] | null = [];
  #onlyRemote = true;

  add(edit: CellEdit | null, remote: boolean): void {
    this.#onlyRemote &&= remote;
    if (edit === null || (this.#edits?.length ?? 0) >= MOST_EDITS) this.#edits = null;
    else this.#edits?.push(edit);
  }
  /** What happened, and begins anew. */
  take(): SheetChange {
    const change = { edits: this.#edits, remote: this.#onlyRemote };
    this.#edits = [];
    this.#onlyRemote = true;
    return change;
  }
}

/** Where cells were typed over; null where rows, columns or cells moved, after which nothing known stands where it stood. */
const editOf = (event: Excel.WorksheetChangedEventArgs): CellEdit | null =>
  event.changeType === "RangeEdited" && event.address !== ""
    ? { sheetId: event.worksheetId, address: event.address }
    : null;

/**
 * Listens to edits and sheet switches of the open workbook.
 * @param listener called at most once per burst of events, with what they say
 * @returns the function that ends the listening
 */
export function onWorkbookChange(listener: (change: SheetChange) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ended = false;
  const burst = new Burst();
  const registrations: { remove(): void; readonly context: unknown }[] = [];
  const hint = (edit: CellEdit | null, remote: boolean): void => {
    burst.add(edit, remote);
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (!ended) listener(burst.take());
    }, QUIET_MS);
  };
  const onChanged = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (event.triggerSource !== "ThisLocalAddin") hint(editOf(event), event.source === "Remote");
    return Promise.resolve();
  };
  const onOther = (): Promise<void> => {
    hint(null, false);
    return Promise.resolve();
  };
  void Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    registrations.push(
      worksheets.onChanged.add(onChanged),
      worksheets.onActivated.add(onOther),
      worksheets.onDeleted.add(onOther),
    );
    await context.sync();
    // The listener may have been taken off while Excel answered.
    if (ended) await removeAll(registrations);
  }).catch(() => {
    // Without events the pane still has its Recheck button.
  });
  return () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
    void removeAll(registrations).catch(() => {
      // The workbook is closing; its handlers go with it.
    });
  };
}

async function removeAll(registrations: { remove(): void; readonly context: unknown }[]): Promise<void> {
  const [first] = registrations;
  if (first === undefined) return;
  await Excel.run(first.context as Excel.RequestContext, async (context) => {
    for (const registration of registrations.splice(0)) registration.remove();
    await context.sync();
  });
}
