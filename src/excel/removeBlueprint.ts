/**
 * Takes a written blueprint back, a whole one or what a run that stopped half-way has left: sheets, names, added rows and our
 * stored part as they were. Every step may be done already, so that a removal that failed can be done again.
 */
import { foreignCell, type WrittenCells } from "../core/blueprint/written";
import { intersect, parseRect, splitAddress, type Rect } from "../core/model/a1";
import type { Location } from "../core/model/location";
import type { Problem } from "../core/model/problem";
import { parseUnfinished, unfinishedXml, type Receipt } from "../core/schema/unfinished";
import { metadataPart, storedTexts, storePart, templatesPart, unfinishedPart } from "./metadataStore";
import { failed, runBatch, type Done } from "./runBatch";
import { setForAll } from "./styles";
import { isThere, loadShrinking, shrinkTable, under } from "./tableGrowth";

/** Removes what a blueprint made, in two round trips. The note that this is under way goes last. */
export async function remove(context: Excel.RequestContext, receipt: Receipt): Promise<void> {
  const { workbook } = context;
  const sheets = receipt.createdSheets.map((name) => workbook.worksheets.getItemOrNullObject(name).load("name"));
  const names = receipt.createdNames.map((name) => workbook.names.getItemOrNullObject(name).load("name"));
  const rewritten = receipt.rewrittenBefore.map(({ table, column, formula }) => ({
    formula,
    column: workbook.tables.getItemOrNullObject(table).columns.getItemOrNullObject(column).load("name"),
  }));
  const grown = receipt.grownTables.map((table) => loadShrinking(context, table));
  const charts = receipt.charts.map((added) => {
    const sheet = workbook.worksheets.getItemOrNullObject(added.sheet).load("name");
    return { added, sheet, standing: sheet.charts.load("items/name") };
  });
  const part = metadataPart(context).load("id");
  const templates = templatesPart(context).load("id");
  const standingNote = unfinishedPart(context).load("id");
  await context.sync();
  const note = standingNote.isNullObject ? workbook.customXmlParts.add(unfinishedXml(receipt)) : standingNote;
  for (const { column, formula } of rewritten)
    if (!column.isNullObject) setForAll(column.getDataBodyRange(), "formulas", formula);
  // From the last one: what stands under a table moves back up with it.
  for (const table of [...grown].reverse()) shrinkTable(table);
  for (const { added, sheet, standing } of charts) {
    if (sheet.isNullObject) continue;
    const named = standing.items.find(({ name }) => name === added.name);
    (named ?? (added.place === null ? undefined : standing.items[added.place]))?.delete();
  }
  for (const name of names) if (!name.isNullObject) name.delete();
  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  storePart(context, part, receipt.metadataBefore);
  if (receipt.templatesBefore !== undefined) storePart(context, templates, receipt.templatesBefore);
  note.delete();
  await context.sync();
}

/** Takes a written blueprint back. */
export async function removeBlueprint(receipt: Receipt): Promise<Done<null>> {
  return runBatch(async (context) => {
    await remove(context, receipt);
    return null;
  });
}

/** The receipt of a run that stopped half-way, if the workbook holds the note of one; at most two round trips. */
async function standingReceipt(context: Excel.RequestContext): Promise<Receipt | null> {
  const part = unfinishedPart(context).load("id");
  await context.sync();
  const [xml] = await storedTexts(context, [part]);
  return xml === null || xml === undefined ? null : parseUnfinished(xml);
}

/** The first cell that somebody else has written on what would be removed. */
async function foreignOn(context: Excel.RequestContext, receipt: Receipt): Promise<Location | null> {
  const { workbook } = context;
  const used = (name: string): Excel.Range =>
    workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true).load("address,values,formulas");
  const created = receipt.cells.map((cells) => ({ cells, within: null, read: used(cells.sheet) }));
  const grown = receipt.grownTables.map((entry) => ({
    cells: entry.cells,
    within: under(entry),
    read: used(entry.sheet),
    place: loadShrinking(context, entry),
  }));
  await context.sync();
  // Where no row was put in yet, what stands under the table is what stood there before.
  const made = grown.filter(({ place }) => isThere(place));
  for (const { cells, within, read } of [...created, ...made]) {
    const found = read.isNullObject ? null : foreignIn(cells, within, read);
    if (found !== null) return { sheet: cells.sheet, rect: found };
  }
  return null;
}

function foreignIn(cells: WrittenCells, within: Rect | null, read: Excel.Range): Rect | null {
  const rect = parseRect(splitAddress(read.address).address);
  const looked = rect === null || within === null ? rect : intersect(rect, within);
  if (rect === null || looked === null) return null;
  const cut = (rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
    rows
      .slice(looked.row - rect.row, looked.row - rect.row + looked.rows)
      .map((row) => row.slice(looked.column - rect.column, looked.column - rect.column + looked.columns));
  return foreignCell(cells, {
    rect: looked,
    values: cut(read.values as unknown[][]),
    formulas: cut(read.formulas as unknown[][]),
  });
}

/**
 * Removes what a run that stopped half-way has left, if nothing else stands there by now.
 * @returns the receipt of what is gone; null where there was nothing to remove
 */
export async function removeUnfinished(): Promise<Done<Receipt | null>> {
  const removed = await runBatch(async (context): Promise<Receipt | Problem | null> => {
    const receipt = await standingReceipt(context);
    if (receipt === null) return null;
    const foreign = await foreignOn(context, receipt);
    if (foreign !== null)
      return {
        what: { key: "excel.notOurs", params: { sheet: foreign.sheet } },
        where: foreign,
        next: { key: "excel.notOurs.next" },
      };
    await remove(context, receipt);
    return receipt;
  });
  if (!removed.ok) return removed;
  return removed.value !== null && "what" in removed.value ? failed(removed.value) : { ok: true, value: removed.value };
}
