/** The whole judgement of a workbook: recognise, score, rank, check; plain data in, plain data out, no clock. */
import { withLog, type Judged } from "./acceptance/accepted";
import { readLog } from "./acceptance/log";
import { assessMethod } from "./assessMethod";
import { assessSheet } from "./assessSheet";
import { judge, nothing, type AssessOptions, type Assessment } from "./assessment";
import { saidOf, type RoleAnswer, type SheetAnswers } from "./recognise/answers";
import { recogniseGenerated } from "./recognise/generatedBook";
import { hiddenRowsIn } from "./recognise/hiddenParts";
import { tableNameParts, type StoredHeaders } from "./recognise/layout";
import type { Snapshot, SnapshotSheet } from "./recognise/snapshot";
import { parseMetadata, type InstanceMetadata } from "./schema/metadata";
import { scoreCard, scoreTables } from "./scoring/scoreCard";

export { sheetsToRead } from "./recognise/layout";
export type { AssessOptions, Assessment, EntryCell } from "./assessment";
export type { PersonResult } from "./scoring/scoreCard";

/** All that was said about one sheet before. */
function saidIn({ metadata, sheets }: Snapshot, name: string): SheetAnswers | undefined {
  const parsed = metadata === null ? null : parseMetadata(metadata);
  const sheet = sheets.find((one) => one.name === name);
  return parsed?.ok !== true || sheet === undefined ? undefined : saidOf(parsed.metadata.answers ?? [], sheet);
}

/** What was said about the open sheet before. */
export const answersIn = (snapshot: Snapshot): readonly RoleAnswer[] =>
  saidIn(snapshot, snapshot.activeSheet)?.roles ?? [];

/** What was said about a sheet before, as `assessSheet` takes it. */
export function storedAbout(snapshot: Snapshot, sheet: string): Required<Pick<AssessOptions, "answers" | "block">> {
  const said = saidIn(snapshot, sheet);
  return { answers: said?.roles ?? [], block: said?.block ?? null };
}

/** The instance that the open sheet belongs to; null when it holds none of our tables. */
const instanceOf = (sheet: SnapshotSheet | undefined): number | null =>
  sheet?.tables.map((table) => tableNameParts(table.name)?.instance ?? null).find((instance) => instance !== null) ??
  null;

/** What the workbook's own metadata says of an instance; null when it is lost or damaged. */
function storedInstance(snapshot: Snapshot, instance: number): InstanceMetadata | null {
  const parsed = snapshot.metadata === null ? null : parseMetadata(snapshot.metadata);
  return parsed?.ok === true ? (parsed.metadata.instances.find((known) => known.instance === instance) ?? null) : null;
}

const storedHeaders = (instance: InstanceMetadata): StoredHeaders =>
  Object.fromEntries(Object.values(instance.tables).map((table) => [table.name, table.columns]));

/** Rows of our own tables that a filter or a hand has hidden count all the same; helper columns are hidden on purpose. */
function withHiddenRows(assessment: Assessment, active: SnapshotSheet | undefined): Assessment {
  if (active === undefined) return assessment;
  const rects = active.tables.flatMap(({ name, rect }) => (tableNameParts(name) === null ? [] : [rect]));
  return { ...assessment, reasons: [...assessment.reasons, ...hiddenRowsIn(active, rects)] };
}

/**
 * Judges what was read. The open sheet decides: one of ours is taken by its tables, any other as a plain sheet; a sheet
 * that is neither, in a workbook of ours, speaks for the first scorecard in it. What is accepted in the log counts no more.
 */
export function assess(snapshot: Snapshot, options: AssessOptions = {}): Assessment {
  const log = readLog(snapshot, options.log ?? []);
  const byLog = log === null ? null : (judged: Judged) => ({ log, ...withLog(snapshot, judged, log) });
  const all = { ...storedAbout(snapshot, snapshot.activeSheet), ...options, ...(byLog === null ? {} : { byLog }) };
  return judgeOpenSheet(snapshot, all, log?.sheet ?? null);
}

function judgeOpenSheet(snapshot: Snapshot, options: AssessOptions, logSheet: string | null): Assessment {
  const active = snapshot.sheets.find((sheet) => sheet.name === snapshot.activeSheet);
  const own = instanceOf(active);
  // The log itself is no scorecard, whatever its columns look like.
  const isPlain = own === null && active?.used != null && active.name !== logSheet;
  const plain = isPlain ? assessSheet(active, options) : null;
  if (plain?.kind === "recognised") return plain;
  const instances = snapshot.sheets.map(instanceOf).filter((instance) => instance !== null);
  const instance = own ?? (instances.length === 0 ? null : Math.min(...instances));
  if (instance === null && snapshot.activeSheet === logSheet)
    return nothing("refused", snapshot.activeSheet, [{ key: "checks.refused.log" }]);
  if (instance === null) return plain ?? nothing("empty", snapshot.activeSheet, []);
  const stored = storedInstance(snapshot, instance);
  const method = options.methods?.find(({ id }) => id === stored?.template);
  if (stored !== null && method !== undefined)
    return withHiddenRows(assessMethod(snapshot, stored, method, options), active);
  const book = recogniseGenerated({
    snapshot,
    instance,
    stored: stored === null ? null : storedHeaders(stored),
    headers: options.headers ?? [],
    listWords: options.listWords ?? {},
    rankMethod: stored?.ranks ?? options.ranks ?? "competition",
    ...(stored?.method === undefined ? {} : { method: stored.method }),
  });
  if (book.ok) {
    const scores = scoreTables(book.card);
    return withHiddenRows(judge(book.card, { scores, results: scoreCard(book.card, scores) }, options, []), active);
  }
  return nothing(
    "refused",
    snapshot.activeSheet,
    book.faults.map((fault) => ({ key: `checks.refused.${fault}` })),
  );
}
