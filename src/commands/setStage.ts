/** Sets the stage of the period, the one cell on Settings that the native rules read. */
import type { Stage } from "../core/model/finding";
import { splitAddress } from "../core/model/a1";
import { plainText } from "../core/recognise/grid";
import { namedValue } from "../core/recognise/layout";
import { readNamedText, writeNamedText } from "../excel/namedCells";
import { protectedIn, withoutProtection } from "../excel/protection";
import { runBatch, type Done } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet } from "./readSheet";
import type { Session } from "./session";
import type { Outcome } from "./types";

/** Writes the word into the cell behind a name, with protection lifted where there is any. */
const write = (shut: readonly string[], name: string, word: string): Promise<Done<null>> =>
  withoutProtection(shut, () =>
    runBatch(async (context) => {
      writeNamedText(context, name, word);
      await context.sync();
      return null;
    }),
  );

export async function setStage(session: Session, stage: Stage): Promise<Outcome<null>> {
  const read = await runBatch(async (context) => {
    const { assessment, snapshot } = await readSheet(context, session);
    const { instance } = assessment;
    if (instance === null) return null;
    const word = namedValue(snapshot, `eh_${String(instance)}_w_${stage}`);
    if (word === null) return null;
    const name = `eh_${String(instance)}_Stage`;
    const place = snapshot.names.find((known) => known.name === name)?.formula.replace(/^=/, "") ?? "";
    const { sheet } = splitAddress(place);
    const shut = protectedIn(snapshot, (known) => known === sheet);
    return { name, shut, before: await readNamedText(context, name), word: plainText(word) };
  }, false);
  if (!read.ok) return stopped(read.problem);
  if (read.value === null) return stopped(problemNamed("stage.none"));
  const { name, shut, before, word } = read.value;
  const set = await write(shut, name, word);
  if (!set.ok) return stopped(set.problem);
  const undo = session.rememberUndo({ key: "commands.stage.undo" }, () => write(shut, name, before));
  return succeeded(null, [{ key: "commands.stage.did", params: { stage: word } }], undo);
}
