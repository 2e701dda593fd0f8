/**
 * Tells that something changed, debounced. An event is a hint to read again, never data: its own edits are ignored by
 * triggerSource, and what others edit is only read.
 */
const QUIET_MS = 300;

/**
 * Listens to edits and sheet switches of the open workbook.
 * @param listener called at most once per burst of events
 * @returns the function that ends the listening
 */
export function onWorkbookChange(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ended = false;
  const registrations: { remove(): void; readonly context: unknown }[] = [];
  const hint = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (!ended) listener();
    }, QUIET_MS);
  };
  const onChanged = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (event.triggerSource !== "ThisLocalAddin") hint();
    return Promise.resolve();
  };
  const onOther = (): Promise<void> => {
    hint();
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
