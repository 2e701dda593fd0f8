/** Where the tables and columns of a generated workbook are: by the stored metadata, or, when that is lost, by names and headers. */
import { parseRect, splitAddress } from "../model/a1";
import type { Location } from "../model/location";
import { Grid, isBlank, plainText } from "./grid";
import type { CellValue, Snapshot, SnapshotSheet, SnapshotTable } from "./snapshot";

/** Table name → column key → header, as the metadata stores it. */
export type StoredHeaders = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** Table key ("Plan") → column key → header, one language. */
export type HeaderWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

const OUR_TABLE = /^eh_(\d+)_([A-Za-z]+)(\d*)$/i;

export interface TableName {
  readonly instance: number;
  /** "Plan", "Entry", … */
  readonly key: string;
  /** 1 for Entry, 2 for Entry2. */
  readonly number: number;
}

/** The parts of a name of one of our tables; null for any other table. */
export function tableNameParts(name: string): TableName | null {
  const match = OUR_TABLE.exec(name);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { instance: Number(match[1]), key: match[2], number: match[3] === "" ? 1 : Number(match[3]) };
}

/** The key under which a table is stored: "Entry", "Entry2", "Results360". */
const keyOf = ({ key, number }: TableName): string => (number === 1 ? key : `${key}${String(number)}`);

/** Tables in which everything is looked up elsewhere, and those of closed periods: a check has no use for them. */
const LOOKED_UP: ReadonlySet<string> = new Set(
  "PersonPage PlanPage ProgressPage Trend Proof MethodProof Scheme Example Annual AnnualItems YearLines".split(" "),
);

/** Of closed periods those that a check compares with the open one: what people were rated last time. */
const COMPARED: ReadonlySet<string> = new Set("PastScaleRatings PastBarsRatings PastBoard PastReviews2".split(" "));

/** Sheets that hold our tables: what a check of a generated workbook must read beside the open sheet. */
export function sheetsToRead(tables: readonly { readonly name: string; readonly sheet: string }[]): readonly string[] {
  const isRead = (name: string): boolean => {
    const parts = tableNameParts(name);
    if (parts === null || LOOKED_UP.has(parts.key)) return false;
    return !parts.key.startsWith("Past") || COMPARED.has(keyOf(parts));
  };
  return [...new Set(tables.filter(({ name }) => isRead(name)).map(({ sheet }) => sheet))];
}

/** A table of the workbook, read by column keys. */
export class KeyedTable {
  private readonly grid: Grid;

  constructor(
    readonly name: string,
    readonly sheet: SnapshotSheet,
    private readonly table: SnapshotTable,
    /** Column key → offset in the table. */
    readonly columns: ReadonlyMap<string, number>,
  ) {
    this.grid = new Grid(sheet);
  }
  get headers(): readonly string[] {
    return this.table.columns;
  }
  /** Sheet rows of the body. */
  get rows(): readonly number[] {
    const { rect, hasHeader, hasTotals } = this.table;
    const count = rect.rows - (hasHeader ? 1 : 0) - (hasTotals ? 1 : 0);
    return Array.from({ length: Math.max(0, count) }, (_, i) => rect.row + (hasHeader ? 1 : 0) + i);
  }
  /** Sheet column of a key; null when the table has no such column. */
  column(key: string): number | null {
    const offset = this.columns.get(key);
    return offset === undefined ? null : this.table.rect.column + offset;
  }
  columnAt(offset: number): number {
    return this.table.rect.column + offset;
  }
  /** Value at a sheet row and column. */
  at(row: number, column: number): CellValue {
    return this.grid.at(row, column);
  }
  /** Formula at a sheet row and column, "" for none. */
  formula(row: number, column: number): string {
    return this.grid.formula(row, column);
  }
  /** The text that the sampled rows have in common at an offset; "" where they differ, null where formulas were read. */
  sampledFormula(offset: number): string | null {
    const { sampled } = this.table;
    if (sampled === undefined || this.sheet.formulaAreas === undefined) return null;
    const texts = new Set(sampled.flatMap((row) => row[offset] ?? "").filter((text) => text !== ""));
    return texts.size === 1 ? ([...texts][0] ?? "") : "";
  }
  /** Body rows in which a column holds a formula, of a sheet whose formulas were not read. */
  formulaRows(column: number): ReadonlySet<number> {
    const areas = this.sheet.formulaAreas ?? [];
    const over = areas.filter((area) => area.column <= column && column < area.column + area.columns);
    return new Set(this.rows.filter((row) => over.some((area) => area.row <= row && row < area.row + area.rows)));
  }
  value(row: number, key: string): CellValue {
    const column = this.column(key);
    return column === null ? "" : this.grid.at(row, column);
  }
  text(row: number, key: string): string {
    return plainText(this.value(row, key));
  }
  number(row: number, key: string): number | null {
    const value = this.value(row, key);
    return typeof value === "number" ? value : null;
  }
  /** Rows whose first keyed column given is not blank. */
  filledRows(key: string): readonly number[] {
    return this.rows.filter((row) => !isBlank(this.value(row, key)));
  }
}

