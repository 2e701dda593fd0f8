/** Scores of methods with points on weighted items, computed by core from what was typed. */
import { ranks } from "../ranking/ranks";
import { roundTotal } from "../scoring/round";
import { FLAT_LEAST } from "../formulas/ratedFormulas";
import { bandReader, expectRow, type ExpectedValue, type ReadBook } from "./methodReading";

export interface RatedRow {
  readonly person: string;
  readonly item: string;
  /** null where no points were given. */
  readonly mark: number | null;
  readonly isNotApplicable: boolean;
}

/** A whole number on the scale, else null. */
export const pointOf = (value: number | null, top: number): number | null =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= top ? value : null;

/** Weight in use by id of the item. */
export const weightsInUse = (book: ReadBook, table: string): ReadonlyMap<string, number> =>
  new Map(
    book
      .rows(table)
      .map((row) => [row.text("id"), row.text("item").trim() === "" ? 0 : Math.max(0, row.number("weight") ?? 0)]),
  );

/** What must stand in the results' table for these ratings. */
export function expectedResults(
  book: ReadBook,
  table: string,
  ratings: readonly RatedRow[],
  weights: ReadonlyMap<string, number>,
): readonly ExpectedValue[] {
  const least = book.setting("MinApplicable") ?? 0;
  const weightOf = ({ item }: RatedRow): number => weights.get(item) ?? 0;
  const people = book.rows(table).map((row) => {
    const own = ratings.filter(({ person }) => person === row.text("id"));
    const marked = own.flatMap((rating) =>
      rating.mark === null ? [] : [{ mark: rating.mark, weight: weightOf(rating) }],
    );
    const counted = marked.reduce((sum, { weight }) => sum + weight, 0);
    const asked = own.reduce((sum, rating) => sum + weightOf(rating), 0);
    const open = own.filter((rating) => weightOf(rating) > 0 && rating.mark === null && !rating.isNotApplicable).length;
    const won = marked.reduce((sum, { mark, weight }) => sum + mark * weight, 0);
    const applicable = asked > 0 ? counted / asked : null;
    const score =
      open > 0 || counted <= 0 || applicable === null || applicable < least ? null : roundTotal(won / counted);
    const word = (): string => {
      if (marked.length === 0) return "";
      if (open === 0 && (applicable ?? 0) < least) return book.word("tooLittle");
      const first = marked[0]?.mark;
      return marked.length >= FLAT_LEAST && marked.every(({ mark }) => mark === first)
        ? book.word("flat")
        : book.word("ok");
    };
    return { rated: marked.length, open, applicable, score, check: word() };
  });
  const places = ranks(
    people.map(({ score }) => score),
    "competition",
  );
  const bands = bandReader(book);
  return people.flatMap((person, i) => {
    const { score } = person;
    const band = bands.nameOf(score);
    return expectRow(table, i, { ...person, band, rank: places[i] ?? null });
  });
}

/** What must stand in the items' table: number of ratings and their mean. */
export const expectedItems = (book: ReadBook, table: string, ratings: readonly RatedRow[]): readonly ExpectedValue[] =>
  book.rows(table).flatMap((row, i) => {
    const marks = ratings.flatMap(({ item, mark }) => (item === row.text("id") && mark !== null ? [mark] : []));
    const sum = marks.reduce((all, mark) => all + mark, 0);
    return expectRow(table, i, {
      ratings: marks.length,
      mean: marks.length === 0 ? null : roundTotal(sum / marks.length),
    });
  });
