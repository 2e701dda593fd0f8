/**
 * Puts a blueprint into the workbook in a fixed number of round trips: one to see what stands there, one to write
 * (and one more for every further 4 MB). What fails half-way is removed again; what was there before is never overwritten.
 */
import type { Blueprint } from "../core/blueprint/types";
import { parseRect, splitAddress } from "../core/model/a1";
import type { Problem } from "../core/model/problem";
import { blueprintSteps, type StandingTable, type Step } from "./blueprintSteps";
import { metadataPart, storeMetadata } from "./metadataStore";
import { failed, runBatch, type Done } from "./runBatch";
import { setForAll } from "./styles";

/** Excel on the web takes 5 MB a request; this leaves room for the request's own words. */
const CHUNK_BYTES = 4_000_000;

export interface WriteOptions {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** What the workbook held before, enough to take a written blueprint back. */
export interface Receipt {
  readonly createdSheets: readonly string[];
  readonly createdNames: readonly string[];
  readonly metadataBefore: string | null;
  readonly rewrittenBefore: readonly { readonly table: string; readonly column: string; readonly formula: string }[];
  readonly grownTables: readonly { readonly table: string; readonly address: string; readonly added: number }[];
}

interface Before {
  readonly receipt: Receipt;
  readonly standing: readonly StandingTable[];
  readonly conflict: Problem | null;
  /** The cells and sheet where the blueprint wants to write into a sheet that stands. */
  readonly part: Excel.CustomXmlPart;
}

function chunksOf(steps: readonly Step[]): Step[][] {
  const chunks: Step[][] = [[]];
  let bytes = 0;
  for (const step of steps) {
    if (bytes + step.bytes > CHUNK_BYTES && bytes > 0) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(step);
    bytes += step.bytes;
  }
  return chunks;
}

/** One round trip: sheets and names that would be in the way, tables to grow, formulas to be replaced, our stored part. */
async function look(context: Excel.RequestContext, blueprint: Blueprint): Promise<Before> {
  const { workbook } = context;
  const created = blueprint.sheets.filter((sheet) => sheet.target === "create").map((sheet) => sheet.name);
  const inTheWay = created.map((name) => workbook.worksheets.getItemOrNullObject(name).load("name"));
  const takenNames = blueprint.names.map((name) => workbook.names.getItemOrNullObject(name.name).load("name"));
  const grown = (blueprint.appends ?? []).map(({ table, rows }) => {
    const range = workbook.tables.getItem(table).getRange().load("address");
    const under = range.getRowsBelow(Math.max(1, rows.length)).load("values");
    return { table, rows: rows.length, range, under };
  });
  const rewritten = blueprint.rewrites.map(({ table, column }) => ({
    table,
    column,
    first: workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange().getRow(0).load("formulas"),
  }));
  const part = metadataPart(context).load("id");
  await context.sync();
  const metadataBefore = await storedText(context, part);

  const blocked = grown.find(({ under }) => under.values.some((row) => row.some((value) => value !== "")));
  const standingSheet = inTheWay.find((sheet) => !sheet.isNullObject);
  const conflict: Problem | null =
    standingSheet !== undefined
      ? { what: { key: "excel.exists", params: { location: standingSheet.name } }, next: { key: "excel.exists.next" } }
      : blocked !== undefined
        ? { what: { key: "excel.noRoom", params: { table: blocked.table } }, next: { key: "excel.noRoom.next" } }
        : null;
  return {
    conflict,
    part,
    standing: grown.flatMap(({ table, range }) => {
      const { sheet, address } = splitAddress(range.address);
      const rect = parseRect(address);
      return sheet === null || rect === null ? [] : [{ name: table, sheet, rect }];
    }),
    receipt: {
      createdSheets: created,
      createdNames: blueprint.names.filter((_, i) => takenNames[i]?.isNullObject === true).map((name) => name.name),
      metadataBefore,
      rewrittenBefore: rewritten.map(({ table, column, first }) => ({
        table,
        column,
        formula: String(first.formulas[0]?.[0] ?? ""),
      })),
      grownTables: grown.map(({ table, rows, range }) => ({ table, address: range.address, added: rows })),
    },
  };
}

/** The text of our stored part; a round trip only where there is one. */
async function storedText(context: Excel.RequestContext, part: Excel.CustomXmlPart): Promise<string | null> {
  if (part.isNullObject) return null;
  const xml = part.getXml();
  await context.sync();
  return xml.value;
}

/** Removes what a blueprint made: sheets, names, added rows; puts replaced formulas and our stored part back. */
async function remove(context: Excel.RequestContext, receipt: Receipt): Promise<void> {
  const { workbook } = context;
  const sheets = receipt.createdSheets.map((name) => workbook.worksheets.getItemOrNullObject(name).load("name"));
  const names = receipt.createdNames.map((name) => workbook.names.getItemOrNullObject(name).load("name"));
  const grown = receipt.grownTables.map((entry) => ({
    entry,
    now: workbook.tables.getItem(entry.table).getRange().load("address"),
  }));
  const part = metadataPart(context).load("id");
  await context.sync();
  for (const { table, column, formula } of receipt.rewrittenBefore) {
    setForAll(workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange(), "formulas", formula);
  }
  for (const { entry, now } of grown) {
    if (now.address === entry.address) continue;
    const { sheet, address } = splitAddress(entry.address);
    const rect = parseRect(address);
    if (sheet === null || rect === null) continue;
    workbook.tables.getItem(entry.table).resize(address);
    workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(rect.row + rect.rows, rect.column, entry.added, rect.columns)
      .clear();
  }
  for (const name of names) if (!name.isNullObject) name.delete();
  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  storeMetadata(context, part, receipt.metadataBefore);
  await context.sync();
}

/** Takes a written blueprint back. */
export async function removeBlueprint(receipt: Receipt): Promise<Done<null>> {
  return runBatch(async (context) => {
    await remove(context, receipt);
    return null;
  });
}

async function write(
  context: Excel.RequestContext,
  blueprint: Blueprint,
  before: Before,
  options: WriteOptions,
): Promise<"done" | "cancelled"> {
  const chunks = chunksOf(blueprintSteps(blueprint, before.standing));
  options.onProgress?.(0, chunks.length);
  // The pane paints, and hears a press of Cancel, before the long request goes out.
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (const [index, chunk] of chunks.entries()) {
    if (options.signal?.aborted === true) return "cancelled";
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const step of chunk) step.apply(context);
    if (index === chunks.length - 1) finish(context, blueprint, before);
    // One round trip per 4 MB: the request would be refused otherwise.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    options.onProgress?.(index + 1, chunks.length);
  }
  return "done";
}