function columnsOf(
  table: SnapshotTable,
  key: string,
  stored: StoredHeaders | null,
  words: readonly HeaderWords[],
): Map<string, number> {
  const found = new Map<string, number>();
  const known = [stored?.[table.name] ?? {}, ...words.map((language) => language[key] ?? {})];
  for (const headers of known) {
    for (const [column, header] of Object.entries(headers)) {
      const offset = table.columns.indexOf(header);
      if (offset >= 0 && !found.has(column)) found.set(column, offset);
    }
  }
  return found;
}

/** Tables of an instance by their key ("Plan", "Entry", "Entry2" …), only those on sheets that were read. */
export function keyedTables(
  snapshot: Snapshot,
  instance: number,
  stored: StoredHeaders | null,
  words: readonly HeaderWords[],
): ReadonlyMap<string, KeyedTable> {
  const found = new Map<string, KeyedTable>();
  for (const sheet of snapshot.sheets) {
    for (const table of sheet.tables) {
      const parts = tableNameParts(table.name);
      if (parts?.instance !== instance) continue;
      found.set(keyOf(parts), new KeyedTable(table.name, sheet, table, columnsOf(table, parts.key, stored, words)));
    }
  }
  return found;
}

const entryNamed = ({ names }: Snapshot, name: string) =>
  names.find((entry) => entry.name.toLowerCase() === name.toLowerCase());

/** The cells behind a workbook name; null where there are none. */
export function namedLocation(snapshot: Snapshot, name: string): Location | null {
  const { sheet, address } = splitAddress((entryNamed(snapshot, name)?.formula ?? "").replace(/^=/, ""));
  const rect = parseRect(address);
  return sheet === null || rect === null ? null : { sheet, rect };
}

/** The value behind a workbook name: its cell where that sheet was read, else the value that came with the name. */
export function namedValue(snapshot: Snapshot, name: string): CellValue | null {
  const found = entryNamed(snapshot, name);
  if (found === undefined) return null;
  const place = namedLocation(snapshot, name);
  const read = snapshot.sheets.find((candidate) => candidate.name === place?.sheet);
  if (place === null || read === undefined) return found.value;
  return new Grid(read).at(place.rect.row, place.rect.column);
}

/** Words of an instance, the other way round: what a cell shows → its key ("Evaluate" → "evaluate"). */
export function wordKeys(snapshot: Snapshot, instance: number): ReadonlyMap<string, string> {
  const prefix = `eh_${String(instance)}_w_`.toLowerCase();
  const keys = new Map<string, string>();
  for (const { name } of snapshot.names) {
    if (!name.toLowerCase().startsWith(prefix)) continue;
    const word = plainText(namedValue(snapshot, name) ?? "");
    // Two words may read alike ("Deduction" as a kind of line and as a side of an item): the first one is meant, sides are read by name.
    if (word !== "" && !keys.has(word)) keys.set(word, name.slice(prefix.length));
  }
  return keys;
}
