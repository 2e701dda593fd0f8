/** Finds and takes away our marks on every sheet of the workbook, whoever put them there. */
import { loadRules, marksAmong, removeMarks } from "./marks";
import { withoutProtection } from "./protection";
import { runBatch, type Done } from "./runBatch";

/**
 * Removes all marks and nothing else; the number removed. Three round trips, the third only when there are any; on sheets that
 * are protected a few more.
 */
export async function clearAllMarks(): Promise<Done<number>> {
  const found = await runBatch(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/protection/protected");
    await context.sync();
    const shut = new Set(sheets.items.filter((sheet) => sheet.protection.protected).map(({ name }) => name));
    const loaded = loadRules(
      context,
      sheets.items.map((sheet) => sheet.name),
    );
    await context.sync();
    const inTheWay = loaded.filter((rules) => shut.has(rules.sheet) && marksAmong(rules).length > 0);
    if (inTheWay.length > 0) return { removed: 0, shut: inTheWay.map(({ sheet }) => sheet) };
    const removed = removeMarks(loaded);
    if (removed > 0) await context.sync();
    return { removed, shut: [] };
  });
  if (!found.ok) return found;
  const { removed, shut } = found.value;
  return shut.length === 0 ? { ok: true, value: removed } : withoutProtection(shut, clearAllMarks);
}

/**
 * Takes back marking that failed half-way: all marks of the sheet, and the one rule that may stand there without its
 * formula yet. Such a rule is new, is ours by being first in priority, and cannot be known by the constant of a mark.
 * @param before ids of the rules that stood on the sheet when marking began
 */
export async function undoMarking(sheet: string, before: ReadonlySet<string>): Promise<Done<null>> {
  return runBatch(async (context) => {
    const loaded = loadRules(context, [sheet]);
    await context.sync();
    for (const { rules } of loaded) {
      const halfMade = rules.items.find(
        (rule) => rule.priority === 0 && rule.type === "Custom" && !before.has(rule.id),
      );
      if (halfMade !== undefined && !marksAmong({ sheet, rules }).includes(halfMade)) halfMade.delete();
    }
    removeMarks(loaded);
    await context.sync();
    return null;
  });
}
