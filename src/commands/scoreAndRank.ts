/** Totals, bounds and ranks of everybody on the open sheet. Shown in the pane; the sheet is not touched. */
import { runBatch } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, unreadable } from "./readSheet";
import type { Session } from "./session";
import type { Outcome, RankingResult, RunOptions } from "./types";

export async function scoreAndRank(session: Session, options: RunOptions = {}): Promise<Outcome<RankingResult>> {
  const read = await runBatch((context) => readSheet(context, session, options), false);
  if (!read.ok) return stopped(read.problem);
  if (options.signal?.aborted === true) return stopped(problemNamed("cancelled"));
  const { assessment } = read.value;
  const problem = unreadable(assessment);
  if (problem !== null) return stopped(problem);
  const ranked = assessment.results.filter((person) => person.rank !== null).length;
  const { sheet, results, findings, blocks } = assessment;
  const hasOwnResults = blocks.some(
    (block) =>
      block.results.length > 0 &&
      block.reading.understood.subjects.some(({ total, rank }) => total !== null || rank !== null),
  );
  return succeeded({ sheet, people: results, findings, hasOwnResults }, [
    {
      key: "commands.rank.did",
      params: { ranked, people: results.length, waiting: results.length - ranked },
    },
  ]);
}
