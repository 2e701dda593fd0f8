/** What is written into the log: its sheet at the first acceptance, and a row for each. */
import type { BlockChange } from "../nextPeriod/emptying";
import type { Blueprint, CellFormula, Literal, SheetBlueprint } from "../blueprint/types";
import { quoteSheetName } from "../model/a1";
import { LOG_COLUMNS, LOG_NAME, type Log, type LogColumn, type LogWords } from "./log";

/** A row of the log by column; texts that begin like a formula are written as text by whoever writes them. */
export type LogRow = Readonly<Record<LogColumn, Literal>>;

export interface LogSheetTexts {
  readonly words: LogWords;
  readonly title: string;
  readonly note: string;
}

/** Row of the heads on a new log; the acceptances stand under it. */
export const HEAD_ROW = 3;

const WIDTHS: Readonly<Record<LogColumn, number>> = {
  rule: 8,
  finding: 48,
  sheet: 16,
  person: 16,
  indicator: 20,
  reason: 40,
  initials: 10,
  date: 12,
  period: 24,
  state: 26,
  key: 18,
};
export const DATE_FORMAT = "yyyy-mm-dd";

/** A new sheet with the first rows; everything is plain cells, so that people can sort, filter and delete as they like. */
function sheetOf(name: string, { words, title, note }: LogSheetTexts, rows: readonly LogRow[]): SheetBlueprint {
  const columns = LOG_COLUMNS.length;
  const first = HEAD_ROW + 1;
  const body = { row: first, rows: rows.length };
  const column = (key: LogColumn): number => LOG_COLUMNS.indexOf(key);
  return {
    name,
    target: "create",
    blocks: [
      { at: { row: 0, column: 0 }, cells: [[title]] },
      { at: { row: 1, column: 0 }, cells: [[note]] },
      {
        at: { row: HEAD_ROW, column: 0 },
        cells: [LOG_COLUMNS.map((key) => words.columns[key]), ...rows.map((row) => LOG_COLUMNS.map((key) => row[key]))],
      },
    ],
    tables: [],
    styles: [
      { rect: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true, size: 14 } } },
      { rect: { row: 1, column: 0, rows: 1, columns: 1 }, style: { font: { color: "muted" } } },
      {
        rect: { row: HEAD_ROW, column: 0, rows: 1, columns },
        style: { fill: "headFill", font: { bold: true, color: "headInk" } },
      },
      {
        rect: { ...body, column: column("date"), columns: 1 },
        style: { numberFormat: DATE_FORMAT, horizontal: "Left" },
      },
      { rect: { ...body, column: column("key"), columns: 1 }, style: { font: { color: "muted", size: 8 } } },
      ...(["finding", "reason"] as const).map((key) => ({
        rect: { ...body, column: column(key), columns: 1 },
        style: { wrap: true, vertical: "Top" as const },
      })),
    ],
    columnWidths: LOG_COLUMNS.map((key, at) => ({ column: at, width: WIDTHS[key] })),
    conditional: [],
    validation: [],
    freeze: { rows: HEAD_ROW + 1, columns: 1 },
    page: { orientation: "Landscape", fitToWidth: true, printTitleRows: { first: HEAD_ROW, last: HEAD_ROW } },
  };
}

/** The log's sheet, and the name by which it is found again whatever it is called later. */
export const logBlueprint = (name: string, texts: LogSheetTexts, rows: readonly LogRow[]): Blueprint => ({
  sheets: [sheetOf(name, texts, rows)],
  names: [
    { name: LOG_NAME, refersTo: `=${quoteSheetName(name)}!$A$${String(HEAD_ROW + 1)}` as CellFormula, visible: false },
  ],
  rewrites: [],
  metadata: null,
});

/** What the end of a period does to the log: acceptances of that scorecard count no more, and their rows say why. */
export function closingChanges(log: Log | null, instance: number): readonly BlockChange[] {
  const column = log?.columns?.state;
  if (log === null || column === undefined) return [];
  const { sheet, words, acceptances } = log;
  return acceptances
    .filter(({ key, state }) => key.scope === `i${String(instance)}` && state === "accepted")
    .map(({ row, stateText }) => ({
      sheet,
      rect: { row, column, rows: 1, columns: 1 },
      before: [[stateText]],
      after: [[words.states.closed]],
    }));
}
