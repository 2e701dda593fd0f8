/** Compares two workbooks table by table, calculated: the same people and figures must show the same, however they came there. */
import { keyOf } from "../../host/model/cellStore";
import { METADATA_NAMESPACE, parseMetadata, type InstanceMetadata } from "../../src/core/schema/metadata";
import type { TestBook } from "./bootWorkbook";

/** What is stored of the first workbook of ours in a book. */
export function storedIn(book: TestBook): InstanceMetadata {
  const xml = book.model.data.customXml.map((part) => part.xml).find((text) => text.includes(METADATA_NAMESPACE));
  const parsed = parseMetadata(xml ?? "");
  const instance = parsed.ok ? parsed.metadata.instances[0] : undefined;
  if (instance === undefined) throw new Error("nothing is stored");
  return instance;
}

interface Cells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** Values, formulas and formats of a table, head and body. */
function cellsOf(book: TestBook, name: string): Cells {
  const found = book.model.table(name);
  if (!found) throw new Error(`no table ${name}`);
  const { rect } = found.table;
  const grid = <T>(of: (row: number, column: number) => T): T[][] =>
    Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (_unused, c) => of(rect.row + r, rect.column + c)),
    );
  const cell = (row: number, column: number) => found.sheet.cells.get(keyOf(row, column));
  return {
    values: grid((row, column) => book.model.valueAt(found.sheet.id, row, column) ?? ""),
    formulas: grid((row, column) => cell(row, column)?.formula ?? ""),
    formats: grid((row, column) => cell(row, column)?.format ?? {}),
  };
}

/** The cells of every table of the instance, calculated: read before another book is opened, which ends this one's engine. */
export async function tablesOf(book: TestBook): Promise<ReadonlyMap<string, Cells>> {
  await book.model.recalc();
  return new Map(Object.values(storedIn(book).tables).map(({ name }) => [name, cellsOf(book, name)]));
}

/** Names of the wanted tables in which a book differs, with the first cell that does. */
export async function differingTables(book: TestBook, wanted: ReadonlyMap<string, Cells>): Promise<readonly string[]> {
  await book.model.recalc();
  return [...wanted].flatMap(([name, b]) => {
    const a = cellsOf(book, name);
    if (a.values.length !== b.values.length)
      return [`${name}: ${String(a.values.length)} rows, ${String(b.values.length)}`];
    for (const kind of ["formulas", "values", "formats"] as const) {
      for (const [r, row] of a[kind].entries()) {
        for (const [c, value] of row.entries()) {
          const other = b[kind][r]?.[c];
          if (JSON.stringify(value) !== JSON.stringify(other))
            return [`${name} ${kind} ${String(r)},${String(c)}: ${JSON.stringify(value)} for ${JSON.stringify(other)}`];
        }
      }
    }
    return [];
  });
}

/** Rules and validation of the sheets with these tables, with the rows that they cover: what would not fit new people. */
export const rulesOf = (book: TestBook, name: string): unknown => {
  const found = book.model.table(name);
  return [
    ...(found?.sheet.conditionalFormats ?? []).map(({ ranges, rule }) => ({ ranges, rule })),
    ...(found?.sheet.validations ?? []).map(({ ranges, rule }) => ({ ranges, rule })),
    found?.sheet.page.printArea,
  ];
};
