/**
 * Writes totals and ranks of the open sheet beside its data or on a new sheet. Formulas are read back: where one of them shows
 * anything but what was computed, the whole is written as values instead, and the pane says so.
 */
import type { Assessment } from "../core/assess";
import { rectAddress, type Rect } from "../core/model/a1";
import type { Problem } from "../core/model/problem";
import type { SnapshotSheet } from "../core/recognise/snapshot";
import { planBeside, planSheet, type ResultOptions } from "../core/results/planResults";
import { emptyBeside, removeBeside, writeBeside, type BesideBegun, type BesideReceipt } from "../excel/besideCells";
import { failed, runBatch, type Done } from "../excel/runBatch";
import { translate } from "../i18n";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, unreadable, type Reading } from "./readSheet";
import { optionsFor, said, sameAll, TABLE_ROW, withNote, writeResultsSheet } from "./resultsSheet";
import type { Session } from "./session";
import type { Outcome, RunOptions, WriteResultsRequest, WrittenResults } from "./types";

const sheetOf = ({ snapshot }: Reading): SnapshotSheet | undefined =>
  snapshot.sheets.find(({ name }) => name === snapshot.activeSheet);

const cellsOf = (blocks: readonly { readonly rect: Rect }[]): { readonly cell: string } => ({
  cell: blocks.map(({ rect }) => rectAddress(rect)).join(", "),
});

/** Beside the data. Falls back to values where a formula shows something else. */
async function beside(
  session: Session,
  sheet: SnapshotSheet,
  assessment: Assessment,
  form: ResultOptions["form"],
): Promise<Outcome<WrittenResults>> {
  const planned = planBeside(sheet, assessment, optionsFor(session, form));
  if (!planned.ok) {
    const params = { cell: rectAddress(planned.rect) };
    return stopped(problemNamed(`write.${planned.reason}`, params));
  }
  const taken: Problem = problemNamed("write.changed");
  const begun: BesideBegun = { areas: [] };
  const written = await runBatch((context) => writeBeside(context, sheet.name, planned.blocks, begun));
  if (!written.ok) {
    const emptied = await runBatch((context) => emptyBeside(context, sheet.name, begun));
    return stopped(emptied.ok ? written.problem : problemNamed("write.left", cellsOf(planned.blocks)));
  }
  if (written.value === null) return stopped(taken);
  const { receipt, values } = written.value;
  if (planned.live && !planned.blocks.every(({ shown }, i) => sameAll(values[i] ?? [], shown))) {
    const removed = await takeAway(receipt);
    return removed.ok ? beside(session, sheet, assessment, "values").then(withNote) : stopped(removed.problem);
  }
  const undo = session.rememberUndo({ key: "commands.write.undo" }, () => takeAway(receipt));
  const { cell } = cellsOf(planned.blocks);
  return succeeded(
    { sheet: sheet.name, people: planned.people, live: planned.live },
    said("beside", planned.live, form, { cell, people: planned.people }),
    undo,
  );
}
async function takeAway(receipt: BesideReceipt): Promise<Done<unknown>> {
  const removed = await runBatch((context) => removeBeside(context, receipt));
  if (!removed.ok) return removed;
  return removed.value ? removed : failed(problemNamed("write.changed"));
}

export async function writeResults(
  session: Session,
  { place, form }: WriteResultsRequest,
  options: RunOptions = {},
): Promise<Outcome<WrittenResults>> {
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return stopped(read.problem);
  const { assessment } = read.value;
  const problem = unreadable(assessment);
  if (problem !== null) return stopped(problem);
  const sheet = sheetOf(read.value);
  if (assessment.kind !== "recognised" || sheet === undefined) return stopped(problemNamed("write.generated"));
  if (assessment.results.every(({ total }) => total === null)) return stopped(problemNamed("write.nothing"));
  return place === "beside"
    ? beside(session, sheet, assessment, form)
    : writeResultsSheet(
        session,
        {
          title: translate(session.language, "commands.write.title", { sheet: sheet.name }),
          home: sheet.name,
          taken: read.value.sheetNames,
          planned: (how) => planSheet(sheet, assessment, { row: TABLE_ROW }, optionsFor(session, how)),
        },
        form,
        options,
      );
}
