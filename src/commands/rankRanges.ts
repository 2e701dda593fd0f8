/** How firm the ranks of the open sheet are when the weights are a little different. Shown in the pane; the sheet is not touched. */
import type { Assessment } from "../core/assess";
import type { Firmness } from "../core/robustness/firmness";
import { WEIGHT_SPREAD } from "../core/robustness/firmness";
import type { RankTable } from "../core/scoring/scoreCard";
import { runBatch } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, unreadable } from "./readSheet";
import type { Session } from "./session";
import { simulateRanks } from "./simulateRanks";
import type { Outcome, RankFirmness, RankRanges, RunOptions } from "./types";

const DRAWS = 10_000;
/** The same for every run: a report can be repeated. */
const SEED = 20_260_101;

/** A plan's people with what the draws say of them. */
function firmnessIn({ results }: Assessment, { people }: RankTable, found: readonly Firmness[]): RankFirmness[] {
  const nameAt = (i: number): string => results[people[i] ?? -1]?.name ?? "";
  return found.flatMap(({ next, ...firmness }, i): RankFirmness[] => {
    const person = results[people[i] ?? -1];
    if (person === undefined) return [];
    const { name, cell, total, rank } = person;
    return [{ name, cell, total, rank, ...firmness, next: next === null ? null : { name: nameAt(i + 1), ...next } }];
  });
}

/** Draws plan by plan. Progress counts the draws of all plans together. */
async function drawPlans(
  assessment: Assessment,
  tables: readonly RankTable[],
  { onProgress, signal }: RunOptions,
): Promise<Outcome<RankRanges>> {
  const plans: RankRanges["plans"][number][] = [];
  for (const [i, table] of tables.entries()) {
    const { scores, weights, plan, leftOut, topFrom } = table;
    const tell = (done: number): void =>
      onProgress?.({ done: i * DRAWS + done, of: tables.length * DRAWS, label: { key: "commands.ranges.drawing" } });
    tell(0);
    const found = await simulateRanks({ scores, weights, draws: DRAWS, seed: SEED, topFrom }, { signal, onDone: tell });
    if (!found.ok && found.reason === "cancelled") return stopped(problemNamed("cancelled"));
    if (!found.ok) return stopped(problemNamed("ranges.tooMany", { plan, count: scores.length }));
    plans.push({ name: plan, people: firmnessIn(assessment, table, found.value), leftOut });
  }
  const compared = plans.reduce((sum, { people }) => sum + people.length, 0);
  return succeeded({ sheet: assessment.sheet, draws: DRAWS, spread: WEIGHT_SPREAD, plans }, [
    { key: "commands.ranges.did", params: { people: compared, draws: DRAWS } },
  ]);
}

export async function rankRanges(session: Session, options: RunOptions = {}): Promise<Outcome<RankRanges>> {
  const { signal } = options;
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return stopped(read.problem);
  if (signal?.aborted === true) return stopped(problemNamed("cancelled"));
  const { assessment } = read.value;
  const problem = unreadable(assessment);
  if (problem !== null) return stopped(problem);
  const tables = assessment.rankTables.filter(({ people }) => people.length >= 2);
  return tables.length === 0 ? stopped(problemNamed("ranges.tooFew")) : drawPlans(assessment, tables, options);
}
