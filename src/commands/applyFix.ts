/** Makes the changes of a fix after its preview, all or none. */
import type { CellPatch, Finding, Fix } from "../core/model/finding";
import { applyPatches } from "../excel/patches";
import { done, failed, runBatch, type Done } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import type { Outcome } from "./types";

interface Patched {
  readonly changed: number;
  readonly back: readonly CellPatch[];
}

/** Writes the patches if every cell still holds what was read or shown. */
export async function patchCells(patches: readonly CellPatch[]): Promise<Done<Patched>> {
  const applied = await runBatch((context) => applyPatches(context, patches));
  if (!applied.ok) return applied;
  if (applied.value.ok) return done(applied.value);
  const { stale } = applied.value;
  return failed({ ...problemNamed("fix.stale", { label: stale.label }), where: stale.location });
}

export async function applyFix(
  session: Session,
  finding: Finding,
  fix: Fix,
): Promise<Outcome<{ readonly changed: number }>> {
  if (fix.patches.length === 0) return stopped(problemNamed("fix.nothing"));
  const patched = await patchCells(fix.patches);
  if (!patched.ok) return stopped(patched.problem);
  const { changed, back } = patched.value;
  const undo = session.rememberUndo({ key: "commands.fix.undo", params: { rule: finding.rule } }, () =>
    patchCells(back),
  );
  return succeeded({ changed }, [{ key: "commands.fix.did", params: { count: changed } }], undo);
}
