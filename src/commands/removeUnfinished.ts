/**
 * A run that stopped half-way: what it has left is found by the note that it leaves in the workbook, and taken away; or taken
 * away and made once more, as long as the pane that started it is open. The note names no people, so a later pane cannot.
 */
import { removeUnfinished as removeIt } from "../excel/removeBlueprint";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { keepingStopped, type Session } from "./session";
import type { Outcome, RunOptions } from "./types";

export async function removeUnfinished(session: Session): Promise<Outcome<null>> {
  const removed = await removeIt();
  if (!removed.ok) return stopped(removed.problem);
  session.stoppedRun = null;
  if (removed.value === null) return stopped(problemNamed("unfinished.none"));
  return succeeded(null, [{ key: "commands.unfinished.did" }]);
}

export async function finishUnfinished(session: Session, options?: RunOptions): Promise<Outcome<null>> {
  const again = session.stoppedRun;
  if (again === null) return stopped(problemNamed("unfinished.unknown"));
  const removed = await removeIt();
  if (!removed.ok) return stopped(removed.problem);
  const outcome = await keepingStopped(session, options, again);
  return outcome.ok ? succeeded(null, outcome.did, outcome.undo) : outcome;
}
