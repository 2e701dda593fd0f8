/** Starts the next period of the workbook that is open: results go to sheets of values, what belongs to the period is emptied. */
import "../i18n/historyTexts";
import { closingChanges } from "../core/acceptance/logSheet";
import { roomForTwo } from "../core/blueprint/roomForTwo";
import { followingPeriod, type DayRange } from "../core/nextPeriod/calendar";
import { closedResults, tablesOf } from "../core/nextPeriod/closedResults";
import { emptiedSheets, methodNextPeriod } from "../core/nextPeriod/methodPeriod";
import {
  nextPeriod,
  type NextPeriod,
  type NextPeriodInput,
  type NextPeriodResult,
} from "../core/nextPeriod/nextPeriod";
import type { BlockChange, TargetChoice } from "../core/nextPeriod/emptying";
import type { MethodDefinition } from "../core/blueprint/methodWorkbook";
import type { Location } from "../core/model/location";
import type { Problem } from "../core/model/problem";
import { namedValue } from "../core/recognise/layout";
import type { Snapshot } from "../core/recognise/snapshot";
import type { Template } from "../core/schema/template";
import { applyBlocks, restoreBlocks } from "../excel/blockChanges";
import type { Receipt } from "../core/schema/unfinished";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { protectedIn, withoutProtection } from "../excel/protection";
import { done, failed, runBatch, type Done } from "../excel/runBatch";
import { instanceOnSheet, type OpenInstance } from "./instanceOnSheet";
import { isoOf, serialOf } from "./isoDates";
import { loadMethod } from "./methodParts";
import { everyTable } from "./openPeople";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { templateBehind } from "./ownTemplates";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import { sheetText } from "./sheetWords";
import type { NextPeriodDraft, NextPeriodRequest, Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

interface Periodic {
  readonly reading: Reading;
  readonly open: OpenInstance;
  /** What the workbook was made from: a template of KPIs, or a method. */
  readonly made: { readonly template: Template } | { readonly method: MethodDefinition };
}
type Found = { readonly ok: true; readonly value: Periodic } | { readonly ok: false; readonly problem: Problem };

async function find(session: Session, options: RunOptions): Promise<Found> {
  const read = await runBatch((context) => readSheet(context, session, options, 2, { alsoRead: everyTable }), false);
  if (!read.ok) return stopped(read.problem);
  const open = instanceOnSheet(read.value);
  const method = open === null ? null : await loadMethod(open.stored.template);
  const template = open === null || method !== null ? null : await templateBehind(open.stored);
  const made = template !== null ? { template } : method !== null ? { method } : null;
  if (open === null || made === null) return stopped(problemNamed("nextPeriod.none"));
  return { ok: true, value: { reading: read.value, open, made } };
}

function periodOf(snapshot: Snapshot, instance: number): DayRange {
  const day = (name: "From" | "To"): number => {
    const value = namedValue(snapshot, `eh_${String(instance)}_${name}`);
    return typeof value === "number" ? value : Number.NaN;
  };
  return { from: day("From"), to: day("To") };
}

const ALL_TARGETS: readonly TargetChoice["kind"][] = ["carry", "raise", "empty"];

/** What would be closed: people, those without a total, which choices there are, on which sheets something is emptied. */
function closing({ reading, open, made }: Periodic, closed: DayRange) {
  const tables = tablesOf(reading.snapshot, open.stored);
  if ("template" in made) {
    const results = closedResults(tables, open.stored, closed);
    if (results === null) return stopped(problemNamed("nextPeriod.moved"));
    if (results.history.length === 0) return stopped(problemNamed("nextPeriod.nobody"));
    return {
      ok: true as const,
      people: results.history.length,
      withoutTotal: results.withoutTotal,
      targets: ALL_TARGETS,
      sheets: [],
    };
  }
  const { period, ranked } = made.method;
  if (period.kind === "once") return stopped(problemNamed(`nextPeriod.${period.reason}`));
  const people = tables.get("People")?.filledRows("name").length ?? 0;
  if (people === 0) return stopped(problemNamed("nextPeriod.nobody"));
  const totals = ranked?.total == null ? undefined : tables.get(ranked.table);
  const key = ranked?.total ?? "";
  return {
    ok: true as const,
    people,
    withoutTotal:
      totals?.rows.filter((row) => totals.text(row, "name") !== "" && totals.number(row, key) === null).length ?? 0,
    targets: Object.values(period.tables).some(({ targets = [] }) => targets.length > 0) ? ALL_TARGETS : [],
    sheets: emptiedSheets({ tables, plans: period.tables }),
  };
}

export async function nextPeriodDraft(session: Session, options: RunOptions = {}): Promise<Outcome<NextPeriodDraft>> {
  const found = await find(session, options);
  if (!found.ok) return found;
  const { reading, open, made } = found.value;
  const closed = periodOf(reading.snapshot, open.stored.instance);
  if (!(closed.from <= closed.to)) return stopped(problemNamed("nextPeriod.settings"));
  const would = closing(found.value, closed);
  if (!would.ok) return would;
  const next = followingPeriod(closed);
  const { people, withoutTotal, targets, sheets } = would;
  return succeeded({
    title: ("template" in made ? made.template : made.method).name[session.language],
    closedFrom: isoOf(closed.from),
    closedTo: isoOf(closed.to),
    from: isoOf(next.from),
    to: isoOf(next.to),
    people,
    withoutTotal,
    targets,
    sheets,
  });
}

function plan({ reading, open, made }: Periodic, request: NextPeriodRequest): NextPeriodResult {
  const { snapshot, sheetNames } = reading;
  const input: NextPeriodInput = {
    snapshot,
    instance: open.stored,
    metadata: open.metadata,
    text: sheetText(open.language),
    takenSheets: sheetNames,
    closed: periodOf(snapshot, open.stored.instance),
    next: { from: serialOf(request.from), to: serialOf(request.to) },
    targets: request.targets,
  };
  return "template" in made ? nextPeriod(input) : methodNextPeriod(input, made.method.period, made.method.year);
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

interface Moved {
  readonly receipt: Receipt;
  readonly cells: number;
  readonly back: readonly BlockChange[];
}

/** History first, then the emptying; all or nothing. */
async function move({ blueprint, changes }: NextPeriod, options: RunOptions): Promise<Done<Moved>> {
  const written = await writeBlueprint(blueprint, writeOptions(options));
  if (!written.ok) return written;
  const changed = await runBatch((context) => applyBlocks(context, changes));
  if (!changed.ok) return failed(await abandon(written.value, changes, changed.problem));
  // Somebody else typed meanwhile: nothing was emptied, and what they typed stays.
  if (!changed.value.ok) return failed(await abandon(written.value, [], stale(changed.value.stale)));
  return done({ receipt: written.value, cells: changed.value.changed, back: changed.value.back });
}

export async function startNextPeriod(
  session: Session,
  request: NextPeriodRequest,
  options: RunOptions = {},
): Promise<Outcome<{ readonly people: number; readonly cells: number }>> {
  const found = await find(session, {});
  if (!found.ok) return found;
  const planned = plan(found.value, request);
  if (!planned.ok) return stopped(planned.problem);
  const { people, carried } = planned.value;
  const { reading, open } = found.value;
  const closed = closingChanges(reading.assessment.log, open.stored.instance);
  const shut = protectedIn(reading.snapshot);
  const { blueprint } = planned.value;
  const roomy = open.language === "both" ? roomForTwo(blueprint) : blueprint;
  const moving = { ...planned.value, blueprint: roomy, changes: [...planned.value.changes, ...closed] };
  const moved = await withoutProtection(shut, () => move(moving, options));
  if (!moved.ok) return stopped(moved.problem);
  const { receipt, cells, back } = moved.value;
  const undo = session.rememberUndo({ key: "commands.nextPeriod.undo" }, () =>
    withoutProtection(shut, () => takeBack(receipt, back)),
  );
  const did = [
    "template" in found.value.made
      ? { key: "commands.nextPeriod.did", params: { people, cells } }
      : { key: "commands.nextPeriod.didMethod", params: { cells } },
    ...(carried > 0 ? [{ key: "commands.nextPeriod.carried", params: { count: carried } }] : []),
  ];
  return succeeded({ people, cells }, did, undo);
}
