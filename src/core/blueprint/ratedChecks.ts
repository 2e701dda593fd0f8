/** Ratings of people by their managers, as the checks of raters take them; the list of people says who manages whom. */
import type { Location } from "../model/location";
import type { Rater, RatingRow, Ratings } from "../model/ratings";
import type { EvidenceRecord, PlanLine } from "../model/scorecard";
import { resultsElsewhere } from "./elsewhere";
import {
  allById,
  firstById,
  peopleIn,
  samplePeople,
  type CheckedParts,
  type LocatedBook,
  type LocatedRow,
  type MethodChecks,
} from "./methodChecks";
import type { RatedRow } from "./ratedReading";

/**
 * Ratings of several people, beside what was measured of them elsewhere in the file; nothing where nobody rated anything.
 * @param at table and column at which findings about a person stand
 */
export function ratedParts(
  book: LocatedBook,
  ratings: Ratings,
  at: { readonly table: string; readonly column: string },
): CheckedParts {
  if (!ratings.rows.some(({ points }) => points.some((value) => value !== null))) return {};
  const people = peopleIn(book, at);
  return { people, ratings, ...resultsElsewhere(book, people, true) };
}

/** Who rates whom by the list of people. Those without a manager have one and the same, called by the heading of the column. */
export function managersIn(book: LocatedBook): (person: string) => { readonly id: string; readonly name: string } {
  const rowOf = firstById(book.rows("People"), (row) => row.text("id"));
  return (person) => {
    const name = rowOf(person)?.text("manager").trim() ?? "";
    return { id: name.toLowerCase(), name: name === "" ? book.header("People", "manager") : name };
  };
}

/** The rows of a table of closed periods that belong to the last of them. */
export function lastPeriod(book: LocatedBook, table: string): readonly LocatedRow[] {
  const rows = book.rows(table);
  const last = Math.max(...rows.map((row) => row.number("toDay") ?? -Infinity));
  return Number.isFinite(last) ? rows.filter((row) => row.number("toDay") === last) : [];
}

/** Raters of a workbook's own list, by id; who has no name is called by the id. */
export function ratersIn(
  book: LocatedBook,
  table: string,
): (id: string) => { readonly id: string; readonly name: string } | undefined {
  const raters = book
    .rows(table)
    .map((row) => ({ id: row.text("id"), name: row.text("name").trim() || row.text("id") }));
  return firstById(raters, ({ id }) => id);
}

/** One sheet of a rater. */
export interface Sheet {
  readonly rater: { readonly id: string; readonly name: string };
  readonly person: string;
  readonly points: readonly (number | null)[];
  readonly cell: Location;
}
/** Raters and rows of sheets by bosses; a rater stands where the first of the sheets does. */
export function ofBosses(sheets: readonly Sheet[]): {
  readonly raters: readonly Rater[];
  readonly rows: readonly RatingRow[];
} {
  const raters = new Map<string, Rater>();
  for (const { rater, cell } of sheets) if (!raters.has(rater.id)) raters.set(rater.id, { ...rater, cell });
  const rows = sheets.map(({ rater, ...sheet }): RatingRow => ({
    ...sheet,
    rater: rater.id,
    group: "boss",
    comment: "",
  }));
  return { raters: [...raters.values()], rows };
}

/** Ratings of the last period: all numbers of a person together. */
export function formerly(
  rows: readonly LocatedRow[],
  person: string,
  columns: readonly string[],
): readonly RatingRow[] {
  const known = new Map<string, { cell: Location; points: number[] }>();
  for (const row of rows) {
    const id = row.text(person);
    const entry = known.get(id) ?? { cell: row.cell(person), points: [] };
    entry.points.push(...columns.flatMap((column) => row.number(column) ?? []));
    known.set(id, entry);
  }
  return [...known].map(([id, entry]) => ({ ...entry, person: id, rater: "", group: "boss" as const, comment: "" }));
}

/** The keys of a method's tables and columns, and what core reads in its rows. */
interface RatedTables {
  /** A row a person and item. */
  readonly ratings: string;
  /** The column that is typed into. */
  readonly typed: string;
  readonly items: string;
  readonly past: string;
  /** Highest point of a workbook that does not say it. */
  readonly usualTop: number;
  /** In the order of the rows. */
  readonly marks: readonly RatedRow[];
}

