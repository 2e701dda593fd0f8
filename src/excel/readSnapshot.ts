/**
 * Reads the part of the workbook that a check needs, as plain data, in two round trips: what there is, then the contents.
 * Always all rows, never the filtered view. Formulas are asked for only in columns that hold any, number formats only for
 * the first rows: that keeps a check near the size of its values.
 */
import { intersect, type Rect } from "../core/model/a1";
import { tableNameParts } from "../core/recognise/layout";
import type {
  CellValue,
  SheetHead,
  Snapshot,
  SnapshotName,
  SnapshotSheet,
  SnapshotTable,
} from "../core/recognise/snapshot";
import { askFresh, patched, type KnownSheet } from "./freshCells";
import { metadataPart, unfinishedPart } from "./metadataStore";
import { isEnormous } from "../core/recognise/nearCells";
import { nearPart } from "./nearPart";
import {
  areaRects,
  asCell,
  cellsOf,
  columnFormats,
  errorCells,
  FORMAT_ROWS,
  formulaText,
  rectOf,
  rectsOf,
} from "./plainCells";
import { rangeOf } from "./styles";

/** Which sheets to read beside the open one, given what is in the workbook: those with our tables, the log. */
export interface ReadOptions {
  readonly alsoRead?: (found: {
    readonly tables: readonly FoundTable[];
    readonly names: readonly SnapshotName[];
    readonly sheets: readonly string[];
  }) => readonly string[];
  /** What was read before and where it was edited since: then only that is read, in the first round trip. */
  readonly known?: KnownSheet;
  /**
   * Also the heads of the other sheets, for whether they are made like the open one; "read": and how far they reach, for they
   * are to be read next.
   */
  readonly heads?: "look" | "read";
}
export interface FoundTable extends SnapshotTable {
  readonly sheet: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly id: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
}

/** What is known of a sheet before its contents are read: its extent and where its formulas are. */
export interface FoundSheet {
  readonly used: Rect | null;
  readonly formulas: readonly Rect[];
  /** Some row or column is hidden or filtered out. */
  readonly hides: boolean;
  /** More stands far away and is not read. */
  readonly isCut?: true;
}

export interface SheetToRead {
  readonly plan: SheetPlan;
  readonly found: FoundSheet;
}

/** Contents asked for, to be read after the next sync. */
export interface PendingSheet {
  readonly plan: SheetPlan;
  readonly used: Excel.Range;
  readonly isCut: boolean;
  readonly merged: Excel.RangeAreas | null;
  readonly formulas: readonly { readonly offset: number; readonly range: Excel.Range }[];
  readonly formats: Excel.Range | null;
  /** Where formulas stand, of a sheet whose formulas are not asked for. */
  readonly formulaCells: Excel.RangeAreas | null;
  /** Cells that hold an error, typed or calculated. */
  readonly errors: readonly Excel.RangeAreas[];
  /** Cells that are neither hidden nor filtered out; null where nothing is. */
  readonly visible: Excel.RangeAreas | null;
}

/** Columns of `used` (offsets) that hold a formula, by the areas Excel names. */
function formulaColumns(used: Rect, areas: readonly Rect[]): number[] {
  const offsets = new Set<number>();
  for (const area of areas) {
    const shared = intersect(used, area);
    if (shared === null) continue;
    for (let c = 0; c < shared.columns; c += 1) offsets.add(shared.column + c - used.column);
  }
  return [...offsets].sort((a, b) => a - b);
}

const upTo = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);

/** Rows and columns of `used` in which no cell is visible. Where all rows are hidden, no column can be told from another. */
function hiddenIn(used: Rect, visible: readonly Rect[]): { readonly rows: number[]; readonly columns: number[] } {
  const rows = new Set(visible.flatMap((area) => upTo(area.row, area.rows)));
  const columns = new Set(visible.flatMap((area) => upTo(area.column, area.columns)));
  return {
    rows: upTo(used.row, used.rows).filter((row) => !rows.has(row)),
    columns: visible.length === 0 ? [] : upTo(used.column, used.columns).filter((column) => !columns.has(column)),
  };
}

