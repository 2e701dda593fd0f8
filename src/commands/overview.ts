/** What Evenhand understood of the open sheet. */
import { marksAmong } from "../excel/marks";
import { runBatch } from "../excel/runBatch";
import { stopped, succeeded } from "./outcomes";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { Outcome, RunOptions, SheetOverview } from "./types";

export async function overview(session: Session, options: RunOptions = {}): Promise<Outcome<SheetOverview>> {
  const read = await runBatch((context) => readSheet(context, session, options), false);
  return read.ok ? succeeded(overviewOf(read.value, session)) : stopped(read.problem);
}

/** What the pane shows of a reading. */
export function overviewOf({ assessment, rules, sheetId }: Reading, { watched }: Session): SheetOverview {
  return {
    kind: assessment.kind,
    sheet: assessment.sheet,
    title: assessment.title,
    people: assessment.people,
    indicators: assessment.indicators,
    plans: assessment.plans,
    filled: assessment.filled,
    toFill: assessment.toFill,
    stage: assessment.stage,
    hasSample: assessment.hasSample,
    hasRanks: assessment.kind !== "method" || assessment.results.length > 0,
    hasMarks: marksAmong(rules).length > 0,
    watched: watched === sheetId,
    findings: assessment.findings,
    reasons: assessment.reasons,
  };
}
