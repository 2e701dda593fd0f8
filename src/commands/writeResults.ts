/**
 * Writes totals and ranks of the open sheet beside its data or on a new sheet. Formulas are read back: where one of them shows
 * anything but what was computed, the whole is written as values instead, and the pane says so.
 */
import type { Assessment } from "../core/assess";
import type { Blueprint, SheetBlueprint } from "../core/blueprint/types";
import { freeSheetName } from "../core/blueprint/scorecard";
import { rectAddress, type Rect } from "../core/model/a1";
import type { Problem } from "../core/model/problem";
import type { SnapshotSheet } from "../core/recognise/snapshot";
import { planBeside, planSheet, type ResultOptions, type SheetPlan } from "../core/results/planResults";
import {
  emptyBeside,
  readValues,
  removeBeside,
  writeBeside,
  type BesideBegun,
  type BesideReceipt,
} from "../excel/besideCells";
import { failed, runBatch, type Done } from "../excel/runBatch";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { translate } from "../i18n";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, unreadable, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { Outcome, RunOptions, WriteResultsRequest, WrittenResults } from "./types";
import { writeOptions } from "./writeOptions";

const TABLE_ROW = 3;
const TOLERANCE = 1e-6;

const sameCell = (shown: unknown, expected: number | string | null): boolean => {
  if (expected === null) return true;
  return typeof expected === "number" && typeof shown === "number"
    ? Math.abs(shown - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
    : shown === expected;
};
const sameAll = (
  shown: readonly (readonly unknown[])[],
  expected: readonly (readonly (number | string | null)[])[],
): boolean => expected.every((row, r) => row.every((value, c) => sameCell(shown[r]?.[c], value)));

function optionsFor({ language }: Session, form: ResultOptions["form"]): ResultOptions {
  const word = (key: string): string => translate(language, `commands.write.${key}`);
  return {
    form,
    ranks: language === "zh-CN" ? "dense" : "competition",
    words: {
      name: word("name"),
      part: word("part"),
      total: word("total"),
      rank: word("rank"),
      band: word("band"),
    },
  };
}
const sheetOf = ({ snapshot }: Reading): SnapshotSheet | undefined =>
  snapshot.sheets.find(({ name }) => name === snapshot.activeSheet);

const said = (
  kind: "beside" | "sheet",
  live: boolean,
  wanted: ResultOptions["form"],
  params: Readonly<Record<string, string | number>>,
) => [
  { key: `commands.write.did.${kind}.${live ? "live" : "values"}`, params },
  ...(wanted === "formulas" && !live ? [{ key: "commands.write.asValues" }] : []),
];

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
/** The person asked for formulas and got values: say why. */
const withNote = (outcome: Outcome<WrittenResults>): Outcome<WrittenResults> =>
  outcome.ok ? { ...outcome, did: [...outcome.did, { key: "commands.write.asValues" }] } : outcome;

async function takeAway(receipt: BesideReceipt): Promise<Done<unknown>> {
  const removed = await runBatch((context) => removeBeside(context, receipt));
  if (!removed.ok) return removed;
  return removed.value ? removed : failed(problemNamed("write.changed"));
}

function blueprintOf(
  session: Session,
  source: string,
  name: string,
  { cells, live, totalColumn }: SheetPlan,
): Blueprint {
  const word = (key: string, params = {}): string => translate(session.language, `commands.write.${key}`, params);
  const columns = cells[0]?.length ?? 0;
  const sheet: SheetBlueprint = {
    name,
    target: "create",
    blocks: [
      { at: { row: 0, column: 0 }, cells: [[word("title", { sheet: source })]] },
      { at: { row: 1, column: 0 }, cells: [[word(live ? "noteLive" : "noteValues")]] },
      { at: { row: TABLE_ROW, column: 0 }, cells },
    ],
    tables: [],
    styles: [
      { rect: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true, size: 14 } } },
      { rect: { row: 1, column: 0, rows: 1, columns: 1 }, style: { font: { color: "muted" } } },
      {
        rect: { row: TABLE_ROW, column: 0, rows: 1, columns },
        style: { fill: "headFill", font: { bold: true, color: "headInk" } },
      },
      { rect: { row: TABLE_ROW, column: totalColumn, rows: 1, columns: 2 }, style: { horizontal: "Right" } },
      {
        rect: { row: TABLE_ROW + 1, column: totalColumn, rows: cells.length - 1, columns: 1 },
        style: { numberFormat: "0.00", font: { bold: true } },
      },
      {
        rect: { row: TABLE_ROW + 1, column: totalColumn + 1, rows: cells.length - 1, columns: 1 },
        style: { numberFormat: "0" },
      },
    ],
    columnWidths: [
      { column: 0, count: totalColumn, width: 28 },
      { column: totalColumn, count: 2, width: 14 },
      { column: totalColumn + 2, width: 18 },
    ],
    conditional: [],
    validation: [],
    freeze: { rows: TABLE_ROW + 1, columns: 1 },
    page: { orientation: "Portrait", fitToWidth: true },
  };
  return { sheets: [sheet], names: [], rewrites: [], metadata: null, show: { sheet: name, row: TABLE_ROW, column: 0 } };
}

/** On a new sheet. */
async function onNewSheet(
  session: Session,
  reading: Reading,
  sheet: SnapshotSheet,
  form: ResultOptions["form"],
  options: RunOptions,
): Promise<Outcome<WrittenResults>> {
  const taken = new Set(reading.sheetNames.map((other) => other.toLowerCase()));
  const name = freeSheetName(translate(session.language, "commands.write.sheet"), taken);
  const plan = planSheet(sheet, reading.assessment, { row: TABLE_ROW }, optionsFor(session, form));
  const written = await writeBlueprint(blueprintOf(session, sheet.name, name, plan), writeOptions(options));
  if (!written.ok) return stopped(written.problem);
  if (plan.live) {
    const rect = { row: TABLE_ROW + 1, column: plan.totalColumn, rows: plan.shown.length, columns: 2 };
    const shown = await runBatch((context) => readValues(context, name, rect), false);
    if (!shown.ok || !sameAll(shown.value, plan.shown)) {
      const removed = await removeBlueprint(written.value);
      if (!removed.ok) return stopped(removed.problem);
      return onNewSheet(session, reading, sheet, "values", options).then(withNote);
    }
  }
  const undo = session.rememberUndo({ key: "commands.write.undo" }, () => removeBlueprint(written.value));
  return succeeded(
    { sheet: name, people: plan.people, live: plan.live },
    said("sheet", plan.live, form, { sheet: name, people: plan.people }),
    undo,
  );
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
    : onNewSheet(session, read.value, sheet, form, options);
}
