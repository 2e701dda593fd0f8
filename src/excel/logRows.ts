/** Rows and states of the log that stands: written only where nothing stands yet, or where what stands is what was read. */
import type { Log } from "../core/acceptance/log";
import { LOG_COLUMNS, LOG_NAME, type LogColumn } from "../core/acceptance/log";
import { DATE_FORMAT, type LogRow } from "../core/acceptance/logSheet";
import type { Literal } from "../core/blueprint/types";
import type { Acceptance } from "../core/model/acceptance";
import { cellInput } from "./cellText";
import { setForAll } from "./styles";

type Placed = Readonly<Partial<Record<LogColumn, number>>>;
const placedColumns = (columns: Placed): readonly (readonly [LogColumn, number])[] =>
  LOG_COLUMNS.flatMap((key) => {
    const column = columns[key];
    return column === undefined ? [] : [[key, column] as const];
  });

/** Adds rows under everything on the log: two round trips. False, with nothing written, where something stands there now. */
export async function addLogRows(
  context: Excel.RequestContext,
  { sheet: name, columns, nextRow }: Log & { readonly columns: Placed },
  rows: readonly LogRow[],
): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(name);
  const ranges = placedColumns(columns).map(
    ([key, column]) => [key, sheet.getRangeByIndexes(nextRow, column, rows.length, 1).load("values")] as const,
  );
  await context.sync();
  if (ranges.some(([, range]) => range.values.some((row: unknown[]) => row[0] !== ""))) return false;
  for (const [key, range] of ranges) {
    if (key === "date") setForAll(range, "numberFormat", DATE_FORMAT);
    range.values = rows.map((row) => [cellInput(row[key])]);
  }
  await context.sync();
  return true;
}

/** Empties rows that were added, as far as they stand. */
export async function clearLogRows(
  context: Excel.RequestContext,
  { sheet: name, columns, nextRow }: Log & { readonly columns: Placed },
  count: number,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  for (const [, column] of placedColumns(columns)) sheet.getRangeByIndexes(nextRow, column, count, 1).clear();
  await context.sync();
}

/** Queues a new state for rows of the log. */
export function queueStates(
  context: Excel.RequestContext,
  { sheet, columns }: Pick<Log, "sheet" | "columns">,
  rows: readonly Acceptance[],
  word: Literal,
): void {
  const column = columns?.state;
  if (column === undefined) return;
  const log = context.workbook.worksheets.getItem(sheet);
  for (const { row } of rows) log.getRangeByIndexes(row, column, 1, 1).values = [[cellInput(word)]];
}

/** Takes the name of the log away, wherever it points. */
export async function removeLogName(context: Excel.RequestContext): Promise<void> {
  const name = context.workbook.names.getItemOrNullObject(LOG_NAME).load("name");
  await context.sync();
  if (name.isNullObject) return;
  name.delete();
  await context.sync();
}
