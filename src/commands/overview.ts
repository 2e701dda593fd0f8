/** What Evenhand understood of the open sheet. */
import { marksAmong } from "../excel/marks";
import { runBatch } from "../excel/runBatch";
import { stopped, succeeded } from "./outcomes";
import { readSheet } from "./readSheet";
import type { Session } from "./session";
import type { Outcome, SheetOverview } from "./types";

export async function overview(session: Session): Promise<Outcome<SheetOverview>> {
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return stopped(read.problem);
  const { assessment, rules } = read.value;
  return succeeded({
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
    findings: assessment.findings,
    reasons: assessment.reasons,
  });
}
