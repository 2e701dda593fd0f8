/** Finds and takes away our marks on every sheet of the workbook, whoever put them there. */
import { loadRules, removeMarks } from "./marks";
import { runBatch, type Done } from "./runBatch";

/** Removes all marks and nothing else; the number removed. Three round trips, the third only when there are any. */
export async function clearAllMarks(): Promise<Done<number>> {
  return runBatch(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    const loaded = loadRules(
      context,
      sheets.items.map((sheet) => sheet.name),
    );
    await context.sync();
    const removed = removeMarks(loaded);
    if (removed > 0) await context.sync();
    return removed;
  });
}
