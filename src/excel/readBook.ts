/** Reads the sheets of generated workbooks for a change of their language: values, where formulas stand, tables, charts. */
import type { Rect } from "../core/model/a1";
import type { StandingBook, StandingSheet } from "../core/language/standingBook";
import type { SnapshotTable } from "../core/recognise/snapshot";
import { templatesPart } from "./metadataStore";
import { areaRects, asCell, rectOf } from "./plainCells";
import { readLayout, type FoundTable, type Layout } from "./readSnapshot";

export interface BookReading {
  readonly book: StandingBook;
  readonly metadata: string | null;
  /** Text of the part with templates of one's own. */
  readonly templates: string | null;
}

interface Pending {
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  readonly used: Excel.Range;
  readonly formulas: Excel.RangeAreas;
  readonly charts: Excel.ChartCollection;
}

function ask(context: Excel.RequestContext, name: string, isProtected: boolean): Pending {
  const sheet = context.workbook.worksheets.getItem(name).load("id,name");
  const used = sheet.getUsedRangeOrNullObject(true).load("address,values");
  return {
    sheet,
    isProtected,
    used,
    formulas: used.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas).load("address"),
    charts: sheet.charts.load("items/title/text,items/series/items/name"),
  };
}

function sheetFrom(pending: Pending, tables: readonly (SnapshotTable & { readonly sheet: string })[]): StandingSheet {
  const { sheet, used, formulas, charts, isProtected } = pending;
  const rect: Rect | null = used.isNullObject ? null : rectOf(used.address);
  return {
    id: sheet.id,
    name: sheet.name,
    isProtected,
    used: rect,
    values: rect === null ? [] : (used.values as unknown[][]).map((row) => row.map(asCell)),
    formulas: rect === null || formulas.isNullObject ? [] : areaRects(formulas.address),
    tables: tables.filter((table) => table.sheet === sheet.name),
    charts: charts.items.map((chart) => ({
      title: chart.title.text,
      series: chart.series.items[0]?.name ?? "",
    })),
  };
}

/**
 * Two round trips.
 * @param wanted which sheets to read, by their name and the tables on them
 */
export async function readBook(
  context: Excel.RequestContext,
  wanted: (sheet: string, tables: readonly FoundTable[], names: Layout["names"]) => boolean,
): Promise<BookReading> {
  const own = templatesPart(context).load("id");
  const layout = await readLayout(context);
  const pending = layout.sheets
    .filter(({ name }) =>
      wanted(
        name,
        layout.tables.filter(({ sheet }) => sheet === name),
        layout.names,
      ),
    )
    .map(({ name, isProtected }) => ask(context, name, isProtected));
  const ranges = layout.tables.map((table) => ({
    table,
    range: context.workbook.tables.getItem(table.name).getRange().load("address"),
  }));
  const xml = layout.part.isNullObject ? null : layout.part.getXml();
  const templates = own.isNullObject ? null : own.getXml();
  await context.sync();
  const tables = ranges.flatMap(({ table, range }) => {
    const rect = rectOf(range.address);
    return rect === null ? [] : [{ ...table, rect }];
  });
  return {
    metadata: xml?.value ?? null,
    templates: templates?.value ?? null,
    book: {
      sheets: pending.map((entry) => sheetFrom(entry, tables)),
      sheetNames: layout.sheets.map(({ name }) => name),
      names: layout.names,
    },
  };
}