/** A line on which behaviour is rated: what is written there is about incidents. */
export const behaviourLine = (id: string, cell: Location): PlanLine => ({
  ...{ id, name: id, section: "", unknownKind: null, cells: {}, texts: {} },
  weight: { value: null, raw: "", cell },
  rule: { kind: "rating", maximum: 5 },
});

/** What is written beside ratings, as records: copied words are found among them. */
function writtenOn(book: LocatedBook, { ratings, marks }: RatedTables): readonly EvidenceRecord[] {
  const sample = samplePeople(book);
  return book.rows(ratings).flatMap((row, i): EvidenceRecord[] => {
    const [person, what] = [row.text("person"), row.text("comment")];
    // Where nothing is rated, the words say why: they may be the same for many.
    if (what.trim() === "" || (marks[i]?.mark ?? null) === null) return [];
    const about = { id: row.text("item"), indicator: row.text("item"), person, what, eventDate: null };
    return [{ ...about, cell: row.cell("comment"), ...(sample.has(person) ? { isSample: true } : {}) }];
  });
}

/**
 * The checks of a workbook in which managers give their people points on several items.
 * @param marksIn what core reads in the rows of the ratings, in their order
 * @param at table and column at which findings about a person stand
 */
export const managerChecks = (
  tables: Omit<RatedTables, "marks">,
  marksIn: (book: LocatedBook) => readonly RatedRow[],
  at: { readonly table: string; readonly column: string },
): MethodChecks => ({
  codes: ["R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "E04"],
  read: (book) => managerRatings(book, { ...tables, marks: marksIn(book) }, at),
});

/** Points of each person on the items in use, under the name of the manager. */
function managerRatings(
  book: LocatedBook,
  tables: RatedTables,
  at: { readonly table: string; readonly column: string },
): CheckedParts {
  const items = book
    .rows(tables.items)
    .filter((row) => row.text("item").trim() !== "" && (row.number("weight") ?? 0) > 0)
    .map((row) => ({ id: row.text("id"), name: row.text("item") }));
  const managerOf = managersIn(book);
  const rows = book.rows(tables.ratings);
  const marksOf = allById(
    tables.marks.map((mark, i) => ({ ...mark, i })),
    ({ person }) => person,
  );
  const sheets = book.rows("People").flatMap((row): Sheet[] => {
    const person = row.text("id");
    const own = marksOf(person);
    const points = items.map(({ id }) => own.find(({ item }) => item === id)?.mark ?? null);
    const cell = rows[own[0]?.i ?? -1]?.cell(tables.typed);
    return cell === undefined ? [] : [{ rater: managerOf(person), person, points, cell }];
  });
  const written = writtenOn(book, tables);
  return {
    ...ratedParts(
      book,
      {
        dimensions: items.map(({ name }) => name),
        lowest: 1,
        scalePoints: topIn(book, tables.usualTop),
        ...ofBosses(sheets),
        previous: formerly(lastPeriod(book, tables.past), "person", ["point"]),
      },
      at,
    ),
    ...(written.length === 0 ? {} : { evidence: written }),
  };
}

/** Highest point of a scale from 1 by the workbook's own Settings; earlier workbooks do not say it. */
export const topIn = (book: Pick<LocatedBook, "setting">, usual: number): number => book.setting("c_High") ?? usual;

/** A scale whose ends stand on Settings: in steps of 1 from the lower one. */
export function scaleIn(book: LocatedBook): {
  readonly lowest: number;
  readonly scalePoints: number;
  readonly onScale: (value: number | null) => number | null;
} {
  const [low, high] = [book.setting("c_Low") ?? 0, book.setting("c_High") ?? 0];
  const onScale = (value: number | null): number | null =>
    value !== null && value >= low && value <= high ? value : null;
  return { lowest: low, scalePoints: high - low + 1, onScale };
}

/** A difference of the workbook's own scale, as checks count it: on five points. */
export const onFivePoints = (value: number, book: Pick<LocatedBook, "setting">): number => {
  const width = (book.setting("c_High") ?? 0) - (book.setting("c_Low") ?? 0);
  return width > 0 ? (value * 4) / width : value;
};
