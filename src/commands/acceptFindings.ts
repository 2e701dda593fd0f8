/** Accepts findings with a reason, on the visible log; takes an acceptance back. Nothing else of the workbook is changed. */
import { identityOf } from "../core/acceptance/accepted";
import { keyText, LOG_NAME, type Log } from "../core/acceptance/log";
import { logBlueprint, type LogRow } from "../core/acceptance/logSheet";
import { freeSheetName } from "../core/blueprint/scorecard";
import type { Acceptance, AcceptanceState } from "../core/model/acceptance";
import type { Finding } from "../core/model/finding";
import type { Problem } from "../core/model/problem";
import { addLogRows, clearLogRows, queueStates, removeLogName } from "../excel/logRows";
import { marksAmong } from "../excel/marks";
import { failed, runBatch, type Done } from "../excel/runBatch";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { languageOf, translate } from "../i18n";
import { checkSheet } from "./checkSheet";
import { instanceOnSheet } from "./instanceOnSheet";
import { isoOf, serialOf } from "./isoDates";
import { logWords } from "./logWords";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { AcceptRequest, Outcome } from "./types";

/** Longer reasons are cut by nobody, but a page of text is none. */
const LONGEST_REASON = 1000;
const LONGEST_INITIALS = 20;

const isSame = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule &&
  a.location.sheet === b.location.sheet &&
  JSON.stringify([a.message, a.location.rect]) === JSON.stringify([b.message, b.location.rect]);

const today = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** What is missing in the request, in words; null when nothing is. */
function refusalOf({ reason, initials }: AcceptRequest): Problem | null {
  if (reason.trim() === "") return problemNamed("accept.noReason");
  if (initials.trim() === "") return problemNamed("accept.noInitials");
  const isLong = reason.trim().length > LONGEST_REASON || initials.trim().length > LONGEST_INITIALS;
  return isLong ? problemNamed("accept.long", { most: LONGEST_REASON, initials: LONGEST_INITIALS }) : null;
}

/** The words that the log is written in: those it has, else those of the scorecard, else the person's. */
function wordsFor(session: Session, reading: Reading) {
  const { log } = reading.assessment;
  const stored = instanceOnSheet(reading);
  // A log has one language: in a workbook of both it is the person's.
  const own = stored === null || stored.language === "both" ? session.language : stored.language;
  const language = log === null ? own : languageOf(log.words.language);
  return { language, words: logWords(language)[0] ?? null };
}

function rowsFor(session: Session, reading: Reading, findings: readonly Finding[], request: AcceptRequest): LogRow[] {
  const { snapshot, assessment } = reading;
  const { language, words } = wordsFor(session, reading);
  const { from, to } = assessment.period;
  return findings.map((finding): LogRow => {
    const { key, print } = identityOf(snapshot, assessment, finding);
    return {
      rule: finding.rule,
      finding: translate(language, finding.message.key, finding.message.params),
      sheet: snapshot.activeSheet,
      person: finding.person ?? "",
      indicator: finding.indicator ?? "",
      reason: request.reason.trim(),
      initials: request.initials.trim(),
      date: serialOf(today(new Date())),
      period: from === null || to === null ? "" : `${isoOf(from)} – ${isoOf(to)}`,
      state: words?.states.accepted ?? "",
      key: keyText(key, print),
    };
  });
}

interface Written {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly back: () => Promise<Done<unknown>>;
}

/** A log of its own for the workbook. */
async function onNewSheet(session: Session, reading: Reading, rows: readonly LogRow[]): Promise<Done<Written>> {
  const { language, words } = wordsFor(session, reading);
  if (words === null) return failed(problemNamed("accept.damaged", { sheet: "" }));
  const sheet = freeSheetName(words.name, new Set(reading.sheetNames.map((name) => name.toLowerCase())));
  // The name of a log that was deleted points nowhere and would be in the way.
  if (reading.snapshot.names.some(({ name }) => name.toLowerCase() === LOG_NAME)) {
    const freed = await runBatch((context) => removeLogName(context));
    if (!freed.ok) return freed;
  }
  const texts = { words, title: translate(language, "sheet.log.title"), note: translate(language, "sheet.log.note") };
  const written = await writeBlueprint(logBlueprint(sheet, texts, rows));
  if (!written.ok) return written;
  return { ok: true, value: { sheet, isNew: true, back: () => removeBlueprint(written.value) } };
}

