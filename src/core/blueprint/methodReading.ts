/** Reads a method workbook back by table and column key, so that core can compute its results a second time. */

export interface ReadRow {
  /** "" for an empty cell. */
  readonly text: (column: string) => string;
  /** null where no number stands. */
  readonly number: (column: string) => number | null;
}
export interface ReadBook {
  readonly rows: (table: string) => readonly ReadRow[];
  /** A cell of Settings by its name ("AsOf", "c_Days"); null where no number stands. */
  readonly setting: (name: string) => number | null;
  /** The word in force for a key. */
  readonly word: (key: string) => string;
  readonly ranks: "competition" | "dense";
}
/** What core computes for a cell: "" where the sheet must show nothing. */
export interface ExpectedValue {
  readonly table: string;
  /** Body row from 0. */
  readonly row: number;
  readonly column: string;
  readonly value: number | string;
}
export type MethodReading = (book: ReadBook) => readonly ExpectedValue[];

/** The expected values of one row; null means an empty cell. */
export const expectRow = (
  table: string,
  row: number,
  values: Readonly<Record<string, number | string | null>>,
): readonly ExpectedValue[] =>
  Object.entries(values).map(([column, value]) => ({ table, row, column, value: value ?? "" }));

export interface BandReader {
  /** Place of the band in which a score stands, 1 = lowest; 0 without a score. */
  readonly placeOf: (score: number | null) => number;
  /** Name of the band at a place; null for 0. */
  readonly nameAt: (place: number) => string | null;
  readonly nameOf: (score: number | null) => string | null;
}
/** Bands by the workbook's own table. */
export function bandReader(book: ReadBook): BandReader {
  const bands = book.rows("Bands").map((row) => ({ from: row.number("from") ?? 0, name: row.text("band") }));
  const placeOf = (score: number | null): number =>
    score === null ? 0 : bands.filter(({ from }) => from <= score).length;
  const nameAt = (place: number): string | null => bands[place - 1]?.name ?? null;
  return { placeOf, nameAt, nameOf: (score) => nameAt(placeOf(score)) };
}
