/** Where the person looks. */
import type { Location } from "../core/model/location";
import { rangeOf } from "./styles";

/** Queues: shows the sheet and selects the cells. */
export function showLocation(context: Excel.RequestContext, location: Location): void {
  const sheet = context.workbook.worksheets.getItem(location.sheet);
  sheet.activate();
  rangeOf(sheet, location.rect).select();
}

/** The values of the selected cells, without whole empty columns: one round trip. */
export async function readSelection(context: Excel.RequestContext): Promise<readonly (readonly unknown[])[]> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.getUsedRangeOrNullObject(true).load("values");
  await context.sync();
  return used.isNullObject ? [] : (used.values as unknown[][]);
}
