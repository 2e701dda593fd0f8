/**
 * Checks the open sheet and marks on it what was found. On a generated sheet its own rules already show it.
 * Three round trips: what there is, the contents, the marks.
 */
import { overlaps } from "../core/model/a1";
import type { Assessment } from "../core/assess";
import type { Finding } from "../core/model/finding";
import type { Message } from "../core/model/message";
import { queueStates } from "../excel/logRows";
import { clearAllMarks, undoMarking } from "../excel/markedSheets";
import { addMarks, loadActiveRules, marksAmong, removeMarks } from "../excel/marks";
import { protectedIn, withoutProtection } from "../excel/protection";
import { runBatch, type Done } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { beginStep, readSheet, unreadable, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { CheckResult, Outcome, RunOptions } from "./types";

const markingOf = ({ rules: { sheet, rules }, assessment: { log, expired } }: Reading): Marking => ({
  sheet,
  log,
  expired,
  before: new Set(rules.items.map((rule) => rule.id)),
});

/** Marks a sheet whose protection was lifted: its rules are read again, as the request that read them is over. */
async function markOpened(session: Session, reading: Reading): Promise<Done<null>> {
  const progress: { marking: Marking | null } = { marking: null };
  const marked = await runBatch(async (context) => {
    const rules = loadActiveRules(context);
    await context.sync();
    const again = { ...reading, rules: { ...reading.rules, rules } };
    progress.marking = markingOf(again);
    await putMarks(context, session, again, queueExpired(context, again));
    return null;
  });
  if (!marked.ok && progress.marking !== null) await undo(progress.marking);
  return marked;
}

export async function checkSheet(session: Session, options: RunOptions = {}): Promise<Outcome<CheckResult>> {
  const progress: { marking: Marking | null } = { marking: null };
  const checked = await runBatch(async (context) => {
    const reading = await readSheet(context, session, options, 3);
    await beginStep(2, 3, options);
    if (unreadable(reading.assessment) !== null || options.signal?.aborted === true) return reading;
    if (shutSheet(reading).length > 0 && needsMarks(reading)) return reading;
    progress.marking = markingOf(reading);
    await putMarks(context, session, reading, queueExpired(context, reading));
    return reading;
  });
  if (!checked.ok) {
    // Some of the marks may stand already; a half-marked sheet would say that the rest is in order.
    if (progress.marking !== null) await undo(progress.marking);
    return stopped(checked.problem);
  }
  const { assessment } = checked.value;
  const problem = unreadable(assessment);
  if (problem !== null) return stopped(problem);
  if (options.signal?.aborted === true) return stopped(problemNamed("cancelled"));
  const shut = shutSheet(checked.value);
  if (shut.length > 0 && needsMarks(checked.value)) {
    const marked = await withoutProtection(shut, () => markOpened(session, checked.value));
    if (!marked.ok) return stopped(marked.problem);
  }
  return report(session, assessment);
}

/** The open sheet where it is protected. */
const shutSheet = ({ snapshot }: Reading): readonly string[] =>
  protectedIn(snapshot, (name) => name === snapshot.activeSheet);
const needsMarks = ({ assessment, rules }: Reading): boolean =>
  assessment.marks.length > 0 || marksAmong(rules).length > 0;

interface Marking extends Pick<Assessment, "log" | "expired"> {
  readonly sheet: string;
  readonly before: ReadonlySet<string>;
}

async function undo({ sheet, before, log, expired }: Marking): Promise<void> {
  await undoMarking(sheet, before);
  if (log === null || expired.length === 0) return;
  await runBatch(async (context) => {
    queueStates(context, log, expired, log.words.states.accepted);
    await context.sync();
  });
}

/** Rows of the log whose values have changed say so from now on; a log that is locked is left as it is. */
function queueExpired(context: Excel.RequestContext, { assessment: { log, expired }, snapshot }: Reading): boolean {
  const isLocked = snapshot.sheets.find(({ name }) => name === log?.sheet)?.isProtected === true;
  if (log === null || isLocked || expired.length === 0) return false;
  queueStates(context, log, expired, log.words.states.expired);
  return true;
}

/**
 * Old marks go, new ones come, in one request; no request when there is nothing to do.
 * @param isMore something else is queued that has to go out
 */
export async function putMarks(
  context: Excel.RequestContext,
  session: Session,
  reading: Reading,
  isMore = false,
): Promise<void> {
  const { assessment, rules, sheetId } = reading;
  const old = marksAmong(rules).length;
  if (isMore || old > 0 || assessment.marks.length > 0) {
    removeMarks([rules]);
    addMarks(context, assessment.marks, new Map([[rules.sheet, rules.rules.items.length - old]]));
    await context.sync();
  }
  session.marked = { sheetId, marks: assessment.marks };
}

const isMarked = (finding: Finding, { marks }: Assessment): boolean =>
  marks.some(
    (mark) =>
      mark.rule === finding.rule && mark.sheet === finding.location.sheet && overlaps(mark.rect, finding.location.rect),
  );

function report(session: Session, assessment: Assessment): Outcome<CheckResult> {
  const { findings } = assessment;
  const marked = findings.filter((finding) => isMarked(finding, assessment)).length;
  const bySeverity = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const { accepted, expired } = assessment;
  const did: Message[] = [
    {
      key: findings.length === 0 ? "commands.check.clean" : "commands.check.did",
      params: { errors: bySeverity("error"), warnings: bySeverity("warning"), notes: bySeverity("note") },
    },
  ];
  if (accepted.length > 0) did.push({ key: "commands.check.accepted", params: { count: accepted.length } });
  if (expired.length > 0) did.push({ key: "commands.check.expired", params: { count: expired.length } });
  const value: CheckResult = {
    sheet: assessment.sheet,
    findings,
    marked,
    paneOnly: assessment.kind === "recognised" ? findings.length - marked : 0,
  };
  if (assessment.marks.length === 0) return succeeded(value, did);
  did.push({ key: "commands.check.marked", params: { count: marked, sheet: assessment.sheet } });
  return succeeded(value, did, session.rememberUndo({ key: "commands.check.undo" }, clearAllMarks));
}
