/**
 * What of the registry's checks runs on a method workbook: the codes, what the workbook's own rows say already, limits that its
 * Settings hold, and a reader from its tables to the data that the checks take.
 */
import type { Location } from "../model/location";
import type { Person, Scorecard } from "../model/scorecard";
import type { ScoresElsewhere } from "./elsewhere";
import type { ReadBook, ReadRow } from "./methodReading";

/** A row of a table with the cells that it stands in. */
export interface LocatedRow extends ReadRow {
  /** The cell of a column; the row's first cell where there is no such column. */
  readonly cell: (column: string) => Location;
}
/** A method workbook as the checks read it. */
export interface LocatedBook extends ReadBook {
  readonly rows: (table: string) => readonly LocatedRow[];
  /** Header of a column; "" where there is none. */
  readonly header: (table: string, column: string) => string;
  /** Name of the sheet on which a table stands; "" where there is none. */
  readonly sheet: (table: string) => string;
  /** Of the other workbooks of the file that have results, in the order in which they were made. */
  readonly scoresElsewhere: () => readonly ScoresElsewhere[];
}

/** The parts of a scorecard that a method workbook can hold for checks; a part that holds nothing is left out. */
export type CheckedParts = Partial<
  Pick<
    Scorecard,
    "plans" | "evidence" | "ratings" | "cascade" | "goals" | "objectives" | "checkIns" | "workload" | "people" | "bands"
  >
> & {
  /** Totals of another workbook of the file by id of the person. */
  readonly totals?: ReadonlyMap<string, number>;
};

/** Words of the workbook's own check columns that say what a check would say: the check is silent where one of them stands. */
export interface SaidByRows {
  /** Keys of words. */
  readonly words: readonly string[];
  /** In the row of the finding, in a row of the same person, or anywhere in the workbook; absent: in the row. */
  readonly at?: "row" | "person" | "anywhere";
}
/** A limit of a check that a cell of Settings holds. */
export interface OwnLimit {
  /** Name of the cell: "c_MinRaters". */
  readonly cell: string;
  /** From what stands in the cell to what the check goes by; absent: the same. */
  readonly of?: (value: number, book: ReadBook) => number;
}
export interface MethodChecks {
  /** Codes of the registry. */
  readonly codes: readonly string[];
  /** By code. */
  readonly said?: Readonly<Record<string, SaidByRows>>;
  /** By code and threshold: "R10.raters". */
  readonly limits?: Readonly<Record<string, OwnLimit>>;
  readonly read: (book: LocatedBook) => CheckedParts;
}

/** Reads nothing where a list is empty: a part that is there, and empty, would be complained about. */
export const unlessEmpty = <Key extends keyof CheckedParts, T>(
  key: Key,
  list: readonly T[],
): { readonly [K in Key]?: readonly T[] } =>
  (list.length === 0 ? {} : { [key]: list }) as { readonly [K in Key]?: readonly T[] };

const plainId = (id: string): string => id.trim().toLowerCase();

/** Looks things up by an id, which is compared as the sheet's formulas compare it; a blank one is nobody's. */
export function allById<T>(list: readonly T[], idOf: (item: T) => string): (id: string) => readonly T[] {
  const known = new Map<string, T[]>();
  for (const item of list) {
    const id = plainId(idOf(item));
    const own = known.get(id);
    if (id === "") continue;
    if (own === undefined) known.set(id, [item]);
    else own.push(item);
  }
  return (id) => known.get(plainId(id)) ?? [];
}
/** The first of those. */
export function firstById<T>(list: readonly T[], idOf: (item: T) => string): (id: string) => T | undefined {
  const all = allById(list, idOf);
  return (id) => all(id)[0];
}

/** The people of the workbook who have a name. `at`: table and column at which findings about them stand; absent: the list. */
export function peopleIn(
  book: LocatedBook,
  at?: { readonly table: string; readonly column: string },
): readonly Person[] {
  const rowOf = firstById(at === undefined ? [] : book.rows(at.table), (row) => row.text("id"));
  return book.rows("People").flatMap((row): readonly Person[] => {
    const [id, name] = [row.text("id"), row.text("name")];
    if (id === "" || name === "") return [];
    const own = rowOf(id);
    const cell = own === undefined || at === undefined ? row.cell("name") : own.cell(at.column);
    return [{ id, name, cell, jobGroup: row.text("jobGroup"), plan: 0, actuals: [], ownTotal: null, ownRank: null }];
  });
}

/** Ids of the people who were made by us to show how the workbook works. */
export const samplePeople = (book: LocatedBook): ReadonlySet<string> =>
  new Set(
    book
      .rows("People")
      .flatMap((row) =>
        row.text("status") !== "" && row.text("status") === book.word("sample") ? [row.text("id")] : [],
      ),
  );
