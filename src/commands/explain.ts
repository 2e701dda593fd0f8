/** The open sheet in plain words. Read only. */
import { explainSheet } from "../core/explain/explainSheet";
import { runBatch } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet } from "./readSheet";
import type { Session } from "./session";
import type { Explanation, Outcome, RunOptions } from "./types";

export async function explain(session: Session, options: RunOptions = {}): Promise<Outcome<Explanation>> {
  const read = await runBatch((context) => readSheet(context, session, options), false);
  if (!read.ok) return stopped(read.problem);
  if (options.signal?.aborted === true) return stopped(problemNamed("cancelled"));
  const { assessment, snapshot } = read.value;
  const sheet = snapshot.sheets.find(({ name }) => name === assessment.sheet) ?? null;
  return succeeded({ sheet: assessment.sheet, kind: assessment.kind, lines: explainSheet(assessment, sheet) });
}
