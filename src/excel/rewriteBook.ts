/**
 * Writes another language into standing sheets: texts, then what formulas of a row make of them, alerts, charts, heights, our
 * stored part, and last the names of sheets. What fails half-way is put back as it was.
 */
import type { Literal } from "../core/blueprint/types";
import type { ChartChange, Look } from "../core/language/looks";
import type { LanguageChange, SheetRename } from "../core/language/languageChange";
import type { CellText } from "../core/language/standingBook";
import type { RowChoice } from "../core/language/tableTexts";
import type { Rect } from "../core/model/a1";
import { cellInput } from "./cellText";
import { metadataPart, storePart } from "./metadataStore";
import { failed, runBatch, type Done } from "./runBatch";
import { rangeOf, widthInPoints } from "./styles";

/** Cells of one column or row that are written at once; null leaves a cell as it is. */
interface Run {
  readonly sheet: string;
  readonly rect: Rect;
  readonly before: readonly (readonly (string | null)[])[];
  readonly after: readonly (readonly (string | null)[])[];
}

/** So many cells in between are sent as "leave alone" rather than as a further range. */
const GAP = 8;
/** Excel on the web takes 5 MB a request. */
const CHUNK_CHARACTERS = 1_200_000;

/** Heads of tables go as one row, all else by columns. */
function runsOf(cells: readonly CellText[]): Run[] {
  const sorted = [...cells].sort((a, b) =>
    a.sheet === b.sheet ? a.column - b.column || a.row - b.row : a.sheet < b.sheet ? -1 : 1,
  );
  const groups: CellText[][] = [];
  for (const cell of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last?.sheet === cell.sheet && last.column === cell.column && cell.row - last.row <= GAP)
      group.push(cell);
    else groups.push([cell]);
  }
  return groups.flatMap((group): Run[] => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const rows = last.row - first.row + 1;
    const column = (key: "before" | "after"): (string | null)[][] => {
      const texts = Array.from({ length: rows }, (): (string | null)[] => [null]);
      for (const cell of group) texts[cell.row - first.row] = [cell[key]];
      return texts;
    };
    const rect = { row: first.row, column: first.column, rows, columns: 1 };
    return [{ sheet: first.sheet, rect, before: column("before"), after: column("after") }];
  });
}

/** What was found and is to be put back. */
interface Looked {
  readonly look: Look;
  readonly range: Excel.Range;
}
type Written = Pick<LanguageChange, "renames"> & {
  readonly cells: readonly CellText[];
  readonly looks: readonly Look[];
  readonly charts: readonly ChartChange[];
  readonly metadata: { readonly before: string | null; readonly after: string };
};

const sheetOf = (context: Excel.RequestContext, id: string): Excel.Worksheet => context.workbook.worksheets.getItem(id);

/** Points; a row that nobody set is a line or two higher in some fonts. */
const [NEAR, PLAIN_ROW] = [1, 17];
function stands({ look, range }: Looked): boolean {
  switch (look.kind) {
    case "alert": {
      const alert = range.dataValidation.errorAlert as Excel.DataValidationErrorAlert | null;
      return alert?.title === look.before.title && alert.message === look.before.message;
    }
    case "height": {
      const now = range.format.rowHeight;
      return look.before === null ? now <= PLAIN_ROW : Math.abs(now - look.before) < NEAR;
    }
    case "width":
      return Math.abs(range.format.columnWidth - widthInPoints(look.before)) < NEAR;
    case "scale":
      return range.worksheet.pageLayout.zoom.scale === look.before;
    case "wrap":
      return range.format.wrapText === look.before;
  }
}
const LOADED = {
  alert: "dataValidation/errorAlert",
  height: "format/rowHeight",
  width: "format/columnWidth",
  scale: "worksheet/pageLayout/zoom",
  wrap: "format/wrapText",
} as const;

function applyLook(context: Excel.RequestContext, look: Look, side: "before" | "after"): void {
  const range = rangeOf(sheetOf(context, look.sheet), look.rect);
  switch (look.kind) {
    case "alert":
      range.dataValidation.errorAlert = { showAlert: true, ...look[side] };
      return;
    case "height": {
      const height = look[side];
      if (height === null) range.getEntireRow().format.autofitRows();
      else range.getEntireRow().format.rowHeight = height;
      return;
    }
    case "width":
      range.getEntireColumn().format.columnWidth = widthInPoints(look[side]);
      return;
    case "scale":
      sheetOf(context, look.sheet).pageLayout.zoom = { scale: look[side] };
      return;
    case "wrap":
      range.format.wrapText = look[side];
  }
}

function applyCells(context: Excel.RequestContext, runs: readonly Run[], side: "before" | "after"): void {
  for (const run of runs)
    rangeOf(sheetOf(context, run.sheet), run.rect).values = run[side].map((row) =>
      row.map((text: Literal) => cellInput(text)),
    );
}
function applyCharts(context: Excel.RequestContext, charts: readonly ChartChange[], side: "before" | "after"): void {
  for (const change of charts) {
    const chart = sheetOf(context, change.sheet).charts.getItemAt(change.index);
    chart.title.text = change[side].title;
    chart.series.getItemAt(0).name = change[side].series;
  }
}
const sizeOf = ({ after }: Run): number => after.flat().reduce((sum, text) => sum + (text?.length ?? 4) + 4, 120);

