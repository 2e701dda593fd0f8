/** Typing into the snapshot of a generated workbook: cells by table and column key, rows under a table. */
import type { CellValue, Snapshot, SnapshotSheet, SnapshotTable } from "../../src/core/recognise/snapshot";
import { parseMetadata, type InstanceMetadata } from "../../src/core/schema/metadata";
import { withCell } from "./blueprintSnapshot";

export function instanceIn(snapshot: Snapshot): InstanceMetadata {
  const parsed = parseMetadata(snapshot.metadata ?? "");
  const instance = parsed.ok ? parsed.metadata.instances[0] : undefined;
  if (instance === undefined) throw new Error("no scorecard in this workbook");
  return instance;
}

interface Found {
  readonly sheet: SnapshotSheet;
  readonly table: SnapshotTable;
}
function tableIn(snapshot: Snapshot, key: string): Found {
  const name = instanceIn(snapshot).tables[key]?.name;
  for (const sheet of snapshot.sheets) {
    const table = sheet.tables.find((known) => known.name === name);
    if (table !== undefined) return { sheet, table };
  }
  throw new Error(`no table ${key}`);
}
function columnIn(snapshot: Snapshot, key: string, column: string): number {
  const { table } = tableIn(snapshot, key);
  const offset = table.columns.indexOf(instanceIn(snapshot).tables[key]?.columns[column] ?? "");
  if (offset < 0) throw new Error(`no column ${column} in ${key}`);
  return table.rect.column + offset;
}

/** The value at a body row (from 0) of a table's column. */
export function valueAt(snapshot: Snapshot, key: string, row: number, column: string): CellValue {
  const { sheet, table } = tableIn(snapshot, key);
  return sheet.values[table.rect.row + 1 + row]?.[columnIn(snapshot, key, column)] ?? "";
}
/** Body rows of a table. */
export const rowsOf = (snapshot: Snapshot, key: string): number => tableIn(snapshot, key).table.rect.rows - 1;

/** The workbook with values typed into a body row of a table, by column key. */
export function typed(
  snapshot: Snapshot,
  key: string,
  row: number,
  values: Readonly<Record<string, CellValue>>,
): Snapshot {
  return Object.entries(values).reduce((book, [column, value]) => {
    const { sheet, table } = tableIn(book, key);
    return withCell(book, sheet.name, table.rect.row + 1 + row, columnIn(book, key, column), value);
  }, snapshot);
}

/** The workbook with a row typed directly under a table, which grows by it as in Excel. */
export function typedBelow(snapshot: Snapshot, key: string, values: Readonly<Record<string, CellValue>>): Snapshot {
  const { sheet, table } = tableIn(snapshot, key);
  const grown: SnapshotTable = { ...table, rect: { ...table.rect, rows: table.rect.rows + 1 } };
  const width = sheet.used?.columns ?? 0;
  const bottom = table.rect.row + table.rect.rows;
  const lines = Array.from({ length: Math.max(sheet.values.length, bottom + 1) }, (_, r) =>
    Array.from({ length: width }, (__, c) => sheet.values[r]?.[c] ?? ""),
  );
  const taller: SnapshotSheet = {
    ...sheet,
    used: { row: 0, column: 0, rows: lines.length, columns: width },
    values: lines,
    tables: sheet.tables.map((known) => (known.name === table.name ? grown : known)),
  };
  const book = { ...snapshot, sheets: snapshot.sheets.map((known) => (known.name === sheet.name ? taller : known)) };
  return typed(book, key, table.rect.rows - 1, values);
}

/** The workbook at another stage, as a person chooses it on Settings. */
export function atStage(snapshot: Snapshot, word: string): Snapshot {
  const name = snapshot.names.find((entry) => entry.name === "eh_1_Stage");
  const match = /^='?([^'!]+)'?!\$([A-Z]+)\$(\d+)$/.exec(name?.formula ?? "");
  return withCell(snapshot, match?.[1] ?? "", Number(match?.[3]) - 1, (match?.[2] ?? "A").charCodeAt(0) - 65, word);
}
