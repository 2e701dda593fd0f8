/**
 * Live watch: the marks of one sheet of the user follow every edit. Off until asked for, only on the sheet that it was
 * asked for, and it stops by itself, saying why, where it can no longer keep up.
 * One round trip to read what was edited, one for the marks, and that only when they are others than before.
 */
import type { MarkPlan } from "../core/model/mark";
import type { Problem } from "../core/model/problem";
import type { Snapshot } from "../core/recognise/snapshot";
import { undoMarking } from "../excel/markedSheets";
import { marksAmong } from "../excel/marks";
import { runBatch } from "../excel/runBatch";
import { checkSheet, putMarks } from "./checkSheet";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { overviewOf } from "./overview";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { CheckResult, Outcome, RunOptions, SheetChange, WatchStep } from "./types";

/** Above this a recheck takes longer than a person waits between two edits. */
const MOST_CELLS = 400_000;

/** Why a sheet cannot be watched; null when it can. */
function tooLarge({ sheets, activeSheet }: Snapshot): Problem | null {
  const used = sheets.find(({ name }) => name === activeSheet)?.used ?? null;
  const cells = used === null ? 0 : used.rows * used.columns;
  return cells > MOST_CELLS ? problemNamed("watch.tooLarge", { cells, most: MOST_CELLS }) : null;
}

const sameMarks = (a: readonly MarkPlan[], b: readonly MarkPlan[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Checks the open sheet and watches it from now on. */
export async function startWatching(session: Session, options: RunOptions = {}): Promise<Outcome<CheckResult>> {
  session.watched = null;
  const checked = await checkSheet(session, options);
  if (!checked.ok) return checked;
  const { lastRead } = session;
  const problem = lastRead === null ? problemNamed("watch.ownRules") : tooLarge(lastRead.snapshot);
  if (problem !== null || lastRead === null) return stopped(problem ?? problemNamed("watch.ownRules"));
  session.watched = lastRead.sheetId;
  return checked;
}

/** Whether the marks of the watched sheet are to be put anew now. */
function isDue(session: Session, reading: Reading, change: SheetChange): boolean {
  const { watched, marked } = session;
  if (change.remote || reading.sheetId !== watched) return false;
  const { marks } = reading.assessment;
  // Rows put in or taken out may have split or dropped a rule: the count tells.
  const stand = marked !== null && marked.sheetId === watched && marksAmong(reading.rules).length === marks.length;
  return !stand || !sameMarks(marked.marks, marks);
}

/** After an event: what the sheet says now, its marks put right. */
export async function watchStep(session: Session, change: SheetChange): Promise<Outcome<WatchStep>> {
  const progress: { marking: { readonly sheet: string; readonly before: ReadonlySet<string> } | null } = {
    marking: null,
  };
  const read = await runBatch(async (context) => {
    const reading = await readSheet(context, session, { change }, 2, { heads: "look" });
    const large = reading.sheetId === session.watched ? tooLarge(reading.snapshot) : null;
    if (large !== null || !isDue(session, reading, change)) return { reading, large };
    const { sheet, rules } = reading.rules;
    progress.marking = { sheet, before: new Set(rules.items.map(({ id }) => id)) };
    await putMarks(context, session, reading);
    return { reading, large };
  }, session.watched !== null);
  if (!read.ok) {
    // A half-marked sheet would say that the rest is in order.
    if (progress.marking !== null) await undoMarking(progress.marking.sheet, progress.marking.before);
    session.watched = null;
    return stopped(read.problem);
  }
  const { reading, large } = read.value;
  if (large !== null) session.watched = null;
  return succeeded({ overview: overviewOf(reading, session), stopped: large });
}
