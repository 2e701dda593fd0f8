/** The third opinion on a method workbook: what its cells say against what core computes from what people typed in it. */
import type { ReadBook } from "../../src/core/blueprint/methodReading";
import type { MethodDefinition } from "../../src/core/blueprint/methodWorkbook";
import { methodById } from "../../src/core/methods/registry";
import { cellAddress, MAX_COLUMNS, parseRect } from "../../src/core/model/a1";
import { parseMetadata, type InstanceMetadata } from "../../src/core/schema/metadata";
import type { CellScalar, SheetData, WorkbookData } from "../../host/model/types";
import { snapshotOf } from "../audit/snapshotOf";
import { sameValue } from "./compareValues";

export interface FoundMethod {
  readonly method: MethodDefinition;
  readonly instance: InstanceMetadata;
}
interface Place {
  readonly sheet: SheetData;
  readonly row: number;
  readonly rows: number;
  readonly columnOf: (key: string) => number;
}

/** The method by which the workbook was made; null for a KPI scorecard. */
export function readMethod(data: WorkbookData): FoundMethod | null {
  const stored = parseMetadata(snapshotOf(data).metadata ?? "");
  const instance = stored.ok ? stored.metadata.instances[0] : undefined;
  const method = methodById(instance?.template ?? "");
  return instance === undefined || method === null ? null : { method, instance };
}

const valueAt = (sheet: SheetData, row: number, column: number): CellScalar =>
  sheet.cells.get(row * MAX_COLUMNS + column)?.value ?? null;

/** A table by its key; its columns by theirs. */
function placeOf(data: WorkbookData, { instance }: FoundMethod, key: string): Place | null {
  const stored = instance.tables[key];
  for (const sheet of data.sheets) {
    const table = sheet.tables.find(({ name }) => name === stored?.name);
    if (table === undefined) continue;
    const columnOf = (column: string): number => {
      const index = table.columns.findIndex(({ name }) => name === stored?.columns[column]);
      if (index < 0) throw new Error(`${key} has no column ${column}`);
      return table.rect.column + index;
    };
    return { sheet, row: table.rect.row + 1, rows: table.rect.rows - 1, columnOf };
  }
  return null;
}

function namedValue(data: WorkbookData, name: string): CellScalar {
  const formula = data.names.find((entry) => entry.name === name)?.formula ?? "";
  const [, sheetName = "", address = ""] = /^=?'?(.+?)'?!(.+)$/.exec(formula) ?? [];
  const sheet = data.sheets.find((candidate) => candidate.name === sheetName.replaceAll("''", "'"));
  const rect = parseRect(address);
  return sheet === undefined || rect === null ? null : valueAt(sheet, rect.row, rect.column);
}

/** The workbook as core reads it. */
export function bookOf(data: WorkbookData, found: FoundMethod): ReadBook {
  const prefix = `eh_${String(found.instance.instance)}_`;
  const text = (value: CellScalar): string => (value === null || typeof value === "object" ? "" : String(value));
  return {
    ranks: found.instance.ranks,
    word: (key) => text(namedValue(data, `${prefix}w_${key}`)),
    setting: (name) => {
      const value = namedValue(data, `${prefix}${name}`);
      return typeof value === "number" ? value : null;
    },
    rows: (table) => {
      const place = placeOf(data, found, table);
      if (place === null) return [];
      return Array.from({ length: place.rows }, (_, i) => {
        const at = (column: string): CellScalar => valueAt(place.sheet, place.row + i, place.columnOf(column));
        return {
          text: (column) => text(at(column)),
          number: (column) => {
            const value = at(column);
            return typeof value === "number" ? value : null;
          },
        };
      });
    },
  };
}

/** Faults in words, one for each cell that says something else than core. `data` holds calculated values. */
export function compareWithReading(data: WorkbookData, found: FoundMethod): { compared: number; faults: string[] } {
  const expected = found.method.reading(bookOf(data, found));
  const faults = expected.flatMap(({ table, row, column, value }) => {
    const place = placeOf(data, found, table);
    if (place === null) return [`core: no table ${table}`];
    const at = [place.row + row, place.columnOf(column)] as const;
    const shown = valueAt(place.sheet, ...at);
    return sameValue(shown, value)
      ? []
      : [
          `${place.sheet.name}!${cellAddress(...at)} (${column}): workbook ${JSON.stringify(shown)}, core ${JSON.stringify(value)}`,
        ];
  });
  return { compared: expected.length, faults };
}