/** Runs in requests that Excel on the web takes. */
function chunksOf(runs: readonly Run[]): Run[][] {
  const chunks: Run[][] = [[]];
  let size = 0;
  for (const run of runs) {
    if (size + sizeOf(run) > CHUNK_CHARACTERS && size > 0) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(run);
    size += sizeOf(run);
  }
  return chunks;
}

async function writeSide(context: Excel.RequestContext, written: Written, side: "before" | "after"): Promise<void> {
  const part = metadataPart(context).load("id");
  await context.sync();
  const chunks = chunksOf(runsOf(written.cells));
  for (const [index, chunk] of chunks.entries()) {
    context.application.suspendScreenUpdatingUntilNextSync();
    applyCells(context, chunk, side);
    if (index === chunks.length - 1) {
      for (const look of written.looks) applyLook(context, look, side);
      applyCharts(context, written.charts, side);
      storePart(context, part, written.metadata[side]);
    }
    // One round trip per request that Excel on the web takes.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
  }
}

/** Names of sheets are no part of an undo group: Excel cannot take them back inside one. */
const rename = (renames: readonly SheetRename[], side: "before" | "after"): Promise<Done<null>> =>
  renames.length === 0
    ? Promise.resolve({ ok: true, value: null })
    : runBatch(async (context) => {
        for (const each of renames) sheetOf(context, each.sheet).name = each[side];
        await context.sync();
        return null;
      }, false);

/** What formulas of the rows make of the new texts, and writes it where it was chosen. */
async function writeRows(context: Excel.RequestContext, rows: readonly RowChoice[]): Promise<readonly CellText[]> {
  if (rows.length === 0) return [];
  const shown = rows.map((choice) => ({
    choice,
    cell: sheetOf(context, choice.sheet).getRangeByIndexes(choice.row, choice.from, 1, 1).load("values"),
  }));
  await context.sync();
  const cells = shown.flatMap(({ choice: { sheet, row, column, before }, cell }): CellText[] => {
    const after: unknown = cell.values[0]?.[0];
    return typeof after === "string" && after !== "" && after !== before ? [{ sheet, row, column, before, after }] : [];
  });
  applyCells(context, runsOf(cells), "after");
  await context.sync();
  return cells;
}

export interface RewriteResult {
  /** Cells that were written. */
  readonly cells: number;
  readonly written: Written;
}

/** Alerts, charts and sizes that are no longer as they were written are the person's and stay. */
async function standingLooks(context: Excel.RequestContext, looks: readonly Look[]): Promise<readonly Look[]> {
  if (looks.length === 0) return [];
  const looked = looks.map((look): Looked => ({
    look,
    range: rangeOf(sheetOf(context, look.sheet), look.rect).load(LOADED[look.kind]),
  }));
  await context.sync();
  return looked.filter(stands).map(({ look }) => look);
}

async function putBack(written: Written): Promise<Done<unknown>> {
  const named = await rename(written.renames, "before");
  if (!named.ok) return named;
  return runBatch((context) => writeSide(context, written, "before"));
}

/** Writes the change, or leaves everything as it was. */
export async function rewriteBook(
  change: LanguageChange,
  metadata: Written["metadata"],
  onStep: (step: 2 | 3) => void,
): Promise<Done<RewriteResult>> {
  let written: Written = { cells: change.cells, looks: [], charts: change.charts, renames: [], metadata };
  const progress = { began: false };
  const texts = await runBatch(async (context) => {
    const looks = await standingLooks(context, change.looks);
    written = { ...written, looks };
    progress.began = true;
    await writeSide(context, written, "after");
    onStep(2);
    // Known before they are written, so that a failure puts them back too.
    const rows = change.rows.map(({ sheet, row, column, before }) => ({ sheet, row, column, before, after: before }));
    written = { ...written, cells: [...change.cells, ...rows] };
    const chosen = await writeRows(context, change.rows);
    written = { ...written, cells: [...change.cells, ...chosen] };
    return null;
  });
  if (!texts.ok) return progress.began ? abandoned(written, texts) : texts;
  onStep(3);
  written = { ...written, renames: change.renames };
  const named = await rename(change.renames, "after");
  if (!named.ok) return abandoned(written, named);
  return { ok: true, value: { cells: written.cells.length, written } };
}

async function abandoned(written: Written, problem: Exclude<Done<never>, { readonly ok: true }>): Promise<Done<never>> {
  const back = await putBack(written);
  return back.ok ? problem : failed({ what: { key: "excel.halfChanged" }, next: { key: "excel.halfChanged.next" } });
}

/** Takes the change back; refuses, and changes nothing, where a text was changed since. */
export async function restoreBook(written: Written): Promise<Done<unknown>> {
  const runs = runsOf(written.cells);
  const checked = await runBatch(async (context) => {
    const read = runs.map((run) => ({ run, range: rangeOf(sheetOf(context, run.sheet), run.rect).load("values") }));
    await context.sync();
    return read.every(({ run, range }) =>
      run.after.every((row, r) => row.every((text, c) => text === null || range.values[r]?.[c] === text)),
    );
  }, false);
  if (!checked.ok) return checked;
  return checked.value
    ? putBack(written)
    : failed({ what: { key: "commands.language.stale" }, next: { key: "commands.language.stale.next" } });
}
