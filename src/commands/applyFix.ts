/** Makes the changes of a fix after its preview, all or none. */
import type { CellPatch, Finding, Fix } from "../core/model/finding";
import { rectAddress } from "../core/model/a1";
import type { Problem } from "../core/model/problem";
import { applyPatches, restorePatched } from "../excel/patches";
import { withoutProtection } from "../excel/protection";
import { done, failed, runBatch, type Done } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import type { Outcome } from "./types";

interface Patched {
  readonly changed: number;
  readonly back: readonly CellPatch[];
}

/** A message names so many cells. */
const NAMED = 8;

/** Excel refused to put the cells back: they are named, so that a person can look at them. */
function halfPatched(patches: readonly CellPatch[]): Problem {
  const cells = patches.map(({ location }) => `${location.sheet}!${rectAddress(location.rect)}`);
  const named = cells.slice(0, NAMED);
  return problemNamed(cells.length > NAMED ? "fix.half.many" : "fix.half", { cells: named, count: cells.length });
}

/** Writes the patches if every cell still holds what was read or shown; protection is lifted meanwhile. */
export async function patchCells(patches: readonly CellPatch[]): Promise<Done<Patched>> {
  return withoutProtection(
    patches.map(({ location }) => location.sheet),
    () => patchOpenCells(patches),
  );
}

async function patchOpenCells(patches: readonly CellPatch[]): Promise<Done<Patched>> {
  const begun: { patches: readonly CellPatch[] } = { patches: [] };
  const applied = await runBatch((context) => applyPatches(context, patches, begun));
  if (!applied.ok) {
    if (begun.patches.length === 0) return applied;
    const restored = await runBatch((context) => restorePatched(context, begun.patches));
    return restored.ok ? applied : failed(halfPatched(begun.patches));
  }
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
