/**
 * Puts a blueprint into the workbook in a fixed number of round trips: one to see what stands there, one to write
 * (and one more for every further 4 MB). What fails half-way is removed again; what was there before is never overwritten.
 */
import type { Blueprint } from "../core/blueprint/types";
import { createdCells } from "../core/blueprint/written";
import type { Problem } from "../core/model/problem";
import { parseUnfinished, unfinishedXml, type Receipt } from "../core/schema/unfinished";
import { blueprintSteps, type Step } from "./blueprintSteps";
import { metadataPart, storedTexts, storePart, templatesPart, unfinishedPart } from "./metadataStore";
import { remove, removeBlueprint } from "./removeBlueprint";
import { failed, runBatch, type Done } from "./runBatch";
import { grownTables, loadGrowth } from "./tableGrowth";

/** Excel on the web takes 5 MB a request; this leaves room for the request's own words. */
const CHUNK_BYTES = 4_000_000;

export interface WriteOptions {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

interface Before {
  readonly receipt: Receipt;
  readonly conflict: Problem | null;
  readonly part: Excel.CustomXmlPart;
  readonly templates: Excel.CustomXmlPart;
  /** A note that could not be read, to be written over; a null object as a rule. */
  readonly note: Excel.CustomXmlPart;
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

/** What a blueprint would be in the way of, or what is in its way. */
function queueLook(context: Excel.RequestContext, blueprint: Blueprint) {
  const { workbook } = context;
  const created = blueprint.sheets.filter((sheet) => sheet.target === "create").map((sheet) => sheet.name);
  return {
    created,
    inTheWay: created.map((name) => workbook.worksheets.getItemOrNullObject(name).load("name")),
    takenNames: blueprint.names.map((name) => workbook.names.getItemOrNullObject(name.name).load("name")),
    growth: loadGrowth(context, blueprint.appends ?? []),
    charts: blueprint.sheets.flatMap(({ name: sheet, target, charts = [] }) => {
      const names = target === "create" ? [] : charts.flatMap(({ name }) => name ?? []);
      if (names.length === 0) return [];
      return [{ sheet, names, standing: workbook.worksheets.getItem(sheet).charts.load("items/name") }];
    }),
    rewritten: blueprint.rewrites.map(({ table, column }) => ({
      table,
      column,
      first: workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange().getRow(0).load("formulas"),
    })),
    part: metadataPart(context).load("id"),
    note: unfinishedPart(context).load("id"),
    templates: templatesPart(context).load("id"),
  };
}
type Looked = ReturnType<typeof queueLook>;

/** Why nothing is written: an earlier run half-done, a sheet of that name, no room under a table. */
function conflictIn({ inTheWay }: Looked, blocked: string | null, unfinished: Receipt | null): Problem | null {
  if (unfinished !== null) return { what: { key: "excel.unfinished" }, next: { key: "excel.unfinished.next" } };
  const standing = inTheWay.find((sheet) => !sheet.isNullObject);
  if (standing !== undefined)
    return { what: { key: "excel.exists", params: { location: standing.name } }, next: { key: "excel.exists.next" } };
  if (blocked === null) return null;
  return { what: { key: "excel.noRoom", params: { table: blocked } }, next: { key: "excel.noRoom.next" } };
}

/** One round trip: sheets and names that would be in the way, tables to grow, formulas to be replaced, our stored parts. */
async function look(context: Excel.RequestContext, blueprint: Blueprint): Promise<Before> {
  const looked = queueLook(context, blueprint);
  await context.sync();
  const { part, note, templates } = looked;
  const texts = await storedTexts(context, [part, note, templates]);
  const [metadataBefore = null, noteText = null, templatesBefore = null] = texts;
  const { grown, blocked } = grownTables(looked.growth);
  return {
    conflict: conflictIn(looked, blocked, noteText === null ? null : parseUnfinished(noteText)),
    part,
    note,
    templates,
    receipt: {
      createdSheets: looked.created,
      createdNames: blueprint.names
        .filter((_, i) => looked.takenNames[i]?.isNullObject === true)
        .map((name) => name.name),
      metadataBefore,
      ...(blueprint.templates === undefined ? {} : { templatesBefore }),
      rewrittenBefore: looked.rewritten.map(({ table, column, first }) => ({
        table,
        column,
        formula: String(first.formulas[0]?.[0] ?? ""),
      })),
      grownTables: grown,
      cells: createdCells(blueprint),
      charts: looked.charts.flatMap(({ sheet, names, standing }) =>
        names.map((name, i) => ({ sheet, name, place: standing.items.length + i })),
      ),
    },
  };
}

/** First of all the note that a run is under way: whatever stops it, the pane finds it again and offers the removal. */
function noteStep(before: Before): { readonly step: Step; readonly take: () => Excel.CustomXmlPart } {
  const xml = unfinishedXml(before.receipt);
  let note = before.note;
  const apply = (context: Excel.RequestContext): void => {
    if (note.isNullObject) note = context.workbook.customXmlParts.add(xml);
    else note.setXml(xml);
  };
  return { step: { bytes: xml.length, apply }, take: () => note };
}

async function write(
  context: Excel.RequestContext,
  blueprint: Blueprint,
  before: Before,
  options: WriteOptions,
): Promise<"done" | "cancelled"> {
  const note = noteStep(before);
  const chunks = chunksOf([note.step, ...blueprintSteps(blueprint, before.receipt.grownTables)]);
  options.onProgress?.(0, chunks.length);
  // The pane paints, and hears a press of Cancel, before the long request goes out.
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (const [index, chunk] of chunks.entries()) {
    if (options.signal?.aborted === true) return "cancelled";
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const step of chunk) step.apply(context);
    if (index === chunks.length - 1) {
      finish(context, blueprint, before);
      note.take().delete();
    }
    // One round trip per 4 MB: the request would be refused otherwise.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    options.onProgress?.(index + 1, chunks.length);
  }
  return "done";
}

function finish(context: Excel.RequestContext, blueprint: Blueprint, before: Before): void {
  if (blueprint.metadata !== null) storePart(context, before.part, blueprint.metadata);
  if (blueprint.templates !== undefined) storePart(context, before.templates, blueprint.templates);
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
    const { receipt } = before;
    if (ended === "done") return { ...receipt, charts: receipt.charts.map((chart) => ({ ...chart, place: null })) };
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
    what:
      left.length === 0 ? { key: "pane.halfWritten.noSheet" } : { key: "excel.halfWritten", params: { sheets: left } },
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
