/** Results on a new sheet: its blueprint, and the formulas read back, with values in their place where one shows anything else. */
import type { Blueprint, SheetBlueprint } from "../core/blueprint/types";
import { freeSheetName } from "../core/blueprint/scorecard";
import type { ResultOptions, SheetPlan } from "../core/results/planResults";
import { readValues } from "../excel/besideCells";
import { showSheet } from "../excel/navigation";
import { removeBlueprint } from "../excel/removeBlueprint";
import { runBatch } from "../excel/runBatch";
import { writeBlueprint } from "../excel/writeBlueprint";
import { translate } from "../i18n";
import { stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import type { Outcome, RunOptions, WrittenResults } from "./types";
import { writeOptions } from "./writeOptions";

/** Row of the table's header. */
export const TABLE_ROW = 3;
const TOLERANCE = 1e-6;

const sameCell = (shown: unknown, expected: number | string | null): boolean => {
  if (expected === null) return true;
  return typeof expected === "number" && typeof shown === "number"
    ? Math.abs(shown - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
    : shown === expected;
};
export const sameAll = (
  shown: readonly (readonly unknown[])[],
  expected: readonly (readonly (number | string | null)[])[],
): boolean => expected.every((row, r) => row.every((value, c) => sameCell(shown[r]?.[c], value)));

export function optionsFor({ language }: Session, form: ResultOptions["form"]): ResultOptions {
  const word = (key: string): string => translate(language, `commands.write.${key}`);
  return {
    form,
    ranks: language === "zh-CN" ? "dense" : "competition",
    words: {
      name: word("name"),
      part: word("part"),
      sheet: word("sheetColumn"),
      total: word("total"),
      rank: word("rank"),
      band: word("band"),
    },
  };
}
export const said = (
  kind: "beside" | "sheet",
  live: boolean,
  wanted: ResultOptions["form"],
  params: Readonly<Record<string, string | number>>,
) => [
  { key: `commands.write.did.${kind}.${live ? "live" : "values"}`, params },
  ...(wanted === "formulas" && !live ? [{ key: "commands.write.asValues" }] : []),
];

/** The person asked for formulas and got values: say why. */
export const withNote = (outcome: Outcome<WrittenResults>): Outcome<WrittenResults> =>
  outcome.ok ? { ...outcome, did: [...outcome.did, { key: "commands.write.asValues" }] } : outcome;

function blueprintOf(
  session: Session,
  title: string,
  name: string,
  { cells, live, totalColumn }: SheetPlan,
): Blueprint {
  const word = (key: string, params = {}): string => translate(session.language, `commands.write.${key}`, params);
  const columns = cells[0]?.length ?? 0;
  const sheet: SheetBlueprint = {
    name,
    target: "create",
    blocks: [
      { at: { row: 0, column: 0 }, cells: [[title]] },
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

export interface NewResults {
  /** What is written over them. */
  readonly title: string;
  /** The sheet that was open, where the person is led when the results are taken back. */
  readonly home: string;
  /** Names of the sheets that stand. */
  readonly taken: readonly string[];
  readonly planned: (form: ResultOptions["form"]) => SheetPlan;
}

/** Writes a sheet of results; values where a formula would show anything but what was computed. */
export async function writeResultsSheet(
  session: Session,
  results: NewResults,
  form: ResultOptions["form"],
  options: RunOptions,
): Promise<Outcome<WrittenResults>> {
  const taken = new Set(results.taken.map((other) => other.toLowerCase()));
  const name = freeSheetName(translate(session.language, "commands.write.sheet"), taken);
  const plan = results.planned(form);
  const written = await writeBlueprint(blueprintOf(session, results.title, name, plan), writeOptions(options));
  if (!written.ok) return stopped(written.problem);
  if (plan.live) {
    const rect = { row: TABLE_ROW + 1, column: plan.totalColumn, rows: plan.shown.length, columns: 2 };
    const shown = await runBatch((context) => readValues(context, name, rect), false);
    if (!shown.ok || !sameAll(shown.value, plan.shown)) {
      const removed = await removeBlueprint(written.value);
      if (!removed.ok) return stopped(removed.problem);
      return writeResultsSheet(session, results, "values", options).then(withNote);
    }
  }
  const undo = session.rememberUndo({ key: "commands.write.undo" }, async () => {
    const removed = await removeBlueprint(written.value);
    return removed.ok ? runBatch((context) => showSheet(context, results.home)) : removed;
  });
  return succeeded(
    { sheet: name, people: plan.people, live: plan.live },
    said("sheet", plan.live, form, { sheet: name, people: plan.people }),
    undo,
  );
}