export interface Layout {
  readonly active: string;
  readonly activeId: string;
  readonly sheets: readonly SheetPlan[];
  readonly tables: readonly FoundTable[];
  readonly names: readonly SnapshotName[];
  readonly part: Excel.CustomXmlPart;
  /** The note of a run that has not ended. */
  readonly unfinished: Excel.CustomXmlPart;
  readonly date1904: boolean;
  /** Known already for the open sheet. */
  readonly activeUsed: Rect | null;
  readonly activeFormulas: readonly Rect[];
  readonly activeFiltered: boolean;
  /** Some row or column of the open sheet is hidden or filtered out. */
  readonly activeHides: boolean;
  readonly ruleCount: number;
}

/** First round trip: sheets, tables, names, our part; extent, formula areas, filter and number of rules of the open sheet. */
export async function readLayout(context: Excel.RequestContext): Promise<Layout> {
  const { workbook } = context;
  const active = workbook.worksheets.getActiveWorksheet().load("id,name");
  const sheets = workbook.worksheets.load("items/name,items/id,items/visibility,items/protection/protected");
  const tables = workbook.tables.load(
    "items/name,items/showHeaders,items/showTotals,items/worksheet/name,items/columns/items/name",
  );
  const names = workbook.names.load("items/name,items/formula,items/value,items/type");
  const part = metadataPart(context).load("id");
  const unfinished = unfinishedPart(context).load("id");
  const used = active.getUsedRangeOrNullObject(true).load("address,rowHidden,columnHidden");
  const formulas = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas).load("address");
  const filter = active.autoFilter.load("isDataFiltered");
  const rules = active.getRange().conditionalFormats.getCount();
  await context.sync();

  return {
    active: active.name,
    activeId: active.id,
    sheets: sheets.items.map((sheet) => ({
      name: sheet.name,
      id: sheet.id,
      visible: sheet.visibility === "Visible",
      isProtected: sheet.protection.protected,
    })),
    tables: tables.items.map((table) => ({
      name: table.name,
      sheet: table.worksheet.name,
      rect: { row: 0, column: 0, rows: 1, columns: 1 },
      columns: table.columns.items.map((column) => column.name),
      hasHeader: table.showHeaders,
      hasTotals: table.showTotals,
    })),
    names: names.items.map((item) => ({
      name: item.name,
      formula: String(item.formula),
      // Of a name for a range Excel gives the address here, which is no value.
      value: item.type === "Range" ? null : nameValue(item.value),
    })),
    part,
    unfinished,
    date1904: false,
    activeUsed: used.isNullObject ? null : rectOf(used.address),
    activeFormulas: used.isNullObject || formulas.isNullObject ? [] : areaRects(formulas.address),
    activeFiltered: filter.isDataFiltered,
    activeHides: !used.isNullObject && hidesIn(used),
    ruleCount: rules.value,
  };
}

/** Some row or column is hidden or filtered out; mixed reads as null, which the types do not say. */
const hidesIn = ({ rowHidden, columnHidden }: Excel.Range): boolean =>
  [rowHidden, columnHidden].some((hidden: unknown) => hidden !== false);

const nameValue = (value: unknown): CellValue | null =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;

/** @param found null where nothing is known: values and where formulas stand, no formulas and merged cells */
export function askSheet(context: Excel.RequestContext, plan: SheetPlan, found: FoundSheet | null): PendingSheet {
  const sheet = context.workbook.worksheets.getItem(plan.name);
  const rect = found?.used ?? null;
  const isCut = found?.isCut === true && rect !== null;
  const used = (isCut ? rangeOf(sheet, rect) : sheet.getUsedRangeOrNullObject(true)).load("address,values");
  const offsets = rect === null || found === null ? [] : formulaColumns(rect, found.formulas);
  return {
    plan,
    used,
    isCut,
    errors: errorCells(used),
    visible:
      found?.hides === true ? used.getSpecialCellsOrNullObject(Excel.SpecialCellType.visible).load("address") : null,
    merged: rect === null ? null : sheet.getRange().getMergedAreasOrNullObject().load("address"),
    formulas: offsets.map((offset) => ({
      offset,
      range: rangeOf(sheet, {
        row: rect?.row ?? 0,
        column: (rect?.column ?? 0) + offset,
        rows: rect?.rows ?? 1,
        columns: 1,
      }).load("formulas"),
    })),
    formulaCells:
      rect === null ? used.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas).load("address") : null,
    formats:
      rect === null ? null : rangeOf(sheet, { ...rect, rows: Math.min(rect.rows, FORMAT_ROWS) }).load("numberFormat"),
  };
}

