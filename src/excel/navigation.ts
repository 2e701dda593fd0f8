/** Where the person looks. */
import { parseRect, splitAddress } from "../core/model/a1";
import type { Location } from "../core/model/location";
import { rangeOf } from "./styles";

/** Queues: shows the sheet and selects the cells. */
export function showLocation(context: Excel.RequestContext, location: Location): void {
  const sheet = context.workbook.worksheets.getItem(location.sheet);
  sheet.activate();
  rangeOf(sheet, location.rect).select();
}

/** Shows a sheet, where it still stands; two round trips. */
export async function showSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("name");
  await context.sync();
  if (!sheet.isNullObject) sheet.activate();
  await context.sync();
}

/** Queues the loading of where the selection is. */
export const loadSelection = (context: Excel.RequestContext): Excel.Range =>
  context.workbook.getSelectedRange().load("address");

/** The place of a selection that was loaded; null where it is none of cells. */
export function selectionOf(range: Excel.Range): Location | null {
  const { sheet, address } = splitAddress(range.address);
  const rect = parseRect(address);
  return sheet === null || rect === null ? null : { sheet, rect };
}

/** The values of the selected cells, without whole empty columns: one round trip. */
export async function readSelection(context: Excel.RequestContext): Promise<readonly (readonly unknown[])[]> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.getUsedRangeOrNullObject(true).load("values");
  await context.sync();
  return used.isNullObject ? [] : (used.values as unknown[][]);
}