async function underOthers(log: Log, rows: readonly LogRow[]): Promise<Done<Written>> {
  const { columns } = log;
  if (columns === null) return failed(problemNamed("accept.damaged", { sheet: log.sheet }));
  const place = { ...log, columns };
  const added = await runBatch((context) => addLogRows(context, place, rows));
  if (!added.ok) {
    // Some of its cells may stand already.
    await runBatch((context) => clearLogRows(context, place, rows.length));
    return added;
  }
  if (!added.value) return failed(problemNamed("accept.stale"));
  const back = () => runBatch((context) => clearLogRows(context, place, rows.length));
  return { ok: true, value: { sheet: log.sheet, isNew: false, back } };
}

/** Marks that stand are put anew, so that what is accepted is not marked and what no longer is so is. */
const markAnew = async (session: Session, hadMarks: boolean): Promise<void> => {
  if (hadMarks) await checkSheet(session);
};

export async function acceptFindings(
  session: Session,
  findings: readonly Finding[],
  request: AcceptRequest,
): Promise<Outcome<{ readonly sheet: string }>> {
  const refusal = refusalOf(request);
  if (refusal !== null) return stopped(refusal);
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return stopped(read.problem);
  const { assessment, rules } = read.value;
  const fresh = findings.flatMap((wanted) => assessment.findings.find((found) => isSame(found, wanted)) ?? []);
  if (fresh.length < findings.length || fresh.length === 0) return stopped(problemNamed("accept.stale"));
  const rows = rowsFor(session, read.value, fresh, request);
  const written = await (assessment.log === null
    ? onNewSheet(session, read.value, rows)
    : underOthers(assessment.log, rows));
  session.lastRead = null;
  if (!written.ok) return stopped(written.problem);
  const hadMarks = marksAmong(rules).length > 0;
  await markAnew(session, hadMarks);
  const { sheet, isNew, back } = written.value;
  const undo = session.rememberUndo({ key: "commands.accept.undo" }, async () => {
    const taken = await back();
    session.lastRead = null;
    if (taken.ok) await markAnew(session, hadMarks);
    return taken;
  });
  const params = { count: fresh.length, sheet };
  return succeeded({ sheet }, [{ key: `commands.accept.did${isNew ? ".new" : ""}`, params }], undo);
}

/** Gives a row of the log another state if it still is what was read. */
async function changeState(
  session: Session,
  wanted: Acceptance,
  state: AcceptanceState,
): Promise<Done<{ readonly hadMarks: boolean; readonly sheet: string }>> {
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return read;
  const { log } = read.value.assessment;
  const id = JSON.stringify([wanted.key, wanted.print]);
  const own = (log?.acceptances ?? []).filter((row) => JSON.stringify([row.key, row.print]) === id);
  // Rows may have been sorted meanwhile; of several of one kind the one that stands where it stood.
  const row = own.find((one) => one.row === wanted.row) ?? own.find((one) => one.state === wanted.state);
  if (log === null || row === undefined) return failed(problemNamed("accept.gone"));
  const set = await runBatch(async (context) => {
    queueStates(context, log, [row], log.words.states[state]);
    await context.sync();
  });
  session.lastRead = null;
  if (!set.ok) return set;
  return { ok: true, value: { hadMarks: marksAmong(read.value.rules).length > 0, sheet: log.sheet } };
}

export async function withdrawAcceptance(session: Session, finding: Finding): Promise<Outcome<null>> {
  const { acceptance } = finding;
  if (acceptance === undefined) return stopped(problemNamed("accept.gone"));
  const changed = await changeState(session, acceptance, "withdrawn");
  if (!changed.ok) return stopped(changed.problem);
  const { hadMarks, sheet } = changed.value;
  await markAnew(session, hadMarks);
  const undo = session.rememberUndo({ key: "commands.accept.undoWithdraw" }, async () => {
    const back = await changeState(session, acceptance, "accepted");
    if (back.ok) await markAnew(session, hadMarks);
    return back;
  });
  return succeeded(null, [{ key: "commands.accept.withdrawn", params: { sheet } }], undo);
}