const EMPTY = {
  values: [],
  formulas: new Map<number, readonly string[]>(),
  numberFormats: [],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
};

/** The sheet once its contents have come. */
export function sheetFrom(pending: PendingSheet, tables: readonly SnapshotTable[], isFiltered: boolean): SnapshotSheet {
  const base = { ...pending.plan, isFiltered, tables, ...(pending.isCut ? { isCut: true as const } : {}) };
  const { visible, formulaCells } = pending;
  if (pending.used.isNullObject) return { ...base, ...EMPTY, used: null };
  const used = rectOf(pending.used.address);
  const hidden =
    used === null || visible === null
      ? { rows: [], columns: [] }
      : hiddenIn(used, visible.isNullObject ? [] : areaRects(visible.address));
  const values = cellsOf(pending.used.values as unknown[][], used, rectsOf(pending.errors));
  const holdsFormula = (texts: readonly string[]): boolean => texts.some((text) => text !== "");
  const formulas = pending.formulas.map(({ offset, range }) => {
    const texts = (range.formulas as unknown[][]).map((row) => formulaText(row[0]));
    return [offset, texts] as const;
  });
  return {
    ...base,
    used,
    values,
    formulas: new Map(formulas.filter(([, texts]) => holdsFormula(texts))),
    ...(formulaCells === null
      ? {}
      : { formulaAreas: formulaCells.isNullObject ? [] : areaRects(formulaCells.address) }),
    numberFormats: columnFormats(pending.formats, used?.columns ?? 0),
    merges: pending.merged === null || pending.merged.isNullObject ? [] : areaRects(pending.merged.address),
    hiddenRows: hidden.rows,
    hiddenColumns: hidden.columns,
  };
}

/** Rows and columns of a head, and sheets that are looked at. */
const HEAD_ROWS = 30;
const HEAD_COLUMNS = 40;
const MOST_HEADS = 60;

interface PendingHead {
  readonly plan: SheetPlan;
  readonly column: number;
  readonly range: Excel.Range;
  readonly extent: { readonly used: Excel.Range; readonly formulas: Excel.RangeAreas } | null;
}

function askExtent(sheet: Excel.Worksheet): PendingHead["extent"] {
  const used = sheet.getUsedRangeOrNullObject(true).load("address,rowHidden,columnHidden");
  const formulas = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas).load("address");
  return { used, formulas };
}

/** Heads of the visible sheets that are not read; none in a workbook of ours. */
function askHeads(
  context: Excel.RequestContext,
  layout: Layout,
  read: ReadonlySet<string>,
  withExtent: boolean,
): readonly PendingHead[] {
  const { activeUsed, tables, sheets } = layout;
  if (activeUsed === null || tables.some(({ name }) => tableNameParts(name) !== null)) return [];
  const { column, columns } = activeUsed;
  const rect = { row: 0, column, rows: HEAD_ROWS, columns: Math.min(columns, HEAD_COLUMNS) };
  return sheets
    .filter(({ name, visible }) => visible && !read.has(name))
    .slice(0, MOST_HEADS)
    .map((plan) => {
      const sheet = context.workbook.worksheets.getItem(plan.name);
      return {
        plan,
        column,
        range: rangeOf(sheet, rect).load("values"),
        extent: withExtent ? askExtent(sheet) : null,
      };
    });
}
function extentFrom({ plan, extent }: PendingHead): SheetToRead[] {
  if (extent === null || extent.used.isNullObject) return [];
  const { used, formulas } = extent;
  const areas = formulas.isNullObject ? [] : areaRects(formulas.address);
  return [{ plan, found: { used: rectOf(used.address), formulas: areas, hides: hidesIn(used) } }];
}
const headFrom = ({ plan, column, range }: PendingHead): SheetHead => ({
  name: plan.name,
  column,
  values: (range.values as unknown[][]).map((row) => row.map(asCell)),
});

