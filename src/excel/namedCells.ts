/** Single cells known by a name of the workbook. */
import { cellInput } from "./cellText";

/** The text in the named cell: one round trip. Throws Excel's ItemNotFound when there is no such name. */
export async function readNamedText(context: Excel.RequestContext, name: string): Promise<string> {
  const range = context.workbook.names.getItem(name).getRange().load("values");
  await context.sync();
  return String(range.values[0]?.[0] ?? "");
}

/** Queues the writing of a text into the named cell. */
export function writeNamedText(context: Excel.RequestContext, name: string, text: string): void {
  context.workbook.names.getItem(name).getRange().values = [[cellInput(text)]];
}
