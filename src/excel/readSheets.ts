/** Reads several sheets as a whole beside the open one: in one round trip, and one more for every further 4 MB. */
import type { SnapshotSheet } from "../core/recognise/snapshot";
import { askSheet, sheetFrom, type SheetToRead } from "./readSnapshot";

/** Cells that one answer may hold: about 4 MB. */
const MOST_CELLS = 400_000;

/** Sheets in groups that each come in one answer; a sheet that is larger comes alone. */
function groupsOf(sheets: readonly SheetToRead[]): readonly (readonly SheetToRead[])[] {
  const groups: SheetToRead[][] = [];
  let room = 0;
  for (const one of sheets) {
    const { used, formulas } = one.found;
    const columns = used === null ? 0 : used.columns + Math.min(used.columns, formulas.length);
    const cells = (used?.rows ?? 0) * columns;
    const last = groups.at(-1);
    if (last === undefined || cells > room) {
      groups.push([one]);
      room = MOST_CELLS - cells;
    } else {
      last.push(one);
      room -= cells;
    }
  }
  return groups;
}

/** Values, formulas, merged cells, formats and what is hidden of the sheets, in their order. */
export async function readSheets(
  context: Excel.RequestContext,
  sheets: readonly SheetToRead[],
): Promise<readonly SnapshotSheet[]> {
  const read: SnapshotSheet[] = [];
  for (const group of groupsOf(sheets)) {
    const pending = group.map(({ plan, found }) => askSheet(context, plan, found));
    // One answer a group: a larger one would be refused by Excel on the web.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    read.push(...pending.map((entry) => sheetFrom(entry, [], false)));
  }
  return read;
}
