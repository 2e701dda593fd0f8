/** Empties the rows of sample people, figures and records; what is left is an empty template. */
import { sampleCells } from "../core/blueprint/standing";
import { plainText } from "../core/recognise/grid";
import { namedValue } from "../core/recognise/layout";
import { runBatch } from "../excel/runBatch";
import { patchCells } from "./applyFix";
import { instanceOnSheet } from "./instanceOnSheet";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet } from "./readSheet";
import type { Session } from "./session";
import type { Outcome } from "./types";

export async function removeSample(session: Session): Promise<Outcome<{ readonly rows: number }>> {
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return stopped(read.problem);
  const open = instanceOnSheet(read.value);
  if (open === null) return stopped(problemNamed("sample.none"));
  const { snapshot } = read.value;
  const word = namedValue(snapshot, `eh_${String(open.stored.instance)}_w_sample`);
  const patches = word === null ? [] : sampleCells(snapshot, open.stored, plainText(word));
  if (patches.length === 0) return stopped(problemNamed("sample.none"));
  const patched = await patchCells(patches);
  if (!patched.ok) return stopped(patched.problem);
  const rows = new Set(patches.map(({ location }) => `${location.sheet}!${String(location.rect.row)}`)).size;
  const undo = session.rememberUndo({ key: "commands.sample.undo" }, () => patchCells(patched.value.back));
  return succeeded({ rows }, [{ key: "commands.sample.did", params: { rows } }], undo);
}
