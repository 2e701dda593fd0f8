/** Starts the next period of the scorecard that is open: results to History as values, what belongs to the period emptied. */
import "../i18n/historyTexts";
import { closingChanges } from "../core/acceptance/logSheet";
import { followingPeriod, type DayRange } from "../core/nextPeriod/calendar";
import { closedResults, tablesOf } from "../core/nextPeriod/closedResults";
import { nextPeriod, type NextPeriodResult } from "../core/nextPeriod/nextPeriod";
import type { BlockChange } from "../core/nextPeriod/emptying";
import type { Location } from "../core/model/location";
import type { Problem } from "../core/model/problem";
import { namedValue, tableNameParts } from "../core/recognise/layout";
import type { Snapshot } from "../core/recognise/snapshot";
import { templateById } from "../core/templates/catalogue";
import { applyBlocks, restoreBlocks } from "../excel/blockChanges";
import { failed, runBatch, type Done } from "../excel/runBatch";
import { removeBlueprint, writeBlueprint, type Receipt } from "../excel/writeBlueprint";
import { instanceOnSheet, type OpenInstance } from "./instanceOnSheet";
import { isoOf, serialOf } from "./isoDates";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import { sheetText } from "./sheetWords";
import type { NextPeriodDraft, NextPeriodRequest, Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

/** All sheets with tables of ours: History too, so that its rows are found by their heads. */
const everyTable = (tables: readonly { readonly name: string; readonly sheet: string }[]): readonly string[] => [
  ...new Set(tables.filter(({ name }) => tableNameParts(name) !== null).map(({ sheet }) => sheet)),
];
const read = (session: Session, options: RunOptions): Promise<Done<Reading>> =>
  runBatch((context) => readSheet(context, session, options, 2, everyTable), false);

/** Only a KPI scorecard has periods; null for sheets of a method and for all others. */
function scorecardOn(reading: Reading): OpenInstance | null {
  const open = instanceOnSheet(reading);
  return open === null || templateById(open.stored.template) === null ? null : open;
}

function periodOf(snapshot: Snapshot, instance: number): DayRange {
  const day = (name: "From" | "To"): number => {
    const value = namedValue(snapshot, `eh_${String(instance)}_${name}`);
    return typeof value === "number" ? value : Number.NaN;
  };
  return { from: day("From"), to: day("To") };
}

export async function nextPeriodDraft(session: Session, options: RunOptions = {}): Promise<Outcome<NextPeriodDraft>> {
  const reading = await read(session, options);
  if (!reading.ok) return stopped(reading.problem);
  const open = scorecardOn(reading.value);
  if (open === null) return stopped(problemNamed("nextPeriod.none"));
  const { snapshot } = reading.value;
  const closed = periodOf(snapshot, open.stored.instance);
  if (!(closed.from <= closed.to)) return stopped(problemNamed("nextPeriod.settings"));
  const results = closedResults(tablesOf(snapshot, open.stored), open.stored, closed);
  if (results === null) return stopped(problemNamed("nextPeriod.moved"));
  if (results.history.length === 0) return stopped(problemNamed("nextPeriod.nobody"));
  const next = followingPeriod(closed);
  return succeeded({
    title: templateById(open.stored.template)?.name[session.language] ?? "",
    closedFrom: isoOf(closed.from),
    closedTo: isoOf(closed.to),
    from: isoOf(next.from),
    to: isoOf(next.to),
    people: results.history.length,
    withoutTotal: results.withoutTotal,
  });
}

function plan({ snapshot, sheetNames }: Reading, open: OpenInstance, request: NextPeriodRequest): NextPeriodResult {
  return nextPeriod({
    snapshot,
    instance: open.stored,
    metadata: open.metadata,
    text: sheetText(open.language),
    takenSheets: sheetNames,
    closed: periodOf(snapshot, open.stored.instance),
    next: { from: serialOf(request.from), to: serialOf(request.to) },
    targets: request.targets,
  });
}

const stale = (where: Location): Problem => ({ ...problemNamed("nextPeriod.stale"), where });

/** First the cells, then History: while History stands, nothing is lost. */
async function takeBack(receipt: Receipt, back: readonly BlockChange[]): Promise<Done<unknown>> {
  const changed = await runBatch((context) => applyBlocks(context, back));
  if (!changed.ok) return changed;
  return changed.value.ok ? removeBlueprint(receipt) : failed(stale(changed.value.stale));
}

/** Nothing may be lost: what was emptied comes back first, then History goes; where that fails, History stays. */
async function abandon(receipt: Receipt, emptied: readonly BlockChange[], problem: Problem): Promise<Problem> {
  const restored = await runBatch((context) => restoreBlocks(context, emptied));
  const removed = restored.ok ? await removeBlueprint(receipt) : restored;
  return removed.ok ? problem : removed.problem;
}

export async function startNextPeriod(
  session: Session,
  request: NextPeriodRequest,
  options: RunOptions = {},
): Promise<Outcome<{ readonly people: number; readonly cells: number }>> {
  const reading = await read(session, {});
  if (!reading.ok) return stopped(reading.problem);
  const open = scorecardOn(reading.value);
  if (open === null) return stopped(problemNamed("nextPeriod.none"));
  const planned = plan(reading.value, open, request);
  if (!planned.ok) return stopped(planned.problem);
  const { blueprint, people } = planned.value;
  const closing = closingChanges(reading.value.assessment.log, open.stored.instance);
  const changes = [...planned.value.changes, ...closing];
  const written = await writeBlueprint(blueprint, writeOptions(options));
  if (!written.ok) return stopped(written.problem);
  const changed = await runBatch((context) => applyBlocks(context, changes));
  if (!changed.ok) return stopped(await abandon(written.value, changes, changed.problem));
  // Somebody else typed meanwhile: nothing was emptied, and what they typed stays.
  if (!changed.value.ok) return stopped(await abandon(written.value, [], stale(changed.value.stale)));
  const { changed: cells, back } = changed.value;
  const undo = session.rememberUndo({ key: "commands.nextPeriod.undo" }, () => takeBack(written.value, back));
  return succeeded({ people, cells }, [{ key: "commands.nextPeriod.did", params: { people, cells } }], undo);
}