function finish(context: Excel.RequestContext, blueprint: Blueprint, before: Before): void {
  if (blueprint.metadata !== null) storeMetadata(context, before.part, blueprint.metadata);
  if (blueprint.show !== undefined) {
    const sheet = context.workbook.worksheets.getItem(blueprint.show.sheet);
    sheet.activate();
    sheet.getRangeByIndexes(blueprint.show.row, blueprint.show.column, 1, 1).select();
  }
}

/**
 * Writes a blueprint.
 * @returns a receipt to take it back with; or the problem, after everything half-written has been removed again
 */
export async function writeBlueprint(blueprint: Blueprint, options: WriteOptions = {}): Promise<Done<Receipt>> {
  const begun: { receipt: Receipt | null } = { receipt: null };
  const written = await runBatch(async (context): Promise<Problem | Receipt> => {
    const before = await look(context, blueprint);
    if (before.conflict !== null) return before.conflict;
    begun.receipt = before.receipt;
    const ended = await write(context, blueprint, before, options);
    if (ended === "done") return before.receipt;
    await remove(context, before.receipt);
    return { what: { key: "excel.cancelled" }, next: { key: "excel.cancelled.next" } };
  });
  if (written.ok) return "what" in written.value ? failed(written.value) : { ok: true, value: written.value };
  const { receipt } = begun;
  if (receipt === null) return written;
  const removed = await removeBlueprint(receipt);
  if (removed.ok) return written;
  const left = await standingSheets(receipt);
  return failed({
    what: { key: "excel.halfWritten", params: { sheets: left.join(", ") } },
    next: { key: "excel.halfWritten.next" },
  });
}

/** The sheets of a blueprint that stand at this moment; all that it may have made where Excel does not even tell that. */
async function standingSheets(receipt: Receipt): Promise<readonly string[]> {
  const { createdSheets } = receipt;
  const seen = await runBatch(async (context) => {
    const sheets = createdSheets.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
    await context.sync();
    return createdSheets.filter((_, index) => sheets[index]?.isNullObject === false);
  }, false);
  return seen.ok ? seen.value : createdSheets;
}
