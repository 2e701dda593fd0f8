/** Takes away what a run that stopped half-way has left; found by the note that such a run leaves in the workbook. */
import { removeUnfinished as removeIt } from "../excel/removeBlueprint";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Outcome } from "./types";

export async function removeUnfinished(): Promise<Outcome<null>> {
  const removed = await removeIt();
  if (!removed.ok) return stopped(removed.problem);
  if (removed.value === null) return stopped(problemNamed("unfinished.none"));
  return succeeded(null, [{ key: "commands.unfinished.did" }]);
}
