/** Takes all marks away, on every sheet, and nothing else. */
import { clearAllMarks } from "../excel/markedSheets";
import { stopped, succeeded } from "./outcomes";
import type { Outcome } from "./types";

export async function clearFlags(): Promise<Outcome<{ readonly removed: number }>> {
  const cleared = await clearAllMarks();
  if (!cleared.ok) return stopped(cleared.problem);
  const removed = cleared.value;
  return succeeded({ removed }, [
    { key: removed === 0 ? "commands.clear.none" : "commands.clear.did", params: { removed } },
  ]);
}
