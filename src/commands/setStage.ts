/** Sets the stage of the period, the one cell on Settings that the native rules read. */
import type { Stage } from "../core/model/finding";
import { plainText } from "../core/recognise/grid";
import { namedValue } from "../core/recognise/layout";
import { readNamedText, writeNamedText } from "../excel/namedCells";
import { runBatch } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet } from "./readSheet";
import type { Session } from "./session";
import type { Outcome } from "./types";

export async function setStage(session: Session, stage: Stage): Promise<Outcome<null>> {
  const set = await runBatch(async (context) => {
    const { assessment, snapshot } = await readSheet(context, session);
    const { instance } = assessment;
    if (instance === null) return null;
    const word = namedValue(snapshot, `eh_${String(instance)}_w_${stage}`);
    if (word === null) return null;
    const name = `eh_${String(instance)}_Stage`;
    const before = await readNamedText(context, name);
    writeNamedText(context, name, plainText(word));
    await context.sync();
    return { name, before, word: plainText(word) };
  });
  if (!set.ok) return stopped(set.problem);
  if (set.value === null) return stopped(problemNamed("stage.none"));
  const { name, before, word } = set.value;
  const undo = session.rememberUndo({ key: "commands.stage.undo" }, () =>
    runBatch(async (context) => {
      writeNamedText(context, name, before);
      await context.sync();
    }),
  );
  return succeeded(null, [{ key: "commands.stage.did", params: { stage: word } }], undo);
}