export interface ReadResult {
  readonly snapshot: Snapshot;
  /** Excel's id of the open sheet: it stays when the sheet is renamed. */
  readonly activeId: string;
  /** All sheets of the workbook. */
  readonly sheetNames: readonly string[];
  /** Sheets whose heads were read, with how far they reach, where that was asked for. */
  readonly others: readonly SheetToRead[];
  /** Conditional formats on the open sheet, for placing marks after them. */
  readonly ruleCount: number;
  /** The note of a run that stopped half-way (text as stored), if there is one. */
  readonly unfinished: string | null;
}

/** First and last body row of a table of ours: every row of a calculated column holds the same text. */
const askSampled = ({ name, hasHeader }: FoundTable, range: Excel.Range): readonly Excel.Range[] =>
  tableNameParts(name) === null
    ? []
    : [range.getRow(hasHeader ? 1 : 0), range.getLastRow()].map((row) => row.load("formulas"));

/** A sheet of which some cell stands far away, without it; one more round trip, for such sheets only. */
async function withoutStray(context: Excel.RequestContext, name: string, found: FoundSheet): Promise<FoundSheet> {
  const { used, formulas } = found;
  if (used === null || !isEnormous(used)) return found;
  const near = await nearPart(context, context.workbook.worksheets.getItem(name), used, formulas);
  return near.rows === used.rows && near.columns === used.columns ? found : { ...found, used: near, isCut: true };
}

/** Reads the snapshot: two round trips inside a running batch; one where only what was edited has to be read. */
export async function readSnapshot(context: Excel.RequestContext, options: ReadOptions = {}): Promise<ReadResult> {
  const fresh = options.known === undefined ? null : askFresh(context, options.known);
  const layout = await readLayout(context);
  const again = fresh === null || options.known === undefined ? null : patched(options.known, fresh, layout);
  if (again !== null && layout.unfinished.isNullObject) return resultOf(again, layout, null);
  const { tables: found, names } = layout;
  const all = layout.sheets.map((sheet) => sheet.name);
  const also = new Set(options.alsoRead?.({ tables: found, names, sheets: all }) ?? []);
  const plans = layout.sheets.filter((sheet) => sheet.name === layout.active || also.has(sheet.name));
  const { activeUsed, activeFormulas, activeHides } = layout;
  const whole: FoundSheet = { used: activeUsed, formulas: activeFormulas, hides: activeHides };
  const open = await withoutStray(context, layout.active, whole);
  const pending = plans.map((plan) => askSheet(context, plan, plan.name === layout.active ? open : null));
  const wanted = new Set(plans.map((plan) => plan.name));
  const heads = options.heads === undefined ? [] : askHeads(context, layout, wanted, options.heads === "read");
  const xml = layout.part.isNullObject ? null : layout.part.getXml();
  const unfinished = layout.unfinished.isNullObject ? null : layout.unfinished.getXml();
  const tableRanges = layout.tables
    .filter((table) => wanted.has(table.sheet))
    .map((table) => {
      const range = context.workbook.tables.getItem(table.name).getRange().load("address");
      return { table, range, rows: table.sheet === layout.active ? [] : askSampled(table, range) };
    });
  await context.sync();

  const tables = tableRanges.flatMap(({ table, range, rows }) => {
    const rect = rectOf(range.address);
    const sampled = rows.map((row) => (row.formulas[0] as unknown[]).map(formulaText));
    return rect === null ? [] : [{ ...table, rect, ...(sampled.length === 0 ? {} : { sampled }) }];
  });
  const sheets = pending.map((entry) =>
    sheetFrom(
      entry,
      tables.filter((table) => table.sheet === entry.plan.name),
      entry.plan.name === layout.active && layout.activeFiltered,
    ),
  );
  const snapshot: Snapshot = {
    sheets,
    activeSheet: layout.active,
    sheetIds: layout.sheets.map((sheet) => sheet.id),
    names,
    metadata: xml?.value ?? null,
    date1904: layout.date1904,
    ...(heads.length === 0 ? {} : { heads: heads.map(headFrom) }),
  };
  return resultOf(snapshot, layout, unfinished?.value ?? null, heads.flatMap(extentFrom));
}

const resultOf = (
  snapshot: Snapshot,
  layout: Layout,
  unfinished: string | null,
  others: readonly SheetToRead[] = [],
): ReadResult => ({
  snapshot,
  others,
  activeId: layout.activeId,
  sheetNames: layout.sheets.map((sheet) => sheet.name),
  ruleCount: layout.ruleCount,
  unfinished,
});
