/** What must be read of tables of people before they grow, shrink or are sorted; and rows taken out and put back. */
import type { RowRemoval } from "../core/people/removePeople";
import type { FormulaSamples } from "../core/people/standingRows";
import { parseRect, rectAddress, splitAddress, type Rect } from "../core/model/a1";
import { cellInput } from "./cellText";
import { rangeOf } from "./styles";

/** Body rows of a table that are looked at for its formulas: the first, one in the middle, the last. */
const sampled = (rows: number): readonly number[] =>
  [...new Set([0, Math.floor(rows / 2), rows - 1])].filter((row) => row >= 0);

interface TableLook {
  readonly samples: FormulaSamples;
  /** Tables of which a filter hides rows. */
  readonly filtered: readonly string[];
}

/** One round trip: formulas of a few rows of each table, and whether a filter is on. */
export async function lookAtTables(
  context: Excel.RequestContext,
  tables: readonly { readonly name: string; readonly rows: number }[],
): Promise<TableLook> {
  const loaded = tables.map(({ name, rows }) => {
    const table = context.workbook.tables.getItem(name);
    const body = table.getDataBodyRange();
    return {
      name,
      filter: table.autoFilter.load("isDataFiltered"),
      rows: sampled(rows).map((row) => body.getRow(row).load("formulas")),
    };
  });
  await context.sync();
  const text = (cell: unknown): string => (typeof cell === "string" && cell.startsWith("=") ? cell : "");
  return {
    samples: new Map(
      loaded.map(({ name, rows }) => [name, rows.map((row) => ((row.formulas as unknown[][])[0] ?? []).map(text))]),
    ),
    filtered: loaded.filter(({ filter }) => filter.isDataFiltered).map(({ name }) => name),
  };
}

type Input = string | number | boolean;
/** A row that was taken out: where it stood and what it held. */
interface TakenRow {
  readonly row: number;
  readonly cells: readonly Input[];
}
export interface TakenRows {
  readonly table: string;
  readonly sheet: string;
  /** Body rows before. */
  readonly count: number;
  /** Ascending. */
  readonly taken: readonly TakenRow[];
  readonly printArea: string | null;
  readonly address: string;
}

/** What is put back for a cell: its formula, else what it held. */
function inputOf(formula: unknown, value: unknown): Input {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
  if (typeof value === "string") return value === "" ? "" : (cellInput(value) ?? "");
  return typeof value === "number" || typeof value === "boolean" ? value : "";
}

/** One round trip: what the rows hold that will go. */
export async function loadRows(
  context: Excel.RequestContext,
  removals: readonly RowRemoval[],
): Promise<readonly TakenRows[]> {
  const loaded = removals.map(({ table: name, sheet, rows }) => {
    const table = context.workbook.tables.getItem(name);
    const body = table.getDataBodyRange().load("rowCount");
    const ascending = [...rows].sort((a, b) => a - b);
    return {
      name,
      sheet,
      body,
      range: table.getRange().load("address"),
      rows: ascending.map((row) => ({ row, range: body.getRow(row).load("formulas,values") })),
      area: context.workbook.worksheets.getItem(sheet).pageLayout.getPrintAreaOrNullObject().load("address"),
    };
  });
  await context.sync();
  return loaded.map(({ name, sheet, body, range, rows, area }) => ({
    table: name,
    sheet,
    count: body.rowCount,
    address: splitAddress(range.address).address,
    printArea: area.isNullObject ? null : splitAddress(area.address).address,
    taken: rows.map(({ row, range: { formulas, values } }) => ({
      row,
      cells: ((formulas as unknown[][])[0] ?? []).map((formula, c) =>
        inputOf(formula, (values as unknown[][])[0]?.[c]),
      ),
    })),
  }));
}

/** What is printed where it ends with the table; null where it does not. */
function printedWith({ printArea, address }: TakenRows, rows: number): string | null {
  const [printed, table] = [parseRect(printArea ?? ""), parseRect(address)];
  if (printed === null || table === null || printed.row + printed.rows !== table.row + table.rows) return null;
  return rectAddress({ ...printed, rows: printed.rows + rows });
}

/** Takes the rows out, from the last one up. One request. */
export async function deleteRows(context: Excel.RequestContext, all: readonly TakenRows[]): Promise<void> {
  for (const entry of all) {
    const { rows } = context.workbook.tables.getItem(entry.table);
    for (const { row } of [...entry.taken].reverse()) rows.getItemAt(row).delete();
    const printed = printedWith(entry, -entry.taken.length);
    if (printed !== null) context.workbook.worksheets.getItem(entry.sheet).pageLayout.setPrintArea(printed);
  }
  await context.sync();
}

/** The cells right under a table where anything stands further down; null where nothing does. */
function underTable(whole: Excel.Range, used: Excel.Range): Rect | null {
  const rectOf = (range: Excel.Range): Rect | null => parseRect(splitAddress(range.address).address);
  const [table, all] = [rectOf(whole), used.isNullObject ? null : rectOf(used)];
  if (table === null || all === null || all.row + all.rows <= table.row + table.rows) return null;
  return { ...table, row: table.row + table.rows, rows: 1 };
}

/** Puts rows back that are missing, as far as they were taken out: from the last one up they went, so the first ones stand. */
export async function putRowsBack(context: Excel.RequestContext, all: readonly TakenRows[]): Promise<void> {
  const now = all.map((entry) => {
    const table = context.workbook.tables.getItem(entry.table);
    const sheet = context.workbook.worksheets.getItem(entry.sheet);
    return {
      entry,
      sheet,
      body: table.getDataBodyRange().load("rowCount"),
      whole: table.getRange().load("address"),
      used: sheet.getUsedRangeOrNullObject(true).load("address"),
    };
  });
  await context.sync();
  for (const { entry, sheet, body, whole, used } of now) {
    const missing = entry.count - body.rowCount;
    const { rows } = context.workbook.tables.getItem(entry.table);
    const back = missing <= 0 ? [] : entry.taken.slice(entry.taken.length - missing);
    let standing = body.rowCount;
    const under = underTable(whole, used);
    for (const { row, cells } of back) {
      const isLast = row >= standing;
      // What stands under the table went up with the row, and a row at the end only takes a free one: it goes down first.
      if (isLast && under !== null)
        rangeOf(sheet, { ...under, row: under.row + standing - body.rowCount }).insert("Down");
      // At the end Excel wants no place.
      rows.add(isLast ? undefined : row, [[...cells]]);
      standing += 1;
    }
    if (entry.printArea !== null && printedWith(entry, 0) !== null)
      context.workbook.worksheets.getItem(entry.sheet).pageLayout.setPrintArea(entry.printArea);
  }
  await context.sync();
}
